"""A large canvas on small paper: every part true to size, with the marks to join them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.canvases.blank import SIZES, print_blank
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.tiling import BARE, OVERLAP, STRIP, tiles_of
from bootcamp_app.printing.units import PageSize
from tests.features.canvases.pages import pages_of

if TYPE_CHECKING:
    from pathlib import Path

CANVAS = "co-ownership"
LEAST = 1e-6
sides = st.floats(50, 1200)
shares = st.floats(0, 1)


@given(sides, sides, shares, shares, st.sampled_from(["A3", "A4", "Letter"]))
def test_every_point_of_the_sheet_is_seen_on_some_page(
    width: float, height: float, across: float, down: float, paper: str
) -> None:
    x, y = across * width, down * height

    tiles = tiles_of(PageSize(width, height), SIZES[paper])

    assert any(
        -LEAST <= x - one.left - one.area.x <= one.area.width + LEAST
        and -LEAST <= y - one.top - one.area.top <= one.area.height + LEAST
        for one in tiles
    )


@given(sides, sides)
def test_neighbours_share_a_strip_to_glue(width: float, height: float) -> None:
    tiles = {(one.row, one.column): one for one in tiles_of(PageSize(width, height), SIZES["A4"])}

    for (row, column), one in tiles.items():
        beside, below = tiles.get((row, column + 1)), tiles.get((row + 1, column))
        if beside is not None:
            shared = one.left + one.area.width - beside.left
            assert shared == pytest.approx(one.across)
            assert shared >= OVERLAP - LEAST
        if below is not None:
            assert one.top + one.area.height - below.top == pytest.approx(one.down)
            assert one.down >= OVERLAP - LEAST


@pytest.mark.parametrize(
    ("size", "tile", "pages"),
    [("A3", "A4", 4), ("A1", "A3", 8), ("A1", "A4", 15), ("A0", "A4", 25)],
)
def test_the_parts_lie_in_the_direction_that_needs_fewest_and_are_numbered(
    size: str, tile: str, pages: int
) -> None:
    found = tiles_of(SIZES[size].landscape, SIZES[tile])

    assert [one.number for one in found] == list(range(1, pages + 1))
    assert {(one.row, one.column) for one in found} == {
        (row, column)
        for row in range(1, found[0].rows + 1)
        for column in range(1, found[0].columns + 1)
    }


def test_two_sides_of_a_page_have_room_for_the_codes() -> None:
    for one in tiles_of(SIZES["A0"].landscape, SIZES["A4"]):
        assert sorted((one.area.x, one.area.top)) == [BARE, STRIP]


def test_each_part_is_drawn_at_the_size_it_has_on_the_wall(tmp_path: Path) -> None:
    """The field that spans the canvas is as wide on every page as on the whole sheet."""
    print_blank(template(CANVAS), "A1", tmp_path / "whole.pdf")
    pages = print_blank(template(CANVAS), "A1", tmp_path / "parts.pdf", "A4")
    (whole,) = pages_of(tmp_path / "whole.pdf")
    parts = pages_of(tmp_path / "parts.pdf")
    widest = max(shape.width for shape in whole.shapes())

    assert pages == len(parts) == len(tiles_of(SIZES["A1"].landscape, SIZES["A4"]))
    for part in parts:
        assert sorted((round(part.width), round(part.height))) == [210, 297]
        assert max(shape.width for shape in part.shapes()) == pytest.approx(widest, abs=0.1)


def test_a_page_says_which_part_it_is(tmp_path: Path) -> None:
    print_blank(template(CANVAS), "A3", tmp_path / "parts.pdf", "A4")

    page = pages_of(tmp_path / "parts.pdf")[2]

    assert "Part 3 of 4 · row 2, column 1" in page.text


def test_a_canvas_that_is_not_spread_has_no_marks_to_cut(tmp_path: Path) -> None:
    print_blank(template(CANVAS), "A4", tmp_path / "whole.pdf", "A4")

    (page,) = pages_of(tmp_path / "whole.pdf")

    assert "Part 1" not in page.text
