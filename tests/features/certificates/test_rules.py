"""The rule of a bootcamp: days, hours, excused, how far off somebody is, and what never happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bootcamp_app.core.i18n import words
from bootcamp_app.features.attendance.views import Presence
from bootcamp_app.features.certificates.reasons import told_rule
from bootcamp_app.features.certificates.rules import Rule, entitlement
from bootcamp_app.features.certificates.views import Exempt
from tests.clock import START
from tests.features.certificates.test_entitlement import a_session, judged, somebody

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.certificates.views import Entitlement

STATES = ("present", "late", "excused", "absent")


def half_days(days: int, *, hours: float = 3) -> list[Session]:
    """Give two sessions a day, 0 and 1 on the first, 2 and 3 on the second, and so on."""
    made = []
    for number in range(2 * days):
        one = a_session(number // 2)
        starts = one.starts_at + timedelta(hours=4 * (number % 2))
        made.append(
            replace(
                one, id=str(number), title_en=f"Half {number}", starts_at=starts,
                ends_at=starts + timedelta(hours=hours),
            )
        )  # fmt: skip
    return made


def standing(rule: Rule, states: Mapping[str, str]) -> Entitlement:
    presences = {key: Presence("place", key, state, START, "e") for key, state in states.items()}
    return entitlement(somebody("confirmed"), rule, presences)


def test_a_share_may_be_asked_for_of_each_day() -> None:
    rule = Rule(50, half_days(3), day_percent=50)

    assert judged(rule, "0", "2", "4").is_entitled
    assert str(judged(rule, "0", "1", "2", "3").why) == (
        "On 4 March 2026: 0 of 2 sessions; at least 1 needed. "
        "One session short: any one of “Half 4”, “Half 5” would be enough."
    )


def test_a_day_that_asks_nothing_of_somebody_is_not_asked_for() -> None:
    sessions = half_days(2)
    others = [replace(one, expects="team:B") for one in sessions[2:]]
    rule = Rule(50, [*sessions[:2], *others], day_percent=100)

    assert judged(rule, "0", "1").is_entitled


def test_hours_may_be_asked_for_and_only_those_of_sessions_that_count() -> None:
    extra = replace(a_session(9), counts=False, id="extra")
    rule = Rule(10, [*half_days(3), extra], hours=9)

    assert judged(rule, "0", "1", "2").is_entitled
    assert str(judged(rule, "0", "1", "extra").why) == (
        "Was there for 6 hours; at least 9 needed. "
        "One session short: any one of “Half 2”, “Half 3”, “Half 4” and 1 more would be enough."
    )


def test_hours_that_all_sessions_together_do_not_last_are_said_to_be_out_of_reach() -> None:
    told = judged(Rule(50, half_days(1), hours=40), "0", "1")

    assert (told.short, told.enough) == (0, ())
    assert str(told.why) == (
        "Was there for 6 hours; at least 40 needed. All sessions together do not last so long."
    )


def test_excused_counts_where_the_rule_says_so_but_not_for_who_never_came() -> None:
    rule = Rule(100, half_days(1), day_percent=100, hours=6, excused_counts=True)

    assert standing(rule, {"0": "present", "1": "excused"}).is_entitled
    assert str(standing(rule, {"0": "excused", "1": "excused"}).why) == (
        "Was excused each time and never there."
    )
    assert not standing(replace(rule, excused_counts=False),
                        {"0": "present", "1": "excused"}).is_entitled  # fmt: skip


def test_every_reason_is_said_and_the_mandatory_session_first() -> None:
    sessions = [replace(one, is_mandatory=one.id == "5") for one in half_days(3)]
    told = judged(Rule(80, sessions, day_percent=50, hours=18), "0", "1")

    assert str(told.why) == (
        "Missed “Half 5”, which nobody may miss. Attended 2 of 6 sessions; at least 5 needed. "
        "On 3 March 2026: 0 of 2 sessions; at least 1 needed. "
        "On 4 March 2026: 0 of 2 sessions; at least 1 needed. "
        "Was there for 6 hours; at least 18 needed. Short of 4 sessions in all."
    )


def test_why_not_turns_with_the_language() -> None:
    told = judged(Rule(80, half_days(3), day_percent=50), "0", "1", "2", "3").why

    words.use("km")
    try:
        said = str(told)
    finally:
        words.use("en")

    assert "ថ្ងៃទី៤ ខែមីនា ឆ្នាំ២០២៦" in said
    assert "session" not in said


def test_where_no_session_expects_somebody_that_is_said() -> None:
    rule = Rule(80, [a_session(1, expects="team:B")])

    assert str(judged(rule).why) == "No session that counts expects this person."


def test_an_exception_decides_either_way_and_is_said() -> None:
    rule = Rule(80, half_days(1))
    given_one = Exempt("given", "came for the group work", START)
    withheld = Exempt("withheld", "signed for somebody else", START)
    came = {key: Presence("place", key, "present", START, "e") for key in ("0", "1")}

    favoured = entitlement(somebody("confirmed"), rule, {}, given_one)
    refused = entitlement(somebody("confirmed"), rule, came, withheld)
    gone = entitlement(somebody("withdrawn"), rule, came, given_one)

    assert (favoured.is_entitled, favoured.why, favoured.exception) == (True, None, given_one)
    assert str(refused.why) == "Withheld in spite of the rule: signed for somebody else"
    assert not refused.is_entitled
    assert str(gone.why) == "Has withdrawn."


def test_the_whole_rule_is_said_in_words() -> None:
    sessions = [replace(one, is_mandatory=one.id == "3") for one in half_days(2)]
    rule = Rule(80, sessions, day_percent=50, hours=12, excused_counts=True)

    assert str(told_rule(rule)) == (
        "A certificate asks for 80 % of the sessions that count. "
        "On each day: for 50 % of that day's sessions. Nobody may miss “Half 3”. "
        "At least 12 hours in all. Who is excused counts as having been there."
    )
    assert str(told_rule(Rule(0, half_days(1)))) == (
        "A certificate asks for at least one session that counts. "
        "Who is excused does not count as having been there."
    )


@some.composite
def some_rule(draw: some.DrawFn) -> Rule:
    """Give any rule over up to three days of sessions, some of them of a team's own."""
    sessions = [
        replace(
            one,
            counts=draw(some.integers(0, 4)) > 0,
            is_mandatory=draw(some.integers(0, 5)) == 0,
            expects=draw(some.sampled_from(["", "", "", "team:A", "team:B"])),
            ends_at=one.starts_at + timedelta(hours=draw(some.integers(1, 4))),
        )
        for one in half_days(draw(some.integers(1, 3)))
    ]
    return Rule(
        percent=draw(some.integers(0, 100)),
        sessions=sessions,
        day_percent=draw(some.sampled_from([0, 0, 34, 50, 100])),
        hours=draw(some.sampled_from([0, 0, 3, 6, 9])),
        excused_counts=draw(some.booleans()),
    )


def some_states(rule: Rule) -> some.SearchStrategy[dict[str, str]]:
    return some.dictionaries(
        some.sampled_from([one.id for one in rule.sessions]), some.sampled_from(STATES)
    )


@given(some.data())
@settings(max_examples=150, deadline=None)
def test_more_attendance_never_takes_a_certificate_away(data: some.DataObject) -> None:
    rule = data.draw(some_rule())
    states = data.draw(some_states(rule))
    more = data.draw(some.sampled_from([one.id for one in rule.sessions]))

    before, after = standing(rule, states), standing(rule, {**states, more: "present"})

    assert after.is_entitled or not before.is_entitled


@given(some.data())
@settings(max_examples=150, deadline=None)
def test_a_stricter_rule_never_gives_a_certificate(data: some.DataObject) -> None:
    rule = data.draw(some_rule())
    states = data.draw(some_states(rule))
    which = data.draw(some.sampled_from([one.id for one in rule.sessions]))
    stricter = data.draw(
        some.sampled_from(
            [
                replace(rule, percent=min(rule.percent + 20, 100)),
                replace(rule, day_percent=100),
                replace(rule, hours=rule.hours + 3),
                replace(rule, excused_counts=False),
                replace(rule, sessions=_mandatory(rule.sessions, which)),
            ]
        )
    )

    before, after = standing(rule, states), standing(stricter, states)

    assert before.is_entitled or not after.is_entitled


def _mandatory(sessions: Sequence[Session], which: str) -> list[Session]:
    return [replace(one, is_mandatory=one.is_mandatory or one.id == which) for one in sessions]


@given(some.data())
@settings(max_examples=150, deadline=None)
def test_what_is_said_to_be_enough_is_and_fewer_sessions_are_not(data: some.DataObject) -> None:
    rule = data.draw(some_rule())
    states = data.draw(some_states(rule))
    judged_so = standing(rule, states)
    if judged_so.is_entitled:
        return
    away = [one.id for one in rule.sessions if states.get(one.id) not in ("present", "late")]

    def enough(keys: Sequence[str]) -> bool:
        return standing(rule, states | dict.fromkeys(keys, "present")).is_entitled

    assert all(enough([one.id]) for one in judged_so.enough)
    assert bool(judged_so.enough) is (judged_so.short == 1)
    asked = [one.id for one in judged_so.sessions]
    for fewer in range(1, judged_so.short):
        among = [key for key in away if key in asked]
        assert not any(enough(keys) for keys in combinations(among, fewer))


@pytest.mark.parametrize("percent", [0, 80, 100])
def test_withdrawing_ends_every_claim(percent: int) -> None:
    assert not judged(Rule(percent, half_days(1)), "0", "1", status="withdrawn").is_entitled
