"""A board as a drawing inside a page: no script, no style and no address in it, only shapes."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.drawing import draw_board
from bootcamp_app.features.canvases.pack.markup import text as escaped
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.printing.images import shape_of
from bootcamp_app.printing.shapes import Box, inside
from bootcamp_app.printing.svg_shapes import SvgShapes

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.text.styles import TextStyle


def board_svg(handed: Handed) -> str:
    """Give a board as SVG; its pictures are JPEG."""
    drawing = _Drawing()
    draw_board(drawing, handed, Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
    whole = f'viewBox="0 0 {PAGE_WIDTH:g} {PAGE_HEIGHT:g}"'
    ground = f'<rect width="{PAGE_WIDTH:g}" height="{PAGE_HEIGHT:g}" fill="#FFFFFF"/>'
    # Its notes stand below as a list, which is what is read out.
    return (
        f'<svg {whole} aria-hidden="true" focusable="false">{ground}{"".join(drawing.drawn)}</svg>'
    )


class _Drawing(SvgShapes):
    """A surface on which a canvas is drawn; its text has the letters that the page brings."""

    digits = 2

    def letters(self, text: str, style: TextStyle) -> str:  # noqa: ARG002 - the page has them
        """Give a text that stays a text, without what no page can hold."""
        return escaped(text)

    def weight(self, style: TextStyle) -> str:
        """Say that letters are bold; the others are as heavy as the page has them."""
        return ' font-weight="700"' if style.weight > 500 else ""

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a picture as large as the box allows."""
        place = inside(box, shape_of(data, ""))
        held = b64encode(data).decode()
        self.drawn.append(f'<image {self.placed(place)} href="data:image/jpeg;base64,{held}"/>')
        return place

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Draw no code: they are for paper."""
