"""One TrueType glyph out of several: a cluster's parts at their places."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_WORDS, _PLACES, _MORE, _OVERLAP = 0x0001, 0x0002, 0x0020, 0x0400
_FARTHEST = 0x7FFF
_HEADER = struct.Struct(">hhhhh")
_PART = struct.Struct(">HHhh")

Part = tuple[int, int, int]  # number in the subset, x, y
Bounds = tuple[int, int, int, int]


def bounds_of(glyph: bytes) -> Bounds:
    """Give a glyph's left, bottom, right and top as its header says."""
    _contours, left, bottom, right, top = _HEADER.unpack_from(glyph)
    return left, bottom, right, top


def composite(parts: Sequence[Part], glyphs: Sequence[bytes]) -> bytes:
    """Give the glyph that draws the parts; empty ones are left out, nothing at all is empty."""
    seen = [part for part in parts if glyphs[part[0]]]
    if not seen:
        return b""
    packed = [
        _PART.pack(_flags(i, len(seen)), number, _held(x), _held(y))
        for i, (number, x, y) in enumerate(seen)
    ]
    return _HEADER.pack(-1, *map(_held, _around(seen, glyphs))) + b"".join(packed)


def _held(value: int) -> int:
    # a thousand accents on one letter climb out of what a font can say; they stop there
    return min(max(value, -_FARTHEST), _FARTHEST)


def _flags(index: int, count: int) -> int:
    more = _MORE if index < count - 1 else 0
    return _WORDS | _PLACES | more | (0 if index else _OVERLAP)


def _around(parts: Sequence[Part], glyphs: Sequence[bytes]) -> Bounds:
    boxes = [_moved(bounds_of(glyphs[number]), x, y) for number, x, y in parts]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _moved(bounds: Bounds, x: int, y: int) -> Bounds:
    left, bottom, right, top = bounds
    return left + x, bottom + y, right + x, top + y
