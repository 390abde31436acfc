"""A board with notes of all sides, on which a bootcamp votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board
    from tests.desk import Desk


def note(key: str, zone: str = "gov", side: str = "", **more: object) -> Item:
    """Give a note of so many letters in a zone."""
    values = {"x": 20.0, "top": 80.0, "width": 38.0, "height": 38.0, "text": key, **more}
    return Item(key, "note", zone, side=side, **values)  # type: ignore[arg-type]


def board_with(desk: Desk, *items: Item, team: str = "") -> Board:
    """Make a board with items on it."""
    board = desk.app.boards.make(desk.bootcamp, NewBoard("co-ownership", team=team))
    desk.app.boards.apply(board.id, Gesture(added=items))
    return board
