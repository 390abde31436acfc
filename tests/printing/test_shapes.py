"""Lines, areas and turned parts lie where they were put, in millimetres from the top left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bootcamp_app.printing.paper import Box, Paper, Stroke, TextStyle
from bootcamp_app.printing.shapes import inside
from tests.printing.papers import paper_with, rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

TEN_A_MM = 254  # dpi
BLACK = "#000000"


def pixels(draw: Callable[[Paper], object]) -> NDArray[np.bool_]:
    """Give which tenths of a millimetre are dark."""
    return np.asarray(rendered(paper_with(draw), dpi=TEN_A_MM)) < 128


def extent(dark: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Give left, top, right and bottom of the ink in whole millimetres."""
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    edges = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    left, top, right, bottom = (round(float(edge) / 10) for edge in edges)
    return left, top, right, bottom


def test_a_rectangle_lies_where_its_box_says() -> None:
    dark = pixels(lambda paper: paper.rect(Box(30, 40, 50, 20), fill=BLACK))

    assert extent(dark) == (30, 40, 80, 60)
    assert dark.sum() == pytest.approx(500 * 200, rel=0.01)


def test_round_corners_are_cut_off() -> None:
    dark = pixels(lambda paper: paper.rect(Box(30, 40, 50, 20), fill=BLACK, radius=5))

    assert extent(dark) == (30, 40, 80, 60)
    assert not dark[405, 305]
    assert dark.sum() == pytest.approx(500 * 200 - (4 - np.pi) * 50 * 50, rel=0.01)


def test_a_circle_lies_around_its_middle() -> None:
    dark = pixels(lambda paper: paper.circle(100, 150, 20, fill=BLACK))

    assert extent(dark) == (80, 130, 120, 170)
    assert dark.sum() == pytest.approx(np.pi * 200 * 200, rel=0.01)


def test_a_frame_is_empty_inside() -> None:
    dark = pixels(lambda p: p.rect(Box(30, 40, 50, 20), stroke=Stroke(BLACK, 2)))

    assert extent(dark) == (29, 39, 81, 61)
    assert not dark[500, 550]


def test_dashes_leave_gaps_of_their_length() -> None:
    dark = pixels(lambda paper: paper.line(20, 50, 60, 50, Stroke(BLACK, 2, (5, 5))))

    assert dark[500, 225]
    assert not dark[500, 275]
    assert dark[500, 325]


def test_dashes_do_not_reach_the_next_line() -> None:
    def draw(paper: Paper) -> None:
        paper.line(20, 50, 60, 50, Stroke(BLACK, 2, (5, 5)))
        paper.line(20, 70, 60, 70, Stroke(BLACK, 2))

    assert pixels(draw)[700, 200:600].all()


def test_a_polygon_covers_what_its_corners_enclose() -> None:
    dark = pixels(lambda p: p.polygon([(20, 20), (60, 20), (60, 60)], fill=BLACK))

    assert extent(dark) == (20, 20, 60, 60)
    assert dark.sum() == pytest.approx(400 * 400 / 2, rel=0.02)


def test_what_is_neither_filled_nor_stroked_leaves_no_ink() -> None:
    assert not pixels(lambda paper: paper.rect(Box(30, 40, 50, 20))).any()


def test_a_turned_part_lies_on_the_other_side_of_its_point() -> None:
    def draw(paper: Paper) -> None:
        with paper.turned(90, 100, 100):
            paper.rect(Box(100, 80, 50, 20), fill=BLACK)
        paper.rect(Box(20, 20, 10, 10), fill=BLACK)

    dark = pixels(draw)

    assert extent(dark[500:]) == (100, 50, 120, 100)
    assert extent(dark[:500]) == (20, 20, 30, 30)


def test_text_stands_on_its_baseline() -> None:
    dark = pixels(lambda paper: paper.text(50, 100, "HEH", TextStyle(72, 700, BLACK)))

    left, top, _right, bottom = extent(dark)
    assert bottom == 100
    assert top == round(100 - 0.714 * 25.4)
    assert 50 <= left <= 53


def test_a_colour_that_is_none_is_a_bug() -> None:
    with pytest.raises(ValueError, match="red"):
        paper_with(lambda paper: paper.rect(Box(1, 1, 1, 1), fill="red"))


def test_a_picture_is_as_large_as_its_box_allows() -> None:
    box = Box(10, 20, 40, 30)

    assert inside(box, 2.0) == Box(10, 25, 40, 20)
    assert inside(box, 0.5) == Box(22.5, 20, 15, 30)
    assert inside(box, 2.0, is_standing=True) == Box(10, 30, 40, 20)
