"""Fonts by path or by content: which characters one has, and a weight of it ready for shaping."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import fontpkg_noto_sans
import fontpkg_noto_sans_khmer
import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.text.trying import Damaged, try_out

MOST_BYTES = 10_000_000
_REGULAR = 400
# Bits of OS/2 fsType: what the maker forbids.
_RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200


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
class OwnFont:
    """A font that somebody brought, by its content; the name is for the words of a refusal."""

    digest: str
    name: str = field(compare=False)
    data: bytes = field(compare=False, repr=False)


FontFile = Path | OwnFont


@dataclass(frozen=True)
class Typeface:
    """Font files in the order in which they are asked for a character."""

    paths: tuple[FontFile, ...]

    def __hash__(self) -> int:
        """Give the hash of its fonts, worked out once: every line of text is known by it."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.paths)

    def faces(self, weight: int) -> tuple[Face, ...]:
        """Give the faces at a weight. A font that cannot be used is refused in words."""
        return tuple(face_at(file, weight) for file in self.paths)

    def led_by(self, file: FontFile) -> Typeface:
        """Give a typeface which asks another font first and these for what it lacks."""
        return Typeface((file, *self.paths))


HOUSE = Typeface(
    (
        fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf",
        fontpkg_noto_sans_khmer.ROOT / "files" / "NotoSansKhmer[wdth,wght].ttf",
    )
)


def font_of(data: bytes, name: str) -> OwnFont:
    """Give a font from its file's content; one that cannot be printed with is refused in words."""
    own = OwnFont(sha256(data).hexdigest(), name, data)
    _opened(own)
    return own


def family_of(file: FontFile) -> str:
    """Give the name that a font says of itself."""
    opened = _opened(file)
    full = opened.get_name(hb.OTNameIdPredefined.FULL_NAME)
    return full or opened.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or Path(file.name).stem


def face_at(file: FontFile, weight: int) -> Face:
    """Give a font file at a weight; a font of one weight stays as it is."""
    has_weights = any(axis.tag == "wght" for axis in _opened(file).axis_infos)
    return _face(file, weight if has_weights else _REGULAR)


@cache
def _face(file: FontFile, weight: int) -> Face:
    opened = _opened(file)
    location = _location(opened, weight)
    font = hb.Font(opened)
    if location:
        font.set_variations(location)
    return Face(_name(opened, file), weight, opened, font, location, frozenset(opened.unicodes))


@cache
def _opened(file: FontFile) -> hb.Face:
    try:
        data = file.data if isinstance(file, OwnFont) else file.read_bytes()
        if len(data) > MOST_BYTES:
            raise _too_large(file)
        opened = hb.Face(hb.Blob(data))
    except OSError as error:
        raise _unreadable(file) from error
    try:
        _refuse_unusable(opened, file)
    except UnicodeDecodeError as error:  # a table's name is none
        raise _unreadable(file) from error
    if isinstance(file, OwnFont):
        _refuse_damaged(opened, file)
    return opened


def _refuse_unusable(opened: hb.Face, file: FontFile) -> None:
    tables = set(opened.table_tags)
    if not opened.glyph_count:
        raise _unreadable(file)
    if "glyf" not in tables:
        raise Refusal(
            "The font {name} draws its letters in a way that cannot be printed here"
            " (CFF outlines). Choose a TrueType font file (.ttf).",
            name=file.name,
        )
    forbidden = _embedding(opened) if "OS/2" in tables else 0
    if forbidden & _WHOLE_ONLY:
        raise Refusal(
            "The licence of the font {name} forbids to put only the letters that are needed into a"
            " document. Choose another font.",
            name=file.name,
        )
    if forbidden & 0x000F == _RESTRICTED or forbidden & _BITMAPS_ONLY:
        raise Refusal(
            "The licence of the font {name} forbids to put it into a document."
            " Choose another font.",
            name=file.name,
        )


def _refuse_damaged(opened: hb.Face, file: FontFile) -> None:
    try:
        try_out(opened)
    except Damaged as error:
        raise Refusal(
            "The font {name} is damaged and would not print. Get the file anew from where it"
            " came, or choose another font.",
            name=file.name,
        ) from error


def _unreadable(file: FontFile) -> Refusal:
    return Refusal(
        "The font {name} cannot be read. Choose a TrueType font file (.ttf).", name=file.name
    )


def _too_large(file: FontFile) -> Refusal:
    return Refusal(
        "The font {name} is larger than {most} million bytes. Choose a smaller one.",
        name=file.name,
        most=MOST_BYTES // 1_000_000,
    )


def _embedding(opened: hb.Face) -> int:
    return int.from_bytes(opened.reference_table("OS/2").data[8:10], "big")


def _location(opened: hb.Face, weight: int) -> dict[str, float]:
    place = {axis.tag: float(axis.default_value) for axis in opened.axis_infos}
    for axis in opened.axis_infos:
        if axis.tag == "wght":
            place["wght"] = min(max(float(weight), axis.min_value), axis.max_value)
    return place


def _name(opened: hb.Face, file: FontFile) -> str:
    family = opened.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or Path(file.name).stem
    return "".join(sign for sign in family if sign.isascii() and sign.isalnum()) or "Font"
