"""Bars on paper are as long as they should be, and their key shows the same shades."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest

from bootcamp_app.printing.bars import SHADES, UNTOLD, PaperBar, draw_bar, draw_key
from bootcamp_app.printing.paper import Box, Span, TextStyle
from tests.printing.papers import paper_with

if TYPE_CHECKING:
    from PIL.Image import Image

_PER_MM = 8
_SCALE = _PER_MM * 25.4 / 72


def drawn(data: bytes) -> Image:
    image: Image = pypdfium2.PdfDocument(data)[0].render(scale=_SCALE).to_pil().convert("RGB")
    return image


def millimetres(image: Image, top: float, fill: str) -> float:
    """Give how much of a line at a height has a colour."""
    colour = tuple(int(fill[at : at + 2], 16) for at in (1, 3, 5))
    row = round(top * _PER_MM)
    return sum(image.getpixel((x, row)) == colour for x in range(image.width)) / _PER_MM


def test_the_parts_of_a_bar_are_as_long_as_their_numbers() -> None:
    ends: list[float] = []
    bar = PaperBar(50, [(30, ""), (None, ""), (10, "")])

    page = paper_with(lambda paper: ends.append(draw_bar(paper, Box(20, 40, 100, 6), bar, 100)))

    image = drawn(page)
    assert ends == [pytest.approx(70)]
    assert millimetres(image, 43, SHADES[0].fill) == pytest.approx(30, abs=0.5)
    assert millimetres(image, 43, SHADES[2].fill) == pytest.approx(10, abs=0.5)


@pytest.mark.parametrize(("number", "end"), [(0, 20), (None, 20), (1e15, 120)])
def test_no_bar_leaves_its_box(number: float | None, end: float) -> None:
    ends: list[float] = []
    bar = PaperBar(number, kind=1)

    paper_with(lambda paper: ends.append(draw_bar(paper, Box(20, 40, 100, 6), bar, 1e15)))

    assert ends == [pytest.approx(end)]


@pytest.mark.parametrize("untold", ["", "hidden"])
def test_the_key_has_the_shade_of_each_part(untold: str) -> None:
    texts, style = ["female", "male", "other", "not stated"], TextStyle(9)

    image = drawn(
        paper_with(lambda paper: draw_key(paper, Span(20, 50, 150), texts, style, untold))
    )

    for shade in SHADES[: len(texts)]:
        assert millimetres(image, 49, shade.fill) == pytest.approx(2.5, abs=0.4)
    white = millimetres(image, 49, UNTOLD.fill)
    none = millimetres(image, 60, UNTOLD.fill)
    assert none - white > 4 * 2
