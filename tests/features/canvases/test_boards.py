"""Boards: made, changed by gestures, and found again as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board
    from tests.desk import Desk


@pytest.fixture
def board(desk: Desk) -> Board:
    return desk.app.boards.make(desk.bootcamp, NewBoard("co-ownership"))


def test_a_board_is_found_again_with_what_lies_on_it(desk: Desk, board: Board) -> None:
    note = Item("note-1", "note", "gov", 20, 80, 38, 38, text="ទឹកជំនន់")

    desk.app.boards.apply(board.id, Gesture(added=(note,)))
    desk.app.boards.apply(board.id, Gesture(changed={note.id: {"x": 30.5, "side": "resident"}}))

    (found,) = desk.app.boards.contents(board.id).items
    assert (found.x, found.text, found.side) == (30.5, "ទឹកជំនន់", "resident")


def test_a_gesture_is_taken_back_as_one(desk: Desk, board: Board) -> None:
    notes = tuple(Item(f"note-{n}", "note") for n in range(3))

    act = desk.app.boards.apply(board.id, Gesture(added=notes))
    desk.app.records.undo_act(act)

    assert desk.app.boards.contents(board.id).items == ()
    assert desk.app.records.faults() == []


def test_a_removed_board_comes_back_with_its_notes(desk: Desk, board: Board) -> None:
    desk.app.boards.apply(board.id, Gesture(added=(Item("note-1", "note"),)))

    desk.app.boards.remove(board)
    desk.app.records.undo()

    assert [one.id for one in desk.app.boards.contents(board.id).items] == ["note-1"]
