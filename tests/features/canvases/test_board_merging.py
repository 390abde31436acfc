"""Two laptops work on one board; whatever they do and however it arrives, they end equal."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.bootstrap import build
from bootcamp_app.core.ids import new_id
from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard
from tests.clock import FakeClock
from tests.desk import Desk
from tests.storage.desks import facts_for, seen_by, take_in

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Step:
    """One gesture on one of the laptops; `which` says on which of the notes that lie there."""

    desk: int
    verb: str
    which: int
    value: int


steps = st.lists(
    st.builds(
        Step,
        desk=st.integers(0, 1),
        verb=st.sampled_from(["lay", "lay", "move", "write", "take", "undo", "redo", "carry over"]),
        which=st.integers(0, 9),
        value=st.integers(0, 300),
    ),
    min_size=2,
    max_size=12,
)


@pytest.fixture(scope="module")
def desks() -> Iterator[list[Desk]]:
    """Two laptops, opened once; each program gets a board of its own."""
    memory = Path("/dev/shm")
    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        ExitStack() as stack,
    ):
        opened = []
        for name in ("here", "there"):
            clock = FakeClock()
            app = build(Path(folder) / f"{name}.bootcamp", clock, name)
            stack.callback(app.database.close)
            opened.append(Desk(app, clock))
        assert opened[0].bootcamp
        yield opened


def hand_over(giver: Desk, taker: Desk, chance: Random) -> None:
    """Bring what one knows to the other, in any order and in two parts."""
    facts = facts_for(giver.app.database, seen_by(taker.app.database))
    chance.shuffle(facts)
    middle = len(facts) // 2
    take_in(taker.app.database, facts[middle:])
    take_in(taker.app.database, facts[:middle])


def do(desk: Desk, board_id: str, step: Step) -> None:
    boards, history = desk.app.boards, desk.app.board_history
    lying = boards.contents(board_id).items
    key = lying[step.which % len(lying)].id if lying else ""
    if step.verb == "lay":
        note = Item(new_id(), "note", x=float(step.value), text=str(step.value))
        boards.apply(board_id, Gesture(added=(note,)))
    elif step.verb == "move":
        boards.apply(board_id, Gesture(changed={key: {"x": float(step.value), "zone": "gov"}}))
    elif step.verb == "write":
        boards.apply(board_id, Gesture(changed={key: {"text": str(step.value)}}))
    elif step.verb == "take":
        boards.apply(board_id, Gesture(removed=(key,)))
    elif step.verb == "undo" and history.state(board_id)[0]:
        history.undo(board_id)
    elif step.verb == "redo" and history.state(board_id)[1]:
        history.redo(board_id)


@settings(max_examples=15, deadline=None)
@given(program=steps, seed=st.integers(0, 1000))
def test_two_laptops_end_with_one_board(desks: list[Desk], program: list[Step], seed: int) -> None:
    here, there = desks
    chance = Random(seed)
    board = here.app.boards.make(here.bootcamp, NewBoard("co-ownership"))
    hand_over(here, there, chance)
    for step in program:
        desk = desks[step.desk]
        if step.verb == "carry over":
            hand_over(desks[1 - step.desk], desk, chance)
            continue
        desk.clock.forward(seconds=step.which)
        do(desk, board.id, step)
    hand_over(here, there, chance)
    hand_over(there, here, chance)

    one, other = (desk.app.boards.contents(board.id).items for desk in desks)

    assert one == other


def test_both_workspaces_are_sound_after_all_that(desks: list[Desk]) -> None:
    assert [desk.app.records.faults() for desk in desks] == [[], []]


def test_a_note_that_was_done_again_may_arrive_backwards(desks: list[Desk]) -> None:
    here, there = desks
    hand_over(here, there, Random(0))
    board = here.app.boards.make(here.bootcamp, NewBoard("co-ownership"))
    here.app.boards.apply(board.id, Gesture(added=(Item(new_id(), "note", text="again"),)))
    here.app.board_history.undo(board.id)
    here.app.board_history.redo(board.id)

    for fact in reversed(facts_for(here.app.database, seen_by(there.app.database))):
        take_in(there.app.database, [fact])

    assert [one.text for one in there.app.boards.contents(board.id).items] == ["again"]


def test_where_a_note_lies_and_its_zone_come_from_one_laptop(desks: list[Desk]) -> None:
    here, there = desks
    hand_over(there, here, Random(0))
    board = here.app.boards.make(here.bootcamp, NewBoard("co-ownership"))
    key = new_id()
    note = Item(key, "note", "gov", x=10, top=20)
    here.app.boards.apply(board.id, Gesture(added=(note,)))
    hand_over(here, there, Random(0))
    here.clock.forward(minutes=1)
    here.app.boards.apply(board.id, Gesture(changed={key: {"x": 200.0, "zone": "cso"}}))
    there.clock.forward(minutes=2)
    there.app.boards.apply(board.id, Gesture(changed={key: {"top": 90.0, "zone": "solution"}}))
    hand_over(here, there, Random(1))
    hand_over(there, here, Random(1))

    for desk in desks:
        [one] = desk.app.boards.contents(board.id).items
        assert (one.x, one.top, one.zone) == (10, 90.0, "solution")
    here.app.board_history.undo(board.id)
    [one] = here.app.boards.contents(board.id).items
    assert (one.x, one.top, one.zone) == (10, 90.0, "solution")
