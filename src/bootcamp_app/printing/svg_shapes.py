"""Shapes and lines of text as pieces of an SVG picture, in millimetres from the top left."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.shapes import Align, Box, Stroke
    from bootcamp_app.printing.text.styles import TextStyle

_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}


class SvgShapes:
    """Keeps what is drawn as pieces of SVG, in their order.

    Each picture says with how many digits a length is written, how heavy letters are, and what
    becomes of characters that it cannot hold.
    """

    digits: ClassVar[int]

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Draw one line; x is its left end, middle or right end. Gives the width."""
        self.drawn.append(
            f'<text x="{self.number(x)}" y="{self.number(baseline)}"'
            f' font-size="{self.number(style.size / POINTS)}"{self.weight(style)}'
            f' fill="{escape(style.colour)}"{_ANCHORS[align]}>{self.letters(text, style)}</text>'
        )
        return measure(text, style)

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, its corners rounded if a radius is given."""
        rounded = self.number(min(radius, box.width / 2, box.height / 2))
        corner = f' rx="{rounded}"' if radius else ""
        self.drawn.append(f"<rect {self.placed(box)}{corner}{self._ink(fill, stroke)}/>")

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through the points, or the area they enclose."""
        kind = "polygon" if closed else "polyline"
        said = " ".join(f"{self.number(x)},{self.number(y)}" for x, y in points)
        self.drawn.append(f'<{kind} points="{said}"{self._ink(fill, stroke)}/>')

    def letters(self, text: str, style: TextStyle) -> str:
        """Give a text, escaped, that is about to be drawn in a style."""
        raise NotImplementedError

    def weight(self, style: TextStyle) -> str:
        """Give the attribute that says how heavy the letters of a style are."""
        raise NotImplementedError

    def number(self, value: float) -> str:
        """Give a length as it is written."""
        return f"{value:.{self.digits}f}".rstrip("0").rstrip(".")

    def placed(self, box: Box) -> str:
        """Give the attributes that say where a box lies."""
        x, top, width, height = map(self.number, (box.x, box.top, box.width, box.height))
        return f'x="{x}" y="{top}" width="{width}" height="{height}"'

    def _ink(self, fill: str | None, stroke: Stroke | None) -> str:
        said = f' fill="{escape(fill or "none")}"'
        if stroke is not None:
            dash = " ".join(map(self.number, stroke.dash))
            said += f' stroke="{escape(stroke.colour)}" stroke-width="{self.number(stroke.width)}"'
            said += f' stroke-dasharray="{dash}"' if dash else ""
        return said
