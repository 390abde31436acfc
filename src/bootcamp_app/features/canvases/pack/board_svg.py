"""A board as a drawing inside a page: no script, no style and no address in it, only shapes."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.drawing import draw_board
from bootcamp_app.features.canvases.pack.markup import text as escaped
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.printing.images import shape_of
from bootcamp_app.printing.paper import measure
from bootcamp_app.printing.shapes import Box
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.shapes import Align, Stroke
    from bootcamp_app.printing.text.styles import TextStyle

_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}


def board_svg(handed: Handed) -> str:
    """Give a board as SVG; its pictures are JPEG."""
    drawing = _Drawing()
    draw_board(drawing, handed, Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
    whole = f'viewBox="0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}"'
    # Its notes stand below as a list, which is what is read out.
    return f'<svg {whole} aria-hidden="true" focusable="false">{"".join(drawing.drawn)}</svg>'


class _Drawing:
    """A surface on which a canvas is drawn; its text has the letters that the page brings."""

    def __init__(self) -> None:
        ground = f'<rect width="{PAGE_WIDTH:g}" height="{PAGE_HEIGHT:g}" fill="#FFFFFF"/>'
        self.drawn = [ground]

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Draw one line and give its width."""
        weight = ' font-weight="700"' if style.weight > 500 else ""
        self.drawn.append(
            f'<text x="{_n(x)}" y="{_n(baseline)}" font-size="{_n(style.size / POINTS)}"'
            f'{weight} fill="{escaped(style.colour)}"{_ANCHORS[align]}>{escaped(text)}</text>'
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
        """Draw a rectangle."""
        corner = f' rx="{_n(min(radius, box.width / 2, box.height / 2))}"' if radius else ""
        self.drawn.append(f"<rect {_placed(box)}{corner}{_ink(fill, stroke)}/>")

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
        said = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self.drawn.append(f'<{kind} points="{said}"{_ink(fill, stroke)}/>')

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a picture as large as the box allows."""
        shape = shape_of(data, "")
        width = min(box.width, box.height * shape)
        height = width / shape
        place = Box(
            box.x + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height
        )
        held = b64encode(data).decode()
        self.drawn.append(f'<image {_placed(place)} href="data:image/jpeg;base64,{held}"/>')
        return place

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Draw no code: they are for paper."""


def _placed(box: Box) -> str:
    return f'x="{_n(box.x)}" y="{_n(box.top)}" width="{_n(box.width)}" height="{_n(box.height)}"'


def _ink(fill: str | None, stroke: Stroke | None) -> str:
    said = f' fill="{escaped(fill or "none")}"'
    if stroke is not None:
        dash = " ".join(_n(length) for length in stroke.dash)
        said += f' stroke="{escaped(stroke.colour)}" stroke-width="{_n(stroke.width)}"'
        said += f' stroke-dasharray="{dash}"' if dash else ""
    return said


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
