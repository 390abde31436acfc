"""Where things stand on a note and how large its letters may be: on paper as on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, SIDE_COLOURS
from bootcamp_app.printing.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.views import Item

LINE_STEP = 0.5
"""Points by which letters become smaller until they fit."""
TIGHTER = 0.86
"""A note's lines stand closer together than a paragraph's."""
DOT_RADIUS, DOT_STEP, MOST_DOTS = 1.15, 2.9, 8
FOOT_BASELINE, FOOT_SIZE, FIGURE_SIZE = 1.9, 5.5, 8.0
FRAME_SIZE, FRAME_LINE, FRAME_DASH, FRAME_RADIUS = 9.0, 0.45, (2.0, 1.4), 2.0
_USUAL, _SMALLEST, _REAL_SMALLEST = 16.0, 6.0, 5.0
_STRIPE = 1.5
_LAYERS = {FRAME: 0, CONNECTOR: 1}


class Places(NamedTuple):
    """The parts of a note, in millimetres from its corner."""

    stripe: float
    """How wide the stripe of its side is; 0 where it has none."""
    text: Box
    foot: Box
    """Dots, author and side stand there."""
    foot_share: float
    """How large the foot is of what it is on a note of 22 mm or more."""


def places_of(side: str, width: float, height: float, *, dots: int, is_told: bool) -> Places:
    """Give where the parts of a note of a side lie; `is_told` where its foot says whose it is."""
    stripe = min(_STRIPE, width * 0.06) if side in SIDE_COLOURS else 0.0
    pad = min(2.2, width * 0.08)
    left, room = stripe + pad, width - stripe - 2 * pad
    share = min(1.0, height / 22, room / 20)
    foot = 5.2 * share if dots else 3.6 * share if is_told else 0.0
    text = Box(left, pad, room, max(height - 2 * pad - foot, 1))
    return Places(stripe, text, Box(left, height - foot, room, foot), share)


def in_layers(items: Iterable[Item]) -> list[Item]:
    """Give items the lowest first: frames and lines lie below what they surround and lead to."""
    return sorted(items, key=lambda one: _LAYERS.get(one.kind, 2))


def floor_at(scale: float) -> float:
    """Give the points below which letters are not made smaller, on paper of a scale to A3."""
    return min(_SMALLEST, _REAL_SMALLEST / scale)


def largest_of(item: Item) -> float:
    """Give the points that the letters of an item begin with."""
    size = item.style.get("size")
    return float(size) if isinstance(size, int | float) and 2 <= size <= 96 else _USUAL


def sizes_between(largest: float, floor: float) -> tuple[float, ...]:
    """Give the sizes that are tried, the largest first."""
    count = max(int((largest - floor) / LINE_STEP), 0)
    sizes = [largest - n * LINE_STEP for n in range(count + 1)]
    return tuple(sizes if sizes[-1] <= floor else [*sizes, floor])
