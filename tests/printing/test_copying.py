"""What a reader copies out of a paper is what was written, sign for sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.printing.paper import Column, Paper, TextStyle, measure
from tests.printing.khmer_words import tricky_words, village_names
from tests.printing.papers import (
    LINES,
    PLAIN,
    lines_from_pdfium,
    lines_from_pdftotext,
    lines_from_pypdf,
    list_of,
    paper_with,
    rendered,
)

if TYPE_CHECKING:
    from pathlib import Path

KHMER_SIGNS = st.characters(min_codepoint=0x1780, max_codepoint=0x17DD)
MIXED = [
    "ចាន់ ស្រីនាង Chan Sreyneang",
    "ថ្ងៃទី 12 ខែ១១ ឆ្នាំ 2026 (ច័ន្ទ)",
    "Kampong Cham – កំពង់ចាម, ០១២ 345 678",
    "ក្រុម A: ដំណោះស្រាយ “ទឹកស្អាត” 50%",
    "AVATAR, office, fjord… Zoë Nguyễn Đỗ",
]


def single_spaced(lines: list[str]) -> list[str]:
    """Two of the three readers give a row of spaces back as one, whatever the file says."""
    return [re.sub(" +", " ", line) for line in lines]


@pytest.fixture(scope="module")
def words() -> list[str]:
    return tricky_words()


@pytest.fixture(scope="module")
def names() -> list[str]:
    return village_names(2000)


def test_pdftotext_copies_every_tricky_word(words: list[str], tmp_path: Path) -> None:
    assert lines_from_pdftotext(list_of(words), tmp_path) == words


def test_pdfium_copies_every_tricky_word(words: list[str]) -> None:
    assert lines_from_pdfium(list_of(words)) == words


def test_pypdf_copies_every_tricky_word(words: list[str]) -> None:
    assert lines_from_pypdf(list_of(words)) == words


def test_pdftotext_copies_two_thousand_village_names(names: list[str], tmp_path: Path) -> None:
    assert lines_from_pdftotext(list_of(names), tmp_path) == single_spaced(names)


def test_pdfium_copies_two_thousand_village_names(names: list[str]) -> None:
    assert lines_from_pdfium(list_of(names)) == single_spaced(names)


def test_pypdf_copies_two_thousand_village_names(names: list[str]) -> None:
    assert lines_from_pypdf(list_of(names)) == names


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_mixed_lines_copy_out_with_their_spaces(weight: int, tmp_path: Path) -> None:
    data = list_of(MIXED, TextStyle(12, weight))

    assert lines_from_pdftotext(data, tmp_path) == MIXED
    assert lines_from_pdfium(data) == MIXED
    assert lines_from_pypdf(data) == MIXED


def test_tracked_text_copies_out_without_gaps(tmp_path: Path) -> None:
    lines = ["វិញ្ញាបនបត្រ", "CERTIFICATE OF ATTENDANCE"]
    data = list_of(lines, TextStyle(12, tracking=0.06))

    assert lines_from_pdftotext(data, tmp_path) == lines
    assert lines_from_pdfium(data) == lines
    assert lines_from_pypdf(data) == lines


def test_a_wrapped_khmer_paragraph_copies_out_without_break_marks() -> None:
    text = "ខ្ញុំទៅសាលារៀនជាមួយមិត្តភក្តិរបស់ខ្ញុំរៀងរាល់ថ្ងៃ" * 3

    data = paper_with(lambda paper: paper.paragraph(Column(20, 20, 60), text, PLAIN))

    lines = lines_from_pdfium(data)
    assert len(lines) > 3
    assert "".join(lines) == text


def test_a_zero_width_space_that_was_typed_is_kept() -> None:
    typed = "ភ្នំ\u200bពេញ"

    assert lines_from_pypdf(list_of([typed])) == [typed]


def test_a_sign_without_a_picture_still_copies_out(tmp_path: Path) -> None:
    lines = ["a 漢字 😀 b"]
    data = list_of(lines)

    assert lines_from_pdftotext(data, tmp_path) == lines
    assert lines_from_pdfium(data) == lines
    assert lines_from_pypdf(data) == lines


def test_names_are_text_and_never_markup(tmp_path: Path) -> None:
    lines = ["<b>Sok</b> & <font size=99>", "(a) Tj ET Q > [x] \\ %", "{name} %s"]
    data = list_of(lines)

    assert lines_from_pdftotext(data, tmp_path) == lines
    assert lines_from_pypdf(data) == lines


def test_a_font_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bootcamp_app.printing.text.embedding._FULL", 100)
    names = village_names(LINES)

    assert lines_from_pdfium(list_of(names)) == names


def test_a_stamp_copies_out_on_every_page() -> None:
    def draw(paper: Paper) -> None:
        paper.stamp("head", lambda p: p.text(20, 20, "ព្រះរាជាណាចក្រកម្ពុជា", PLAIN))
        paper.page()
        paper.stamp("head", lambda p: p.text(20, 20, "never drawn", PLAIN))

    assert lines_from_pypdf(paper_with(draw)) == ["ព្រះរាជាណាចក្រកម្ពុជា"] * 2


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.text(KHMER_SIGNS, min_size=1, max_size=14), min_size=1, max_size=40))
def test_any_row_of_khmer_signs_copies_out_as_it_was_typed(lines: list[str]) -> None:
    assert lines_from_pypdf(list_of(lines)) == lines


@pytest.mark.parametrize("mark", ["\u0301", "្ក", "ិ"])
def test_hundreds_of_marks_on_one_letter_are_printed_and_copied(mark: str) -> None:
    line = "ក" + mark * 300
    data = list_of([line])

    assert lines_from_pypdf(data) == [line]
    assert np.asarray(rendered(data)).min() < 100


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "\x1b"])
def test_what_is_no_text_copies_out_as_a_replacement(sign: str) -> None:
    assert lines_from_pypdf(list_of([f"a{sign}b"])) == ["a\ufffdb"]


def test_tabs_and_line_ends_in_one_line_become_spaces() -> None:
    assert lines_from_pypdf(list_of(["ភ្នំ\tពេញ\nនិង\r\nកែប"])) == ["ភ្នំ ពេញ និង  កែប"]


def test_empty_text_takes_no_room_and_leaves_no_trace() -> None:
    assert measure("", PLAIN) == 0
    assert lines_from_pypdf(list_of(["", "a"])) == ["a"]
