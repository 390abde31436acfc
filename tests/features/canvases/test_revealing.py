"""Covered notes come to light in the order in which they are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases import revealing
from tests.features.canvases.facilitating import board_with, note

if TYPE_CHECKING:
    from tests.desk import Desk


def test_notes_are_covered_and_shown_one_by_one_by_zone_and_all_at_once(sqlite_desk: Desk) -> None:
    below = replace(note("below"), top=120.0)
    board = board_with(sqlite_desk, note("cso", "cso"), below, note("above"), note("out", ""))
    boards = sqlite_desk.app.boards

    def hidden() -> list[str]:
        return [one.id for one in revealing.hidden(boards.contents(board.id))]

    boards.apply(board.id, revealing.covering(boards.contents(board.id)))
    steps = [hidden()]
    boards.apply(board.id, revealing.revealing_next(boards.contents(board.id)))
    steps.append(hidden())
    boards.apply(board.id, revealing.revealing_all(boards.contents(board.id), "cso"))
    steps.append(hidden())
    act = boards.apply(board.id, revealing.revealing_all(boards.contents(board.id)))
    steps.append(hidden())
    sqlite_desk.app.records.undo_act(act)
    steps.append(hidden())

    assert steps == [
        ["above", "below", "cso", "out"],
        ["below", "cso", "out"],
        ["below", "out"],
        [],
        ["below", "out"],
    ]


def test_where_nothing_is_covered_there_is_nothing_to_do(sqlite_desk: Desk) -> None:
    contents = sqlite_desk.app.boards.contents(board_with(sqlite_desk, note("a")).id)

    assert not revealing.revealing_next(contents)
    assert revealing.covering(contents, "cso").changed == {}
