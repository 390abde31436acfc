"""What can be said of each kind of part, in which order, and with which kind of field."""

from __future__ import annotations

from typing import NamedTuple

from bootcamp_app.core.i18n import N_

WORDS, LONG_WORDS, COLOUR, NUMBER, CHOICE, FONT, PICTURE, YES_NO = (
    "words", "long words", "colour", "number", "choice", "font", "picture", "yes or no",
)  # fmt: skip


class Field(NamedTuple):
    """One field: what it is called, what kind it is, and what it takes."""

    text: str
    kind: str
    least: float = 0
    most: float = 0
    step: float = 0
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    nought: str = ""
    """What is said instead of 0."""


MM, PT = N_("mm"), N_("pt")


def _mm(text: str, least: float = -50, most: float = 450) -> Field:
    return Field(text, NUMBER, least, most, 1, unit=MM)


def _size(text: str) -> Field:
    return Field(text, NUMBER, 4, 120, 0.5, unit=PT)


def _floor(text: str) -> Field:
    return Field(text, NUMBER, 0, 120, 0.5, unit=PT, nought=N_("not smaller"))


def _choice(text: str, *choices: tuple[str, str]) -> Field:
    return Field(text, CHOICE, choices=choices)


_WEIGHTS = (("400", N_("regular")), ("500", N_("medium")), ("600", N_("half bold")),
            ("700", N_("bold")))  # fmt: skip
FIELDS: dict[str, Field] = {
    "text": Field(N_("Words"), WORDS),
    "km": Field(N_("Words in Khmer"), WORDS),
    "en": Field(N_("Words in English"), WORDS),
    "text_en": Field(N_("Words in the second language"), LONG_WORDS),
    "long_text": Field(N_("Words"), LONG_WORDS),
    "title_km": Field(N_("Title where nobody signs, in Khmer"), WORDS),
    "title_en": Field(N_("Title where nobody signs, in English"), WORDS),
    "font": Field(N_("Font"), FONT),
    "size": _size(N_("Size")),
    "size_en": _size(N_("Size, second")),
    "floor": _floor(N_("Smallest")),
    "floor_en": _floor(N_("Smallest, second")),
    "weight": _choice(N_("Weight"), *_WEIGHTS),
    "weight_en": _choice(N_("Weight, second"), *_WEIGHTS),
    "colour": Field(N_("Colour"), COLOUR),
    "colour_en": Field(N_("Colour, second"), COLOUR),
    "fill": Field(N_("Colour"), COLOUR),
    "align": _choice(N_("Alignment"), ("left", N_("left")), ("center", N_("in the middle")),
                     ("right", N_("right"))),
    "valign": _choice(N_("Height in the box"), ("top", N_("at the top")),
                      ("middle", N_("in the middle")), ("bottom", N_("at the bottom"))),
    "lines": _choice(N_("Lines"), ("1", N_("one line")), ("2", N_("one or two lines"))),
    "gap": _mm(N_("Between the two"), 0, 60),
    "file": Field(N_("Picture"), PICTURE),
    "strength": Field(N_("Strength; 1 is full"), NUMBER, 0.02, 1, 0.02),
    "which": _choice(N_("Which logos"), ("all", N_("all")), ("first half", N_("the first half")),
                     ("second half", N_("the second half")),
                     *((str(n), N_("number {n}")) for n in range(1, 7))),
    "number": _choice(N_("Whose signature"), *((str(n), N_("number {n}")) for n in range(1, 5))),
    "style": _choice(N_("Kind of border"), ("single", N_("one line")),
                     ("double", N_("two lines")), ("corners", N_("with ornaments in the corners")),
                     ("brackets", N_("corners only"))),
    "x": _mm(N_("From the left")),
    "baseline": _mm(N_("Baseline")),
    "top": _mm(N_("From the top")),
    "y": _mm(N_("From the top")),
    "width": _mm(N_("Width"), 1, 450),
    "height": _mm(N_("Height"), 1, 450),
    "side": _mm(N_("Side"), 0.5, 200),
    "radius": _mm(N_("Round corners"), 0, 100),
    "margin": _mm(N_("From the edges"), 0, 100),
    "thickness": Field(N_("Thickness"), NUMBER, 0.05, 10, 0.05, unit=MM),
    "most": _mm(N_("Widest place of one"), 10, 300),
    "x1": _mm(N_("Begins from the left")),
    "y1": _mm(N_("Begins from the top")),
    "x2": _mm(N_("Ends from the left")),
    "y2": _mm(N_("Ends from the top")),
    "locked": Field(N_("Keep it where it is"), YES_NO),
}  # fmt: skip
_BOX = (("x", "top"), ("width", "height"))
_LINE = (("x", "baseline"), ("width",))
_LOOK = (("font",), ("size", "floor"), ("weight", "colour"))
_SECOND = (("size_en", "floor_en"), ("weight_en", "colour_en"))
SHEETS: dict[str, tuple[tuple[str, ...], ...]] = {
    "text": (("text",), *_LOOK, ("align", "lines"), *_LINE),
    "pair": (("km",), ("en",), *_LOOK, *_SECOND, ("align", "gap"), ("lines",), *_LINE),
    "paragraph": (("long_text",), ("text_en",), *_LOOK, *_SECOND, ("align", "valign"), *_BOX),
    "image": (("file",), ("strength",), *_BOX),
    "logos": (("which", "align"), *_BOX),
    "signatory": (("number",), ("title_km",), ("title_en",), ("font",), ("size", "size_en"),
                  ("colour", "colour_en"), *_BOX),
    "signatories": (("font",), ("size", "size_en"), ("colour", "colour_en"), ("align", "gap"),
                    ("most",), *_BOX),
    "rule": (("colour", "thickness"), ("x1", "y1"), ("x2", "y2")),
    "border": (("style",), ("colour", "thickness"), ("margin",)),
    "ground": (("colour",),),
    "diamond": (("colour", "side"), ("x", "y")),
    "box": (("fill", "radius"), *_BOX),
    "verify": (("colour", "size"), ("x", "top"), ("side",)),
}  # fmt: skip
"""The fields of each kind, those of one line together."""
_KEYS = {"long_text": "text", "thickness": "width"}


def key_of(name: str) -> str:
    """Give under which key of a part a field's value is kept."""
    return _KEYS.get(name, name)
