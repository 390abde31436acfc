"""Dates as people write them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, get_month_names

from bootcamp_app.core.khmer import khmer_digits

if TYPE_CHECKING:
    from datetime import date


def in_english(first: date, last: date | None = None) -> str:
    """Give a day or a span of days: 1–3 December 2026."""
    last = last or first
    end = format_date(last, "d MMMM y", locale="en")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    form = "d MMMM" if first.year == last.year else "d MMMM y"
    return f"{format_date(first, form, locale='en')} – {end}"


def in_khmer(first: date, last: date | None = None) -> str:
    """Give a day or a span of days: ថ្ងៃទី១ ដល់ថ្ងៃទី៣ ខែធ្នូ ឆ្នាំ២០២៦."""
    last = last or first
    end = f"ថ្ងៃទី{last.day} {_month(last)} ឆ្នាំ{last.year}"
    if first == last:
        return khmer_digits(end)
    begin = f"ថ្ងៃទី{first.day}"
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {_month(first)}"
    if first.year != last.year:
        begin += f" ឆ្នាំ{first.year}"
    return khmer_digits(f"{begin} ដល់{end}")


def _month(day: date) -> str:
    return f"ខែ{get_month_names('wide', locale='km')[day.month]}"


def month_in_words(year: int, month: int, language: str) -> str:
    """Give a month: December 2026, ធ្នូ ២០២៦."""
    text = f"{get_month_names('wide', locale=language)[month]} {year}"
    return khmer_digits(text) if language == "km" else text


def month_names(language: str) -> list[str]:
    """Give the twelve months as they stand inside a date."""
    names = get_month_names("wide", locale=language)
    return [names[month] for month in range(1, 13)]
