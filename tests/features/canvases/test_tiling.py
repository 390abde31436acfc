"""A large canvas on small paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.canvases.blank import SIZES, print_blank
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.tiling import tiles_of
from bootcamp_app.printing.units import PageSize
from tests.features.canvases.pages import pages_of

if TYPE_CHECKING:
    from pathlib import Path

MARGIN = 10
CANVAS = "co-ownership"


@given(st.floats(50, 1200), st.floats(50, 1200), st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_the_sheet_is_on_some_page_inside_its_margins(
    width: float, height: float, across: float, down: float
) -> None:
    x, y = across * width, down * height

    tiles = tiles_of(PageSize(width, height), SIZES["A4"])

    assert any(
        MARGIN - 1e-6 <= x - tile.left <= tile.page.width - MARGIN + 1e-6
        and MARGIN - 1e-6 <= y - tile.top <= tile.page.height - MARGIN + 1e-6
        for tile in tiles
    )


@pytest.mark.parametrize(("size", "tile", "pages"), [("A3", "A4", 4), ("A1", "A3", 8)])
def test_the_parts_lie_in_the_direction_that_needs_fewer_and_are_numbered(
    size: str, tile: str, pages: int
) -> None:
    found = tiles_of(SIZES[size].landscape, SIZES[tile])

    assert len(found) == pages
    assert len({one.label for one in found}) == pages


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


def test_a_canvas_that_is_not_spread_has_no_marks_to_cut(tmp_path: Path) -> None:
    print_blank(template(CANVAS), "A4", tmp_path / "whole.pdf")

    (page,) = pages_of(tmp_path / "whole.pdf")

    assert "1/1" not in page.text
