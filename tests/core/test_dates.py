"""Days and spans of days in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bootcamp_app.core.dates import in_english, in_khmer, month_in_words

SPANS = [
    (date(2026, 12, 1), None, "1 December 2026", "ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០២៦"),
    (date(2026, 12, 1), date(2026, 12, 1), "1 December 2026", "ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០២៦"),
    (
        date(2026, 12, 1),
        date(2026, 12, 3),
        "1–3 December 2026",
        "ថ្ងៃទី១ ដល់ថ្ងៃទី៣ ខែធ្នូ ឆ្នាំ២០២៦",
    ),
    (
        date(2026, 3, 30),
        date(2026, 4, 1),
        "30 March – 1 April 2026",
        "ថ្ងៃទី៣០ ខែមីនា ដល់ថ្ងៃទី១ ខែមេសា ឆ្នាំ២០២៦",
    ),
    (
        date(2026, 12, 31),
        date(2027, 1, 2),
        "31 December 2026 – 2 January 2027",
        "ថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២៦ ដល់ថ្ងៃទី២ ខែមករា ឆ្នាំ២០២៧",
    ),
    (
        date(2026, 5, 1),
        date(2027, 5, 1),
        "1 May 2026 – 1 May 2027",
        "ថ្ងៃទី១ ខែឧសភា ឆ្នាំ២០២៦ ដល់ថ្ងៃទី១ ខែឧសភា ឆ្នាំ២០២៧",
    ),
]


@pytest.mark.parametrize(("first", "last", "english", "khmer"), SPANS)
def test_a_span_of_days_names_month_and_year_only_where_they_change(
    first: date, last: date | None, english: str, khmer: str
) -> None:
    assert in_english(first, last) == english
    assert in_khmer(first, last) == khmer


def test_a_month_is_written_in_the_digits_of_its_language() -> None:
    assert month_in_words(2026, 12, "en") == "December 2026"
    assert month_in_words(2026, 12, "km") == "ធ្នូ ២០២៦"
