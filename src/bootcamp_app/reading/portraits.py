"""Portraits: any picture of a face as a small upright JPEG, without what the camera wrote in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from bootcamp_app.reading.files import content
from bootcamp_app.reading.pictures import MOST_BYTES, in_colours

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (480, 640)
MOST_PORTRAIT_BYTES = 60 * 1024
# Of a picture that is too high more is taken from below: faces are in the upper part.
_CENTRE = (0.5, 0.35)
_QUALITIES = (88, 80, 70, 60, 50, 40, 30, 20)
_LEAST_SIDE = 2


def portrait(path: Path) -> bytes:
    """Give the picture of a file as a portrait; raises a Refusal where it is none."""
    return portrait_of(content(path, MOST_BYTES), path.name)


def portrait_of(data: bytes, name: str) -> bytes:
    """Give a picture in memory as a portrait: JPEG, at most 480 × 640 and 60 KB, 3 to 4."""
    return _small(_cut(in_colours(data, name, SIZE)))


def _cut(picture: Image.Image) -> Image.Image:
    """Cut to the form of a portrait; a small picture is not made larger."""
    width = min(SIZE[0], picture.width, picture.height * SIZE[0] // SIZE[1])
    width = max(width, _LEAST_SIDE)
    size = (width, max(_LEAST_SIDE, width * SIZE[1] // SIZE[0]))
    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS, centering=_CENTRE)


def _small(picture: Image.Image) -> bytes:
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True)
        if buffer.tell() <= MOST_PORTRAIT_BYTES:
            return buffer.getvalue()
    return _small(picture.resize((picture.width * 3 // 4, picture.height * 3 // 4)))
