"""Boards on paper: one into any place of a page, or one as a file of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from bootcamp_app.features.canvases.corner_codes import CornerCode
from bootcamp_app.features.canvases.corner_marks import Marks
from bootcamp_app.features.canvases.cut_notes import draw_cut_notes
from bootcamp_app.features.canvases.sheets import (
    SIZES,
    Drawn,
    draw_canvas,
    draw_sheet,
    of_board,
    sheet_of,
)
from bootcamp_app.features.canvases.tile_marks import draw_marks
from bootcamp_app.features.canvases.tiling import tiles_of
from bootcamp_app.printing.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.pencil import Surface
    from bootcamp_app.features.canvases.sheets import Sheet
    from bootcamp_app.printing.shapes import Box

    Progress = Callable[[int, int], object]

TILES = ("A4", "A3", "Letter")
_PREPARED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def no_progress(_done: int, _of: int) -> None:
    """Tell nobody how far the work is."""


def draw_board(surface: Surface, handed: Handed, place: Box) -> Box:
    """Draw a board as large as a place allows, without codes; gives where it lies."""
    return draw_canvas(surface, of_board(handed), place)


def print_board(
    handed: Handed,
    size: str,
    target: Path | BinaryIO,
    tile: str | None = None,
    step: Progress = no_progress,
) -> int:
    """Write a board on a sheet of a size, landscape, and give the pages.

    It lies on one sheet, or on as many of the size `tile` as it needs. What `step` raises stops
    the work, and then there is no file. What a note has no room for stands on pages that follow.
    """
    return print_canvas(of_board(handed), size, target, tile, step)


def print_canvas(
    drawn: Drawn, size: str, target: Path | BinaryIO, tile: str | None, step: Progress = no_progress
) -> int:
    """Write a board or a blank template, as `print_board` does."""
    sheet = sheet_of(size, drawn.items)
    board = drawn.handed.contents.board if drawn.handed else None
    made_at = board.made_at if board else _PREPARED_AT
    if made_at.tzinfo is None:
        made_at = made_at.replace(tzinfo=UTC)
    step(0, 1)
    with Paper(target, title=drawn.title, size=sheet.size, made_at=made_at) as paper:
        cut = draw_pages(paper, drawn, size, tile, step)
        if drawn.handed is not None:
            draw_cut_notes(paper, drawn.handed, cut)
        pages = paper.pages
        # Whoever stops the work at the last moment gets no file either.
        step(pages, pages)
    return pages


def draw_pages(
    paper: Paper, drawn: Drawn, size: str, tile: str | None, step: Progress = no_progress
) -> Sequence[str]:
    """Draw a board or a blank template on pages of a paper that may hold others, too.

    Gives the notes that are cut, as `draw_sheet` does.
    """
    sheet = sheet_of(size, drawn.items)
    if tile is None or tile == size:
        paper.page(sheet.size)
        return draw_sheet(paper, drawn, sheet)
    return _draw_tiles(paper, drawn, sheet, tile, step)


def _draw_tiles(
    paper: Paper, drawn: Drawn, sheet: Sheet, tile: str, step: Progress
) -> Sequence[str]:
    cut: list[str] = []
    tiles = tiles_of(sheet.size, SIZES[tile])
    for done, part in enumerate(tiles):
        step(done, len(tiles))
        paper.page(part.page)
        paper.window(
            (("sheet", drawn.number, drawn.handed.team if drawn.handed else ""), sheet.size),
            lambda whole: cut.extend(draw_sheet(whole, drawn, sheet)),
            (-part.left, -part.top),
            part.area,
        )
        code = CornerCode(drawn.number, part.number, 1, sheet.paper, tile)
        Marks(part.page).draw(paper, code)
        draw_marks(paper, part, drawn.title)
    return cut
