"""A page that this program drew itself, as a picture: for screens and messages, not for paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2  # type: ignore[import-untyped] # the package has no type information
from PIL import Image

from bootcamp_app.reading.pages import POINTS_AN_INCH, one_at_a_time

if TYPE_CHECKING:
    from numpy.typing import NDArray


def png_of(pdf: bytes, dots_an_inch: float, most_bytes: int) -> bytes:
    """Give the first page in colours as a PNG.

    Where that is too large, which photos in it make, it has 256 colours.
    """
    picture = Image.fromarray(_pixels(pdf, dots_an_inch))
    png = _packed(picture)
    return png if len(png) <= most_bytes else _packed(picture.quantize(256))


def _pixels(pdf: bytes, dots_an_inch: float) -> NDArray[np.uint8]:
    with one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[0].render(scale=dots_an_inch / POINTS_AN_INCH, rev_byteorder=True)
            pixels = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)
            bitmap.close()
        finally:
            document.close()
    return pixels


def _packed(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
