"""Which font draws which part of a line, and which characters no font has."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from bootcamp_app.printing.text.faces import HOUSE, Face, Typeface

REPLACEMENT = "\ufffd"
_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_SPACES = "\u0020\u00a0"
_CLINGING = ("Mn", "Mc", "Me", "Cf")
_INVISIBLE = frozenset(
    map(
        chr,
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)),
    )
)


class Run(NamedTuple):
    """A part of a line in one font: its text, and what is drawn for it, sign for sign."""

    face: Face
    text: str
    drawn: str


class _Place(NamedTuple):
    """Where a character goes when it stands alone; one that clings stays with its forerunner."""

    face: Face
    text: str
    drawn: str
    clings: bool


def runs_of(text: str, typeface: Typeface, weight: int) -> list[Run]:
    """Split one line into runs; line ends and tabs in it become spaces."""
    places = _places(typeface, weight)
    # Most lines are of one font, and that is known at a glance.
    face = places.face_of_all(text)
    return [Run(face, text, text)] if face is not None else _split(text, places)


def missing_characters(text: str, typeface: Typeface = HOUSE) -> tuple[str, ...]:
    """Give each character that no font of the typeface can draw, once, in order."""
    places = _places(typeface, 400)
    if places.have_all(text):
        return ()
    lost = (sign for sign in text.translate(_BLANKS) if places[sign].drawn != sign)
    return tuple(dict.fromkeys(lost))


def _split(text: str, places: _Places) -> list[Run]:
    runs: list[Run] = []
    face: Face | None = None
    copied: list[str] = []
    drawn: list[str] = []
    for sign in text.translate(_BLANKS):
        place = places[sign]
        goes_on = place.clings and face is not None and place.drawn != REPLACEMENT
        if not (goes_on and _draws(face, sign)) and place.face is not face:
            if face is not None:
                runs.append(Run(face, "".join(copied), "".join(drawn)))
            face, copied, drawn = place.face, [], []
        copied.append(place.text)
        drawn.append(place.drawn)
    if face is not None:
        runs.append(Run(face, "".join(copied), "".join(drawn)))
    return runs


class _Places(dict[str, _Place]):
    """Remembers where each character goes."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        super().__init__()
        self._faces = faces
        self._drawn: set[str] = set()
        self._within: dict[Face, set[str]] = {face: set() for face in faces}

    def __missing__(self, sign: str) -> _Place:
        place = self[sign] = self._find(sign)
        if place.text == place.drawn == sign:
            self._keep(sign, place)
        return place

    def face_of_all(self, text: str) -> Face | None:
        """Give the face that a whole line goes to; None may also mean not known as yet."""
        if not text:
            return None
        first = self[text[0]]
        is_of_one = not first.clings and self._within[first.face].issuperset(text)
        return first.face if is_of_one else None

    def have_all(self, text: str) -> bool:
        """Say whether all of a text is known to be drawn; no may also mean not known as yet."""
        return self._drawn.issuperset(text)

    def _keep(self, sign: str, place: _Place) -> None:
        """Remember where a character is drawn as it is, and in which lines it stays."""
        self._drawn.add(sign)
        for face in self._faces if place.clings else (place.face,):
            if _draws(face, sign):
                self._within[face].add(sign)

    def _find(self, sign: str) -> _Place:
        category = unicodedata.category(sign)
        clings = sign in _SPACES or category in _CLINGING
        if category in ("Cc", "Cs"):  # no character that a reader could copy
            return _Place(self._fallback, REPLACEMENT, REPLACEMENT, clings=False)
        for face in self._faces:
            if ord(sign) in face.characters:
                return _Place(face, sign, sign, clings)
        if is_invisible(sign):
            return _Place(self._faces[0], sign, sign, clings=True)
        return _Place(self._fallback, sign, REPLACEMENT, clings=False)

    @property
    def _fallback(self) -> Face:
        marked = (face for face in self._faces if ord(REPLACEMENT) in face.characters)
        return next(marked, self._faces[0])


@cache
def _places(typeface: Typeface, weight: int) -> _Places:
    return _Places(typeface.faces(weight))


def _draws(face: Face | None, sign: str) -> bool:
    return face is not None and (ord(sign) in face.characters or is_invisible(sign))


def is_invisible(sign: str) -> bool:
    """Say whether a character has no picture of its own, such as a joiner or a zero-width space."""
    return sign in _INVISIBLE or unicodedata.category(sign) == "Cf"
