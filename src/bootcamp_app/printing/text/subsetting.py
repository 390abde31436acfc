"""The font file that goes into a PDF: only what the text needs, one glyph a cluster."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.printing.text.composites import Bounds, bounds_of, composite
from bootcamp_app.printing.text.sfnt import font_file
from bootcamp_app.printing.text.shaping import Glyph

if TYPE_CHECKING:
    from bootcamp_app.printing.text.faces import Face

_KEPT = frozenset(
    ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "gvar", "fvar", "avar", "HVAR", "cmap")
)

Drawing = tuple[tuple[Glyph, ...], int]  # a cluster's glyphs and its width


@dataclass(frozen=True)
class Subset:
    """A font file, and the number in it of each drawing that was asked for."""

    file: bytes
    numbers: list[int]
    bounds: Bounds


def subset(face: Face, drawings: Sequence[Drawing]) -> Subset:
    """Build the font that draws exactly these drawings."""
    plan = hb.SubsetPlan(face.opened, _request(face, drawings))
    number = dict(plan.old_to_new_glyph_mapping)
    built = _Glyphs(plan.execute())
    numbers = [_placed(face, drawing, number, built) for drawing in drawings]
    return Subset(built.file(), numbers, built.bounds())


def _request(face: Face, drawings: Iterable[Drawing]) -> hb.SubsetInput:
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    request.glyph_set.update({glyph.number for glyphs, _ in drawings for glyph in glyphs})
    for tag in set(face.opened.table_tags) - _KEPT:
        request.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
    for tag, value in face.location.items():
        request.pin_axis_location(face.opened, tag, value)
    return request


def _placed(face: Face, drawing: Drawing, number: dict[int, int], built: _Glyphs) -> int:
    glyphs, advance = drawing
    if len(glyphs) == 1:
        glyph = glyphs[0]
        if glyph[1:] == (0, 0) and advance == face.advance(glyph.number):
            built.widen(number[glyph.number], advance)
            return number[glyph.number]
    return built.add([(number[glyph.number], glyph.x, glyph.y) for glyph in glyphs], advance)


class _Glyphs:
    """The glyphs and widths of a subset while clusters are added to it."""

    def __init__(self, font: hb.Face) -> None:
        table = {tag: bytes(font.reference_table(tag).data) for tag in font.table_tags}
        self._head, self._hhea, self._maxp = table["head"], table["hhea"], table["maxp"]
        self._glyphs = _cut(table["glyf"], table["loca"], self._head)
        self._advances, self._lefts = _metrics(table["hmtx"], self._hhea, len(self._glyphs))
        self._parts = 1

    def widen(self, number: int, advance: int) -> None:
        """Make the width table say what the text was laid out with."""
        self._advances[number] = advance

    def add(self, parts: list[tuple[int, int, int]], advance: int) -> int:
        """Append a glyph made of parts and give its number."""
        moved = [(number, x + self._bearing(number), y) for number, x, y in parts]
        self._glyphs.append(composite(moved, self._glyphs))
        self._advances.append(min(max(advance, 0), 0x7FFF))
        self._lefts.append(bounds_of(self._glyphs[-1])[0] if self._glyphs[-1] else 0)
        self._parts = max(self._parts, len(parts))
        return len(self._glyphs) - 1

    def _bearing(self, number: int) -> int:
        glyph = self._glyphs[number]
        return self._lefts[number] - bounds_of(glyph)[0] if glyph else 0

    def bounds(self) -> Bounds:
        """Give the box around every glyph."""
        boxes = [bounds_of(glyph) for glyph in self._glyphs if glyph] or [(0, 0, 0, 0)]
        left, bottom, right, top = zip(*boxes, strict=True)
        return min(left), min(bottom), max(right), max(top)

    def file(self) -> bytes:
        """Give the whole font file."""
        padded = [glyph + bytes(-len(glyph) % 4) for glyph in self._glyphs]
        offsets = [0]
        for glyph in padded:
            offsets.append(offsets[-1] + len(glyph))
        return font_file(
            {
                "glyf": b"".join(padded) or bytes(4),
                "head": _patched(self._head, {36: self.bounds(), 50: (1,)}),
                "hhea": _patched(self._hhea, {34: (len(padded),), 10: (max(self._advances),)}),
                "hmtx": b"".join(
                    struct.pack(">Hh", *pair)
                    for pair in zip(self._advances, self._lefts, strict=True)
                ),
                "loca": struct.pack(f">{len(offsets)}L", *offsets),
                "maxp": self._limits(),
            }
        )

    def _limits(self) -> bytes:
        fields = list(struct.unpack_from(">14H", self._maxp, 4))
        fields[0] = len(self._glyphs)
        fields[3] = min(max(fields[1], fields[3]) * self._parts, 0xFFFF)
        fields[4] = min(max(fields[2], fields[4]) * self._parts, 0xFFFF)
        fields[12] = min(max(fields[12], self._parts), 0xFFFF)
        fields[13] += 1  # a part may itself be made of parts
        return self._maxp[:4] + struct.pack(">14H", *fields)


def _cut(glyf: bytes, loca: bytes, head: bytes) -> list[bytes]:
    (is_long,) = struct.unpack_from(">h", head, 50)
    form, step = ("L", 1) if is_long else ("H", 2)
    offsets = struct.unpack(f">{len(loca) // (4 if is_long else 2)}{form}", loca)
    return [glyf[start * step : end * step] for start, end in pairwise(offsets)]


def _metrics(hmtx: bytes, hhea: bytes, count: int) -> tuple[list[int], list[int]]:
    (measured,) = struct.unpack_from(">H", hhea, 34)
    pairs = struct.unpack_from(">" + "Hh" * measured, hmtx)
    rest = struct.unpack_from(f">{count - measured}h", hmtx, 4 * measured)
    advances = list(pairs[::2])
    return advances + advances[-1:] * len(rest), [*pairs[1::2], *rest]


def _patched(table: bytes, fields: dict[int, tuple[int, ...]]) -> bytes:
    patched = bytearray(table)
    for offset, values in fields.items():
        # widths are unsigned, the rest signed; all of them are far below the sign bit
        struct.pack_into(f">{len(values)}h", patched, offset, *values)
    return bytes(patched)
