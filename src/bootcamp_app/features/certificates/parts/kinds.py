"""Every kind of part: what it is made of, and what stands where a layout says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.features.certificates.parts.paragraph import Paragraph
from bootcamp_app.features.certificates.parts.pictures import Image, Logos
from bootcamp_app.features.certificates.parts.shapes import Area, Border, Diamond, Ground, Rule
from bootcamp_app.features.certificates.parts.signing import Signature, Signatures
from bootcamp_app.features.certificates.parts.text import Pair, Text
from bootcamp_app.features.certificates.parts.verifying import Verify

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.parts.placed import Part, Placed
    from bootcamp_app.features.certificates.parts.stock import Stock

INK, MUTED, GOLD = "#1F2933", "#5B6672", "#B08D3E"
NEEDED = object()
"""Stands for what a layout must say itself."""


class Kind(NamedTuple):
    """One kind of part: the class that draws it, and each key with what holds without it."""

    made_by: type[Placed]
    keys: dict[str, Any]


_PLACE = {"x": NEEDED, "top": NEEDED, "width": NEEDED, "height": NEEDED}
_LINE = {"x": NEEDED, "baseline": NEEDED, "width": NEEDED}
_TEXT = {"size": 12, "floor": 0, "colour": INK, "weight": 400, "align": "center", "font": ""}
_ENGLISH = {"size_en": 9, "floor_en": 0, "colour_en": MUTED, "weight_en": 400, "font_en": ""}
_SIGNS = {"colour": INK, "colour_en": MUTED, "size": 11, "size_en": 9, "font": "", "font_en": ""}
KINDS: dict[str, Kind] = {
    "text": Kind(Text, {**_LINE, "text": NEEDED, **_TEXT, "lines": 1, "tracking": 0}),
    "pair": Kind(
        Pair,
        {**_LINE, "km": NEEDED, "en": NEEDED, **_TEXT, **_ENGLISH, "gap": 6, "lines": 1}
        | {"tracking": 0, "tracking_en": 0},
    ),
    "paragraph": Kind(
        Paragraph,
        {**_PLACE, "text": NEEDED, **_TEXT, "text_en": "", **_ENGLISH, "gap": 2}
        | {"leading": 0, "valign": "top"},
    ),
    "image": Kind(Image, {**_PLACE, "file": "", "strength": 1}),
    "logos": Kind(Logos, {**_PLACE, "align": "center", "which": "all"}),
    "signatory": Kind(
        Signature, {**_PLACE, "number": NEEDED, **_SIGNS, "title_km": "", "title_en": ""}
    ),
    "signatories": Kind(
        Signatures,
        {**_PLACE, **_SIGNS, "align": "center", "axis": None, "most": 64, "gap": 12, "places": ()},
    ),
    "rule": Kind(
        Rule,
        {"x1": NEEDED, "y1": NEEDED, "x2": NEEDED, "y2": NEEDED}
        | {"colour": GOLD, "width": 0.25, "dash": ()},
    ),
    "border": Kind(Border, {"margin": NEEDED, "colour": GOLD, "width": 0.6, "style": "single"}),
    "ground": Kind(Ground, {"colour": NEEDED}),
    "diamond": Kind(Diamond, {"x": NEEDED, "y": NEEDED, "side": NEEDED, "colour": GOLD}),
    "box": Kind(Area, {**_PLACE, "fill": NEEDED, "radius": 0}),
    "verify": Kind(Verify, {"x": NEEDED, "top": NEEDED, "side": 35, "colour": MUTED, "size": 8}),
}
IN_EVERY_PART: dict[str, Any] = {
    "id": NEEDED, "kind": NEEDED, "anchor_x": "", "anchor_y": "", "locked": False
}  # fmt: skip


def made(part: Part, stock: Stock) -> Placed:
    """Make a part of a layout ready to be drawn."""
    kind = KINDS[part["kind"]]
    return kind.made_by({**kind.keys, **part}, stock)
