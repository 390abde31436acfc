"""Text in a box: as large as fits, down to a floor, then cut. It breaks alike on every paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.note_rules import TIGHTER, sizes_between
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.fitting import cut_to
from bootcamp_app.printing.text.shaping import measure, shape
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.text.styles import TextStyle

_LEAST = 1e-6


@dataclass(frozen=True)
class Laid:
    """Text as it is written into its box."""

    lines: tuple[str, ...]
    style: TextStyle
    leading: float
    is_cut: bool = False

    @property
    def height(self) -> float:
        """How much room its lines take."""
        return len(self.lines) * self.leading * self.style.size / POINTS


def laid(text: str, style: TextStyle, room: tuple[float, float], floor: float) -> Laid:
    """Give text as large as fits a width and height; at the floor it ends in “…”."""
    leading = leading_of(text) * TIGHTER
    sizes = sizes_between(style.size, floor)
    low, high = 0, len(sizes) - 1
    best: Laid | None = None
    # What fits at a size fits at every smaller one, near enough: no need to try each.
    while low <= high:
        at = (low + high) // 2
        tried = _tried(text, replace(style, size=sizes[at]), room, leading)
        if tried is not None:
            best, high = tried, at - 1
        else:
            low = at + 1
    return best or _cut(text, replace(style, size=sizes[-1]), room, leading)


def wrapped(text: str, style: TextStyle, width: float) -> list[str]:
    """Give text on lines none of which is wider; a word that is, is broken."""
    lines = lines_of(text, style, width)
    return [part for line in lines for part in _parts_of(line, style, width)]


def _tried(text: str, style: TextStyle, room: tuple[float, float], leading: float) -> Laid | None:
    width, height = room
    lines = lines_of(text, style, width)
    found = Laid(tuple(lines), style, leading)
    is_high = found.height > height + _LEAST
    is_wide = not is_high and any(measure(line, style) > width + _LEAST for line in lines)
    return None if is_high or is_wide else found


def _cut(text: str, style: TextStyle, room: tuple[float, float], leading: float) -> Laid:
    width, height = room
    lines = wrapped(text, style, width)
    most = max(int(height * POINTS / (leading * style.size)), 1)
    if len(lines) <= most:
        return Laid(tuple(lines), style, leading)
    return Laid(tuple(cut_to(lines, most, style, width)), style, leading, is_cut=True)


def _parts_of(line: str, style: TextStyle, width: float) -> Sequence[str]:
    """Break a word that is wider than the box, as an address is, wherever it has to be."""
    if measure(line, style) <= width + _LEAST:
        return [line]
    parts, part, wide = [], "", 0.0
    for run in shape(line, style.typeface, style.weight).runs:
        for cluster in run.clusters:
            more = cluster.advance / run.face.em * style.size / POINTS
            if part and wide + more > width:
                parts.append(part)
                part, wide = "", 0.0
            part, wide = part + cluster.text, wide + more
    return [*parts, part]
