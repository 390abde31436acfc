"""The Khmer lunar calendar by its own arithmetic (Chhankitek): no table, right for any year.

A month has 29 or 30 days: up to fifteen of the waxing moon (កើត), the others of the waning (រោច).
Some years count ជេស្ឋ a day longer, some have a second អាសាឍ; which ones is reckoned from the
days since the era began, eight hundredths of them and the moon's age.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from bootcamp_app.core.khmer import khmer_digits

_MONTHS = {
    "បុស្ស": 30, "មាឃ": 29, "ផល្គុន": 30, "ចេត្រ": 29, "ពិសាខ": 30, "ជេស្ឋ": 29,
    "អាសាឍ": 30, "ស្រាពណ៍": 29, "ភទ្របទ": 30, "អស្សុជ": 29, "កត្តិក": 30, "មិគសិរ": 29,
}  # fmt: skip
_LONG, _DOUBLED, _TWICE = "ជេស្ឋ", "អាសាឍ", ("បឋមាសាឍ", "ទុតិយាសាឍ")
_VISAK = "ពិសាខ"
_WEEKDAYS = ("ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ")
_ANIMALS = ("ជូត", "ឆ្លូវ", "ខាល", "ថោះ", "រោង", "ម្សាញ់", "មមី", "មមែ", "វក", "រកា", "ច", "កុរ")
_SAKS = ("សំរឹទ្ធិស័ក", "ឯកស័ក", "ទោស័ក", "ត្រីស័ក", "ចត្វាស័ក",
         "បញ្ចស័ក", "ឆស័ក", "សប្តស័ក", "អដ្ឋស័ក", "នព្វស័ក")  # fmt: skip
_FULL = 15
_FIRST_YEAR, _FIRST_DAY = 1900, date(1900, 1, 1)  # the first of បុស្ស
_BUDDHIST, _SMALL_ERA, _RAT = 544, 638, 2020
_DAYS, _PARTS, _SHIFT = 292207, 800, 373  # so many days in 800 years; where the small era began
_ERA = date(2026, 4, 16).toordinal() - 506980  # the day of which the small era's count is 0
_EARLIER = (
    1732  # parts of 800 that the sun enters Aries before the new era's day begins: 2.165 days
)


class LunarDate(NamedTuple):
    """A day as the moon counts it."""

    day: int
    """From 1 to 15."""
    is_waxing: bool
    month: str
    animal: str
    sak: str
    era: int
    """The year since the Buddha's death."""


def lunar(day: date) -> LunarDate:
    """Give a day of the Khmer lunar calendar. Raises ValueError before 1900, where it begins."""
    if day < _FIRST_DAY:
        raise ValueError(day)
    month, number = _month_and_day(day)
    is_before_visak = day <= visak_bochea(day.year)
    songkran, new_era = new_year(day.year)
    return LunarDate(
        day=number if number <= _FULL else number - _FULL,
        is_waxing=number <= _FULL,
        month=month,
        animal=_ANIMALS[(day.year - _RAT - (day < songkran)) % len(_ANIMALS)],
        sak=_SAKS[(day.year - _SMALL_ERA - (day < new_era)) % len(_SAKS)],
        era=day.year + _BUDDHIST - is_before_visak,
    )


def in_khmer(day: date) -> str:
    """Give a day as offices write it: ថ្ងៃពុធ ៨រោច ខែកត្តិក ឆ្នាំមមី អដ្ឋស័ក ព.ស. ២៥៧០.

    Raises ValueError before 1900.
    """
    one = lunar(day)
    phase = "កើត" if one.is_waxing else "រោច"
    return khmer_digits(
        f"ថ្ងៃ{_WEEKDAYS[day.weekday()]} {one.day}{phase} ខែ{one.month}"
        f" ឆ្នាំ{one.animal} {one.sak} ព.ស. {one.era}"
    )


@cache
def visak_bochea(year: int) -> date:
    """Give the full moon of ពិសាខ, the last day of a year of the Buddhist era."""
    return _day_of(year, _VISAK, _FULL)


@cache
def new_year(year: int) -> tuple[date, date]:
    """Give the day on which the sun enters Aries, and the one on which the era's year turns."""
    parts = (year - _SMALL_ERA) * _DAYS + _SHIFT
    turns, enters = parts // _PARTS + 1, (parts - _EARLIER) // _PARTS + 1
    return date.fromordinal(_ERA + enters), date.fromordinal(_ERA + turns)


def _month_and_day(day: date) -> tuple[str, int]:
    at = day.toordinal()
    year = day.year if at >= _begins(day.year) else day.year - 1
    if at >= _begins(year + 1):
        year += 1
    left = at - _begins(year)
    for month, length in _months(year).items():
        if left < length:
            return month, left + 1
        left -= length
    raise AssertionError("a year is as long as its months")


def _day_of(year: int, month: str, number: int) -> date:
    days = number - 1
    for name, length in _months(year).items():
        if name == month:
            break
        days += length
    return date.fromordinal(_begins(year) + days)


@cache
def _begins(year: int) -> int:
    """Give the first of បុស្ស around the beginning of a year, counted as `toordinal` does.

    It need not be a date: the last day that there is lies before the end of its year.
    """
    before = range(_FIRST_YEAR, year)
    return _FIRST_DAY.toordinal() + sum(sum(_months(one).values()) for one in before)


@cache
def _months(year: int) -> dict[str, int]:
    kind = _kind(year + _BUDDHIST)
    months = dict[str, int]()
    for name, length in _MONTHS.items():
        if name == _DOUBLED and kind == "doubled":
            months |= dict.fromkeys(_TWICE, length)
        else:
            months[name] = length + (name == _LONG and kind == "long")
    return months


@cache
def _kind(era: int) -> str:
    """Say whether a year has a doubled month, a longer one, or neither."""
    if _wants_month(era):
        return "doubled"
    # never both at once: the longer month waits for the next year
    if _wants_day(era) or (_wants_day(era - 1) and _wants_month(era - 1)):
        return "long"
    return "plain"


def _wants_month(era: int) -> bool:
    age, next_age = _moon_age(era), _moon_age(era + 1)
    if (age, next_age) == (25, 5):
        return False
    return age >= 25 or age <= 5 or (age, next_age) == (24, 6)


def _wants_day(era: int) -> bool:
    left = _left_over(era)
    if _PARTS - (era * _DAYS + 499) % _PARTS <= 207:
        return left <= 126
    return left <= 137 and _left_over(era + 1) != 0


def _count(era: int) -> int:
    return (era * _DAYS + 499) // _PARTS + 4


def _left_over(era: int) -> int:
    return (11 * _count(era) + 25) % 692


def _moon_age(era: int) -> int:
    count = _count(era)
    return ((11 * count + 25) // 692 + count + 29) % 30
