"""Snapshots: a board kept as it was, and what became of it since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.features.canvases.comparing import CAME, CHANGED, MOVED, WENT, compared
from bootcamp_app.features.canvases.snapshots import title_at
from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard
from bootcamp_app.features.canvases.voting import NewRound
from tests.features.canvases.facilitating import board_with, note

if TYPE_CHECKING:
    from tests.clock import FakeClock
    from tests.desk import Desk

KEYS = st.sets(st.sampled_from("abcdefgh"))


def test_a_snapshot_stays_as_the_board_was(desk: Desk, clock: FakeClock) -> None:
    styled = Item("line", "connector", source="a", target="p", style={"ends": "arrow"})
    board = board_with(desk, note("a", side="resident"), Item("p", "picture", picture="7"), styled)
    kept = desk.app.snapshots.keep(board.id)
    clock.forward(minutes=48 * 60)
    desk.app.boards.apply(board.id, Gesture(changed={"a": {"text": "other"}}, removed=("p",)))
    later = desk.app.snapshots.keep(board.id)

    first, second = desk.app.snapshots.all(board.id)

    assert first.contents.items == kept.contents.items
    assert {one.id: one.picture for one in first.contents.items if one.picture} == {"p": "7"}
    assert second.contents.items == later.contents.items == desk.app.boards.contents(board.id).items
    assert (first.title, second.title) == ("Day 1", "Day 3")
    assert desk.app.records.faults() == []


def test_a_snapshot_has_the_dots_of_its_moment(sqlite_desk: Desk) -> None:
    board = board_with(sqlite_desk, note("a"))
    held = sqlite_desk.app.votes.open(board.id, NewRound("hands"))
    sqlite_desk.app.votes.vote(held, "a", dots=4)
    kept = sqlite_desk.app.snapshots.keep(board.id, "  Before lunch ")
    sqlite_desk.app.votes.vote(held, "a", dots=9)

    assert sqlite_desk.app.snapshots.dots(kept) == {"a": 4}
    assert kept.title == "Before lunch"


def test_a_second_snapshot_of_a_day_is_numbered(sqlite_desk: Desk) -> None:
    snapshots = sqlite_desk.app.snapshots
    board = sqlite_desk.app.boards.make(sqlite_desk.bootcamp, NewBoard("persona"))

    kept = [snapshots.keep(board.id, "Day 1").title for _time in range(2)]

    assert [*kept, snapshots.keep(board.id, "Day 1").title] == ["Day 1", "Day 1 (2)", "Day 1 (3)"]
    assert snapshots.keep(board.id, "x" * 300).title == "x" * 120
    assert snapshots.keep(board.id, "x" * 300).title == "x" * 112 + " (2)"


def test_a_removed_snapshot_comes_back(sqlite_desk: Desk) -> None:
    board = board_with(sqlite_desk, note("a"))
    kept = sqlite_desk.app.snapshots.keep(board.id)
    sqlite_desk.app.snapshots.rename(kept, "Before the vote")

    act = sqlite_desk.app.snapshots.remove(kept)
    gone = sqlite_desk.app.snapshots.all(board.id)
    sqlite_desk.app.records.undo_act(act)

    assert gone == []
    assert [one.title for one in sqlite_desk.app.snapshots.all(board.id)] == ["Before the vote"]


def test_a_day_outside_the_bootcamp_is_called_by_its_date() -> None:
    first, last = date(2026, 3, 2), date(2026, 3, 4)

    assert [title_at(day, first, last) for day in (first, last, date(2026, 3, 5))] == [
        "Day 1",
        "Day 3",
        "2026-03-05",
    ]


def test_what_came_went_changed_and_moved_is_told() -> None:
    before = [note("stays"), note("goes"), note("says"), note("moves")]
    after = [
        replace(note("stays"), x=77.0, place=5.0),
        replace(note("says"), text="more"),
        replace(note("moves"), zone="cso", side="resident"),
        note("new"),
        Item("line", "connector", source="stays", target="new"),
    ]

    found = compared(before, after)

    told = {kind: found.ids(kind) for kind in (CAME, WENT, CHANGED, MOVED)}
    assert told == {
        CAME: ["new"],
        WENT: ["goes"],
        CHANGED: ["says", "moves"],
        MOVED: ["moves"],
    }


@settings(max_examples=40)
@given(KEYS, KEYS)
def test_backwards_what_came_went(before: set[str], after: set[str]) -> None:
    was, now = [note(one) for one in sorted(before)], [note(one) for one in sorted(after)]

    assert compared(was, now).ids(CAME) == compared(now, was).ids(WENT) == sorted(after - before)
    assert compared(was, was).differences == ()
