"""What a pencil draws, kept: so that a screen can show what a paper has, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases.ground import draw_foot, draw_heading, draw_zone
from bootcamp_app.features.canvases.pencil import Pencil
from bootcamp_app.printing.shapes import shift
from bootcamp_app.printing.text.shaping import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.canvases.ground import Heading
    from bootcamp_app.features.canvases.pencil import Point
    from bootcamp_app.features.canvases.views import Template, Zone
    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.shapes import Align, Box, Stroke
    from bootcamp_app.printing.text.styles import TextStyle


@dataclass(frozen=True)
class Written:
    """One line of text as it stands on the paper, from its left end."""

    x: float
    baseline: float
    text: str
    style: TextStyle
    width: float


@dataclass(frozen=True)
class Shape:
    """A rectangle, or an area with round corners."""

    box: Box
    fill: str | None
    stroke: Stroke | None
    radius: float


@dataclass(frozen=True)
class Path:
    """Straight lines through points."""

    points: tuple[Point, ...]
    fill: str | None
    stroke: Stroke | None
    closed: bool


Mark = Written | Shape | Path


class Recording:
    """A surface that keeps what is drawn on it, in its order."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Keep one line and give its width."""
        width = measure(text, style)
        self.marks.append(Written(x - shift(align, width), baseline, text, style, width))
        return width

    def rect(
        self, box: Box, *, fill: str | None = None, stroke: Stroke | None = None, radius: float = 0
    ) -> None:
        """Keep a rectangle."""
        self.marks.append(Shape(box, fill, stroke, radius))

    def polygon(
        self,
        points: Sequence[Point],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Keep straight lines."""
        self.marks.append(Path(tuple(points), fill, stroke, closed))

    def photo(self, data: bytes, box: Box) -> Box:
        """Give where a picture would lie; none is kept."""
        del data
        return box

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Keep no symbol: what is read on the screen has no need of one."""


def ground_marks(template: Template, heading: Heading) -> tuple[Mark, ...]:
    """Give all that is locked of a canvas, without its corner codes."""
    zones = (zone_marks(number, zone) for number, zone in enumerate(template.zones, 1))
    return (*edge_marks(template, heading), *(mark for zone in zones for mark in zone))


def edge_marks(template: Template, heading: Heading) -> tuple[Mark, ...]:
    """Give what stands above and below the zones."""
    return _edges(template, heading, words.language)


def zone_marks(number: int, zone: Zone) -> tuple[Mark, ...]:
    """Give one zone with its words."""
    return _zone(number, zone, words.language)


@lru_cache(maxsize=16)
def _edges(template: Template, heading: Heading, language: str) -> tuple[Mark, ...]:
    del language  # it only tells one from the other
    return _recorded(
        lambda pencil: draw_heading(pencil, template, heading),
        lambda pencil: draw_foot(pencil, template),
    )


@lru_cache(maxsize=128)
def _zone(number: int, zone: Zone, language: str) -> tuple[Mark, ...]:
    del language  # it only tells one from the other
    return _recorded(lambda pencil: draw_zone(pencil, number, zone))


def _recorded(*draw: Callable[[Pencil], object]) -> tuple[Mark, ...]:
    surface = Recording()
    pencil = Pencil(surface, 1.0)
    for one in draw:
        one(pencil)
    return tuple(surface.marks)
