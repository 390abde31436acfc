"""Logos side by side: none distorted, none louder than the others, all as large as fits."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.printing.shapes import Box, shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.picture import Picture

_QUIETER = 0.4
"""A logo that is n times as wide as high is n to this power lower: its area counts, too."""
_EXTREMES = (0.25, 8.0)
_GAP, _LEADING = 0.4, 0.25
"""White between logos and between rows, as shares of the height of a square logo."""
_MOST_ROWS = 3
_PER_MM = 600 / 25.4  # pixels: finer than offices print
_NAME = "logo"
_WORTH, _ALIKE = 1.15, 0.25
"""One more row must make logos larger by so much; rows of different width count this much less."""

Row = tuple[float, ...]


class _Layout(NamedTuple):
    scale: float
    rows: tuple[Row, ...]


def draw_logos(paper: Paper, pictures: Sequence[Picture], box: Box) -> list[Box]:
    """Draw logos in a box, in their order and aligned as the box says; gives where they lie."""
    places = places_of([one.width / one.height for one in pictures], box)
    return [paper.image(*one) for one in zip(pictures, places, strict=True)]


def pictures_for(files: Sequence[bytes], boxes: Sequence[Box]) -> list[Picture]:
    """Read logos for these boxes, no finer than a printer shows them there.

    Every badge of a sheet is drawn again by whoever looks at it: fine pictures take them seconds.
    """
    from bootcamp_app.printing.images import picture_of, shape_of  # noqa: PLC0415 - heavy: Pillow

    shapes = [shape_of(data, _NAME) for data in files]
    sides = [0.0] * len(files)
    for box in boxes:
        longest = (max(place.width, place.height) for place in places_of(shapes, box))
        sides = [max(pair) for pair in zip(sides, longest, strict=True)]
    return [
        picture_of(data, _NAME, max(1, ceil(side * _PER_MM)))
        for data, side in zip(files, sides, strict=True)
    ]


def places_of(shapes: Sequence[float], box: Box) -> list[Box]:
    """Give where logos lie in a box; a shape is how many times as wide as high one is.

    They stand on one line, or on two or three where that makes them clearly larger.
    """
    if not shapes:
        return []
    scale, rows = _largest(tuple(shapes), box.width, box.height)
    top = box.top + (box.height - scale * _height(rows)) / 2
    places: list[Box] = []
    for row in rows:
        high = scale * max(map(height_of, row))
        left = box.x + shift(box.align, box.width - scale * _width(row))
        for shape in row:
            tall = scale * height_of(shape)
            places.append(Box(left, top + (high - tall) / 2, tall * shape, tall))
            left += tall * shape + scale * _GAP
        top += high + scale * _LEADING
    return places


@lru_cache(maxsize=64)
def _largest(shapes: Row, width: float, height: float) -> _Layout:
    layouts = [_Layout(_scale(rows, width, height), rows) for rows in _in_rows(shapes)]
    return max(layouts, key=lambda one: one.scale * _calm(one.rows))


def _calm(rows: tuple[Row, ...]) -> float:
    """Give how good rows look, from 0 to 1: few of them, and all about as wide."""
    widths = [_width(row) for row in rows]
    return float((min(widths) / max(widths)) ** _ALIKE / _WORTH ** (len(rows) - 1))


def _in_rows(shapes: Row) -> Iterator[tuple[Row, ...]]:
    """Give every way to break logos into rows without changing their order."""
    count = len(shapes)
    for rows in range(1, min(_MOST_ROWS, count) + 1):
        for breaks in combinations(range(1, count), rows - 1):
            yield tuple(shapes[start:end] for start, end in pairwise((0, *breaks, count)))


def _scale(rows: tuple[Row, ...], width: float, height: float) -> float:
    return min(height / _height(rows), *(width / _width(row) for row in rows))


def _height(rows: tuple[Row, ...]) -> float:
    return sum(max(map(height_of, row)) for row in rows) + _LEADING * (len(rows) - 1)


def _width(row: Row) -> float:
    return sum(height_of(shape) * shape for shape in row) + _GAP * (len(row) - 1)


def height_of(shape: float) -> float:
    """Give how high a logo is where a square one is 1 high."""
    least, most = _EXTREMES
    return float(min(max(shape, least), most) ** -_QUIETER)
