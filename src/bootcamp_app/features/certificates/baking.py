"""The place of a credential in a PNG, as Open Badges 3.0 says: an iTXt chunk of its own."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYWORD = b"openbadgecredential"
_START = b"\x89PNG\r\n\x1a\n"
_FRAME = 12
"""A chunk's length, kind and checksum."""
_MOST_BYTES = 256 * 1024
"""Credentials have a few thousand bytes; packed ones are not unpacked past this."""


class NotAWholePng(ValueError):  # noqa: N818 - says what the bytes are not
    """The bytes are no PNG, or one that ends early or was damaged on the way."""


def baked(png: bytes, credential: str) -> bytes:
    """Give the picture with the credential in it, before its end."""
    data = KEYWORD + bytes(5) + credential.encode()
    kind = b"iTXt"
    chunk = struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
    end = len(png) - _FRAME
    return png[:end] + chunk + png[end:]


def credentials_in(png: bytes) -> list[str]:
    """Give the credentials that a PNG holds; there should be one. Raises NotAWholePng."""
    texts = (_text(data) for kind, data in _chunks(png) if kind == b"iTXt")
    return [text for text in texts if text is not None]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_START):
        raise NotAWholePng
    at, kind = len(_START), b""
    while kind != b"IEND":
        if at + _FRAME > len(png):
            raise NotAWholePng
        (length,) = struct.unpack_from("!I", png, at)
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += _FRAME + length
        if at > len(png) or struct.pack("!I", zlib.crc32(kind + data)) != png[at - 4 : at]:
            raise NotAWholePng
        yield kind, data


def _text(data: bytes) -> str | None:
    """Give the text of a credential's chunk, which another program may have packed."""
    keyword, _nul, rest = data.partition(b"\0")
    if keyword != KEYWORD:
        return None
    is_packed, method, rest = rest[:1], rest[1:2], rest[2:]
    text = rest.partition(b"\0")[2].partition(b"\0")[2]
    if is_packed == b"\1" and method == b"\0":
        text = _unpacked(text)
    return text[:_MOST_BYTES].decode("utf-8", "replace")


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_BYTES)
    except zlib.error:
        return b""
