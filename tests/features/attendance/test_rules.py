"""The one result of a scan: the first that applies, in the order that the door needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from bootcamp_app.features.attendance.rules import (
    Judgement,
    is_expected_at,
    judge,
    minutes_late,
)
from bootcamp_app.features.attendance.views import RESULTS
from tests.features.attendance.cases import (
    EXPECTED,
    SECOND,
    SESSION,
    STARTS,
    ZONE,
    asked,
    presence,
)

ORDER = (
    "malformed",
    "unknown",
    "replaced_badge",
    "ambiguous",
    "withdrawn",
    "not_approved",
    "locked",
    "not_open",
    "closed",
    "not_enrolled",
    "needs_answer",
    "duplicate",
    "late",
)
# Nobody holds an unknown code; a person has one status; a moment is before or after a session.
IMPOSSIBLE = {
    *(("unknown", other) for other in ORDER[2:6]),
    *(("unknown", other) for other in ("not_enrolled", "needs_answer")),
    ("replaced_badge", "ambiguous"),
    ("withdrawn", "not_approved"),
    ("not_open", "closed"),
    ("not_open", "late"),
    ("closed", "late"),
}
PAIRS = [pair for pair in combinations(ORDER, 2) if pair not in IMPOSSIBLE]
OPENS, ENDS, GRACE = SESSION.opens_at, SESSION.ends_at, SESSION.late_from


def test_somebody_expected_in_time_is_recorded() -> None:
    assert judge(asked()) == Judgement("recorded")


@pytest.mark.parametrize("trouble", ORDER)
def test_each_trouble_alone_has_its_own_word(trouble: str) -> None:
    assert judge(asked(trouble)).result == trouble


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_of_two_troubles_the_first_in_the_order_is_said(first: str, second: str) -> None:
    either_way = {judge(asked(*pair)).result for pair in ((first, second), (second, first))}

    assert either_way == {first}


def test_every_word_but_recorded_is_in_the_order() -> None:
    assert {*ORDER, "recorded"} == set(RESULTS)
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(
    ("at", "word"),
    [
        (OPENS - SECOND, "not_open"),
        (OPENS, "recorded"),
        (STARTS, "recorded"),
        (GRACE, "recorded"),
        (GRACE + SECOND, "late"),
        (ENDS, "late"),
        (ENDS + SECOND, "closed"),
        (OPENS - timedelta(days=1), "not_open"),
        (ENDS + timedelta(days=1), "closed"),
    ],
)
def test_the_door_opens_and_closes_to_the_second(at: datetime, word: str) -> None:
    assert judge(asked(at=at)).result == word


@pytest.mark.parametrize(
    ("after", "grace", "minutes"),
    [
        (timedelta(minutes=15), 15, 0),
        (timedelta(minutes=15, seconds=1), 15, 15),
        (timedelta(minutes=15, seconds=59), 15, 15),
        (timedelta(minutes=16), 15, 16),
        (timedelta(hours=2, minutes=59, seconds=59), 15, 179),
        (timedelta(0), 0, 0),
        (SECOND, 0, 1),
        (timedelta(seconds=59), 0, 1),
        (timedelta(seconds=60), 0, 1),
        (timedelta(seconds=120), 0, 2),
        (-timedelta(minutes=30), 0, 0),
    ],
)
def test_lateness_counts_from_the_start_once_the_grace_is_over(
    after: timedelta, grace: int, minutes: int
) -> None:
    session = replace(SESSION, late_after=grace)

    assert minutes_late(STARTS + after, session) == minutes
    judgement = judge(replace(asked(at=STARTS + after), session=session))
    assert judgement == Judgement("late" if minutes else "recorded", minutes)


def test_a_session_over_midnight_is_open_on_both_local_days() -> None:
    evening = datetime(2026, 3, 2, 23, 0, tzinfo=ZONE)
    session = replace(SESSION, starts_at=evening, ends_at=evening + timedelta(hours=2))
    question = replace(asked(), session=session)
    moments = [
        datetime(2026, 3, 3, 0, 59, 59, tzinfo=ZONE),
        datetime(2026, 3, 3, 1, 0, 1, tzinfo=ZONE),
    ]

    assert [judge(replace(question, at=at)).result for at in moments] == ["late", "closed"]


def test_the_zone_in_which_a_moment_is_written_does_not_matter() -> None:
    in_utc = (GRACE + SECOND).astimezone(UTC)

    assert in_utc.hour == 1
    assert judge(asked(at=in_utc)) == Judgement("late", 15)


def test_an_early_session_of_the_next_local_day_is_still_the_day_before_in_utc() -> None:
    early = datetime(2026, 3, 3, 6, 0, tzinfo=ZONE)
    session = replace(SESSION, starts_at=early, ends_at=early + timedelta(hours=1))
    at = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)

    assert judge(replace(asked(at=at), session=session)) == Judgement("recorded")


@pytest.mark.parametrize("trouble", ["not_open", "closed", "duplicate", "late"])
def test_people_may_leave_whenever_they_want(trouble: str) -> None:
    question = replace(asked(trouble), is_exit=True)

    assert judge(question) == Judgement("recorded")


@pytest.mark.parametrize(
    "trouble",
    [word for word in ORDER if word not in {"not_open", "closed", "duplicate", "late"}],
)
def test_who_may_not_come_in_has_nothing_to_leave(trouble: str) -> None:
    assert judge(replace(asked(trouble), is_exit=True)).result == trouble


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("present", "duplicate"),
        ("late", "duplicate"),
        ("excused", "recorded"),
        ("absent", "recorded"),
    ],
)
def test_only_who_was_there_already_is_a_duplicate(state: str, word: str) -> None:
    question = replace(asked(), earlier=presence(state, is_inside=False))

    assert judge(question).result == word


def test_a_replaced_badge_of_somebody_and_a_good_one_of_another_are_ambiguous() -> None:
    holders = (replace(EXPECTED, is_replaced=True), EXPECTED)

    assert judge(replace(asked(), holders=holders)).result == "ambiguous"
    assert judge(replace(asked(), holders=holders[:1])).result == "replaced_badge"


def test_a_substituted_person_is_withdrawn() -> None:
    assert judge(asked("substituted")).result == "withdrawn"


def test_a_trouble_never_carries_minutes() -> None:
    late = STARTS + timedelta(minutes=40)
    troubles = [word for word in ORDER[:-1] if word not in {"not_open", "closed"}]

    judgements = [judge(replace(asked(word), at=late)) for word in troubles]

    assert judgements == [Judgement(word) for word in troubles]


@pytest.mark.parametrize(
    ("expects", "role", "team", "is_expected"),
    [
        ("", "participant", "", True),
        ("", "", "", True),
        ("role:trainer", "trainer", "", True),
        ("role:trainer", "Trainer ", "", True),
        ("role:trainer", "participant", "trainer", False),
        ("role:trainer", "", "", False),
        ("team:ស្វាយ", "participant", "ស្វាយ", True),
        ("team:Blue: north", "participant", "blue:  north", True),
        ("team:Blue", "Blue", "", False),
        ("team:Blue", "participant", "Blue 2", False),
        ("of a later version", "participant", "", True),
    ],
)
def test_a_session_expects_everybody_or_a_role_or_a_team(
    expects: str, role: str, team: str, *, is_expected: bool
) -> None:
    session = replace(SESSION, expects=expects)
    holder = replace(EXPECTED, role=role, team=team)

    assert is_expected_at(session, role, team) is is_expected
    judgement = judge(replace(asked(), session=session, holders=(holder,)))
    assert judgement.result == ("recorded" if is_expected else "not_enrolled")
