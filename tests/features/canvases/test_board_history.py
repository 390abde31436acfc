"""Undo and redo of a board: this laptop's steps, without limit, after a restart too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.views import BoardChanged, Gesture, Item, NewBoard
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.canvases.views import Board
    from tests.clock import FakeClock
    from tests.desk import Desk


@pytest.fixture
def board(sqlite_desk: Desk) -> Board:
    return sqlite_desk.app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership"))


@pytest.fixture
def closing() -> Iterator[Callable[[App], App]]:
    """Takes services whose workspace is closed after the test."""
    opened: list[App] = []

    def take(app: App) -> App:
        opened.append(app)
        return app

    yield take
    for app in opened:
        app.database.close()


def write(app: App, board: Board, *names: str) -> None:
    """Lay notes on a board, each in a gesture of its own."""
    for name in names:
        app.boards.apply(board.id, Gesture(added=(Item(name, "note", text=name),)))


def lying(app: App, board: Board) -> list[str]:
    return sorted(one.id for one in app.boards.contents(board.id).items)


def test_a_fresh_board_has_nothing_to_undo(sqlite_desk: Desk, board: Board) -> None:
    history = sqlite_desk.app.board_history

    assert history.state(board.id) == (False, False)
    with pytest.raises(Refusal, match="nothing on this board to undo"):
        history.undo(board.id)
    with pytest.raises(Refusal, match="nothing on this board to do again"):
        history.redo(board.id)


def test_steps_are_taken_back_and_done_again_in_their_order(
    sqlite_desk: Desk, board: Board
) -> None:
    app = sqlite_desk.app
    write(app, board, "a", "b", "c")

    seen = [lying(app, board)]
    for _ in range(3):
        app.board_history.undo(board.id)
        seen.append(lying(app, board))
    assert app.board_history.state(board.id) == (False, True)
    for _ in range(3):
        app.board_history.redo(board.id)
        seen.append(lying(app, board))

    assert seen == [list(one) for one in ("abc", "ab", "a", "", "a", "ab", "abc")]
    assert app.board_history.state(board.id) == (True, False)


def test_going_back_and_forth_many_times_ends_where_it_began(
    sqlite_desk: Desk, board: Board
) -> None:
    app = sqlite_desk.app
    write(app, board, "a", "b")

    for _ in range(12):
        app.board_history.undo(board.id)
        app.board_history.undo(board.id)
        app.board_history.redo(board.id)
        app.board_history.redo(board.id)

    assert lying(app, board) == ["a", "b"]
    app.board_history.undo(board.id)
    assert lying(app, board) == ["a"]
    # However often it was, no name of an act grows without end: no index of a server holds it.
    assert max(len(one.act) for one in app.records.history("a")) < 700
    app.records.undo()
    assert lying(app, board) == []


def test_whatever_is_done_anew_ends_redo(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    write(app, board, "a", "b")
    app.board_history.undo(board.id)

    write(app, board, "c")
    assert app.board_history.state(board.id) == (True, False)
    app.board_history.undo(board.id)
    app.board_history.undo(board.id)

    assert lying(app, board) == []
    app.board_history.redo(board.id)
    app.board_history.redo(board.id)
    assert lying(app, board) == ["a", "c"]
    assert app.board_history.state(board.id) == (True, False)


def test_each_board_has_its_own_steps(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    other = app.boards.make(sqlite_desk.bootcamp, NewBoard("co-ownership"))
    write(app, board, "a")
    write(app, other, "b")

    app.board_history.undo(board.id)

    assert (lying(app, board), lying(app, other)) == ([], ["b"])
    assert app.board_history.state(other.id) == (True, False)


def test_what_was_removed_comes_back_and_moves_go_back(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    write(app, board, "a")
    app.boards.apply(board.id, Gesture(changed={"a": {"x": 55.5}}))
    app.boards.apply(board.id, Gesture(removed=("a",)))

    app.board_history.undo(board.id)
    assert app.boards.contents(board.id).items[0].x == 55.5
    app.board_history.undo(board.id)
    assert app.boards.contents(board.id).items[0].x == 0
    app.board_history.redo(board.id)
    app.board_history.redo(board.id)
    assert lying(app, board) == []


def test_steps_outlive_a_restart(
    sqlite_desk: Desk, board: Board, sqlite_place: str, clock: FakeClock
) -> None:
    write(sqlite_desk.app, board, "a", "b")
    sqlite_desk.app.board_history.undo(board.id)
    sqlite_desk.app.database.close()

    app = build(sqlite_place, clock)
    assert app.board_history.state(board.id) == (True, True)
    app.board_history.redo(board.id)
    app.board_history.undo(board.id)
    app.board_history.undo(board.id)

    assert lying(app, board) == []
    app.database.close()


def test_a_step_tells_the_page(sqlite_desk: Desk, board: Board) -> None:
    write(sqlite_desk.app, board, "a")
    told = sqlite_desk.announced(BoardChanged)

    assert sqlite_desk.app.board_history.undo(board.id) == "Taken back."

    assert told == [BoardChanged(board.id, ("a",))]


def test_what_another_laptop_did_stays_and_is_told(
    sqlite_desk: Desk, board: Board, tmp_path: Path, clock: FakeClock, closing: Callable[[App], App]
) -> None:
    here = sqlite_desk.app
    write(here, board, "a", "b")
    there = closing(build(tmp_path / "other.bootcamp", clock))
    exchange(here.database, there.database)
    clock.forward(minutes=1)
    write(there, board, "c")
    there.boards.apply(board.id, Gesture(changed={"b": {"text": "from there"}}))
    exchange(there.database, here.database)

    told = here.board_history.undo(board.id)

    assert told == "1 thing stays as it is, because it was changed or used since."
    assert lying(here, board) == ["a", "b", "c"]
    assert here.board_history.undo(board.id) == "Taken back."
    assert lying(here, board) == ["b", "c"]
    assert there.board_history.state(board.id) == (True, False)


def test_a_board_that_was_removed_and_came_back_is_no_step(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    write(app, board, "a", "b")
    app.board_history.undo(board.id)
    app.records.undo_act(app.boards.remove(board))

    assert app.board_history.state(board.id) == (True, False)
    with pytest.raises(Refusal, match="nothing on this board to do again"):
        app.board_history.redo(board.id)
    app.board_history.undo(board.id)
    assert lying(app, board) == []
    assert app.boards.all(sqlite_desk.bootcamp) == [board]


def test_two_people_who_became_one_are_no_step_of_a_board(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    stays, goes = (sqlite_desk.walk_in("Keo Dara", phone=one).participant for one in ("1", "2"))
    note = Item("a", "note", text="a", author=goes.participation_id)
    app.boards.apply(board.id, Gesture(added=(note,)))
    app.twins.merge(stays.person_id, goes.person_id)

    assert app.board_history.state(board.id) == (True, False)
    app.board_history.undo(board.id)

    assert {one.name_en for one in sqlite_desk.people()} == {"Keo Dara"}
    assert len(sqlite_desk.people()) == 1


def test_a_board_from_a_file_is_not_taken_away_by_undo_on_it(
    sqlite_desk: Desk, board: Board, tmp_path: Path
) -> None:
    app, file = sqlite_desk.app, tmp_path / "board.canvas"
    write(app, board, "a")
    app.board_files.export(board.id, "jsoncanvas", file)

    brought = app.board_files.take_in(sqlite_desk.bootcamp, file)

    assert app.board_history.state(brought.id) == (False, False)
    app.board_files.take_in(sqlite_desk.bootcamp, file, board.id)
    assert app.board_history.undo(board.id) == "Taken back."
    assert lying(app, board) == ["a"]


def test_on_a_board_that_is_no_more_nothing_is_taken_back(sqlite_desk: Desk, board: Board) -> None:
    app = sqlite_desk.app
    write(app, board, "a")
    app.boards.remove(board)

    assert app.board_history.state(board.id) == (False, False)
    for step in (app.board_history.undo, app.board_history.redo):
        with pytest.raises(Refusal, match="board"):
            step(board.id)
