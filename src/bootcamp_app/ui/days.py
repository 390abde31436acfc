"""Days on the screen, in the language and the digits that were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import words
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.words import tongue

if TYPE_CHECKING:
    from datetime import date


def days_in_words(first: date, last: date | None = None) -> str:
    """Give a day or a span of days as people write it in the language in use."""
    if words.language != "km":
        return in_english(first, last)
    told = in_khmer(first, last)
    return told if tongue.has_khmer_digits else latin_digits(told)


def day_of_year(day: date) -> str:
    """Give a day without its year, where all that stand beside it are of the same weeks."""
    year = f" {day.year}" if words.language != "km" else " ឆ្នាំ"
    return days_in_words(day).partition(year)[0]


class DayInWords:
    """A day inside a sentence, which turns into words only when the sentence is shown."""

    def __init__(self, day: date) -> None:
        self._day = day

    def __str__(self) -> str:
        return days_in_words(self._day)
