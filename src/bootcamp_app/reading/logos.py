"""Logos: any PNG or JPEG as a small upright PNG, see-through where it was, cut to what is seen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content
from bootcamp_app.reading.pictures import as_drawn, on_white

if TYPE_CHECKING:
    from pathlib import Path

SIDE = 1200
"""Pixels of the longest side: 100 mm at 300 dpi, more than any logo gets on paper."""
MOST_FILE_BYTES = 20 * MEGABYTE
MOST_PIXELS = 32_000_000
MOST_BYTES = 600 * 1024
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LEAST_SIDE = 240
_DARKEST_WHITE = 240
_HEAD = 4096


def logo(path: Path) -> bytes:
    """Give the picture of a file as a logo; raises a Refusal where it is none."""
    return logo_of(content(path, MOST_FILE_BYTES), path.name)


def logo_of(data: bytes, name: str) -> bytes:
    """Give a picture in memory as a logo: PNG, at most 1200 pixels long, no white around it.

    Nothing else of the file is kept. Raises a Refusal where it is no PNG or JPEG, too large,
    damaged, or white all over.
    """
    return _small(_plain(_cut(opened(data, name), name)))


def opened(data: bytes, name: str) -> Image.Image:
    """Give a picture in memory upright, at most 2400 pixels long; raises a Refusal as `logo_of`."""
    if not data:
        raise Refusal("{name} is empty. Save or copy it again, then choose it again.", name=name)
    if b"<svg" in data[:_HEAD].lower():
        raise Refusal(
            "{name} is an SVG drawing. Save it as PNG, 1200 pixels wide, then choose that.",
            name=name,
        )
    if len(data) > MOST_FILE_BYTES:
        raise Refusal(
            "{name} is larger than {megabytes} MB. Keep only what is needed in it, then try again.",
            name=name,
            megabytes=MOST_FILE_BYTES // MEGABYTE,
        )
    if not data.startswith(_BEGINNINGS):
        raise Refusal(
            "{name} is not a PNG or JPEG picture. Save it as PNG or JPEG, then choose it again.",
            name=name,
        )
    picture = as_drawn(data, name, 2 * SIDE, MOST_PIXELS)
    # Made smaller before it is looked at: white around a logo may be most of 32 million pixels.
    picture.thumbnail((2 * SIDE, 2 * SIDE), Image.Resampling.LANCZOS)
    return picture


def _cut(picture: Image.Image, name: str) -> Image.Image:
    """Cut off what nobody sees on white paper, so that logos beside each other look alike."""
    seen = np.asarray(on_white(picture).convert("RGB")).min(axis=2) < _DARKEST_WHITE
    if not seen.any():
        raise Refusal(
            "Nothing of {name} is seen on white paper. Choose the logo in its colours or in black.",
            name=name,
        )
    (top, bottom), (left, right) = (_ends(seen.any(axis=axis)) for axis in (1, 0))
    return picture.crop((left, top, right, bottom))


def _ends(line: np.ndarray) -> tuple[int, int]:
    places = np.flatnonzero(line)
    return int(places[0]), int(places[-1]) + 1


def _plain(picture: Image.Image) -> Image.Image:
    """Give the bare pixels, without what the file said about its colours or its camera."""
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    is_opaque = not picture.has_transparency_data or picture.getextrema()[-1] == (255, 255)
    mode = "RGB" if is_opaque else "RGBA"
    bare = picture.convert(mode)
    return Image.frombytes(mode, bare.size, bare.tobytes())


def _small(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    if buffer.tell() <= MOST_BYTES or max(picture.size) <= _LEAST_SIDE:
        return buffer.getvalue()
    # Photographs are no logos, and hardly get smaller as PNG.
    width, height = (max(1, side * 3 // 4) for side in picture.size)
    return _small(picture.resize((width, height), Image.Resampling.LANCZOS))
