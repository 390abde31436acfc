"""Logos of many shapes, as partners send them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SHAPES = {
    "wide": (800, 200),
    "tall": (200, 500),
    "square": (300, 300),
    "banner": (1200, 120),
    "photo": (900, 600),
    "high": (300, 400),
    "small": (90, 60),
}


def packed(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401
    """Give a picture as the bytes of a file."""
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def drawn(shape: str, colour: str = "#1F4E9E") -> Image.Image:
    """Give a logo of a shape, see-through in its middle."""
    size = SHAPES[shape]
    picture = Image.new("RGBA", size, colour)
    ImageDraw.Draw(picture).ellipse(
        (size[0] // 3, size[1] // 3, size[0] // 2, size[1] // 2), fill=(0, 0, 0, 0)
    )
    return picture


def logo(shape: str, colour: str = "#1F4E9E") -> bytes:
    """Give a logo of a shape as a PNG file."""
    return packed(drawn(shape, colour))


def opened(png: bytes) -> Image.Image:
    """Give the picture of a PNG file."""
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture
