"""Pictures for boards: any photo or drawing upright, at most 2,048 pixels, small enough to keep."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content
from bootcamp_app.reading.pictures import MOST_BYTES, MOST_PIXELS, as_drawn

if TYPE_CHECKING:
    from pathlib import Path

SIDE = 2048
"""Pixels of the longer side of what is kept."""
_QUALITY = 85
_MOST_PNG = MEGABYTE


@dataclass(frozen=True)
class BoardPicture:
    """A picture as a board keeps it: `jpeg` or `png`."""

    kind: str
    size: tuple[int, int]
    data: bytes = field(repr=False)


def board_picture(path: Path) -> BoardPicture:
    """Give the picture of a file; raises a Refusal where it is none, broken or too large."""
    return board_picture_of(content(path, MOST_BYTES), path.name)


def board_picture_of(data: bytes, name: str) -> BoardPicture:
    """Give a picture in memory; nothing else of it is kept, such as where a photo was taken."""
    if not data:
        raise Refusal("{name} is empty. Save or copy it again, then choose it again.", name=name)
    picture = as_drawn(data, name, SIDE, MOST_PIXELS)
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    drawn = _saved(bare, "PNG", optimize=True)
    if bare.mode == "RGBA" or len(drawn) <= _MOST_PNG // 4:
        # See-through, or a drawing: it stays sharp, and is small as it is.
        return BoardPicture("png", bare.size, drawn if len(drawn) <= _MOST_PNG else _fewer(bare))
    return BoardPicture("jpeg", bare.size, _saved(bare, "JPEG", quality=_QUALITY, optimize=True))


def _fewer(picture: Image.Image) -> bytes:
    """Give a see-through picture with fewer colours."""
    return _saved(picture.quantize(256, method=Image.Quantize.FASTOCTREE), "PNG", optimize=True)


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **how)
    return buffer.getvalue()
