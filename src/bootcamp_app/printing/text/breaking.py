"""Where a line may end, also in Khmer, which puts no spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.khmer import line_pieces
from bootcamp_app.printing.text.shaping import shape, width_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.printing.text.faces import Typeface
    from bootcamp_app.printing.text.styles import TextStyle

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANKS = " \t\u200b"
_LEAST = 1e-6


def lines_of(text: str, style: TextStyle, width: float) -> list[str]:
    """Split text into lines no wider than so many millimetres; one long word may be wider."""
    limit = width * POINTS / style.size + _LEAST
    return [
        line
        for paragraph in _LINE_END.split(text)
        for line in _wrapped(_ruler(paragraph, style.typeface, style.weight), style, limit)
    ]


class _Ruler(NamedTuple):
    """A paragraph's parts and how far from its start each begins and, without blanks, ends."""

    parts: list[str]
    begins: list[float]
    ends: list[float]
    letters: list[int]


@lru_cache(maxsize=512)
def _ruler(paragraph: str, typeface: Typeface, weight: int) -> _Ruler:
    parts = line_pieces(paragraph)
    places, letters = _places(paragraph, typeface, weight)
    begins, ends, counts = [], [], []
    at = 0
    for part in parts:
        begins.append(places[at])
        counts.append(letters[at])
        ends.append(places[at + len(part.rstrip(_BLANKS))])
        at += len(part)
    return _Ruler(parts, begins, ends, counts)


def _places(text: str, typeface: Typeface, weight: int) -> tuple[list[float], list[int]]:
    places, letters = [0.0], [0]
    for run in shape(text, typeface, weight).runs:
        for cluster in run.clusters:
            after = places[-1] + cluster.advance / run.face.em
            places.extend([after] * len(cluster.text))
            letters.extend([letters[-1] + 1] * len(cluster.text))
    return places, letters


def _wrapped(ruler: _Ruler, style: TextStyle, limit: float) -> Iterator[str]:
    if not ruler.parts:
        yield ""
    first = 0
    while first < len(ruler.parts):
        last = _reach(ruler, first, style.tracking, limit)
        line = _joined(ruler, first, last)
        # cut off from its neighbours a line may be a little wider than it was among them
        while last > first + 1 and width_of(line, style) > limit:
            last -= 1
            line = _joined(ruler, first, last)
        yield line
        first = last


def _reach(ruler: _Ruler, first: int, tracking: float, limit: float) -> int:
    last = first + 1
    while last < len(ruler.parts):
        letters = ruler.letters[last] - ruler.letters[first]
        if ruler.ends[last] - ruler.begins[first] + tracking * letters > limit:
            break
        last += 1
    return last


def _joined(ruler: _Ruler, first: int, last: int) -> str:
    return "".join(ruler.parts[first:last]).rstrip(_BLANKS)
