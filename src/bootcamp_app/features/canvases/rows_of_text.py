"""Text on paper as rows, one under the other, so that any page can be filled with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import in_language
from bootcamp_app.printing.paper import Paper, TextStyle, lines_of
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

INK, MUTED, ACCENT, RULE = "#1F2933", "#5B6672", "#0F6B66", "#B8B2A7"
_QUIETER = 0.78
"""How much smaller English stands beside Khmer."""


@dataclass(frozen=True)
class Row:
    """What is so many millimetres high; `draw` is given the paper, its left and its top."""

    height: float
    draw: Callable[[Paper, float, float], object]
    keeps_next: bool = False
    """Whether the row after it must stand on the same page."""


def gap(height: float) -> Row:
    """Give nothing, so high."""
    return Row(height, lambda _paper, _left, _top: None)


def text_rows(text: str, style: TextStyle, width: float, indent: float = 0) -> list[Row]:
    """Give a row for each line that a text needs."""
    share = leading_of(text)
    lines = lines_of(text, style, width - indent)
    return [_line(line, style, share, indent) for line in lines]


def label_row(message: str, size: float, colour: str = ACCENT) -> Row:
    """Give what a text is, in Khmer and quieter in English; it stays with what follows."""
    khmer, english = in_language(message, "km"), message
    style = TextStyle(size, 700, colour)
    share = leading_of(khmer)

    def draw(paper: Paper, left: float, top: float) -> None:
        baseline = top + first_baseline(share) * size / POINTS
        width = paper.text(left, baseline, khmer, style)
        quiet = TextStyle(size * _QUIETER, 600, MUTED)
        paper.text(left + width + 2, baseline, english, quiet)

    return Row(share * size / POINTS, draw, keeps_next=True)


def told_rows(message: str, text: str, width: float, size: float) -> list[Row]:
    """Give a label and the text below it; nothing where there is no text."""
    if not text:
        return []
    return [
        label_row(message, size),
        *text_rows(text, TextStyle(size, 400, INK), width),
        gap(size * 0.22),
    ]


def kept_together(rows: Sequence[Row]) -> list[Row]:
    """Give rows that stand on one page, all of them."""
    return [*(replace(one, keeps_next=True) for one in rows[:-1]), *rows[-1:]]


def height_of(rows: Iterable[Row]) -> float:
    """Give how high rows are together."""
    return sum(one.height for one in rows)


def draw_rows(paper: Paper, rows: Iterable[Row], left: float, top: float) -> float:
    """Draw rows one under the other and give where they end."""
    for one in rows:
        one.draw(paper, left, top)
        top += one.height
    return top


def pages_of(rows: Sequence[Row], room: float) -> Iterator[list[Row]]:
    """Give the rows of page after page; a label does not stay behind alone."""
    start = 0
    while start < len(rows):
        end, used = start, 0.0
        while end < len(rows) and used + rows[end].height <= room + 1e-6:
            used += rows[end].height
            end += 1
        if end < len(rows):
            while end > start + 1 and rows[end - 1].keeps_next:
                end -= 1
        end = max(end, start + 1)
        yield list(rows[start:end])
        start = end


def _line(text: str, style: TextStyle, share: float, indent: float) -> Row:
    down = first_baseline(share) * style.size / POINTS

    def draw(paper: Paper, left: float, top: float) -> None:
        paper.text(left + indent, top + down, text, style)

    return Row(share * style.size / POINTS, draw)
