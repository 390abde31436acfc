"""Logos and photos for paper: PNG and JPEG only, checked before a single pixel is unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

MOST_PIXELS = 50_000_000
MOST_BYTES = 40_000_000
_LONGEST = 4096  # pixels of a side; A4 at 350 dpi
_QUALITY = 90
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture as a PDF holds it: JPEG, or packed rows of grey or RGB, and how opaque it is."""

    width: int
    height: int
    colours: int
    data: bytes
    is_jpeg: bool = False
    mask: Picture | None = None


def picture_from(path: Path) -> Picture:
    """Read a PNG or JPEG file; anything else, too large or broken is refused in words."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path.name) from error
    return picture_of(data, path.name)


def picture_of(data: bytes, name: str) -> Picture:
    """Read a PNG or JPEG from memory; the name is for the words of a refusal."""
    opener = _opener(data)
    if opener is None:
        raise Refusal(
            "{name} is not a PNG or JPEG picture. Save it as PNG or JPEG, then choose it again.",
            name=name,
        )
    try:
        with opener(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_large(name)
            return _converted(image, is_photo=opener is JpegImageFile)
    except (*_BROKEN, struct.error, zlib.error, Image.DecompressionBombError) as error:
        raise _unreadable(name) from error


def _opener(data: bytes) -> Callable[[BytesIO], Image.Image] | None:
    # opened by kind, not by guessing: no other format of Pillow's is ever tried
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PngImageFile
    return JpegImageFile if data.startswith(b"\xff\xd8\xff") else None


def _converted(image: Image.Image, *, is_photo: bool) -> Picture:
    image.draft(None, (_LONGEST, _LONGEST))  # a large JPEG is unpacked at a half or a quarter
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        return _see_through(_no_larger(upright.convert("RGBA")))
    plain = _no_larger(_eight_bits(upright))
    return _photo(plain) if is_photo else _flat(plain)


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16-bit grey, which a plain conversion would only clip
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _no_larger(image: Image.Image) -> Image.Image:
    image.thumbnail((_LONGEST, _LONGEST))
    return image


def _see_through(image: Image.Image) -> Picture:
    opaque = _flat(image.getchannel("A"))
    flat = _flat(image.convert("RGB"))
    return Picture(flat.width, flat.height, flat.colours, flat.data, mask=opaque)


def _flat(image: Image.Image) -> Picture:
    return Picture(*image.size, len(image.getbands()), zlib.compress(image.tobytes()))


def _photo(image: Image.Image) -> Picture:
    # written anew: a camera's file also tells where it was taken
    packed = BytesIO()
    image.save(packed, "JPEG", quality=_QUALITY)
    return Picture(*image.size, len(image.getbands()), packed.getvalue(), is_jpeg=True)


def _too_large(name: str) -> Refusal:
    return Refusal(
        "{name} is too large for a document. Make it smaller than {pixels} million pixels,"
        " then choose it again.",
        name=name,
        pixels=MOST_PIXELS // 1_000_000,
    )


def _unreadable(name: str) -> Refusal:
    return Refusal(
        "The picture {name} cannot be read; it may be damaged. Choose another file.", name=name
    )
