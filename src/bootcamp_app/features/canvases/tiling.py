"""A large sheet on small paper: which part goes on which page, and the marks to join them by."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bootcamp_app.printing.paper import PageSize, Stroke, TextStyle

if TYPE_CHECKING:
    from bootcamp_app.printing.paper import Paper

_MARGIN = 10.0
"""What printers leave white, on each side; the parts overlap by twice as much."""

_CUT = Stroke("#8A8F94", 0.15, (2.0, 2.0))
_LABEL = TextStyle(7, 400, "#5B6672")


@dataclass(frozen=True)
class Tile:
    """One page: where the corner of its paper lies on the large sheet, in millimetres."""

    page: PageSize
    left: float = 0
    top: float = 0
    label: str = ""


def tiles_of(sheet: PageSize, paper: PageSize) -> list[Tile]:
    """Give the pages that cover the sheet, row by row, in the direction that needs fewer."""
    upright, across = (_grid(sheet, page) for page in (paper.portrait, paper.landscape))
    return min(upright, across, key=len)


def draw_marks(paper: Paper, tile: Tile) -> None:
    """Draw where to cut, and which part this is; nothing on a sheet that is whole."""
    if not tile.label:
        return
    width, height = tile.page.width, tile.page.height
    for x in (_MARGIN, width - _MARGIN):
        paper.line(x, 0, x, height, _CUT)
    for y in (_MARGIN, height - _MARGIN):
        paper.line(0, y, width, y, _CUT)
    paper.text(width / 2, height - _MARGIN / 2, tile.label, _LABEL, align="center")


def _grid(sheet: PageSize, page: PageSize) -> list[Tile]:
    width, height = page.width - 2 * _MARGIN, page.height - 2 * _MARGIN
    columns, rows = ceil(sheet.width / width), ceil(sheet.height / height)
    return [
        Tile(
            page,
            left=column * width - _MARGIN,
            top=row * height - _MARGIN,
            label=f"{row + 1}/{rows} · {column + 1}/{columns}",
        )
        for row in range(rows)
        for column in range(columns)
    ]
