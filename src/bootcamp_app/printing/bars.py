"""Bars on paper: one in a box, in parts that are told apart in colour and in grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.bars import lengths
from bootcamp_app.printing.shapes import Box, Span, Stroke
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.text.styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.paper import Paper

_PAD, _HAIR = 0.9, 0.25
_RULE = Stroke("#8A8478", 0.15)
_CAPITALS = 0.125
"""Half the height of a capital in millimetres for each point of its size."""


@dataclass(frozen=True)
class Shade:
    """What fills a part, and the colour of what is written on it."""

    fill: str
    ink: str


SHADES = (
    Shade("#0F6B66", "#FFFFFF"),
    Shade("#A9C3EC", "#1F2933"),
    Shade("#E0A951", "#1F2933"),
    Shade("#DDD8CF", "#1F2933"),
    Shade("#DCEBE9", "#1F2933"),
)
"""Those of parts from dark to light: a printer without colours tells them apart as well."""
_PLAIN = 4
"""The shade of a bar that is not told apart by anything; it has an outline of the darkest."""
_OUTLINE = Stroke("#0F6B66", 0.3)
UNTOLD = Shade("#FFFFFF", "#5B6672")
"""What is in a bar and in none of its parts."""


@dataclass(frozen=True)
class PaperBar:
    """A number and the parts that make it up, each with what is written on it; None is hidden."""

    number: float | None
    parts: Sequence[tuple[float | None, str]] = ()
    kind: int | None = None
    """The shade of a whole bar, counted from 0, where it has a meaning."""


def draw_bar(paper: Paper, box: Box, bar: PaperBar, most: float, size: float = 6.5) -> float:
    """Draw a bar from the left of a box, that of `most` filling it, and give where it ends."""
    parts = bar.parts or ((bar.number, ""),)
    long = lengths(bar.number, [number for number, _text in parts], most, box.width)
    first = bar.kind if bar.kind is not None else 0 if bar.parts else _PLAIN
    left = box.x
    for place, length in enumerate(long):
        is_untold = place == len(parts)
        if length <= (_HAIR if is_untold else 0):
            continue
        shade = UNTOLD if is_untold else SHADES[(first + place) % len(SHADES)]
        part = Box(left, box.top, max(length, _HAIR), box.height)
        is_plain = shade is SHADES[_PLAIN]
        paper.rect(part, fill=shade.fill, stroke=_OUTLINE if is_plain else _RULE)
        text = "" if is_untold else parts[place][1]
        style = TextStyle(size, 400, shade.ink)
        if text and measure(text, style) + 2 * _PAD <= length:
            baseline = box.top + box.height / 2 + size * _CAPITALS
            paper.text(left + length / 2, baseline, text, style, align="center")
        left += length
    return left


def draw_key(
    paper: Paper, span: Span, texts: Sequence[str], style: TextStyle, untold: str = ""
) -> None:
    """Write what the shades of the parts stand for, side by side, and last what is untold."""
    side, x = style.size * 0.28, span.x
    shades = [*SHADES[: len(texts)], UNTOLD]
    for text, shade in zip([*texts, *filter(None, [untold])], shades, strict=False):
        place = Box(x, span.baseline - side, side, side)
        paper.rect(place, fill=shade.fill, stroke=_RULE)
        x += side + 1.2
        x += paper.text(x, span.baseline, text, style) + 5
