"""A page of a PDF of ours as a PNG in colours, with text that travels inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
from PIL.PngImagePlugin import PngInfo

from bootcamp_app.reading.pages import MOST_PIXELS, POINTS_AN_INCH, one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PIL import Image

_TIGHT = 5


def write_first_page(pdf: bytes, target: Path, width: int, texts: Mapping[str, str]) -> None:
    """Write the first page as a PNG so many pixels wide that says how many dots an inch has."""
    picture, dpi = _picture(pdf, width)
    info = PngInfo()
    for key, text in texts.items():
        info.add_itxt(key, text, zip=True)
    with picture:
        picture.save(target, "PNG", dpi=(dpi, dpi), pnginfo=info, compress_level=_TIGHT)


def _picture(pdf: bytes, width: int) -> tuple[Image.Image, float]:
    with one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            scale = width / page.get_width()
            # A page is as high as it likes; what it may weigh is known.
            scale = min(scale, (MOST_PIXELS / (page.get_width() * page.get_height())) ** 0.5)
            bitmap = page.render(scale=scale)
            # A picture of its own: the bitmap's memory ends with the page.
            picture = bitmap.to_pil().convert("RGB")
            bitmap.close()
            page.close()
            return picture, scale * POINTS_AN_INCH
        finally:
            document.close()
