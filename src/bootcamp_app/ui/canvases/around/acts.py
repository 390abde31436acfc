"""What the palette and the menus can do with boards, whether one is open or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.canvases.board_page import BoardPage
    from bootcamp_app.ui.canvases.canvases_page import CanvasesPage
    from bootcamp_app.ui.canvases.facilitation.parts import Facilitation

ON_BOARD: dict[str, Callable[[BoardPage], object]] = {
    "enter": lambda board: board.entry.field.setFocus(),
    "print": lambda board: board.show_paper(is_shown=True),
    "list": lambda board: board.show_list(is_shown=True),
    "paper": lambda board: board.show_list(is_shown=False),
    "whole": lambda board: board.view.fit_whole(),
    "tidy": lambda board: board.commands.carry_out("tidy"),
    "picture": lambda board: board.pictures.ask(),
    "take_in": lambda board: board.menu.action("take_in").trigger(),
    "carry": lambda board: board.menu.action("carry").trigger(),
    "vote": lambda board: facilitation(board).open_voting(),
    "show": lambda board: facilitation(board).present.present(),
    "snapshots": lambda board: facilitation(board).open_snapshots(),
    "time": lambda board: facilitation(board).pill.ask(),
}
"""What an act of the page does on the board that is open."""


def facilitation(board: BoardPage) -> Facilitation:
    """Give what facilitation has on the page of a board."""
    from bootcamp_app.ui.canvases.facilitation import parts  # noqa: PLC0415 - heavy

    return parts.facilitation(board)


def board_acts(page: CanvasesPage) -> dict[str, Callable[[], object]]:
    """Give what each act does."""
    on_board = {name: partial(_on_board, page, how) for name, how in ON_BOARD.items()}
    return {
        "boards": partial(page.show_section, "boards"),
        "new_board": partial(_new_board, page),
        "solutions": partial(page.show_section, "solutions"),
        "pack": partial(_make_pack, page),
        **on_board,
    }


def _new_board(page: CanvasesPage) -> None:
    from bootcamp_app.ui.canvases.boards_section import BoardsSection  # noqa: PLC0415 - a cycle

    page.show_section("boards")
    section = page.section("boards")
    if isinstance(section, BoardsSection):
        section.ask_new()


def _make_pack(page: CanvasesPage) -> None:
    from bootcamp_app.ui.canvases.solutions_section import (  # noqa: PLC0415 - made when wanted
        SolutionsSection,
    )

    page.show_section("solutions")
    section = page.section("solutions")
    if isinstance(section, SolutionsSection):
        section.ask_pack()


def _on_board(page: CanvasesPage, how: Callable[[BoardPage], object]) -> None:
    if page.board is not None and page.board.board_id:
        how(page.board)
    else:
        page.show_section("boards")
        page.said.emit(N_("Open a board first."), "")
