"""Where the codes stand in the corners of a page, and how large; real millimetres."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.canvases.corner_codes import CORNERS, CornerCode
from bootcamp_app.printing.qr import QUIET, symbol
from bootcamp_app.printing.shapes import Box

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.pencil import Surface
    from bootcamp_app.printing.units import PageSize

EDGE = 6.0
"""What a printer may leave white around a page."""
_MODULES = 21  # of a QR code of version 1, which 17 digits fill
_MODULE = 0.76  # three dots at 100 dpi
_LARGER = {"A0": 1.2, "A1": 0.84}  # a photo of the whole sheet has fewer dots for each


class Marks(NamedTuple):
    """The codes of one page."""

    page: PageSize
    module: float = _MODULE

    @property
    def side(self) -> float:
        """How wide a symbol is."""
        return _MODULES * self.module

    @property
    def room(self) -> float:
        """How far from the page's edge on each side nothing else may stand."""
        return EDGE + self.side + QUIET * self.module

    def boxes(self) -> dict[int, Box]:
        """Give where each symbol stands, by its corner."""
        near, side = EDGE, self.side
        right, bottom = self.page.width - near - side, self.page.height - near - side
        places = ((near, near), (right, near), (right, bottom), (near, bottom))
        return {
            corner: Box(x, top, side, side)
            for corner, (x, top) in zip(CORNERS, places, strict=True)
        }

    def draw(self, surface: Surface, code: CornerCode) -> None:
        """Draw the four symbols of a page; the corner that `code` names is not looked at."""
        for corner, box in self.boxes().items():
            drawn = symbol(str(replace(code, corner=corner)), version=1, level="H", mask=3)
            surface.qr(drawn, box.x, box.top, box.width)


def marks_of(paper: str, page: PageSize) -> Marks:
    """Give the codes of a whole sheet."""
    return Marks(page, _LARGER.get(paper, _MODULE))
