"""Fonts for a picture of vectors: only the letters that it shows, written into it."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from typing import TYPE_CHECKING

import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.printing.text.faces import Face

_TABLE = struct.Struct(">4sLLL")
_ENTRY = struct.Struct(">4sLLLL")


def font_rules(letters: Mapping[Face, set[str]]) -> str:
    """Give the rules of a style sheet that hold the fonts, each once; the same for the same."""
    ordered = sorted(letters.items(), key=lambda one: (one[0].name, one[0].weight))
    return "".join(_rule(face, signs) for face, signs in ordered)


def family_of(face: Face) -> str:
    """Give what a font is called inside the picture, unlike any that a machine may have."""
    return f"Board {face.name}"


def _rule(face: Face, signs: Iterable[str]) -> str:
    data = b64encode(_packed(_subset(face, signs))).decode("ascii")
    return (
        f"@font-face{{font-family:'{family_of(face)}';font-weight:{face.weight};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


def _subset(face: Face, signs: Iterable[str]) -> bytes:
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING
    request.unicode_set.update({ord(sign) for sign in signs})
    for tag, value in face.location.items():
        request.pin_axis_location(face.opened, tag, value)
    built = hb.SubsetPlan(face.opened, request).execute()
    return bytes(built.blob.data)


def _packed(font: bytes) -> bytes:
    """Give a font file as WOFF, which packs each of its tables."""
    kind, count = font[:4], struct.unpack_from(">H", font, 4)[0]
    tables = [_TABLE.unpack_from(font, 12 + at * _TABLE.size) for at in range(count)]
    offset = 44 + count * _ENTRY.size
    entries, bodies, whole = b"", b"", 12 + count * 16
    for tag, check, start, length in sorted(tables):
        plain = font[start : start + length]
        tight = zlib.compress(plain, 9)
        body = tight if len(tight) < length else plain
        entries += _ENTRY.pack(tag, offset + len(bodies), len(body), length, check)
        bodies += body + bytes(-len(body) % 4)
        whole += length + -length % 4
    size = offset + len(bodies)
    head = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", kind, size, count, 0, whole, 1, 0, *[0] * 5)
    return head + entries + bodies
