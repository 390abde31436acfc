"""Pictures for a page that travels: JPEG, no finer than a screen shows them."""

from __future__ import annotations

import io

from PIL import Image

from bootcamp_app.reading.pictures import in_colours

_QUALITY = 72


def web_picture(data: bytes, name: str, longest: int) -> bytes:
    """Give a picture as JPEG whose longer side has at most so many pixels."""
    picture = in_colours(data, name, (longest, longest))
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY, optimize=True)
    return packed.getvalue()
