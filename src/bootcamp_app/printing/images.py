"""Logos and photos for paper: PNG and JPEG only, checked before a single pixel is unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path

MOST_PIXELS = 50_000_000
MOST_BYTES = 40_000_000
_LONGEST = 4096  # pixels of a side; A4 at 350 dpi
_QUALITY = 90
_ORIENTATION, _ON_ITS_SIDE = 0x0112, 5
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
Answer = TypeVar("Answer")
Kind = Callable[[BytesIO], Image.Image]


def picture_from(path: Path) -> Picture:
    """Read a PNG or JPEG file; anything else, too large or broken is refused in words."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path.name) from error
    return picture_of(data, path.name)


def write_grey_png(pages: Sequence[tuple[int, int, bytes]], target: Path, dpi: int) -> None:
    """Write pages (width, height, grey pixels) as one PNG, one below the other, true to size."""
    whole = Image.new("L", (max(page[0] for page in pages), sum(page[1] for page in pages)))
    top = 0
    for width, height, pixels in pages:
        whole.paste(Image.frombytes("L", (width, height), pixels), (0, top))
        top += height
    whole.save(target, "PNG", dpi=(dpi, dpi), optimize=True)


def picture_of(data: bytes, name: str, longest: int = _LONGEST) -> Picture:
    """Read a PNG or JPEG from memory, made smaller where a side has more pixels than `longest`.

    The name is for the words of a refusal.
    """
    return _read(data, name, lambda image, kind: _converted(image, kind, longest))


def shape_of(data: bytes, name: str) -> float:
    """Give how many times as wide as high a PNG or JPEG is, without unpacking it."""
    return _read(data, name, lambda image, _kind: _shape(image))


def _shape(image: Image.Image) -> float:
    is_on_its_side = image.getexif().get(_ORIENTATION, 1) >= _ON_ITS_SIDE
    return image.height / image.width if is_on_its_side else image.width / image.height


def _read(data: bytes, name: str, read: Callable[[Image.Image, Kind], Answer]) -> Answer:
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
            return read(image, opener)
    except (*_BROKEN, struct.error, zlib.error, Image.DecompressionBombError) as error:
        raise _unreadable(name) from error


def _opener(data: bytes) -> Kind | None:
    # opened by kind, not by guessing: no other format of Pillow's is ever tried
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PngImageFile
    return JpegImageFile if data.startswith(b"\xff\xd8\xff") else None


def _converted(image: Image.Image, kind: Kind, longest: int) -> Picture:
    image.draft(None, (longest, longest))  # a large JPEG is unpacked at a half or a quarter
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        return _see_through(_no_larger(upright.convert("RGBA"), longest))
    plain = _no_larger(_eight_bits(upright), longest)
    return _photo(plain) if kind is JpegImageFile else _flat(plain)


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16-bit grey, which a plain conversion would only clip
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _no_larger(image: Image.Image, longest: int) -> Image.Image:
    image.thumbnail((longest, longest))
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
