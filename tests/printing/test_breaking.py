"""Lines end where Khmer and Latin words end, and never run out of their column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.core.khmer import line_pieces
from bootcamp_app.printing.paper import TextStyle, lines_of, measure
from tests.printing.khmer_words import tricky_words
from tests.printing.papers import PLAIN

SENTENCE = "ខ្ញុំទៅសាលារៀនជាមួយមិត្តភក្តិរបស់ខ្ញុំរៀងរាល់ថ្ងៃ"

pieces = st.one_of(
    st.sampled_from(tricky_words()),
    st.sampled_from(["Kampong", "Cham", "a", "AV", "12,500", "50%", "“so”", "–", "😀", "漢字"]),
    st.text(alphabet="កខគ្រាិុំះ់៉ abc\u200b\u200d.-", max_size=12),
)
texts = st.lists(pieces, max_size=25).flatmap(
    lambda parts: st.sampled_from(["", " ", "\u200b"]).map(lambda glue: glue.join(parts))
)


@settings(max_examples=200, deadline=None)
@given(text=texts, width=st.floats(8, 120), size=st.floats(6, 24), tracking=st.floats(0, 0.1))
def test_no_line_is_wider_than_its_column_unless_it_is_one_word(
    text: str, width: float, size: float, tracking: float
) -> None:
    style = TextStyle(size, tracking=tracking)

    for line in lines_of(text, style, width):
        assert measure(line, style) <= width + 1e-4 or len(line_pieces(line)) == 1


@settings(max_examples=200, deadline=None)
@given(text=texts, width=st.floats(8, 120))
def test_breaking_loses_nothing_but_the_blanks_at_line_ends(text: str, width: float) -> None:
    blanks = str.maketrans("", "", " \u200b")

    joined = "".join(lines_of(text, PLAIN, width))

    assert joined.translate(blanks) == text.translate(blanks)


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_the_parts_of_a_text_are_the_text(text: str) -> None:
    assert "".join(line_pieces(text)) == text


def test_khmer_without_spaces_ends_lines_between_words() -> None:
    words = ["ខ្ញុំ", "ទៅ", "សាលារៀន", "ជាមួយ", "មិត្តភក្តិ", "របស់", "ខ្ញុំ", "រៀង", "រាល់ថ្ងៃ"]
    starts = {"".join(words[:i]) for i in range(len(words) + 1)}

    lines = lines_of(SENTENCE, PLAIN, 40)

    assert len(lines) > 1
    assert {"".join(lines[:i]) for i in range(len(lines))} <= starts


def test_a_sign_beyond_the_basic_plane_does_not_move_the_breaks() -> None:
    assert line_pieces("a😀 ខ្ញុំទៅ b") == ["a", "😀 ", "ខ្ញុំ", "ទៅ ", "b"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_a_line_end_that_was_typed_ends_the_line(end: str) -> None:
    assert lines_of(f"one{end}{end}two", PLAIN, 100) == ["one", "", "two"]


def test_nothing_is_one_empty_line() -> None:
    assert lines_of("", PLAIN, 50) == [""]


def test_a_word_wider_than_its_column_stands_alone() -> None:
    assert lines_of("a Mississippi b", TextStyle(20), 12) == ["a", "Mississippi", "b"]


def test_a_no_break_space_holds_words_together() -> None:
    lines = lines_of("aaa bbb 10\u00a0000 ccc ddd", PLAIN, 24)

    assert lines == ["aaa bbb", "10\u00a0000 ccc", "ddd"]
    assert measure("aaa bbb 10", PLAIN) < 24
