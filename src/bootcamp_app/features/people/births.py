"""When somebody was born, in any usual writing. No database: texts in, values out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import comparison_key, latin_digits

if TYPE_CHECKING:
    from collections.abc import Iterable


class NeverTrue(Refusal):
    """A birth that can be read and cannot be: a slip to mend in the list."""


_OLDEST = 1900
_BUDDHIST_AHEAD = 543
_MONTHS_OF_YEAR, _TWO_DIGITS = 12, 100
_SPREADSHEET_DAYS = range(3_000, 80_000)
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_THREE_NUMBERS = re.compile(
    r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?![\d:])(?!\s*[-/.]\s*\d)"
)
_TOGETHER = re.compile(r"(\d{2})(\d{2})((?:19|20|24|25)\d{2})")
_TOGETHER_YEAR_FIRST = re.compile(r"((?:19|20|24|25)\d{2})(\d{2})(\d{2})")
_DAY_THEN_LETTERS = re.compile(
    r"(?:ថ្ងៃទី|ថ្ងៃ)?\s*(\d{1,2})(?:st|nd|rd|th|er)?[\s/-]*(?:(?:of|de)\s)?\s*"
    r"([^\d\s,./-]+)[\s,./-]*(?:ឆ្នាំ)?\s*(\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_LETTERS_THEN_DAY = re.compile(
    r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)", re.IGNORECASE
)
_YEAR_IN_WORDS = re.compile(
    r"(?:ឆ្នាំ|ឆ្នាំ |year |born (?:in )?|né en |b\.?e\.? ?|ព\.?ស\.? ?)?(\d{4})(?:\.0)?"
)
_AGE = re.compile(
    r"(?:age[d:]*\s*|អាយុ\s*)?(\d+)(?:\.0+)?\s*(?:(?:years?|yrs?|y)\.?(?:\s*old)?|y\.?\s?o\.?|ans|ឆ្នាំ)?",
    re.IGNORECASE,
)
_MONTHS = (
    "january jan janvier មករា",
    "february feb février fevrier កុម្ភៈ កុម្ភះ កុម្ភ",
    "march mar mars មីនា មិនា",
    "april apr avril មេសា",
    "may mai ឧសភា ឩសភា",
    "june jun juin មិថុនា មិនុថា",
    "july jul juillet កក្កដា កក្តដា",
    "august aug août aout សីហា",
    "september sep sept septembre កញ្ញា",
    "october oct octobre តុលា",
    "november nov novembre វិច្ឆិកា វិច្ចិកា",
    "december dec décembre decembre ធ្នូ",
)


def is_year(text: str) -> bool:
    """Say whether a text is four digits and nothing else."""
    digits = latin_digits(text).strip()
    return len(digits) == len("1985") and digits.isdecimal()


def looks_like_a_date(text: str) -> bool:
    """Say whether a text is written as a date, or is a year."""
    digits = latin_digits(text).strip()
    return any(_parts(digits)) or any(_parts(digits, is_month_first=True)) or is_year(digits)


def is_month_first(texts: Iterable[str]) -> bool:
    """Say whether dates of one column stand month first: some day over 12 must prove it."""
    found = [match for text in texts if (match := _THREE_NUMBERS.match(latin_digits(text).strip()))]
    firsts, seconds = ({int(match[place]) for match in found} for place in (1, 2))
    return max(seconds, default=0) > _MONTHS_OF_YEAR >= max(firsts, default=0)


def birth_year_of(text: str, today: date, *, month_first: bool = False) -> int:
    """Give a year of birth; a Buddhist year is brought over."""
    digits = latin_digits(text).strip()
    if match := _YEAR_IN_WORDS.fullmatch(digits.lower()):
        year = _common_year(int(match[1]), today)
    else:
        day = None if digits.isdecimal() else _day_of(digits, today, month_first=month_first)
        year = day.year if day else 0
    if not _OLDEST <= year <= today.year:
        kind = NeverTrue if looks_like_a_date(digits) else Refusal
        raise kind(N_("This is not a year of birth. Write four digits, such as 1985."))
    return year


def year_of_age(text: str, today: date) -> int:
    """Give the year of birth of somebody this many years old."""
    years = whole_years(text)
    if years is None or not 0 < years <= today.year - _OLDEST:
        kind = Refusal if years is None else NeverTrue
        raise kind(N_("This is not an age. Write whole years, such as 34."))
    return today.year - years


def whole_years(text: str) -> int | None:
    """Give the years of an age such as “34”, “45 years” or “៤៥ឆ្នាំ”; None where it is none."""
    match = _AGE.fullmatch(latin_digits(text).strip())
    return int(match[1]) if match else None


def birth_date_of(text: str, today: date, *, month_first: bool = False) -> date:
    """Give a date of birth written year first, day first or as a spreadsheet counts days.

    Months may be in letters; a Buddhist year is brought over. `month_first`: 12/31/1985.
    """
    day = _day_of(latin_digits(text).strip(), today, month_first=month_first)
    if day is None or not date(_OLDEST, 1, 1) <= day <= today:
        kind = NeverTrue if looks_like_a_date(text) else Refusal
        raise kind(N_("This is not a date. Write day/month/year, such as 31/12/1985."))
    return day


def _day_of(text: str, today: date, *, month_first: bool) -> date | None:
    if text.isdecimal() and int(text) in _SPREADSHEET_DAYS:
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(text))
    year, month, day = _parts(text, is_month_first=month_first)
    try:
        return date(_common_year(year, today), month, day)
    except ValueError:
        return None


def _parts(text: str, *, is_month_first: bool = False) -> tuple[int, int, int]:
    """Give year, month and day; zeros where the text is no date."""
    if match := _ISO_DATE.match(text) or _TOGETHER_YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _THREE_NUMBERS.match(text) or _TOGETHER.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        return int(match[3]), *((first, second) if is_month_first else (second, first))
    if match := _DAY_THEN_LETTERS.match(text):
        return int(match[3]), _month(match[2]), int(match[1])
    if match := _LETTERS_THEN_DAY.match(text):
        return int(match[3]), _month(match[1]), int(match[2])
    return 0, 0, 0


def _month(text: str) -> int:
    key = comparison_key(text).removeprefix(comparison_key("ខែ"))
    return _MONTH_NUMBERS.get(key, 0)


def _common_year(year: int, today: date) -> int:
    if year < _TWO_DIGITS:
        return year + (2000 if 2000 + year <= today.year else 1900)
    return year - _BUDDHIST_AHEAD if year > today.year + 400 else year


_MONTH_NUMBERS = {
    comparison_key(name): number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names.split()
}
