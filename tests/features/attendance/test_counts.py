"""The figures of a session, which a donor will ask about person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.views import Counts

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
