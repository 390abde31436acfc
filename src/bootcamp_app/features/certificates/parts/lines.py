"""Lines of text at their places: fitted before anything is drawn, so that all can be measured."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.printing.paper import Box, Span, TextDoesNotFit, TextStyle, lines_of, measure
from bootcamp_app.printing.shapes import Align, shift
from bootcamp_app.printing.text.extents import ink_of
from bootcamp_app.printing.text.fitting import fitted_size, two_lines
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.printing.paper import Paper

_CAPITALS = 0.35  # half the height of a capital, as a share of the size
_CLOSE = 1.6  # two lines of one name belong together
_NARROWINGS = 7


class Line(NamedTuple):
    """One line of text; x is its left end, middle or right end as `align` says."""

    x: float
    baseline: float
    text: str
    style: TextStyle
    align: Align


def draw_lines(paper: Paper, lines: Iterable[Line]) -> None:
    """Draw every line where it stands."""
    for line in lines:
        paper.text(line.x, line.baseline, line.text, line.style, align=line.align)


def in_span(span: Span, text: str, style: TextStyle) -> Line:
    """Give a line where the span puts it."""
    return Line(span.x + shift(span.align, span.width), span.baseline, text, style, span.align)


def fitted(span: Span, text: str, style: TextStyle, *, floor: float, most: int) -> list[Line]:
    """Give text as large as the span allows, down to the floor, then on two lines.

    Raises TextDoesNotFit where neither does; `most` says whether there may be two lines.
    """
    if not text:
        return []
    try:
        size = fitted_size(text, style, span.width, floor=floor)
    except TextDoesNotFit:
        if most == 1:
            raise
        return _on_two(span, text, style, floor)
    return [in_span(span, text, replace(style, size=size))]


def even_lines(text: str, style: TextStyle, width: float) -> list[str]:
    """Give as few lines as the width allows, and those about equally long."""
    lines = lines_of(text, style, width)
    if len(lines) < 2:
        return lines
    narrow, wide = width / len(lines), width
    for _ in range(_NARROWINGS):
        middle = (narrow + wide) / 2
        tried = lines_of(text, style, middle)
        if len(tried) == len(lines) and max(measure(one, style) for one in tried) <= middle:
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def covered(boxes: Iterable[Box]) -> Box | None:
    """Give the box around all boxes, if there is any."""
    found = list(boxes)
    if not found:
        return None
    left, top = min(one.x for one in found), min(one.top for one in found)
    right = max(one.x + one.width for one in found)
    bottom = max(one.top + one.height for one in found)
    return Box(left, top, right - left, bottom - top)


def ink_boxes(lines: Sequence[Line]) -> list[Box]:
    """Give the box around the ink of each line."""
    boxes = []
    for line in lines:
        left = line.x - shift(line.align, measure(line.text, line.style))
        ink = ink_of(line.text, line.style)
        boxes.append(
            Box(
                left + ink.left, line.baseline + ink.top, ink.right - ink.left, ink.bottom - ink.top
            )
        )
    return boxes


def _on_two(span: Span, text: str, style: TextStyle, floor: float) -> list[Line]:
    smaller = replace(style, size=min(floor, style.size))
    upper, lower = _halves(text, smaller, span.width)
    step = min(leading_of(text), _CLOSE) * smaller.size / POINTS
    last = span.baseline + step / 2 - _CAPITALS * (style.size - smaller.size) / POINTS
    return [
        in_span(replace(span, baseline=last - step), upper, smaller),
        in_span(replace(span, baseline=last), lower, smaller),
    ]


def _halves(text: str, style: TextStyle, width: float) -> tuple[str, str]:
    # Between the words of a name where that does: "Muni / ret" is no way to write anybody.
    words = text.split(" ")
    pairs = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    fitting = [pair for pair in pairs if max(measure(one, style) for one in pair) <= width]
    if fitting:
        return min(fitting, key=lambda pair: max(measure(one, style) for one in pair))
    return two_lines(text, style, width)
