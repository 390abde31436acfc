"""The figures of a session, which a donor will ask about person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.views import Counts
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.features.people.views import Arrival
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from tests.desk import Desk

LIST = [
    ["Name", "Sex", "Sector", "Province"],
    ["Chan Sreyneang", "F", "Government", "Kampot"],
    ["Sok Dara", "M", "NGO", "កំពត"],
    ["Kim Sophea", "F", "", "Takeo"],
    ["Ly Heng", "", "CSO", ""],
    ["Keo Vanna", "M", "Government", "Kampot"],
    ["Meas Rithy", "M", "Government", "Kep"],
]


def test_a_session_that_nobody_came_to_counts_everybody_absent(desk: Desk) -> None:
    desk.import_rows(LIST)

    assert desk.counts() == Counts(6, 0, 0, 0, 6, 0, 0, {"sex": {}, "sector": {}, "province": {}})


def test_counts_tell_present_late_excused_and_absent_apart(desk: Desk) -> None:
    desk.import_rows(LIST)
    guests = {one.name_en: desk.guest(one) for one in desk.people()}
    for name in ("Chan Sreyneang", "Sok Dara", "Ly Heng"):
        desk.scan(guests[name].badge)
    desk.scan(guests["Kim Sophea"].badge, at=desk.at("09:00"))
    desk.leave(guests["Sok Dara"].badge)
    desk.mark(guests["Keo Vanna"], "excused")
    desk.scan(desk.walk_in("Hun Borey", sex="male", province="Kampot").badge)

    assert desk.counts() == Counts(
        registered=7,
        present=5,
        late=1,
        excused=1,
        absent=1,
        inside=4,
        walk_ins=1,
        by={
            "sex": {"female": 2, "male": 2, "not_stated": 1},
            "sector": {"civil_society": 2, "government": 1, "not_stated": 2},
            "province": {"Kampot": 3, "Takeo": 1, "not_stated": 1},
        },
    )


def test_the_groups_of_those_present_add_up_and_leave_out_who_is_absent(desk: Desk) -> None:
    desk.import_rows(LIST)
    for one in desk.people()[:4]:
        desk.scan(desk.guest(one).badge)

    counts = desk.counts()

    assert {name: sum(groups.values()) for name, groups in counts.by.items()} == {
        "sex": 4,
        "sector": 4,
        "province": 4,
    }
    assert counts.registered == counts.present + counts.excused + counts.absent


def test_who_came_counts_also_after_withdrawing_and_who_never_came_does_not(desk: Desk) -> None:
    stays, leaves = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara", sex="male")
    for guest in (stays, leaves):
        desk.scan(guest.badge)

    desk.app.people.change(leaves.participant, status="withdrawn")

    never_came = desk.walk_in("Kim Sophea")
    desk.app.people.change(never_came.participant, status="withdrawn")

    counts = desk.counts()
    assert (counts.registered, counts.present, counts.absent) == (2, 2, 0)
    assert counts.by["sex"] == {"male": 1, "not_stated": 1}


def test_a_walk_in_who_is_not_there_is_registered_but_no_walk_in_of_the_session(desk: Desk) -> None:
    desk.walk_in("Hun Borey")
    desk.import_rows(LIST)

    counts = desk.counts()

    assert (counts.registered, counts.walk_ins) == (7, 0)


def test_people_of_another_bootcamp_are_not_counted(desk: Desk) -> None:
    desk.import_rows(LIST)
    other = desk.open_bootcamp("Kep bootcamp")
    desk.import_rows(LIST[:3], bootcamp=other)

    assert desk.counts().registered == 6


def test_a_session_counts_only_its_own_scans(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)

    counts = [desk.counts(session).present for session in desk.sessions]

    assert counts == [1, 0, 0, 0, 0, 0]


def test_a_session_for_a_team_counts_only_those_it_expects_and_who_is_there_anyway(
    desk: Desk,
) -> None:
    desk.import_rows(LIST)
    guests = {one.name_en: desk.guest(one) for one in desk.people()}
    early = desk.scan(guests["Meas Rithy"].badge)
    with desk.app.database.write() as work:
        work.get_one(SessionRow, desk.morning.id).expects = "team:Blue"
        for name in ("Chan Sreyneang", "Sok Dara", "Kim Sophea"):
            key = guests[name].participant.participation_id
            work.get_one(ParticipationRow, key).team = "Blue"

    scans = [desk.scan(guests[name].badge) for name in ("Sok Dara", "Ly Heng")]

    assert [early.result, *(scan.result for scan in scans)] == [
        "recorded", "recorded", "not_enrolled",
    ]  # fmt: skip
    counts = desk.counts()
    assert (counts.registered, counts.present, counts.absent) == (4, 2, 2)
    missing = desk.figures().missing
    assert [one.name_en for one in missing] == ["Chan Sreyneang", "Kim Sophea"]


def test_a_walk_in_whom_the_session_does_not_expect_is_registered_and_told_so(desk: Desk) -> None:
    morning = desk.morning
    with desk.app.database.write() as work:
        work.get_one(SessionRow, morning.id).expects = "role:trainer"
    arrivals = [
        Arrival(nominee_from({"name_en": name, "role": role}, FIRST_DAY))
        for name, role in (("Chan Sreyneang", "trainer"), ("Sok Dara", ""))
    ]

    came = [desk.app.walk_ins.take_in(desk.morning, arrival) for arrival in arrivals]

    assert [one.scan.result for one in came] == ["recorded", "not_enrolled"]
    assert desk.names() == ["Chan Sreyneang", "Sok Dara"]
    assert desk.counts().registered == 1
