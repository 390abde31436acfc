"""How much room drawn text really takes: the box around its ink, not around its line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.printing.text.shaping import shape, spaced
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.printing.text.faces import Typeface
    from bootcamp_app.printing.text.styles import TextStyle


class Ink(NamedTuple):
    """How far ink reaches from where a line begins on its baseline; up and left are negative."""

    left: float
    top: float
    right: float
    bottom: float


_NOTHING = Ink(0, 0, 0, 0)


def ink_of(text: str, style: TextStyle) -> Ink:
    """Give the box around the ink of one line in millimetres; of nothing seen all is 0."""
    scale = style.size / POINTS
    return Ink(
        *(side * scale for side in _share(text, style.typeface, style.weight, style.tracking))
    )


@lru_cache(maxsize=4096)
def _share(text: str, typeface: Typeface, weight: int, tracking: float) -> Ink:
    boxes: list[Ink] = []
    pen = 0.0
    for run in shape(text, typeface, weight).runs:
        em = run.face.em
        for cluster in spaced(run, tracking):
            for glyph in cluster.glyphs:
                seen = run.face.font.get_glyph_extents(glyph.number)
                if seen is None or not seen.width or not seen.height:
                    continue
                left, top = pen + (glyph.x + seen.x_bearing) / em, -(glyph.y + seen.y_bearing) / em
                right, bottom = left + seen.width / em, top - seen.height / em
                boxes.append(Ink(left, top, right, bottom))
            pen += cluster.advance / em
    if not boxes:
        return _NOTHING
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Ink(min(lefts), min(tops), max(rights), max(bottoms))
