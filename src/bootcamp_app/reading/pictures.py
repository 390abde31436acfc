"""Foreign pictures, opened with a pixel limit and turned upright, grey or in colours."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content, refuse_workspace

if TYPE_CHECKING:
    from pathlib import Path

Grey = npt.NDArray[np.uint8]

MOST_BYTES = 64 * MEGABYTE
MOST_PIXELS = 64_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
PHONE_ONLY = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")

# What Pillow's readers raise on damaged files, as their fuzzed inputs show.
DAMAGE = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def grey(path: Path) -> Grey:
    """Give the picture upright as rows of grey pixels, 0 black to 255 white."""
    return _grey_of(content(path, MOST_BYTES), path.name)


def in_colours(data: bytes, name: str, at_least: tuple[int, int] = (0, 0)) -> Image.Image:
    """Give a picture upright as red, green and blue, on white.

    A larger JPEG may come back smaller, where both its sides stay `at_least` this long.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _opened(data, name) as picture:
            _must_be_small_enough(picture, name)
            try:
                # It may lie on its side: both of its sides must stay long enough for either.
                picture.draft("RGB", (max(at_least), max(at_least)))
                upright = ImageOps.exif_transpose(picture)
                deep = upright.mode.startswith(("I", "F"))
                return on_white(_stretched(upright) if deep else upright).convert("RGB")
            except DAMAGE as error:
                raise _damaged(name) from error


def as_drawn(data: bytes, name: str, at_least: int, most_pixels: int) -> Image.Image:
    """Give a picture upright as red, green and blue, see-through where it was.

    A larger JPEG may come back smaller, where its longer side stays `at_least` this long.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _opened(data, name) as picture:
            _must_be_small_enough(picture, name, most_pixels)
            try:
                picture.draft("RGB", (at_least, at_least))
                upright = ImageOps.exif_transpose(picture)
                if upright.has_transparency_data:
                    return upright.convert("RGBA")
                deep = upright.mode.startswith(("I", "F"))
                return (_stretched(upright) if deep else upright).convert("RGB")
            except DAMAGE as error:
                raise _damaged(name) from error


def on_white(picture: Image.Image) -> Image.Image:
    """Give a picture as it looks on white paper."""
    if not picture.has_transparency_data:
        return picture
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture.convert("RGBA"))
    return white


def is_picture(path: Path) -> bool:
    """Say whether the file begins like a picture that `grey` reads, whatever it is called."""
    refuse_workspace(path)
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError:
        return False
    return _starts_like_a_picture(start)


def _starts_like_a_picture(start: bytes) -> bool:
    known = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
    return start.startswith(known) or (start[:4] == b"RIFF" and start[8:12] == b"WEBP")


def _grey_of(data: bytes, name: str) -> Grey:
    with warnings.catch_warnings():
        # What Pillow grumbles about is either readable anyway or refused below.
        warnings.simplefilter("ignore")
        with _opened(data, name) as picture:
            _must_be_small_enough(picture, name)
            return _pixels(picture, name)


def _opened(data: bytes, name: str) -> Image.Image:
    if data[4:12] in PHONE_ONLY:
        raise Refusal(
            "{name} is a phone's HEIC picture. Send or save the photo as JPEG, then choose that.",
            name=name,
        )
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except DAMAGE as error:
        if _starts_like_a_picture(data):
            raise _damaged(name) from error
        raise Refusal(
            "{name} is not a picture that can be read. Choose a JPEG or PNG picture.", name=name
        ) from error


def _must_be_small_enough(picture: Image.Image, name: str, most_pixels: int = MOST_PIXELS) -> None:
    if picture.width * picture.height > most_pixels:
        raise _too_large(name, most_pixels)


def _pixels(picture: Image.Image, name: str) -> Grey:
    try:
        # JPEG keeps brightness apart: reading only that is faster and takes a third of the room
        picture.draft("L", picture.size)
        upright = ImageOps.exif_transpose(picture)
        return np.array(_eight_bits(upright), dtype=np.uint8)
    except DAMAGE as error:
        raise _damaged(name) from error


def _eight_bits(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith(("I", "F")):
        return _stretched(picture)
    picture = on_white(picture)
    return picture if picture.mode == "L" else picture.convert("L")


def _stretched(picture: Image.Image) -> Image.Image:
    deep = np.asarray(picture, dtype=np.float32)
    low, high = float(deep.min()), float(deep.max())
    scale = 255 / (high - low) if high > low else 0.0
    return Image.fromarray(((deep - low) * scale).astype(np.uint8))


def _too_large(name: str, most_pixels: int = MOST_PIXELS) -> Refusal:
    return Refusal(
        "{name} has more than {millions} million pixels. Make the picture smaller, then try again.",
        name=name,
        millions=most_pixels // 1_000_000,
    )


def _damaged(name: str) -> Refusal:
    return Refusal(
        "{name} is damaged or not complete. Copy the picture again or take a new one.", name=name
    )
