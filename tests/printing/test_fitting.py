"""Text is made smaller by half points, then stands on two lines, then is refused; never cut off."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import (
    Align,
    Box,
    Column,
    Paper,
    Span,
    TextDoesNotFit,
    TextStyle,
    lines_of,
    measure,
)
from bootcamp_app.printing.text.fitting import filling_size, fitted_size, two_lines
from tests.printing.papers import PLAIN, lines_from_pypdf, paper_with

LARGE = TextStyle(30, 700)
ALIGNED: tuple[Align, ...] = ("left", "center", "right")
SHORT = "ចាន់ ស្រី"
LONG = "សម្ដេចព្រះមហាសុមេធាធិបតី នន្ទ ង៉ែត និងក្រុមការងារ"


def sizes_in(data: bytes) -> list[float]:
    content = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    return [float(op[0][1]) for op in content.operations if op[1] == b"Tf"]


def test_text_that_fits_keeps_its_size() -> None:
    assert fitted_size(SHORT, LARGE, 100, floor=18) == 30


@pytest.mark.parametrize("width", [120, 100, 95])
def test_text_shrinks_by_half_points_to_the_largest_that_fits(width: float) -> None:
    size = fitted_size(LONG, LARGE, width, floor=10)

    assert size % 0.5 == 0
    assert measure(LONG, TextStyle(size, 700)) <= width
    assert measure(LONG, TextStyle(size + 0.5, 700)) > width


def test_text_is_refused_when_even_the_floor_is_too_wide() -> None:
    with pytest.raises(TextDoesNotFit, match="does not fit") as refusal:
        fitted_size(LONG, LARGE, 40, floor=18)

    assert isinstance(refusal.value, Refusal)
    assert LONG in str(refusal.value)


def test_a_floor_above_the_size_means_no_shrinking() -> None:
    assert fitted_size(SHORT, TextStyle(12), 100, floor=18) == 12


def test_fitted_gives_the_size_it_drew() -> None:
    drawn: list[float] = []

    data = paper_with(
        lambda paper: drawn.append(paper.fitted(Span(20, 60, 110), LONG, LARGE, floor=12))
    )

    assert sizes_in(data) == drawn
    assert 12 <= drawn[0] < 30


def test_fitted_stands_on_two_lines_of_the_floor_size_when_it_may() -> None:
    drawn: list[float] = []
    span = Span(20, 60, 80, "center")

    data = paper_with(
        lambda paper: drawn.append(paper.fitted(span, LONG, LARGE, floor=18, lines=2))
    )

    assert drawn == [18]
    assert lines_from_pypdf(data) == list(two_lines(LONG, TextStyle(18, 700), 80))


def test_two_lines_are_as_even_as_they_can_be() -> None:
    style = TextStyle(18, 700)
    upper, lower = two_lines(LONG, style, 200)

    assert abs(measure(upper, style) - measure(lower, style)) < measure(LONG, style) / 5


def test_fitted_is_refused_when_two_lines_do_not_do_either() -> None:
    with pytest.raises(TextDoesNotFit):
        paper_with(lambda p: p.fitted(Span(20, 60, 40), LONG, LARGE, floor=18, lines=2))


def test_a_word_that_cannot_be_broken_is_refused_on_two_lines() -> None:
    with pytest.raises(TextDoesNotFit):
        two_lines("W" * 40, TextStyle(18), 60)


def test_a_paragraph_fills_its_box_and_never_leaves_it() -> None:
    text = LONG * 6

    size = filling_size(text, TextStyle(20), (80, 60), floor=6)

    lines = lines_of(text, TextStyle(size), 80)
    assert 6 <= size < 20
    assert len(lines) * 1.85 * size / 72 * 25.4 <= 60
    assert max(measure(line, TextStyle(size)) for line in lines) <= 80


def test_a_box_that_is_too_small_is_refused() -> None:
    with pytest.raises(TextDoesNotFit):
        filling_size(LONG * 6, TextStyle(20), (30, 10), floor=8)


def test_filled_draws_the_whole_text() -> None:
    data = paper_with(lambda paper: paper.filled(Box(20, 20, 60, 40), LONG, LARGE, floor=8))

    assert "".join(lines_from_pypdf(data)).replace(" ", "") == LONG.replace(" ", "")


def test_a_paragraph_ends_where_its_lines_end() -> None:
    ends: list[float] = []
    text = "one two three four five six seven"

    paper_with(lambda paper: ends.append(paper.paragraph(Column(20, 30, 30), text, PLAIN)))

    lines = lines_of(text, PLAIN, 30)
    assert len(lines) > 1
    assert ends == [pytest.approx(30 + len(lines) * 1.6 * 12 / 72 * 25.4)]


def test_khmer_lines_stand_further_apart_than_latin_ones() -> None:
    ends: list[float] = []

    def draw(paper: Paper) -> None:
        ends.append(paper.paragraph(Column(20, 0, 90), "abc", PLAIN))
        ends.append(paper.paragraph(Column(20, 0, 90), "កខគ", PLAIN))
        ends.append(paper.paragraph(Column(20, 0, 90), "កខគ", PLAIN, leading=1.2))

    paper_with(draw)

    assert ends == [pytest.approx(share * 12 / 72 * 25.4) for share in (1.6, 1.85, 1.2)]


def test_a_paragraph_cut_to_lines_says_so() -> None:
    text = LONG * 4

    data = paper_with(lambda paper: paper.paragraph(Column(20, 20, 60), text, PLAIN, max_lines=2))

    lines = lines_from_pypdf(data)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(measure(line, PLAIN) <= 60 for line in lines)


def test_a_paragraph_that_fits_its_lines_is_not_marked() -> None:
    data = paper_with(lambda p: p.paragraph(Column(20, 20, 160), SHORT, PLAIN, max_lines=1))

    assert lines_from_pypdf(data) == [SHORT]


def test_text_stands_left_of_right_of_or_around_its_place() -> None:
    data = paper_with(
        lambda paper: [
            paper.text(100, 20 + 10 * i, "Sok", PLAIN, align=align)
            for i, align in enumerate(ALIGNED)
        ]
    )

    content = PdfReader(BytesIO(data)).pages[0].get_contents()
    assert content is not None
    lefts = [float(op[0][0]) * 25.4 / 72 for op in content.operations if op[1] == b"Td"]
    width = measure("Sok", PLAIN)
    assert lefts == pytest.approx([100, 100 - width / 2, 100 - width], abs=0.001)
