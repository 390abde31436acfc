"""The codes in the corners: what they say, and that paper says it so that it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.badges.rules import is_code, new_code, with_check_digits
from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.corner_codes import (
    CORNERS,
    PAPERS,
    CornerCode,
    number_of_template,
    read_corner,
)
from bootcamp_app.features.canvases.corner_marks import marks_of
from bootcamp_app.features.canvases.drawing import print_board
from bootcamp_app.features.canvases.sheets import SIZES
from bootcamp_app.features.canvases.templates import template, templates
from bootcamp_app.features.canvases.views import Item
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from tests.features.canvases.filled import NUMBER, handed
from tests.features.canvases.pages import Place, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.printing.shapes import Box

DPI = 100
codes = st.builds(
    CornerCode,
    st.from_regex("[0-9]{9}", fullmatch=True).filter(str.isascii),
    st.integers(0, 99),
    st.sampled_from(CORNERS),
    st.sampled_from(PAPERS),
    st.sampled_from(["", "smaller", "A3", "A4", "Letter"]),
)


def seen_in(path: Path, *, are_parts: bool = False) -> list[dict[int, CornerCode]]:
    """Give the codes of each page by the corner of the page in which they were seen.

    Parts also show those of the whole sheet, for when it hangs on the wall.
    """
    pages = []
    for picture in rendered(path, DPI):
        height, width = picture.shape
        found = {}
        for one in codes_in(picture):
            x, y = one.centre
            is_right, is_low = x > width / 2, y > height / 2
            where = {(0, 0): 1, (1, 0): 2, (1, 1): 3, (0, 1): 4}[is_right, is_low]
            code = read_corner(one.text)
            assert code is not None
            if bool(code.page) == are_parts:
                found[where] = code
        pages.append(found)
    return pages


@given(codes)
def test_a_code_comes_back_as_it_was_made(code: CornerCode) -> None:
    assert len(str(code)) == 17
    assert read_corner(str(code)) == code
    assert not is_code(str(code))


@given(codes, st.integers(0, 16), st.integers(1, 9))
def test_a_wrong_digit_is_never_taken(code: CornerCode, at: int, more: int) -> None:
    digits = str(code)
    wrong = f"{digits[:at]}{(int(digits[at]) + more) % 10}{digits[at + 1 :]}"

    assert read_corner(wrong) is None


def test_a_badge_is_no_corner() -> None:
    assert read_corner(new_code()) is None
    assert read_corner("") is None


def test_a_code_of_a_corner_paper_or_way_that_there_is_not_is_none_of_ours() -> None:
    assert read_corner(with_check_digits("812345678900110")) == CornerCode(NUMBER, 0, 1, "A1")
    for body in ("812345678900510", "812345678900010", "812345678900190", "812345678900119"):
        assert read_corner(with_check_digits(body)) is None


def test_blank_templates_have_numbers_of_their_own() -> None:
    numbers = {number_of_template(name) for name in templates()}

    assert len(numbers) == len(templates())
    assert {(len(one), one[0]) for one in numbers} == {(9, "0")}


@pytest.mark.parametrize("size", ["A0", "A1", "A3", "A4", "Letter"])
def test_all_four_of_a_blank_sheet_are_read_at_100_dots_an_inch(size: str, tmp_path: Path) -> None:
    print_blank(template("co-ownership"), size, tmp_path / "canvas.pdf")

    (seen,) = seen_in(tmp_path / "canvas.pdf")

    number = number_of_template("co-ownership")
    assert seen == {corner: CornerCode(number, 0, corner, size) for corner in CORNERS}


@pytest.mark.parametrize(("size", "tile"), [("A2", "A4"), ("A3", "Letter")])
def test_all_four_of_every_part_are_read_at_100_dots_an_inch(
    size: str, tile: str, tmp_path: Path
) -> None:
    pages = print_board(handed(), size, tmp_path / "board.pdf", tile)

    seen = seen_in(tmp_path / "board.pdf", are_parts=True)

    assert len(seen) == pages > 2
    for number, page in enumerate(seen, 1):
        assert page == {
            corner: CornerCode(NUMBER, number, corner, size, tile) for corner in CORNERS
        }


@pytest.mark.parametrize("size", ["A3", "A4"])
def test_no_letter_stands_on_a_code_or_in_the_white_round_it(size: str, tmp_path: Path) -> None:
    marks = marks_of(size, SIZES[size].landscape)
    white = [Place(*box_around(one, 4 * marks.module)) for one in marks.boxes().values()]

    for name, one in templates().items():
        print_blank(one, size, tmp_path / "canvas.pdf")
        (page,) = pages_of(tmp_path / "canvas.pdf")
        assert [place for place in page.letters() if any(map(place.meets, white))] == [], name


def box_around(box: Box, more: float) -> tuple[float, float, float, float]:
    return box.x - more, box.top - more, box.width + 2 * more, box.height + 2 * more


def test_what_lies_where_a_code_stands_has_all_drawn_smaller(tmp_path: Path) -> None:
    low = Item("low", "note", "after", 12, 250, 30, 30, text="Below")
    print_board(handed([low]), "A4", tmp_path / "board.pdf")

    (seen,) = seen_in(tmp_path / "board.pdf")

    assert seen == {corner: CornerCode(NUMBER, 0, corner, "A4", "smaller") for corner in CORNERS}
