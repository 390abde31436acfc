"""Pictures that a board may have kept before: they come back byte for byte, so as the same ones."""

from __future__ import annotations

import io

from PIL import Image

from bootcamp_app.reading.board_pictures import SIDE, BoardPicture, board_picture_of
from bootcamp_app.reading.files import MEGABYTE

_MOST = 2 * MEGABYTE
_KINDS = {"JPEG": "jpeg", "PNG": "png"}


def kept_picture(data: bytes, name: str) -> BoardPicture:
    """Give a picture as a board keeps it: untouched where it is small and says nothing besides.

    Raises a Refusal where it is no picture, broken or too large.
    """
    read = board_picture_of(data, name)
    with Image.open(io.BytesIO(data)) as picture:
        kind = _KINDS.get(picture.format or "")
        is_plain = not picture.getexif() and max(picture.size) <= SIDE and len(data) <= _MOST
        if kind and is_plain:
            return BoardPicture(kind, picture.size, data)
    return read
