"""How somebody stands after everything that happened at the door."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.attendance.rules import in_force, presence_of
from bootcamp_app.features.attendance.views import Event
from tests.features.attendance.cases import STARTS


def event(number: int, kind: str, *, state: str = "", late: int = 0, annuls: int = -1) -> Event:
    """Give the event of this number, which happened so many minutes after the start."""
    return Event(
        id=f"{number:04}",
        kind=kind,
        session_id="morning",
        participation_id="person",
        at=STARTS + timedelta(minutes=number),
        state=state,
        minutes_late=late,
        annuls=f"{annuls:04}" if annuls >= 0 else None,
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Give what may happen to one person in one session, merged from any laptops."""
    kinds = draw(st.lists(st.sampled_from(["entry", "exit", "state", "annulment"]), max_size=8))
    states = st.sampled_from(["present", "late", "excused", "absent"])
    return [
        event(
            number,
            kind,
            state=draw(states) if kind == "state" else "",
            late=draw(st.sampled_from([0, 0, 20])) if kind == "entry" else 0,
            annuls=draw(st.integers(0, 8)) if kind == "annulment" else -1,
        )
        for number, kind in enumerate(kinds)
    ]


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_arrive_does_not_matter(
    history: list[Event], random: object
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert presence_of(shuffled) == presence_of(history)


@given(histories())
def test_an_event_that_arrives_twice_counts_once(history: list[Event]) -> None:
    assert presence_of([*history, *history]) == presence_of(history)


@given(histories())
def test_a_presence_rests_on_an_entry_or_a_state_that_was_not_annulled(
    history: list[Event],
) -> None:
    presence = presence_of(history)

    standing = {one.id: one for one in in_force(history)}
    decisive = [one for one in standing.values() if one.kind in {"entry", "state"}]
    if presence is None:
        assert decisive == []
    else:
        assert standing[presence.event_id] in decisive
        assert presence.at == standing[presence.event_id].at


@given(st.integers(1, 30))
def test_however_many_entries_arrive_the_first_one_is_the_presence(count: int) -> None:
    entries = [event(number, "entry", late=number) for number in range(count)]

    presence = presence_of(reversed(entries))

    assert presence is not None
    assert (presence.event_id, presence.at, presence.state) == ("0000", STARTS, "present")


def test_nothing_happened_means_no_presence() -> None:
    assert presence_of([]) is None
    assert presence_of([event(1, "exit")]) is None


@pytest.mark.parametrize(
    ("history", "state", "is_inside"),
    [
        ([event(1, "entry")], "present", True),
        ([event(1, "entry", late=20)], "late", True),
        ([event(1, "entry"), event(2, "exit")], "present", False),
        ([event(1, "entry"), event(2, "exit"), event(3, "entry")], "present", True),
        ([event(1, "entry", late=20), event(2, "exit"), event(3, "entry")], "late", True),
        ([event(1, "state", state="excused")], "excused", False),
        ([event(1, "entry"), event(2, "state", state="excused")], "excused", True),
        ([event(1, "state", state="excused"), event(2, "entry")], "present", True),
        ([event(1, "state", state="absent"), event(2, "entry", late=20)], "late", True),
        ([event(1, "state", state="present"), event(2, "entry", late=20)], "present", True),
        ([event(1, "state", state="absent"), event(2, "state", state="late")], "late", False),
        (
            [event(1, "entry"), event(2, "annulment", annuls=1), event(3, "entry", late=20)],
            "late",
            True,
        ),
        ([event(1, "entry"), event(2, "exit"), event(3, "annulment", annuls=2)], "present", True),
        (
            [event(1, "entry"), event(2, "state", state="absent"), event(3, "annulment", annuls=2)],
            "present",
            True,
        ),
    ],
)
def test_what_happened_decides_how_somebody_stands(
    history: list[Event], state: str, *, is_inside: bool
) -> None:
    found = {presence_of(order) for order in permutations(history)}

    (presence,) = found
    assert presence is not None
    assert (presence.state, presence.is_inside) == (state, is_inside)
    assert presence.is_present is (state in {"present", "late"})


def test_an_annulled_entry_leaves_nothing_and_annulling_the_annulment_brings_it_back() -> None:
    entry, undone = event(1, "entry"), event(2, "annulment", annuls=1)
    redone, undone_again = event(3, "annulment", annuls=2), event(4, "annulment", annuls=3)

    assert presence_of([entry, undone]) is None
    assert presence_of([entry, undone, redone]) == presence_of([entry])
    assert presence_of([entry, undone, redone, undone_again]) is None


def test_of_two_annulments_taking_one_back_is_not_enough() -> None:
    history = [event(1, "entry"), event(2, "annulment", annuls=1), event(3, "annulment", annuls=1)]

    assert presence_of([*history, event(4, "annulment", annuls=3)]) is None


def test_entries_of_one_moment_are_told_apart_by_their_ids() -> None:
    entries = [Event(name, "entry", "morning", "person", STARTS) for name in ("b", "a", "c")]

    assert {
        presence.event_id for order in permutations(entries) if (presence := presence_of(order))
    } == {"a"}
