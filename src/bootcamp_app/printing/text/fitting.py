"""Making text fit: smaller by half points down to a floor, then on two lines, else refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, inf

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import line_pieces
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.shaping import measure, width_of
from bootcamp_app.printing.text.styles import TextStyle, leading_of
from bootcamp_app.printing.units import POINTS

_STEP = 0.5
_LEAST = 1e-6


class TextDoesNotFit(Refusal):
    """The text is too long for its place, even in the smallest size that may be used."""

    def __init__(self, text: str, floor: float) -> None:
        super().__init__(
            N_(
                "“{text}” does not fit in its place, even at {size} points."
                " Shorten it, or choose a layout with more room."
            ),
            text=text,
            size=f"{floor:g}",
        )


def fitted_size(text: str, style: TextStyle, width: float, *, floor: float) -> float:
    """Give the largest size at which the text fits on one line. Raises TextDoesNotFit."""
    share = width_of(text, style)
    most = (width + _LEAST) * POINTS / share if share > 0 else inf
    if style.size <= most:
        return style.size
    # widths grow with the size, so the step that fits is known without trying each
    size = style.size - ceil((style.size - most) / _STEP - _LEAST) * _STEP
    if size > floor:
        return size
    if min(floor, style.size) <= most:
        return min(floor, style.size)
    raise TextDoesNotFit(text, floor)


def two_lines(text: str, style: TextStyle, width: float) -> tuple[str, str]:
    """Give the text on two lines as even as can be. Raises TextDoesNotFit."""
    parts = line_pieces(text)
    halves = (
        ("".join(parts[:cut]).rstrip(), "".join(parts[cut:]).lstrip())
        for cut in range(1, len(parts))
    )
    best = min(halves, key=lambda pair: _widest(pair, style), default=(text, ""))
    if _widest(best, style) > width + _LEAST:
        raise TextDoesNotFit(text, style.size)
    return best


def filling_size(text: str, style: TextStyle, room: tuple[float, float], *, floor: float) -> float:
    """Give the largest size at which the text fits a width and height. Raises TextDoesNotFit."""
    width, height = room
    for size in _sizes(style.size, floor):
        smaller = replace(style, size=size)
        lines = lines_of(text, smaller, width)
        tall = len(lines) * leading_of(text) * size / POINTS
        if tall <= height + _LEAST and _widest(lines, smaller) <= width + _LEAST:
            return size
    raise TextDoesNotFit(text, floor)


def cut_to(lines: list[str], count: int, style: TextStyle, width: float) -> list[str]:
    """Give the first lines, the last one ending in “…” and no wider than the others."""
    parts = line_pieces(lines[count - 1])
    while parts and measure(_ended(parts), style) > width:
        parts.pop()
    return [*lines[: count - 1], _ended(parts)]


def _ended(parts: list[str]) -> str:
    return "".join(parts).rstrip() + "…"


def _widest(lines: list[str] | tuple[str, ...], style: TextStyle) -> float:
    return max((measure(line, style) for line in lines), default=0.0)


def _sizes(largest: float, floor: float) -> Iterator[float]:
    size = largest
    while size > floor:
        yield size
        size -= _STEP
    yield min(floor, largest)
