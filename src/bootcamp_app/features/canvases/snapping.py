"""Where a moved item catches: the edges and middles of others, of zones, and equal gaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Frame(NamedTuple):
    """A box on the board, in millimetres."""

    x: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def moved(self, dx: float, dy: float) -> Frame:
        """Give it at another place."""
        return Frame(self.x + dx, self.top + dy, self.width, self.height)


class Guide(NamedTuple):
    """A line that shows on what something caught, from one place to another."""

    x1: float
    y1: float
    x2: float
    y2: float


class Caught(NamedTuple):
    """How much further something moves to lie in line, and what shows why."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


@dataclass(frozen=True)
class _Edge:
    """A line on which something may catch: where, and from where to where it reaches."""

    at: float
    starts: float
    ends: float


class Lines:
    """All that lies still while something moves; made once a movement, asked at each step."""

    def __init__(self, others: Iterable[Frame], zones: Iterable[Frame] = ()) -> None:
        frames = list(others)
        fields = list(zones)
        self._across = _sorted(
            [edge for one in frames for edge in _across(one, middle=True)]
            + [edge for one in fields for edge in _across(one, middle=False)]
        )
        self._down = _sorted(
            [edge for one in frames for edge in _across(_turned(one), middle=True)]
            + [edge for one in fields for edge in _across(_turned(one), middle=False)]
        )
        self._frames = frames
        self._turned = [_turned(one) for one in frames]

    def catch(self, frame: Frame, reach: float) -> Caught:
        """Say where a frame catches that is nearer than `reach` millimetres."""
        dx, across = _best(self._across, self._frames, frame, reach)
        dy, down = _best(self._down, self._turned, _turned(frame), reach)
        lain = frame.moved(dx, dy)
        guides = [*_guides(across, lain), *(_flipped(one) for one in _guides(down, _turned(lain)))]
        return Caught(dx, dy, tuple(guides))

    def catch_edge(self, at: float, reach: float, *, is_across: bool) -> float:
        """Give where a single edge catches: a left or right one, or an upper or lower one."""
        edges = self._across if is_across else self._down
        near = _near(edges, at, reach)
        return min(near, key=lambda edge: abs(edge.at - at)).at if near else at


def _best(
    edges: Sequence[_Edge], frames: Sequence[Frame], frame: Frame, reach: float
) -> tuple[float, list[_Edge | Guide]]:
    """Give the smallest way to the right that brings a frame into line, and with what."""
    best, caught = reach, 0.0
    for own in (frame.x, frame.x + frame.width / 2, frame.right):
        for edge in _near(edges, own, reach):
            if abs(edge.at - own) < abs(best) - _SAME:
                best = caught = edge.at - own
    gap = _gap(frames, frame, reach)
    if gap is not None and abs(gap[0]) < abs(best) - _SAME:
        return gap[0], list(gap[1])
    if abs(best) >= reach:
        return 0.0, []
    owns = (frame.x + caught, frame.x + frame.width / 2 + caught, frame.right + caught)
    return caught, [edge for own in owns for edge in _near(edges, own, _SAME)]


def _gap(
    frames: Sequence[Frame], frame: Frame, reach: float
) -> tuple[float, tuple[Guide, ...]] | None:
    """Give the way that makes the gap to a neighbour equal to that between it and its own."""
    row = sorted(one for one in frames if one.top < frame.bottom and one.bottom > frame.top)
    left = [one for one in row if one.right <= frame.x + reach]
    right = [one for one in row if one.x >= frame.right - reach]
    found: list[tuple[float, tuple[Guide, ...]]] = []
    y = frame.top + frame.height / 2
    if left and right:
        a, b = left[-1], right[0]
        x = (a.right + b.x - frame.width) / 2
        found.append((x - frame.x, (_bar(a.right, x, y), _bar(x + frame.width, b.x, y))))
    if len(left) > 1 and (gap := left[-1].x - left[-2].right) > 0:
        x = left[-1].right + gap
        found.append((x - frame.x, (_bar(left[-2].right, left[-1].x, y), _bar(x - gap, x, y))))
    if len(right) > 1 and (gap := right[1].x - right[0].right) > 0:
        x = right[0].x - gap - frame.width
        end = x + frame.width
        found.append((x - frame.x, (_bar(right[0].right, right[1].x, y), _bar(end, end + gap, y))))
    near = [one for one in found if abs(one[0]) < reach]
    return min(near, key=lambda one: abs(one[0])) if near else None


_SAME = 0.01
"""Millimetres below which two lines are the same."""


def _across(one: Frame, *, middle: bool) -> list[_Edge]:
    places = [one.x, one.right, *([one.x + one.width / 2] if middle else [])]
    return [_Edge(at, one.top, one.bottom) for at in places]


def _turned(one: Frame) -> Frame:
    return Frame(one.top, one.x, one.height, one.width)


def _sorted(edges: list[_Edge]) -> list[_Edge]:
    return sorted(edges, key=lambda edge: edge.at)


def _near(edges: Sequence[_Edge], at: float, reach: float) -> Sequence[_Edge]:
    first = bisect_left(edges, at - reach, key=lambda edge: edge.at)
    return edges[first : bisect_right(edges, at + reach, key=lambda edge: edge.at)]


def _guides(caught: list[_Edge | Guide], lain: Frame) -> list[Guide]:
    """Draw one line for each place, as long as all that lies on it."""
    bars = [one for one in caught if isinstance(one, Guide)]
    spans: dict[float, tuple[float, float]] = {}
    for one in caught:
        if isinstance(one, _Edge):
            starts, ends = spans.get(round(one.at, 1), (lain.top, lain.bottom))
            spans[round(one.at, 1)] = (min(starts, one.starts), max(ends, one.ends))
    return bars + [Guide(at, starts, at, ends) for at, (starts, ends) in spans.items()]


def _bar(x1: float, x2: float, y: float) -> Guide:
    return Guide(x1, y, x2, y)


def _flipped(one: Guide) -> Guide:
    return Guide(one.y1, one.x1, one.y2, one.x2)
