"""What a board refuses in one sentence, what it brings within bounds, and what it never loses."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases import board_writing, item_rules
from bootcamp_app.features.canvases.item_rules import MOST_LETTERS
from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board
    from tests.desk import Desk

NOTE = Item("note-1", "note", "gov", 20, 80, 38, 38, text="ទឹកជំនន់")


@pytest.fixture
def board(sqlite_desk: Desk) -> Board:
    return sqlite_desk.app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership"))


def only(desk: Desk, board: Board) -> Item:
    (found,) = desk.app.boards.contents(board.id).items
    return found


@pytest.mark.parametrize(
    "values",
    [
        {"x": nan},
        {"top": inf},
        {"width": "38"},
        {"height": None},
        {"x": True},
        {"text": "ក" * (MOST_LETTERS + 1)},
        {"text": 5},
        {"side": "king"},
        {"colour": "url(x)"},
        {"is_hidden": "no"},
        {"style": {"a": nan}},
        {"style": {"a": "x" * 5000}},
        {"style": [1]},
        {"group_id": "g" * 200},
        {"board_id": "another"},
        {"id": "another"},
        {"kind": "frame"},
        {"nonsense": 1},
    ],
)
def test_a_bad_value_is_refused_and_nothing_of_the_gesture_is_done(
    sqlite_desk: Desk, board: Board, values: dict[str, Any]
) -> None:
    app = sqlite_desk.app
    app.boards.apply(board.id, Gesture(added=(NOTE,)))

    with pytest.raises(Refusal):
        app.boards.apply(
            board.id, Gesture(added=(Item("note-2", "note"),), changed={NOTE.id: values})
        )

    assert only(sqlite_desk, board) == NOTE


def test_what_is_far_away_is_brought_to_the_edge(sqlite_desk: Desk, board: Board) -> None:
    far = replace(NOTE, x=1e300, top=-(10**400), width=-5, height=10**9)

    sqlite_desk.app.boards.apply(board.id, Gesture(added=(far,)))

    found = only(sqlite_desk, board)
    assert (found.x, found.top, found.width, found.height) == (10_000, -10_000, 0, 10_000)


def test_letters_that_no_file_can_hold_are_replaced(sqlite_desk: Desk, board: Board) -> None:
    odd = replace(NOTE, text="a\ud800b\0c")

    sqlite_desk.app.boards.apply(board.id, Gesture(added=(odd,)))

    assert only(sqlite_desk, board).text == "a\ufffdbc"


@pytest.mark.parametrize("again", [(NOTE,), (Item("x", "note"), Item("x", "note"))])
def test_the_same_thing_is_not_laid_twice(
    sqlite_desk: Desk, board: Board, again: tuple[Item, ...]
) -> None:
    sqlite_desk.app.boards.apply(board.id, Gesture(added=(NOTE,)))

    with pytest.raises(Refusal, match="on the board already"):
        sqlite_desk.app.boards.apply(board.id, Gesture(added=again))

    assert only(sqlite_desk, board) == NOTE


def test_a_board_and_a_step_hold_only_so_much(
    sqlite_desk: Desk, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, most = sqlite_desk.app, 30
    assert item_rules.MOST_ITEMS >= 5_000
    for module in (item_rules, board_writing):
        monkeypatch.setattr(module, "MOST_ITEMS", most)
    full = tuple(Item(f"n{n}", "note") for n in range(most))
    with pytest.raises(Refusal, match="in several steps"):
        app.boards.apply(board.id, Gesture(added=(*full, NOTE)))

    app.boards.apply(board.id, Gesture(added=full))

    with pytest.raises(Refusal, match="Make another board"):
        app.boards.apply(board.id, Gesture(added=(NOTE,)))
    assert len(app.boards.contents(board.id).items) == most


def test_a_gesture_touches_no_other_board(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    other = app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership"))
    app.boards.apply(board.id, Gesture(added=(NOTE,)))

    app.boards.apply(other.id, Gesture(changed={NOTE.id: {"x": 1}}, removed=(NOTE.id,)))

    assert only(sqlite_desk, board) == NOTE


def test_a_board_has_a_known_paper_and_a_short_title(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    with pytest.raises(Refusal, match="no paper B5"):
        app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership", paper="B5"))
    with pytest.raises(Refusal, match="no paper"):
        app.boards.change(board, paper="wall")
    with pytest.raises(Refusal, match="300 letters"):
        app.boards.change(board, title_km="ក" * 301)
    with pytest.raises(Refusal, match="no canvas"):
        app.boards.make(sqlite_desk.bootcamp, NewBoard("nothing"))


def test_a_board_is_found_by_number_id_and_title(sqlite_desk: Desk) -> None:
    app, bootcamp = sqlite_desk.app, sqlite_desk.bootcamp
    with pytest.raises(Refusal, match="no board as yet"):
        app.boards.find(bootcamp, "1")
    water = app.boards.make(bootcamp, NewBoard("co-ownership", title_km="ទឹក", title_en="Water"))
    plain = app.boards.make(bootcamp, NewBoard("co-ownership"))

    for ref in (water.id, water.number, "water", " ទឹក ", water.id.upper()):
        assert app.boards.find(bootcamp, ref).id == water.id
    assert app.boards.find(bootcamp, "Shared ownership agreement").id == plain.id
    with pytest.raises(Refusal, match="means several boards"):
        app.boards.find(bootcamp, water.id[:3])
    with pytest.raises(Refusal, match=f"There is no board “x”.*{water.number}"):
        app.boards.find(bootcamp, "x")


def test_boards_are_counted_with_their_last_change(sqlite_desk: Desk, board: Board) -> None:
    app, clock = sqlite_desk.app, sqlite_desk.clock
    empty = app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership"))
    clock.forward(minutes=5)
    arrow = Item("arrow", "connector", source=NOTE.id, target=NOTE.id)
    app.boards.apply(board.id, Gesture(added=(NOTE, arrow)))
    clock.forward(minutes=5)
    app.boards.apply(board.id, Gesture(changed={NOTE.id: {"x": 5}}))

    counted = app.boards.counts(sqlite_desk.bootcamp)

    assert (counted[board.id].notes, counted[empty.id].notes) == (1, 0)
    assert counted[board.id].changed_at == clock.now()
    assert counted[empty.id].changed_at == empty.made_at


def test_whoever_removes_a_board_is_told_what_goes_and_gets_it_back(
    sqlite_desk: Desk, board: Board
) -> None:
    app = sqlite_desk.app
    arrow = Item("arrow", "connector", source=NOTE.id, target=NOTE.id)
    app.boards.apply(board.id, Gesture(added=(NOTE, arrow)))
    going = app.boards.leaving(board)
    assert (going.notes, going.others, going.votes, going.snapshots) == (1, 1, 0, 0)

    app.boards.remove(board)
    with pytest.raises(Refusal, match="no more"):
        app.boards.apply(board.id, Gesture(removed=(NOTE.id,)))
    app.records.undo()

    assert len(app.boards.contents(board.id).items) == 2
    assert app.records.faults() == []
