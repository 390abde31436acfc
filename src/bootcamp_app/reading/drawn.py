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

_PACKED = 6
"""Four times as fast as what is smallest, for files a thirtieth larger."""


def png_of(pdf: bytes, dots_an_inch: float) -> bytes:
    """Give the first page in colours as a PNG."""
    buffer = BytesIO()
    Image.fromarray(_pixels(pdf, dots_an_inch)).save(buffer, "PNG", compress_level=_PACKED)
    return buffer.getvalue()


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
