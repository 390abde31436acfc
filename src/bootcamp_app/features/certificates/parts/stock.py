"""What the parts of one design share: the page, fonts and pictures, read once for all pages."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.pages import page_named
from bootcamp_app.printing.logo_row import height_of, places_of
from bootcamp_app.printing.text.faces import HOUSE, Typeface, font_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.certificates.views import Design
    from bootcamp_app.printing.picture import Picture
    from bootcamp_app.printing.shapes import Box

_PER_MM = 600 / 25.4  # pixels: finer than offices print


class Stock:
    """Fonts, pictures and people of one design."""

    def __init__(self, design: Design) -> None:
        self.page = page_named(design.document["page"])
        self.signatories = design.signatories
        self.logos = design.logos
        self._files = design.files

    def typeface(self, font: str) -> Typeface:
        """Give the fonts that draw a text: its own first, the house's for what that lacks."""
        data = self._files.get(font) if font else None
        return HOUSE.led_by(font_of(data, font)) if data else HOUSE

    def has(self, file: str) -> bool:
        """Say whether a file came with the design."""
        return file in self._files

    def shape(self, file: str) -> float | None:
        """Give how many times as wide as high a picture is; nothing where it cannot be read."""
        return _shape(self._files[file]) if file in self._files else None

    def picture(self, file: str, longest: float, strength: float = 1) -> Picture:
        """Read a picture, no finer than a printer shows it with so many millimetres a side."""
        return _picture(self._files[file], max(1, round(longest * _PER_MM)), strength)

    def logos_in(self, box: Box, which: str | Sequence[int]) -> list[tuple[str, Box]]:
        """Give the logos that are meant and where each lies."""
        meant = [one for one in _meant(self.logos, which) if self.shape(one)]
        shapes = [self.shape(one) or 1 for one in meant]
        # a wide one alone would fill the whole height, and be louder than all that is printed
        height = box.height * min(1.0, max(map(height_of, shapes), default=1.0))
        lower = replace(box, top=box.top + (box.height - height) / 2, height=height)
        places = places_of(shapes, lower)
        return list(zip(meant, places, strict=True))


def _meant(logos: Sequence[str], which: str | Sequence[int]) -> Sequence[str]:
    middle = (len(logos) + 1) // 2
    if which == "all":
        return logos
    if which == "first half":
        return logos[:middle]
    if which == "second half":
        return logos[middle:]
    places = [number for number in which if isinstance(number, int)]
    return [logos[place - 1] for place in places if 1 <= place <= len(logos)]


@lru_cache(maxsize=64)
def _shape(data: bytes) -> float | None:
    from bootcamp_app.printing.images import shape_of  # noqa: PLC0415 - heavy: Pillow

    try:
        return shape_of(data, "")
    except Refusal:
        return None


@lru_cache(maxsize=64)
def _picture(data: bytes, longest: int, strength: float) -> Picture:
    from bootcamp_app.printing.images import picture_of  # noqa: PLC0415 - as above

    return picture_of(data, "", longest).faded(strength)
