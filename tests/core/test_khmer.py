"""When two Khmer texts are the same, and digits of either kind."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from khmerspell import khnormal

from bootcamp_app.core.khmer import (
    comparison_key,
    is_blank,
    is_khmer,
    khmer_digits,
    latin_digits,
    line_pieces,
)
from tests.core.khmer_pairs import DIFFERENT, EQUAL

KHMER_TEXT = st.text("កខគងចញដណតទនបពមយរលវសហអ្ាិីឹឺុូើេែោៅំះ៉៊់៍័ \u200b១២ab", max_size=12)

SYLLABLES = [
    "ក",
    "ចា",
    "សុ",
    "រ៉ា",
    "ស្រី",
    "ត្រី",
    "ន្ធូ",
    "គ្នៅ",
    "ហេ",
    "ង៉ៅ",
    "មុំ",
    "បះ",
    "ខ្លួ",
    "ជ័",
    "យ់",
    "អ៊ុ",
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_two_spellings_of_one_text_share_a_key(one: str, other: str) -> None:
    assert one != other
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_different_names_have_different_keys(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)


def test_enough_pairs_are_compared() -> None:
    assert len(set(EQUAL)) >= 60
    assert len(set(DIFFERENT)) >= 60


@given(st.lists(st.sampled_from(SYLLABLES), max_size=8).map("".join))
def test_what_is_in_order_already_is_left_as_it_is(text: str) -> None:
    assert str(khnormal(text)).replace("\u200b", "") == comparison_key(text) == text


@given(KHMER_TEXT)
def test_composed_and_decomposed_texts_share_a_key(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert comparison_key(composed) == comparison_key(decomposed)


@given(KHMER_TEXT, st.integers(0, 12), st.sampled_from(["\u200b", " ", "\u200c", "\u00a0", "\0"]))
def test_an_unseen_mark_anywhere_changes_no_key(text: str, place: int, mark: str) -> None:
    assert comparison_key(text[:place] + mark + text[place:]) == comparison_key(text)


@given(KHMER_TEXT | st.text(max_size=8))
def test_a_key_holds_nothing_unseen(text: str) -> None:
    key = comparison_key(text)

    assert key == "".join(key.split()).replace("\u200b", "").replace("\0", "")


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u00a0\ufeff", "\t\n", "\0"])
def test_a_text_that_shows_nothing_is_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(f"{text}ក")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ចាន់ ស្រីនាង", True),
        ("ចាន់ (Chan)", False),
        ("ចាន់ស្រីនាង Chan", True),
        ("Chan Sreyneang", False),
        ("Chan ច", False),
        ("012 345", False),
        ("០១២ ៣៤៥", False),
        ("", False),
    ],
)
def test_a_text_is_khmer_when_most_of_its_letters_are(text: str, *, expected: bool) -> None:
    assert is_khmer(text) is expected


@pytest.mark.parametrize(
    "digits", ["០១២៣៤៥៦៧៨៩", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "๐๑๒๓๔๕๖๗๘๙"]
)
def test_every_kind_of_digit_becomes_latin(digits: str) -> None:
    assert latin_digits(digits) == "0123456789"


def test_only_digits_become_khmer_digits_and_come_back() -> None:
    assert khmer_digits("Day 10, ថ្ងៃទី2") == "Day ១០, ថ្ងៃទី២"
    assert latin_digits(khmer_digits("0123456789")) == "0123456789"


def test_a_khmer_line_may_break_between_words_and_loses_nothing() -> None:
    text = "ការចុះវត្តមានរបស់អ្នកចូលរួម"

    pieces = list(line_pieces(text))

    assert "".join(pieces) == text
    assert len(pieces) > 2


@pytest.mark.parametrize("sign", ["ៗ", "។", "៖", "៕"])
@pytest.mark.parametrize("blank", ["", " "])
def test_what_closes_words_never_begins_a_line(sign: str, blank: str) -> None:
    text = f"វគ្គបណ្ដុះបណ្ដាលនីមួយ{blank}{sign} បន្ទាប់ពីនោះ"

    pieces = line_pieces(text)

    assert "".join(pieces) == text
    assert not [one for one in pieces if one.startswith(sign)]
    assert "នី" not in pieces
