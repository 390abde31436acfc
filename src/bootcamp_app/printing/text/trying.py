"""Trying a font out before anybody relies on it: every glyph that may be printed must be whole."""

from __future__ import annotations

import struct
from itertools import pairwise

import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

MOST_POINTS = 20_000
"""A glyph of more points is no letter: glyphs made of glyphs can grow without end."""
_WEIGHTS = (400, 600, 700)
_DEEPEST, _FARTHEST, _WIDEST = 8, 100, 0x7FFF
_NEEDED = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")
_MAXP = 32  # bytes of the version that TrueType fonts have
_SAMPLE = "ស្ត្រីញ៉ាំប៊ិច Ag 09 ០៩"
_WORDS, _SCALED, _MORE, _TWO_SCALES, _FOUR_SCALES = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


class Damaged(Exception):  # noqa: N818 - an answer, not an error of the program
    """Something in the font's file is not as it should be."""


def try_out(opened: hb.Face) -> None:
    """Raise Damaged where a font has glyphs that could not be put into a document."""
    try:
        _must_be_whole(opened)
        if not opened.unicodes:
            raise Damaged("no character has a glyph")
        _shape_sample(opened)
        for weight in _WEIGHTS if opened.axis_infos else _WEIGHTS[:1]:
            _must_be_whole(_reduced(opened, weight))
    except (struct.error, IndexError, ValueError, RuntimeError, RecursionError) as error:
        raise Damaged(str(error)) from error


def _must_be_whole(font: hb.Face) -> None:
    table = {tag: bytes(font.reference_table(tag).data) for tag in _NEEDED}
    if not all(table.values()) or len(table["maxp"]) < _MAXP:
        raise Damaged("tables are missing")
    glyphs = _cut(table, font.glyph_count)
    _must_measure(table["hmtx"], table["hhea"], len(glyphs))
    _Weighing(glyphs).weigh_all()


def _cut(table: dict[str, bytes], count: int) -> list[bytes]:
    (is_long,) = struct.unpack_from(">h", table["head"], 50)
    form, step = ("L", 1) if is_long else ("H", 2)
    places = struct.unpack_from(f">{count + 1}{form}", table["loca"])
    offsets = [place * step for place in places]
    if any(start > end for start, end in pairwise(offsets)) or offsets[-1] > len(table["glyf"]):
        raise Damaged("glyphs lie outside of their table")
    return [table["glyf"][start:end] for start, end in pairwise(offsets)]


def _must_measure(hmtx: bytes, hhea: bytes, count: int) -> None:
    (measured,) = struct.unpack_from(">H", hhea, 34)
    if not 1 <= measured <= count or len(hmtx) < 4 * measured + 2 * (count - measured):
        raise Damaged("widths are missing")
    if max(struct.unpack_from(">" + "Hh" * measured, hmtx)[::2]) > _WIDEST:
        raise Damaged("a glyph is too wide")


class _Weighing:
    """How many points each glyph has, its parts' points with it."""

    def __init__(self, glyphs: list[bytes]) -> None:
        self._glyphs = glyphs
        self._points: dict[int, int] = {}

    def weigh_all(self) -> None:
        for number in range(len(self._glyphs)):
            self._weigh(number, 0)

    def _weigh(self, number: int, depth: int) -> int:
        if number in self._points:
            return self._points[number]
        if depth > _DEEPEST:
            raise Damaged("glyphs are made of themselves")
        glyph = self._glyphs[number]
        if not glyph:
            points = 0
        elif (contours := struct.unpack_from(">h", glyph)[0]) >= 0:
            points = _points_of(glyph, contours)
        else:
            points = sum(self._weigh(part, depth + 1) for part in _parts_of(glyph))
        if points > MOST_POINTS:
            raise Damaged("a glyph has too many points")
        self._points[number] = points
        return points


def _points_of(glyph: bytes, contours: int) -> int:
    ends = struct.unpack_from(f">{contours}H", glyph, 10)
    if any(one >= other for one, other in pairwise(ends)):
        raise Damaged("outlines end before they begin")
    points = ends[-1] + 1 if ends else 0
    (instructions,) = struct.unpack_from(">H", glyph, 10 + 2 * contours) if contours else (0,)
    at = 12 + 2 * contours + instructions
    seen = needed = 0
    while seen < points:
        flag = glyph[at]
        times = 1 + glyph[at + 1] if flag & 8 else 1
        at += 2 if flag & 8 else 1
        wide = (1 if flag & 2 else 0 if flag & 16 else 2) + (
            1 if flag & 4 else 0 if flag & 32 else 2
        )
        seen, needed = seen + times, needed + times * wide
    if seen != points or at + needed > len(glyph):
        raise Damaged("an outline is cut off")
    return points


def _parts_of(glyph: bytes) -> list[int]:
    parts, at = [], 10
    while True:
        flags, number = struct.unpack_from(">HH", glyph, at)
        parts.append(number)
        at += 8 if flags & _WORDS else 6
        at += (
            2 if flags & _SCALED else 4 if flags & _TWO_SCALES else 8 if flags & _FOUR_SCALES else 0
        )
        if at > len(glyph):
            raise Damaged("a glyph's parts are cut off")
        if not flags & _MORE:
            return parts


def _shape_sample(opened: hb.Face) -> None:
    font, buffer = hb.Font(opened), hb.Buffer()
    buffer.add_str(_SAMPLE)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    far = _FARTHEST * opened.upem
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        numbers = (position.x_advance, position.x_offset, position.y_offset)
        if info.codepoint >= opened.glyph_count or any(abs(one) > far for one in numbers):
            raise Damaged("a glyph lies too far away")


def _reduced(opened: hb.Face, weight: int) -> hb.Face:
    """Give the font as documents get it: one weight, no instructions."""
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    request.glyph_set.update(range(opened.glyph_count))
    for axis in opened.axis_infos:
        wanted = weight if axis.tag == "wght" else axis.default_value
        place = min(max(float(wanted), axis.min_value), axis.max_value)
        request.pin_axis_location(opened, axis.tag, place)
    return hb.SubsetPlan(opened, request).execute()
