"""The text of a note as large as its note allows; past the smallest size it ends in “…”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.printing.paper import TextStyle, lines_of
from bootcamp_app.printing.text.fitting import TextDoesNotFit, cut_to, filling_size
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item

AIR = 2.0
"""Millimetres between the edge of a note and its text."""
_LARGEST, _FLOOR, _STEP = 16.0, 5.0, 0.5
_INK = "#1F2933"


@dataclass(frozen=True)
class Fitted:
    """Lines of one size in points; `step` millimetres lie between two of them."""

    size: float
    lines: tuple[str, ...]
    step: float


def fitted(item: Item) -> Fitted:
    """Give the text of a note in the largest size that its note has room for."""
    width, height = max(item.width - 2 * AIR, 1.0), max(item.height - 2 * AIR, 1.0)
    text = item.text.strip()
    style = TextStyle(_LARGEST, 400, _INK)
    try:
        size = filling_size(text, style, (width, height), floor=_FLOOR)
    except TextDoesNotFit:
        size = _FLOOR
    small = TextStyle(size, 400, _INK)
    step = leading_of(text) * size / POINTS
    lines = lines_of(text, small, width)
    most = max(int((height + 1e-6) / step), 1)
    if len(lines) > most:
        lines = cut_to(lines, most, small, width)
    return Fitted(size, tuple(lines), step)
