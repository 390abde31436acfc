"""A picture of vectors: text that can be searched, and the fonts and pictures that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.file_views import Format
from bootcamp_app.features.canvases.sheets import draw_sheet, of_board, sheet_of
from bootcamp_app.printing.svg import SvgPaper

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed


def write(handed: Handed, path: Path) -> None:
    """Write the board as it prints on its paper."""
    data = svg_of(handed)
    with whole_file(path) as part:
        part.write_bytes(data)


def svg_of(handed: Handed) -> bytes:
    """Give the file, for a page that holds several."""
    board, drawn = handed.contents.board, of_board(handed)
    sheet = sheet_of(board.paper, drawn.items)
    surface = SvgPaper(board.title, sheet.size)
    draw_sheet(surface, drawn, sheet)
    return surface.finish()


ENTRY = Format(".svg", N_("Picture of vectors (SVG)"), write)
