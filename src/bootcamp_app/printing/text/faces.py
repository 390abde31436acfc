"""Fonts by path: which characters a font has, and one weight of it ready for shaping."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import fontpkg_noto_sans
import fontpkg_noto_sans_khmer
import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

_RESTRICTED = 0x0002  # bit of OS/2 fsType: the maker forbids embedding


@dataclass(frozen=True, eq=False)
class Face:
    """One weight of one font file. There is one object of each, so identity is equality."""

    name: str
    weight: int
    opened: hb.Face
    font: hb.Font
    location: dict[str, float]
    characters: frozenset[int]

    @property
    def em(self) -> int:
        """How many font units make the type size."""
        return int(self.opened.upem)

    def advance(self, glyph: int) -> int:
        """Give the width of a glyph as the font has it, in font units."""
        return int(self.font.get_glyph_h_advance(glyph))


@dataclass(frozen=True)
class Typeface:
    """Font files in the order in which they are asked for a character."""

    paths: tuple[Path, ...]

    def faces(self, weight: int) -> tuple[Face, ...]:
        """Give the faces at a weight. A font that cannot be used is refused in words."""
        return tuple(face_at(path, weight) for path in self.paths)

    def led_by(self, path: Path) -> Typeface:
        """Give a typeface which asks another font first and these for what it lacks."""
        return Typeface((path, *self.paths))


HOUSE = Typeface(
    (
        fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
        fontpkg_noto_sans_khmer.ROOT / "files" / "NotoSansKhmer[wdth,wght].ttf",
    )
)


@cache
def face_at(path: Path, weight: int) -> Face:
    """Give a font file at a weight; a font of one weight stays as it is."""
    opened = _opened(path)
    location = _location(opened, weight)
    font = hb.Font(opened)
    if location:
        font.set_variations(location)
    return Face(_name(opened, path), weight, opened, font, location, frozenset(opened.unicodes))


@cache
def _opened(path: Path) -> hb.Face:
    try:
        opened = hb.Face(hb.Blob(path.read_bytes()))
    except OSError as error:
        raise _unreadable(path) from error
    _refuse_unusable(opened, path)
    return opened


def _refuse_unusable(opened: hb.Face, path: Path) -> None:
    tables = set(opened.table_tags)
    if not opened.glyph_count:
        raise _unreadable(path)
    if "glyf" not in tables:
        raise Refusal(
            "The font {name} draws its letters in a way that cannot be printed here"
            " (CFF outlines). Choose a TrueType font file (.ttf).",
            name=path.name,
        )
    if "OS/2" in tables and _embedding(opened) & 0x000F == _RESTRICTED:
        raise Refusal(
            "The licence of the font {name} forbids to put it into a document."
            " Choose another font.",
            name=path.name,
        )


def _unreadable(path: Path) -> Refusal:
    return Refusal(
        "The font {name} cannot be read. Choose a TrueType font file (.ttf).", name=path.name
    )


def _embedding(opened: hb.Face) -> int:
    return int.from_bytes(opened.reference_table("OS/2").data[8:10], "big")


def _location(opened: hb.Face, weight: int) -> dict[str, float]:
    place = {axis.tag: float(axis.default_value) for axis in opened.axis_infos}
    for axis in opened.axis_infos:
        if axis.tag == "wght":
            place["wght"] = min(max(float(weight), axis.min_value), axis.max_value)
    return place


def _name(opened: hb.Face, path: Path) -> str:
    family = opened.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or path.stem
    return "".join(sign for sign in family if sign.isascii() and sign.isalnum()) or "Font"
