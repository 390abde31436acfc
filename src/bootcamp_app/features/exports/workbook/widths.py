"""How wide columns must be, and how many lines a long text takes in one."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.features.reports.views import Cell, Column

NARROWEST, WIDEST = 5, 46
WRAPPED = 15
"""From so wide on, a column of texts has them go over several lines."""
_WITHOUT_WIDTH = re.compile(
    "\u17d2[^\u179a]|[\u17b7-\u17bd\u17c6\u17c9-\u17d3\u17dd\u0300-\u036f\u200b]"
)
"""What Khmer writes above and below the line; a subscript ro stands before it."""
_KHMER = re.compile("[\u1780-\u17ff]")
_KHMER_SIGN, _NARROW_SIGN, _CAPITAL, _OTHER_SIGN = 1.25, 0.5, 1.3, 0.98
_NARROW = re.compile("[fijlrtI .,:;!|'()\\[\\]/-]")
_CAPITALS = re.compile("[A-HJ-Zmw@%]")
_DAY, _MOMENT, _SHARE = 10, 15, 5
_AROUND, _AROUND_NUMBER, _AROUND_TITLE = 1.3, 2.3, 0.8
_TITLE_NARROWER = 0.95
"""Titles are bold, but smaller."""
_WORD = re.compile("[^\\s\u200b]+")
_KHMER_WORD = {"text": 10.0, "phone": 10.0, "state": 7.5}
_IN_NUMBERS = 6.5
"""Khmer has no spaces between its words: a title is taken apart after so much, by its kind."""
_WIDEST_STATE = 8
"""A state that is longer is written smaller."""
_FILLED = 0.9
"""So much of a line is filled where the next word did not fit into it."""
_REMEMBERED = 8192
_SURELY_ONE = 1.3
"""No sign is wider."""


def width_of(text: str) -> float:
    """Give how many digits wide a text is, about; the widest of its lines."""
    return max(map(_line_width, text.split("\n")))


@lru_cache(_REMEMBERED)
def lines_of(text: str, width: float) -> int:
    """Give how many lines a text takes in a column, about; lines end between words."""
    room, lines = width - 1, 0
    for line in text.split("\n"):
        long = _line_width(line)
        lines += 1 if long <= room else max(2, -int(-long // (room * _FILLED)))
    return lines


def is_surely_one_line(text: str, width: float) -> bool:
    """Say that a text fits into a line, without looking at its signs."""
    return len(text) * _SURELY_ONE <= width - 1 and "\n" not in text


def widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[float]:
    """Give how wide each column must be, by its title and these rows as people read them."""
    wide = [_of_title(column) + _AROUND_TITLE for column in columns]
    for row in rows:
        for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if cell is not None:
                wide[at] = max(wide[at], _of_cell(cell, column))
    return [min(max(one, NARROWEST), WIDEST) for one in wide]


def lines_of_titles(columns: Sequence[Column], wide: Sequence[float]) -> int:
    """Give how many lines the longest title takes, as it breaks between words."""
    titles = zip(columns, wide, strict=True)
    return max(_lines_of_title(column.title, width - _AROUND_TITLE) for column, width in titles)


def _lines_of_title(title: str, width: float) -> int:
    lines, filled = 1, 0.0
    for word in _WORD.findall(title):
        length = width_of(word) * _TITLE_NARROWER
        if filled and filled + 1 + length > width:
            lines, filled = lines + 1, 0.0
        filled += length + bool(filled)
        more = max(0, -int(-filled // width) - 1)
        lines, filled = lines + more, filled - more * width
    return lines


def _of_title(column: Column) -> float:
    """Give the room for the longest word of a title; the button of its filter stands below."""
    broken = _KHMER_WORD.get(column.kind, _IN_NUMBERS)
    words = _WORD.findall(column.title)
    return max((_of_word(word, broken) for word in words), default=0.0)


def _of_word(word: str, broken: float) -> float:
    wide = width_of(word) * _TITLE_NARROWER
    return min(wide, broken) if _KHMER.search(word) else wide


def _of_cell(cell: Cell, column: Column) -> float:
    if isinstance(cell, str):
        wide = width_of(cell)
        return (min(wide, _WIDEST_STATE) if column.kind == "state" else wide) + _AROUND
    if isinstance(cell, date):
        return (_MOMENT if isinstance(cell, datetime) else _DAY) + _AROUND
    if column.kind == "percent":
        return _SHARE + _AROUND
    told = f"{cell:,.1f}" if isinstance(cell, float) else f"{cell:,}"
    return len(told) + _AROUND_NUMBER


def _line_width(line: str) -> float:
    bare = _WITHOUT_WIDTH.sub("", line)
    khmer, narrow, capitals = (len(of.findall(bare)) for of in (_KHMER, _NARROW, _CAPITALS))
    return (
        khmer * _KHMER_SIGN
        + narrow * _NARROW_SIGN
        + capitals * _CAPITAL
        + (len(bare) - khmer - narrow - capitals) * _OTHER_SIGN
    )
