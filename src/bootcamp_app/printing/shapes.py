"""Where things lie on a page and how lines are drawn; millimetres from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A rectangle; text fills it from its top edge."""

    x: float
    top: float
    width: float
    height: float
    align: Align = "left"


@dataclass(frozen=True)
class Column:
    """A place for text that runs down as far as it needs."""

    x: float
    top: float
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Span:
    """A place for one line of text, standing on its baseline."""

    x: float
    baseline: float
    width: float
    align: Align = "left"


@dataclass(frozen=True)
class Stroke:
    """A line's colour, width and dashes, all lengths in millimetres."""

    colour: str = "#1F2933"
    width: float = 0.25
    dash: tuple[float, ...] = ()


HAIRLINE = Stroke("#DDD8CF", 0.2)


def shift(align: Align, room: float) -> float:
    """Give how far to move something to the right when so much room is left over."""
    return {"left": 0.0, "center": room / 2, "right": room}[align]


def inside(box: Box, shape: float, *, is_standing: bool = False) -> Box:
    """Give the largest place in a box for what is so many times as wide as high.

    It lies in the middle of the box, or stands on its floor.
    """
    width = min(box.width, box.height * shape)
    height = width / shape
    room = box.height - height
    top = box.top + (room if is_standing else room / 2)
    return Box(box.x + (box.width - width) / 2, top, width, height)
