"""Text that a PNG carries beside its pixels; nothing is unpacked beyond what was asked for."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import content

if TYPE_CHECKING:
    from pathlib import Path

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">L4s")
_CHECK = 4


def text_in_png(path: Path, key: str, most_bytes: int) -> str | None:
    """Give the text that a PNG carries under a key, or None where it carries none.

    Neither the file nor the text may be larger than so many bytes. Raises a Refusal for what is no
    PNG, is damaged or is larger.
    """
    data = content(path, most_bytes)
    if not data.startswith(_SIGNATURE):
        raise Refusal("{name} is not a PNG picture. Choose a PNG picture.", name=path.name)
    wanted = key.encode("latin-1") + b"\0"
    at = len(_SIGNATURE)
    while at + _HEAD.size <= len(data):
        length, kind = _HEAD.unpack_from(data, at)
        start, end = at + _HEAD.size, at + _HEAD.size + length
        if end + _CHECK > len(data):
            raise _damaged(path.name)
        if kind == b"iTXt" and data[start : start + len(wanted)] == wanted:
            check = int.from_bytes(data[end : end + _CHECK])
            if zlib.crc32(data[at + 4 : end]) != check:
                raise _damaged(path.name)
            return _text(data[start + len(wanted) : end], most_bytes, path.name)
        if kind == b"IEND":
            return None
        at = end + _CHECK
    raise _damaged(path.name)


def _text(body: bytes, most: int, name: str) -> str:
    is_packed, _method = body[:1] == b"\x01", body[1:2]
    try:
        _language, _title, said = body[2:].split(b"\0", 2)
        plain = _unpacked(said, most, name) if is_packed else said
        return plain.decode("utf-8")
    except (UnicodeDecodeError, ValueError, zlib.error) as error:
        raise _damaged(name) from error


def _unpacked(data: bytes, most: int, name: str) -> bytes:
    # A few bytes may unpack to any number of them.
    opened = zlib.decompressobj()
    plain = opened.decompress(data, most)
    if opened.unconsumed_tail:
        raise Refusal(
            "{name} holds more than can be opened here ({most} million bytes). Ask for the board "
            "with fewer or smaller pictures.",
            name=name,
            most=most // 1_000_000,
        )
    if not opened.eof:
        raise _damaged(name)
    return plain


def _damaged(name: str) -> Refusal:
    return Refusal(
        "{name} is damaged or not complete. Copy the picture again or take a new one.", name=name
    )
