"""Logos side by side: in their box, in their order, none distorted, none louder than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bootcamp_app.printing.images import picture_of
from bootcamp_app.printing.logo_row import draw_logos, pictures_for, places_of
from bootcamp_app.printing.shapes import Align, Box
from tests.logos import logo, packed
from tests.printing.papers import paper_with

if TYPE_CHECKING:
    from bootcamp_app.printing.paper import Paper

SLACK = 0.001
shapes = st.lists(st.floats(0.02, 40), min_size=1, max_size=6)
boxes = st.builds(
    Box, st.floats(0, 100), st.floats(0, 100), st.floats(10, 100), st.floats(4, 30),
    st.sampled_from(["left", "center", "right"]),
)  # fmt: skip


@given(shapes, boxes)
def test_every_logo_lies_in_its_box_with_its_own_shape(shapes: list[float], box: Box) -> None:
    places = places_of(shapes, box)

    assert [one.width / one.height for one in places] == pytest.approx(shapes)
    for one in places:
        assert one.x >= box.x - SLACK
        assert one.top >= box.top - SLACK
        assert one.x + one.width <= box.x + box.width + SLACK
        assert one.top + one.height <= box.top + box.height + SLACK


@given(shapes, boxes)
def test_no_two_logos_touch_and_each_comes_after_the_one_before(
    shapes: list[float], box: Box
) -> None:
    places = places_of(shapes, box)

    for number, one in enumerate(places):
        for later in places[number + 1 :]:
            is_beside = later.x > one.x + one.width
            is_below = later.top > one.top + one.height
            assert is_beside or is_below


@given(shapes, boxes)
def test_as_large_as_fits_means_one_edge_is_reached(shapes: list[float], box: Box) -> None:
    places = places_of(shapes, box)

    high = max(p.top + p.height for p in places) - min(p.top for p in places)
    wide = max(p.x + p.width for p in places) - min(p.x for p in places)
    assert high == pytest.approx(box.height, rel=0.01) or wide == pytest.approx(box.width, rel=0.01)


def test_a_wide_logo_is_lower_than_a_square_one_and_a_tall_one_higher() -> None:
    wide, square, tall = places_of([4, 1, 0.5], Box(0, 0, 200, 10))

    assert wide.height < square.height < tall.height == pytest.approx(10)
    assert wide.width > square.width > tall.width
    middles = [one.top + one.height / 2 for one in (wide, square, tall)]
    assert middles == pytest.approx([5, 5, 5])


def test_twins_are_equally_large() -> None:
    places = places_of([2, 2, 2], Box(0, 0, 60, 8))

    assert {round(one.height, 6) for one in places} == {round(places[0].height, 6)}
    assert {one.top for one in places} == {places[0].top}


def test_six_logos_in_a_narrow_place_stand_on_two_lines() -> None:
    narrow = places_of([3, 1, 1, 3, 1, 1], Box(0, 0, 24, 10))
    broad = places_of([3, 1, 1, 3, 1, 1], Box(0, 0, 240, 10))

    assert len({round(one.top + one.height / 2, 3) for one in narrow}) == 2
    assert len({round(one.top + one.height / 2, 3) for one in broad}) == 1


@pytest.mark.parametrize(("align", "left"), [("left", 10), ("center", 55), ("right", 100)])
def test_logos_lie_where_the_box_says(align: Align, left: float) -> None:
    [place] = places_of([1], Box(10, 0, 100, 10, align))

    assert place.x == pytest.approx(left)


def test_no_logo_needs_no_place() -> None:
    assert places_of([], Box(0, 0, 10, 10)) == []


def test_a_logo_that_stands_on_many_badges_is_held_once() -> None:
    pictures = [picture_of(logo("photo", "#123456"), "a"), picture_of(logo("tall"), "b")]

    def draw(times: int) -> bytes:
        def all_of_them(paper: Paper) -> None:
            for _ in range(times):
                draw_logos(paper, pictures, Box(10, 10, 80, 12))

        return paper_with(all_of_them)

    assert draw(1).count(b"/Subtype /Image") == draw(50).count(b"/Subtype /Image") == 4


def test_a_logo_is_read_no_finer_than_its_largest_place_shows() -> None:
    files = [packed(Image.new("RGB", (1200, 600), "#1F4E9E")), logo("small")]
    boxes = [Box(0, 0, 4, 2), Box(0, 0, 40, 8)]

    large, small = pictures_for(files, boxes)

    [place, _other] = places_of([2, 1.5], boxes[1])
    assert large.width == pytest.approx(place.width * 600 / 25.4, abs=1)
    assert (small.width, small.height) == (90, 60)


def test_a_logo_without_a_place_is_hardly_read() -> None:
    assert pictures_for([logo("wide")], [])[0].width == 1
