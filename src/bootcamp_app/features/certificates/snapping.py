"""Where a part that is moved or resized comes to rest: on lines that others lie on already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARGINS = (8.0, 15.0, 20.0)
"""Millimetres from the edges of the page at which parts like to begin."""
_LEAST = 1e-6


class Guide(NamedTuple):
    """A line to rest on: across the page where `is_upright` is no, at so many millimetres."""

    is_upright: bool
    at: float


class Frame(NamedTuple):
    """A box in millimetres from the top left, and the baseline of the text in it, if any."""

    x: float
    top: float
    width: float
    height: float
    baseline: float | None = None

    @property
    def uprights(self) -> tuple[float, ...]:
        """Its left edge, its middle and its right edge."""
        return self.x, self.x + self.width / 2, self.x + self.width

    @property
    def levels(self) -> tuple[float, ...]:
        """Its top, its middle, its bottom, and its baseline."""
        edges = (self.top, self.top + self.height / 2, self.top + self.height)
        return edges if self.baseline is None else (*edges, self.baseline)

    def moved(self, dx: float, dy: float) -> Frame:
        """Give it so much further right and down."""
        baseline = None if self.baseline is None else self.baseline + dy
        return Frame(self.x + dx, self.top + dy, self.width, self.height, baseline)


class Snapped(NamedTuple):
    """How far something goes so that it rests, and on which lines."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


def guides_of(page: tuple[float, float], others: Iterable[Frame]) -> list[Guide]:
    """Give the lines to rest on: the page's middle and margins, and what other parts lie on."""
    width, height = page
    upright = [width / 2, *MARGINS, *(width - one for one in MARGINS)]
    level = [height / 2, *MARGINS, *(height - one for one in MARGINS)]
    for frame in others:
        upright += frame.uprights
        level += frame.levels
    both = [Guide(True, at) for at in upright] + [Guide(False, at) for at in level]  # noqa: FBT003
    return list(dict.fromkeys(Guide(one.is_upright, round(one.at, 4)) for one in both))


def snapped(frame: Frame, guides: Sequence[Guide], reach: float) -> Snapped:
    """Give how far a frame goes so that it rests on the nearest lines within reach (mm)."""
    dx = _nearest(frame.uprights, [one.at for one in guides if one.is_upright], reach)
    dy = _nearest(frame.levels, [one.at for one in guides if not one.is_upright], reach)
    rests = frame.moved(dx, dy)
    return Snapped(dx, dy, touched(rests, guides) if dx or dy or reach else ())


def snapped_at(at: float, guides: Sequence[Guide], reach: float, *, is_upright: bool) -> float:
    """Give where one edge comes to rest."""
    lines = [one.at for one in guides if one.is_upright == is_upright]
    return at + _nearest((at,), lines, reach)


def touched(frame: Frame, guides: Sequence[Guide]) -> tuple[Guide, ...]:
    """Give the lines that a frame rests on."""
    return tuple(
        one
        for one in guides
        if any(
            abs(one.at - at) < _LEAST * 1000
            for at in (frame.uprights if one.is_upright else frame.levels)
        )
    )


def _nearest(own: Sequence[float], lines: Sequence[float], reach: float) -> float:
    ways = [line - at for at in own for line in lines if abs(line - at) <= reach]
    return min(ways, key=abs, default=0.0)
