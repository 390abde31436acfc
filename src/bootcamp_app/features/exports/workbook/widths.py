"""How wide columns must be, and how many lines a long text takes in one."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.features.reports.views import Cell, Column

NARROWEST, WIDEST = 6, 46
_WITHOUT_WIDTH = re.compile("\u17d2.|[\u17b7-\u17bd\u17c6\u17c9-\u17d3\u17dd\u0300-\u036f\u200b]")
"""What Khmer writes above and below the line."""
_KHMER = re.compile("[\u1780-\u17ff]")
_KHMER_WIDER = 1.3
_DAY, _MOMENT, _NUMBER = 10, 16, 5
_BUTTON = 2.5
_LATIN_NARROWER = 0.95


def width_of(text: str) -> float:
    """Give how many digits wide a text is, about; the widest of its lines."""
    return max(map(_line_width, text.split("\n")))


def lines_of(text: str, width: float) -> int:
    """Give how many lines a text takes in a column, about."""
    return sum(max(1, -int(-_line_width(line) // (width - 1))) for line in text.split("\n"))


def widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[float]:
    """Give how wide each column must be, by its title and these rows as people read them."""
    wide = [_of_title(column) for column in columns]
    for row in rows:
        for at, cell in enumerate(row):
            wide[at] = max(wide[at], _of_cell(cell))
    return [min(max(one + 1.5, NARROWEST), WIDEST) for one in wide]


def lines_of_titles(columns: Sequence[Column], wide: Sequence[float]) -> int:
    """Give how many lines the longest title takes."""
    titles = zip(columns, wide, strict=True)
    return max(lines_of(column.title, width - _BUTTON) for column, width in titles)


def _of_title(column: Column) -> float:
    """Give the room for the longest word of a title and the button of its filter."""
    return max((width_of(word) for word in column.title.split()), default=0) + _BUTTON


def _of_cell(cell: Cell) -> float:
    if isinstance(cell, str):
        return width_of(cell)
    if isinstance(cell, datetime):
        return _MOMENT
    return _DAY if isinstance(cell, date) else _NUMBER


def _line_width(line: str) -> float:
    bare = _WITHOUT_WIDTH.sub("", line)
    khmer = len(_KHMER.findall(bare))
    return (len(bare) - khmer) * _LATIN_NARROWER + khmer * _KHMER_WIDER
