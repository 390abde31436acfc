"""Pictures that a board may have kept before: they come back byte for byte, so as the same ones."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from bootcamp_app.reading.board_pictures import SIDE, BoardPicture, board_picture_of
from bootcamp_app.reading.files import MEGABYTE
from bootcamp_app.reading.pictures import MOST_PIXELS, as_drawn

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 2 * MEGABYTE
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_PIXELS = {b"IHDR": 13, b"PLTE": 3 * 256, b"tRNS": 256, b"IDAT": _MOST, b"IEND": 0}
"""The chunks of a PNG that tell of nothing but pixels, and how long they are at most."""
_JFIF, _SCAN, _END = 0xE0, 0xDA, 0xD9
_TABLES = (0xC4, 0xDB, 0xDD)
_FRAMES = (0xC0, 0xC1, 0xC2)
_JFIF_HEAD = b"JFIF\0"
_JFIF_LENGTH = 14


def kept_picture(data: bytes, name: str) -> BoardPicture:
    """Give a picture as a board keeps it: untouched where it is small and says nothing besides.

    Raises a Refusal where it is no picture, broken or too large.
    """
    kind = _plain_kind(data) if len(data) <= _MOST else ""
    if kind:
        # What holds only pixels is kept as it is, once they were seen to be there.
        drawn = as_drawn(data, name, SIDE, MOST_PIXELS)
        size = _size(data, kind)
        if max(size) <= SIDE and drawn.size == size:
            return BoardPicture(kind, size, data)
    return board_picture_of(data, name)


def _plain_kind(data: bytes) -> str:
    """Give the kind of a picture that tells of nothing but pixels; none for any other."""
    known: tuple[tuple[bytes, str, Callable[[bytes], bool]], ...] = (
        (_PNG, "png", _is_plain_png),
        (_JPEG, "jpeg", _is_plain_jpeg),
    )
    return next(
        (kind for start, kind, is_plain in known if data.startswith(start) and is_plain(data)), ""
    )


def _is_plain_png(data: bytes) -> bool:
    """Say whether the chunks are those of pixels, and the last of them ends the file."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        if at + 8 > len(data):
            return False
        length, kind = struct.unpack_from(">I4s", data, at)
        if length > _PIXELS.get(kind, -1):
            return False
        at += 12 + length
    return at == len(data)


def _is_plain_jpeg(data: bytes) -> bool:
    """Say whether the segments are those of one picture, and its end is that of the file."""
    at = len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        held = data[at + 4 : at + 2 + length]
        is_head = marker == _JFIF and held[:5] == _JFIF_HEAD and len(held) == _JFIF_LENGTH
        if not (is_head or marker in (*_TABLES, *_FRAMES, _SCAN)):
            return False
        at += 2 + length
        if marker == _SCAN:
            at = _after_scan(data, at)
        if data[at : at + 2] == bytes((0xFF, _END)):
            return at + 2 == len(data)
    return False


def _after_scan(data: bytes, at: int) -> int:
    """Give where the next segment begins: pixels hold no marker but those to start anew."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
    return len(data)


def _size(data: bytes, kind: str) -> tuple[int, int]:
    """Give width and height as the head of a plain picture tells them."""
    if kind == "png":
        width, height = struct.unpack_from(">II", data, len(_PNG) + 8)
        return width, height
    at = len(_JPEG)
    while data[at + 1] not in _FRAMES:
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    height, width = struct.unpack_from(">HH", data, at + 5)
    return width, height
