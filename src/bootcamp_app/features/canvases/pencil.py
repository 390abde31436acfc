"""Draws in the millimetres of A3 landscape, wherever and however large the canvas lies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from bootcamp_app.printing.shapes import Align, Box, Column, Span, Stroke, shift
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.fitting import TextDoesNotFit, cut_to, fitted_size
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.text.styles import TextStyle, first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.qr import QrSymbol

Point = tuple[float, float]


class Surface(Protocol):
    """What a canvas is drawn on: a page of a PDF, or an SVG picture; real millimetres."""

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Draw one line and give its width."""

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle."""

    def polygon(
        self,
        points: Sequence[Point],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through the points, or the area they enclose."""

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a PNG or JPEG as large as the box allows."""

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Draw a QR symbol."""


class Pencil:
    """Places what is given in the millimetres of A3 on a surface."""

    def __init__(self, surface: Surface, scale: float, left: float = 0, top: float = 0) -> None:
        self.surface = surface
        self.scale = scale
        self._left = left
        self._top = top

    def line(self, span: Span, text: str, style: TextStyle, floor: float = 4.0) -> float:
        """Draw one line, smaller or at last cut where it is too wide, and give its width."""
        try:
            size = fitted_size(text, style, span.width, floor=floor)
        except TextDoesNotFit:
            size = floor
            (text,) = cut_to([text], 1, replace(style, size=size), span.width)
        fitting = replace(style, size=size)
        self.text(span.x + shift(span.align, span.width), span.baseline, text, fitting, span.align)
        return measure(text, fitting)

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, align: Align = "left"
    ) -> None:
        """Draw one line as it is."""
        if text:
            self.surface.text(*self.at(x, baseline), text, self._sized(style), align=align)

    def paragraph(
        self, column: Column, text: str, style: TextStyle, max_lines: int | None = None
    ) -> float:
        """Draw text on as many lines as it needs and give where it ends."""
        lines = lines_of(text, style, column.width)
        if max_lines is not None and len(lines) > max_lines:
            lines = cut_to(lines, max_lines, style, column.width)
        return self.lines(column, lines, style, leading_of(text))

    def lines(self, column: Column, lines: Sequence[str], style: TextStyle, share: float) -> float:
        """Draw lines one below the other and give where they end."""
        step = share * style.size / POINTS
        baseline = column.top + first_baseline(share) * style.size / POINTS
        x = column.x + shift(column.align, column.width)
        for at, line in enumerate(lines):
            self.text(x, baseline + at * step, line, style, column.align)
        return column.top + len(lines) * step

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle."""
        self.surface.rect(
            self.box(box), fill=fill, stroke=self._pen(stroke), radius=radius * self.scale
        )

    def circle(self, middle: Point, radius: float, *, fill: str) -> None:
        """Draw a disc around a point."""
        x, y = middle
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        self.rect(box, fill=fill, radius=radius)

    def polygon(
        self,
        points: Sequence[Point],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through the points, or the area they enclose."""
        self.surface.polygon(
            [self.at(*one) for one in points], fill=fill, stroke=self._pen(stroke), closed=closed
        )

    def photo(self, data: bytes, box: Box) -> None:
        """Draw a picture as large as the box allows."""
        self.surface.photo(data, self.box(box))

    def at(self, x: float, y: float) -> Point:
        """Give where a point lies on the surface."""
        return self._left + x * self.scale, self._top + y * self.scale

    def back(self, x: float, y: float) -> Point:
        """Give the point that lies at this place of the surface."""
        return (x - self._left) / self.scale, (y - self._top) / self.scale

    def box(self, box: Box) -> Box:
        """Give where a rectangle lies on the surface."""
        x, top = self.at(box.x, box.top)
        return Box(x, top, box.width * self.scale, box.height * self.scale, box.align)

    def _sized(self, style: TextStyle) -> TextStyle:
        return replace(style, size=style.size * self.scale)

    def _pen(self, stroke: Stroke | None) -> Stroke | None:
        if stroke is None:
            return None
        dash = tuple(length * self.scale for length in stroke.dash)
        return Stroke(stroke.colour, stroke.width * self.scale, dash)
