"""A large sheet on small paper: which part goes on which page. Values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.printing.shapes import Box

if TYPE_CHECKING:
    from bootcamp_app.printing.units import PageSize

STRIP = 25.4
"""Millimetres along two sides of a page that hold the codes and what is said of the part."""
BARE = 9.0
"""What stays white along the other two sides."""
OVERLAP = 10.0
"""By so much at least two parts show the same, so that they can be glued together."""


@dataclass(frozen=True)
class Tile:
    """One page: the part of it that shows something, and which part of the sheet that is."""

    page: PageSize
    area: Box
    """Where on the page the part is drawn."""
    left: float
    top: float
    """Where the corner of the page's paper lies on the large sheet."""
    row: int
    column: int
    """From 1."""
    rows: int
    columns: int
    across: float = 0
    down: float = 0
    """How much it shares with the next one to the right, and with the next one below."""

    @property
    def number(self) -> int:
        """Which part it is, row by row, from 1."""
        return (self.row - 1) * self.columns + self.column

    @property
    def has_strips_above(self) -> bool:
        """Whether its strips run along the upper and the lower side, not left and right."""
        return self.area.top >= STRIP


def tiles_of(sheet: PageSize, paper: PageSize) -> list[Tile]:
    """Give the pages that cover the sheet, row by row, in the direction that needs fewest."""
    ways = [
        _Way(page, margins)
        for page in (paper.portrait, paper.landscape)
        for margins in ((BARE, STRIP), (STRIP, BARE))
    ]
    return min((list(way.tiles(sheet)) for way in ways), key=len)


class _Way(NamedTuple):
    """One direction of the paper, and which of its sides are bare."""

    page: PageSize
    margins: tuple[float, float]

    def tiles(self, sheet: PageSize) -> list[Tile]:
        x, y = self.margins
        area = Box(x, y, self.page.width - 2 * x, self.page.height - 2 * y)
        columns, rows = _count(sheet.width, area.width), _count(sheet.height, area.height)
        across, down = (
            _step(sheet.width, area.width, columns),
            _step(sheet.height, area.height, rows),
        )
        return [
            Tile(
                self.page,
                area,
                left=_first(sheet.width, area.width) + column * across - x,
                top=_first(sheet.height, area.height) + row * down - y,
                row=row + 1,
                column=column + 1,
                rows=rows,
                columns=columns,
                across=area.width - across if column + 1 < columns else 0,
                down=area.height - down if row + 1 < rows else 0,
            )
            for row in range(rows)
            for column in range(columns)
        ]


def _count(whole: float, part: float) -> int:
    return max(ceil((whole - OVERLAP) / (part - OVERLAP) - 1e-9), 1)


def _step(whole: float, part: float, count: int) -> float:
    """Give how far one part lies from the next: evenly, so that the last one is full, too."""
    return (whole - part) / (count - 1) if count > 1 else 0.0


def _first(whole: float, part: float) -> float:
    """Give where the first part begins: a sheet smaller than a part lies in its middle."""
    return min((whole - part) / 2, 0.0)
