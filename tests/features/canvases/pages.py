"""What stands where on a page of a PDF, in millimetres from its top left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped, unused-ignore]  # it brings no types
from pypdfium2.raw import FPDF_PAGEOBJ_PATH  # type: ignore[import-untyped, unused-ignore]

if TYPE_CHECKING:
    from pathlib import Path

POINT = 25.4 / 72


class Place(NamedTuple):
    """A rectangle on a page."""

    x: float
    top: float
    width: float
    height: float

    def is_like(self, other: Place, within: float = 0.2) -> bool:
        """Say whether two rectangles are the same but for so many millimetres."""
        return all(abs(one - two) <= within for one, two in zip(self, other, strict=True))

    def shrunk(self, by: float) -> Place:
        """Give the rectangle that lies so much inside this one on every side."""
        return Place(self.x + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: Place) -> bool:
        """Say whether two rectangles share something."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return across > 0 and down > 0

    def holds(self, other: Place) -> bool:
        """Say whether another rectangle lies inside this one."""
        return (
            self.x <= other.x
            and self.top <= other.top
            and other.x + other.width <= self.x + self.width
            and other.top + other.height <= self.top + self.height
        )


class Page:
    """One page that is open."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._words = page.get_textpage()
        width, height = page.get_size()
        self.width, self.height = width * POINT, height * POINT
        self._raw = str(self._words.get_text_range())
        self.text = self._raw.replace("\r\n", "\n")

    def has_inside(self, text: str, frame: Place) -> bool:
        """Say whether a text stands somewhere with every letter inside a rectangle."""
        letters = [
            (sign, self._place(*self._words.get_charbox(index)))
            for index, sign in enumerate(self._raw)
            if not sign.isspace()
        ]
        wanted = "".join(text.split())
        signs = "".join(sign for sign, _ in letters)
        starts = [at for at in range(len(signs)) if signs.startswith(wanted, at)]
        return any(
            all(frame.holds(place) for _, place in letters[at : at + len(wanted)]) for at in starts
        )

    def shapes(self) -> list[Place]:
        """Give the rectangle around every shape that is drawn."""
        return [
            self._place(*one.get_bounds()) for one in self._page.get_objects([FPDF_PAGEOBJ_PATH])
        ]

    def letters(self) -> list[Place]:
        """Give the rectangle around every letter that is seen."""
        boxes = (self._words.get_charbox(index) for index in range(self._words.count_chars()))
        places = (self._place(*box) for box in boxes)
        return [place for place in places if place.width > 0 and place.height > 0]

    def _place(self, left: float, bottom: float, right: float, top: float) -> Place:
        x, y = left * POINT, self.height - top * POINT
        return Place(x, y, (right - left) * POINT, (top - bottom) * POINT)


def pages_of(path: Path) -> list[Page]:
    """Open the pages of a PDF."""
    return [Page(page) for page in pdfium.PdfDocument(path.read_bytes())]
