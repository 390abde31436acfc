"""What follows from facts, whatever order they come in."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bootcamp_app.storage.facts import (
    ALIVE,
    Changes,
    Fact,
    clock_ms,
    fold,
    gapless,
    next_clock,
    unseen,
)

MOMENT = 1_772_413_200_000
moments = st.integers(min_value=0, max_value=2**46)
clocks = st.integers(min_value=0, max_value=2**62)


def fact(device: str, clock: int, changes: Changes, seq: int = 1) -> Fact:
    return Fact(device, seq, clock, "act", "Sokha", "people", "1", changes)


@st.composite
def histories(draw: st.DrawFn) -> list[Fact]:
    """Facts of two devices about one row; a device's clock grows with each."""
    found = []
    for device in ("a", "b"):
        own = draw(st.lists(st.integers(0, 20), unique=True, max_size=6).map(sorted))
        for seq, clock in enumerate(own, start=1):
            name = draw(st.sampled_from(["name_en", "phone", ALIVE]))
            new = draw(st.booleans() if name == ALIVE else st.text(max_size=2))
            found.append(fact(device, clock, {name: [None, new]}, seq))
    return found


def test_a_row_is_what_its_facts_say_field_by_field() -> None:
    added = fact("a", 1, {ALIVE: [None, True], "name_en": [None, "Dara"], "phone": [None, ""]})
    renamed = fact("a", 2, {"name_en": ["Dara", "Dary"]})
    called = fact("b", 3, {"phone": ["", "012"]})

    assert fold([called, renamed, added]) == {"name_en": "Dary", "phone": "012"}


def test_of_two_facts_at_one_moment_the_greater_device_wins() -> None:
    added = fact("a", 1, {ALIVE: [None, True]})
    one, other = fact("a", 5, {"phone": ["", "011"]}), fact("b", 5, {"phone": ["", "012"]})

    assert fold([added, other, one]) == fold([added, one, other]) == {"phone": "012"}


def test_a_row_of_which_only_a_change_is_known_is_not_there() -> None:
    assert fold([fact("a", 1, {"phone": ["", "011"]})]) is None


def test_a_deleted_row_is_not_there_and_a_restored_one_is_whole() -> None:
    added = fact("a", 1, {ALIVE: [None, True], "phone": [None, "011"]})
    removed = fact("a", 2, {ALIVE: [True, False]})
    restored = fact("a", 3, {ALIVE: [False, True]})

    assert fold([added, removed]) is None
    assert fold([added, removed, restored]) == {"phone": "011"}


# A busy machine makes up facts slowly, which says nothing about them.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories().flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts))))
def test_the_order_in_which_facts_come_does_not_matter(two: tuple[list[Fact], list[Fact]]) -> None:
    facts, shuffled = two

    assert fold(shuffled + facts) == fold(facts)


@given(histories())
def test_every_field_has_the_value_of_its_greatest_fact(facts: list[Fact]) -> None:
    last = {
        name: max(
            (one for one in facts if name in one.changes), key=lambda one: (one.clock, one.device)
        ).changes[name][1]
        for name in {name for one in facts for name in one.changes}
    }

    is_there = last.pop(ALIVE, False)

    assert fold(facts) == (last if is_there else None)


@given(clocks, moments)
def test_the_clock_always_grows_and_never_lies_behind_the_wall(last: int, now: int) -> None:
    following = next_clock(last, now)

    assert following > last
    assert clock_ms(following) >= now


def test_the_clock_carries_the_wall_time_and_counts_within_a_millisecond() -> None:
    first = next_clock(0, MOMENT)
    second = next_clock(first, MOMENT)

    assert (clock_ms(first), clock_ms(second), second - first) == (MOMENT, MOMENT, 1)


def test_the_clock_fits_the_engines_numbers_for_two_thousand_years() -> None:
    assert next_clock(0, MOMENT + 2000 * 365 * 86_400_000) < 2**63


@given(st.integers(0, 5), st.lists(st.integers(1, 12)))
def test_known_without_a_gap_is_the_length_of_the_unbroken_row(known: int, seqs: list[int]) -> None:
    there = {*range(1, known + 1), *seqs}

    reached = gapless(known, seqs)

    assert set(range(1, reached + 1)) <= there
    assert reached + 1 not in there


@given(st.lists(st.integers(1, 12)))
def test_known_without_a_gap_is_the_same_in_one_go_and_fact_by_fact(seqs: list[int]) -> None:
    known, there = 0, set()
    for seq in seqs:
        there.add(seq)
        known = gapless(known, there)

    assert known == gapless(0, seqs)


def test_a_device_may_lack_what_lies_beyond_its_vector() -> None:
    facts = [fact("a", seq, {}, seq) for seq in (1, 2, 3)] + [fact("b", 1, {}, 1)]

    assert unseen(facts, {"a": 2}) == [facts[2], facts[3]]
