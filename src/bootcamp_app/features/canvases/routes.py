"""Where a line between two things on a board runs: from edge to edge. Values in, answer out."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item

_GAP = 1.2
"""Millimetres of A3 that stay white between a line's end and what it leads to."""

Point = tuple[float, float]


class Route(NamedTuple):
    """A straight line between two things."""

    start: Point
    end: Point

    @property
    def length(self) -> float:
        """How long it is."""
        return hypot(self.end[0] - self.start[0], self.end[1] - self.start[1])

    def head(self, size: float) -> tuple[Point, Point, Point]:
        """Give the three points of an arrow's head at its end."""
        dx, dy = self._direction()
        x, y = self.end
        back_x, back_y = x - dx * size, y - dy * size
        half = size * 0.42
        return (
            (x, y),
            (back_x - dy * half, back_y + dx * half),
            (back_x + dy * half, back_y - dx * half),
        )

    def shortened(self, at_start: float, at_end: float) -> Route:
        """Give the line without so much of its ends, where the arrows' heads lie."""
        dx, dy = self._direction()
        return Route(
            (self.start[0] + dx * at_start, self.start[1] + dy * at_start),
            (self.end[0] - dx * at_end, self.end[1] - dy * at_end),
        )

    def turned(self) -> Route:
        """Give the line from its end to its start."""
        return Route(self.end, self.start)

    def _direction(self) -> Point:
        length = self.length or 1.0
        return (self.end[0] - self.start[0]) / length, (self.end[1] - self.start[1]) / length


def route(source: Item, target: Item) -> Route | None:
    """Give the line from the edge of one to the edge of another; none where they overlap."""
    start, end = _leaves(source, _middle(target)), _leaves(target, _middle(source))
    (ax, ay), (bx, by) = _middle(source), _middle(target)
    along = (end[0] - start[0]) * (bx - ax) + (end[1] - start[1]) * (by - ay)
    return Route(start, end) if along > 0 else None


def _middle(item: Item) -> Point:
    return item.x + item.width / 2, item.top + item.height / 2


def _leaves(item: Item, towards: Point) -> Point:
    x, y = _middle(item)
    dx, dy = towards[0] - x, towards[1] - y
    if not dx and not dy:
        return x, y
    across = (item.width / 2 + _GAP) / abs(dx) if dx else float("inf")
    down = (item.height / 2 + _GAP) / abs(dy) if dy else float("inf")
    share = min(across, down)
    return x + dx * share, y + dy * share
