"""Answers of a team's earlier canvases, carried into the zones that ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard

if TYPE_CHECKING:
    from tests.desk import Desk


def challenge(desk: Desk, team: str, *texts: str) -> None:
    """Have a team answer its problem definition."""
    board = desk.app.boards.make(desk.bootcamp, NewBoard("problem-definition", team))
    notes = [
        Item(
            f"{board.id}-{n}", "note", "challenge", 300 + n, 200, 38, 38, text=text, side="resident"
        )
        for n, text in enumerate(texts)
    ]
    elsewhere = Item(f"{board.id}-x", "note", "issue", text="not asked for")
    desk.app.boards.apply(board.id, Gesture(added=(*notes, elsewhere)))
    desk.clock.forward(minutes=1)


def test_answers_come_once_and_say_where_they_are_from(sqlite_desk: Desk) -> None:
    app = sqlite_desk.app
    challenge(sqlite_desk, "1", "ស្អាត", "clean", " ")
    challenge(sqlite_desk, "2", "of others")
    board = app.boards.make(sqlite_desk.bootcamp, NewBoard("sdg-local", "1"))

    assert app.boards.carry(board) == 2
    assert app.boards.carry(board) == 0

    notes = app.boards.contents(board.id).items
    assert [one.text for one in notes] == ["ស្អាត", "clean"]
    assert {(one.zone, one.side) for one in notes} == {("issue", "resident")}
    assert all(one.carried_from and one.width > 0 for one in notes)
    assert app.board_history.undo(board.id) == "Taken back."
    assert app.boards.contents(board.id).items == ()


def test_the_newest_of_several_canvases_answers(sqlite_desk: Desk) -> None:
    app = sqlite_desk.app
    challenge(sqlite_desk, "1", "first thought")
    challenge(sqlite_desk, "1", "second thought")
    board = app.boards.make(sqlite_desk.bootcamp, NewBoard("sdg-local", "1"))

    app.boards.carry(board)

    assert [one.text for one in app.boards.contents(board.id).items] == ["second thought"]


def test_what_a_team_threw_away_is_not_brought_again(sqlite_desk: Desk) -> None:
    app = sqlite_desk.app
    challenge(sqlite_desk, "1", "kept", "thrown")
    board = app.boards.make(sqlite_desk.bootcamp, NewBoard("sdg-local", "1"))
    app.boards.carry(board)
    app.board_history.undo(board.id)

    assert app.boards.carry(board) == 2
    thrown = next(one for one in app.boards.contents(board.id).items if one.text == "thrown")
    app.boards.apply(board.id, Gesture(removed=(thrown.id,)))

    assert app.boards.carry(board) == 0
    assert [one.text for one in app.boards.contents(board.id).items] == ["kept"]
