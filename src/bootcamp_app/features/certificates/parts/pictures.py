"""Pictures on a certificate: one in its box, or all logos of the bootcamp side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.parts.lines import covered
from bootcamp_app.features.certificates.parts.placed import Placed, Values
from bootcamp_app.printing.shapes import Box, inside

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.parts.stock import Stock
    from bootcamp_app.printing.paper import Paper


class Image(Placed):
    """One picture as large as its box allows; without one, a place that stays empty."""

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the picture, if there is one."""
        place = self.covers(values)
        if place is not None:
            draw_picture(paper, self.stock, self.part["file"], place, self.part["strength"])

    def covers(self, values: Values) -> Box | None:
        """Give where the picture lies."""
        del values
        shape = self.stock.shape(self.part["file"])
        return inside(self.room(), shape) if shape else None


class Logos(Placed):
    """The logos of the bootcamp in a box, none louder than the others."""

    @cached_property
    def _places(self) -> list[tuple[str, Box]]:
        box = self.room()
        aligned = Box(box.x, box.top, box.width, box.height, self.part["align"])
        return self.stock.logos_in(aligned, self.part["which"])

    def draw(self, paper: Paper, values: Values) -> None:
        """Draw the logos at their places."""
        del values
        for file, place in self._places:
            draw_picture(paper, self.stock, file, place)

    def covers(self, values: Values) -> Box | None:
        """Give the box around all logos."""
        return covered(self.pieces(values))

    def pieces(self, values: Values) -> list[Box]:
        """Give the place of each logo."""
        del values
        return [place for _, place in self._places]


def draw_picture(paper: Paper, stock: Stock, file: str, place: Box, strength: float = 1) -> None:
    """Draw a picture of the design."""
    paper.image(stock.picture(file, max(place.width, place.height), strength), place)
