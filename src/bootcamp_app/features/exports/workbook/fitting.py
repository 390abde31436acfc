"""How columns share the width of the paper, so that what is printed can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.exports.workbook.widths import WIDEST, WRAPPED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.reports.views import Column

MARGIN = 0.3
"""In inches, at the left and at the right."""
_PAPER = (11.69 - 2 * MARGIN) * 96
"""An A4 sheet across, in pixels at full size."""
_AIM, _LEAST = 0.66, 0.56
"""How much smaller than on the screen print should be, and may be."""
_DIGIT, _PADDING = 7.2, 5
"""In pixels."""
_SENTENCE = 24
_ID = "_id"


def printed(columns: Sequence[Column]) -> int:
    """Give how many columns are for people; an id that stands behind them is for programs."""
    many = len(columns)
    return many - 1 if many > 1 and columns[-1].name.endswith(_ID) else many


def fitted(
    columns: Sequence[Column], wide: Sequence[float], frozen: int
) -> tuple[list[float], int]:
    """Give how wide columns are and how many pages it takes beside each other to read them.

    Texts go over several lines for it. Names, which stay in sight and are on each page, are left
    as they are, and sentences get more than words.
    """
    of_print = printed(columns)
    giving = [
        at
        for at, column in enumerate(columns)
        if frozen <= at < of_print and column.kind == "text" and wide[at] > WRAPPED
    ]
    repeated = _pixels(wide[:frozen])
    narrowest = _pixels(_shared(wide, giving, WRAPPED)[:of_print])
    pages = 1
    while narrowest > _room(pages, repeated, _LEAST) and pages < of_print:
        pages += 1
    room = _room(pages, repeated, _AIM)
    for level in range(WIDEST, WRAPPED, -1):
        shared = _shared(wide, giving, level)
        if _pixels(shared[:of_print]) <= room:
            return shared, pages
    return _shared(wide, giving, WRAPPED), pages


def _shared(wide: Sequence[float], giving: Sequence[int], level: int) -> list[float]:
    """Give the widths where none of those that give is wider than this."""
    shared = list(wide)
    for at in giving:
        least = _SENTENCE if wide[at] == WIDEST else WRAPPED
        shared[at] = min(wide[at], max(level, least))
    return shared


def _room(pages: int, repeated: float, scale: float) -> float:
    """Give how much stands on so many pages, where the names are repeated on each."""
    return pages * _PAPER / scale - (pages - 1) * repeated


def _pixels(wide: Sequence[float]) -> float:
    return sum(width * _DIGIT + _PADDING for width in wide)
