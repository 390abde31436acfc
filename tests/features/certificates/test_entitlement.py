"""Who has earned a certificate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.attendance.views import Presence
from bootcamp_app.features.bootcamps.views import Session
from bootcamp_app.features.certificates.rules import Rule, entitlement
from bootcamp_app.features.people.views import Participant
from tests.clock import START
from tests.features.certificates.camps import camp_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.certificates.views import Entitlement
    from tests.features.certificates.camps import Camp


def a_session(
    number: int, *, counts: bool = True, is_mandatory: bool = False, expects: str = ""
) -> Session:
    starts = datetime(2026, 3, 2, 1, tzinfo=UTC) + timedelta(days=number)
    return Session(
        id=str(number),
        bootcamp_id="camp",
        title_en=f"Session {number}",
        title_km="",
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        opens_before=30,
        late_after=15,
        is_mandatory=is_mandatory,
        counts=counts,
        is_locked=False,
        expects=expects,
    )


def somebody(status: str, team: str = "") -> Participant:
    return Participant(
        person_id="person",
        participation_id="place",
        bootcamp_id="camp",
        name_km="សុខ ដារ៉ា",
        name_en="Sok Dara",
        sex="male",
        organisation_km="",
        organisation_en="",
        position="",
        sector="other",
        province="07",
        phone="",
        status=status,
        is_walk_in=False,
        team=team,
    )


def judged(
    rule: Rule, *attended: str, state: str = "present", status: str = "confirmed"
) -> Entitlement:
    presences = {key: Presence("place", key, state, START, "event") for key in attended}
    return entitlement(somebody(status), rule, presences)


@pytest.mark.parametrize(
    ("percent", "sessions", "needed"),
    [
        (80, 6, 5),
        (80, 5, 4),
        (50, 5, 3),
        (100, 6, 6),
        (66, 3, 2),
        (67, 3, 3),
        (33, 3, 1),
        (34, 3, 2),
        (1, 6, 1),
    ],
)
def test_the_share_that_is_needed_is_rounded_up_to_whole_sessions(
    percent: int, sessions: int, needed: int
) -> None:
    rule = Rule(percent, [a_session(number) for number in range(sessions)])
    enough = [str(number) for number in range(needed)]

    assert judged(rule, *enough).is_entitled
    assert not judged(rule, *enough[1:]).is_entitled


def test_nobody_earns_a_certificate_without_having_come_once() -> None:
    rule = Rule(0, [a_session(1)])

    assert not judged(rule).is_entitled
    assert judged(rule, "1").is_entitled


def test_whoever_missed_too_much_is_told_how_much_is_needed() -> None:
    rule = Rule(80, [a_session(number) for number in range(5)])

    assert str(judged(rule, "0", "1").why) == "Attended 2 of 5 sessions; at least 4 needed."


def test_a_missed_mandatory_session_cannot_be_made_up_for() -> None:
    rule = Rule(50, [a_session(1), a_session(2), a_session(3, is_mandatory=True)])

    assert str(judged(rule, "1", "2").why) == (
        "Missed “Session 3”, which nobody may miss. One session short: “Session 3” would be enough."
    )
    assert judged(rule, "1", "3").is_entitled


def test_a_mandatory_session_is_asked_for_even_where_it_does_not_count() -> None:
    rule = Rule(100, [a_session(1), a_session(2, counts=False, is_mandatory=True)])

    assert not judged(rule, "1").is_entitled
    assert judged(rule, "1", "2").is_entitled


def test_a_session_that_does_not_count_neither_helps_nor_harms() -> None:
    rule = Rule(100, [a_session(1), a_session(2, counts=False)])

    assert judged(rule, "1").is_entitled
    assert str(judged(rule, "2").why) == (
        "Attended 0 of 1 sessions; at least 1 needed. "
        "One session short: “Session 1” would be enough."
    )


@pytest.mark.parametrize("status", ["withdrawn", "substituted"])
def test_whoever_has_withdrawn_gets_none_however_often_they_came(status: str) -> None:
    rule = Rule(50, [a_session(1)])

    assert str(judged(rule, "1", status=status).why) == "Has withdrawn."


@pytest.mark.parametrize(("state", "earned"), [("late", True), ("excused", False)])
def test_late_counts_and_excused_does_not(state: str, *, earned: bool) -> None:
    rule = Rule(50, [a_session(1)])

    assert judged(rule, "1", state=state).is_entitled is earned


def of_team(rule: Rule, team: str, *attended: str) -> Entitlement:
    presences = {key: Presence("place", key, "present", START, "event") for key in attended}
    return entitlement(somebody("confirmed", team), rule, presences)


def test_sessions_of_other_teams_ask_nothing_of_anybody() -> None:
    others = [a_session(number, expects="team:B", is_mandatory=True) for number in range(1, 6)]
    rule = Rule(80, [a_session(0, expects="team:A"), *others])

    came, missed, elsewhere = (of_team(rule, "A", *keys) for keys in (("0",), (), ("0", "3")))

    assert came.is_entitled
    assert [one.id for one in came.sessions] == ["0"]
    assert str(missed.why).startswith("Attended 0 of 1 sessions; at least 1 needed.")
    assert [one.id for one in elsewhere.sessions] == ["0", "3"]
    assert str(of_team(rule, "B", "1").why) == (
        "Missed “Session 2”, “Session 3”, “Session 4” and 1 more, which nobody may miss. "
        "Attended 1 of 5 sessions; at least 4 needed. Short of 4 sessions in all."
    )


def test_being_excused_is_said_and_is_not_being_there() -> None:
    rule = Rule(80, [a_session(number) for number in range(5)])
    states = {"0": "present", "1": "late", "2": "excused", "3": "excused"}
    presences = {key: Presence("place", key, state, START, "e") for key, state in states.items()}

    judged_so = entitlement(somebody("confirmed"), rule, presences)

    assert str(judged_so.why) == "Attended 2 of 5 sessions, excused from 2; at least 4 needed."
    assert len(judged_so.sessions) == 5


def test_the_service_judges_everybody_by_what_happened_at_the_door(
    place: str, open_app: Callable[[str], App]
) -> None:
    camp = camp_in(open_app(place), days=3, certificate_percent=80)
    diligent, casual, gone = (camp.add(name_en=name) for name in ("Diligent", "Casual", "Gone"))
    camp.attend(diligent, gone, sessions=(0, 1, 2, 3, 5))
    camp.attend(casual, sessions=(0, 1, 2, 3))
    camp.app.people.change(gone, status="withdrawn")

    found = camp.app.certificates.entitlements(camp.bootcamp)

    assert {one.participant.name_en: str(one.why) for one in found} == {
        "Diligent": "None",
        "Casual": "Attended 4 of 6 sessions; at least 5 needed. One session short: any one of "
        "“Day 3 – Morning”, “Day 3 – Afternoon” would be enough.",
        "Gone": "Has withdrawn.",
    }


def test_a_certificate_shows_the_hours_that_asked_for_its_holder(
    sqlite_place: str, open_app: Callable[[str], App]
) -> None:
    camp = camp_in(open_app(sqlite_place), days=2)
    blue, red = camp.add(name_en="Sok Dara", team="Blue"), camp.add(name_en="Kim Dara", team="Red")
    for index, team in ((1, "Blue"), (2, "Red"), (3, "Red")):
        camp.app.agenda.change(camp.sessions[index], {"expects": f"team:{team}"})
    camp.attend(blue, sessions=(0, 1))
    camp.attend(red, sessions=(0, 2, 3))

    camp.issue()

    hours = {one.participation_id: one.printed["hours_en"] for one in camp.certificates}
    assert hours == {blue.participation_id: "6", red.participation_id: "9"}


def test_a_scan_taken_back_no_longer_earns_a_certificate(camp_on_either: Camp) -> None:
    camp = camp_on_either
    (scan,) = camp.attend(camp.add(name_en="Sok Dara"))

    camp.app.attendance.undo_scan(scan.event_id)

    assert camp.issue().issued == 0
