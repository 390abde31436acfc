"""When somebody was born, in any usual writing. No database: texts in, values out."""

from __future__ import annotations

import re
from datetime import date

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, latin_digits

_OLDEST = 1900
_BUDDHIST_AHEAD = 543
_SPREADSHEET_DAYS = range(3_000, 80_000)
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_MONTH_IN_LETTERS = re.compile(
    r"(?:ថ្ងៃទី)?\s*(\d{1,2})[\s-]*([^\d\s,.-]+)[\s,.-]*(?:ឆ្នាំ)?\s*(\d{4})"
)
_MONTHS = (
    "january jan មករា",
    "february feb កុម្ភៈ កុម្ភះ",
    "march mar មីនា",
    "april apr មេសា",
    "may ឧសភា",
    "june jun មិថុនា",
    "july jul កក្កដា",
    "august aug សីហា",
    "september sep sept កញ្ញា",
    "october oct តុលា",
    "november nov វិច្ឆិកា",
    "december dec ធ្នូ",
)


def is_year(text: str) -> bool:
    """Say whether a text is four digits and nothing else."""
    digits = latin_digits(text).strip()
    return len(digits) == len("1985") and digits.isdecimal()


def birth_year_of(text: str, today: date) -> int:
    """Give a year of birth; a Buddhist year is brought over."""
    digits = latin_digits(text).strip()
    if digits.isdecimal():
        year = _common_year(int(digits), today) if is_year(digits) else 0
    else:
        day = _day_of(digits, today)
        year = day.year if day else 0
    if not _OLDEST <= year <= today.year:
        raise Refusal("This is not a year of birth. Write four digits, such as 1985.")
    return year


def year_of_age(text: str, today: date) -> int:
    """Give the year of birth of somebody this many years old."""
    digits = latin_digits(text).strip()
    if not digits.isdecimal() or not 0 < int(digits) <= today.year - _OLDEST:
        raise Refusal("This is not an age. Write whole years, such as 34.")
    return today.year - int(digits)


def birth_date_of(text: str, today: date) -> date:
    """Give a date of birth written year first, day first or as a spreadsheet counts days.

    Months may be in letters of either language; a Buddhist year is brought over.
    """
    day = _day_of(latin_digits(text).strip(), today)
    if day is None or not date(_OLDEST, 1, 1) <= day <= today:
        raise Refusal("This is not a date. Write day/month/year, such as 31/12/1985.")
    return day


def _day_of(text: str, today: date) -> date | None:
    if text.isdecimal() and int(text) in _SPREADSHEET_DAYS:
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(text))
    year, month, day = _parts(text)
    try:
        return date(_common_year(year, today), month, day)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, int]:
    """Give year, month and day; zeros where the text is no date."""
    if match := _ISO_DATE.match(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.match(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _MONTH_IN_LETTERS.match(text):
        month = comparison_key(match[2]).removeprefix(comparison_key("ខែ"))
        return int(match[3]), _MONTH_NUMBERS.get(month, 0), int(match[1])
    return 0, 0, 0


def _common_year(year: int, today: date) -> int:
    return year - _BUDDHIST_AHEAD if year > today.year + 400 else year


_MONTH_NUMBERS = {
    comparison_key(name): number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names.split()
}
