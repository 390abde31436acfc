"""When somebody was born, in any usual writing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.people.births import birth_date_of, birth_year_of, is_year, year_of_age

TODAY = date(2026, 3, 2)
DAYS = st.dates(date(1900, 1, 1), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "1985-12-31",
        "1985/12/31",
        "1985-12-31T00:00:00",
        "31/12/1985",
        "31-12-1985",
        "31.12.1985",
        "31 / 12 / 1985",
        "៣១/១២/១៩៨៥",
        "31/12/2528",
        "៣១/១២/២៥២៨",
        "2528-12-31",
        "31 December 1985",
        "31-Dec-1985",
        "31 dec. 1985",
        "31 ធ្នូ 1985",
        "ថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ១៩៨៥",
        "៣១ ខែធ្នូ ២៥២៨",
        "31412",
    ],
)
def test_a_date_of_birth_is_read_in_any_usual_writing(text: str) -> None:
    assert birth_date_of(text, TODAY) == date(1985, 12, 31)
    if text != "31412":
        assert birth_year_of(text, TODAY) == 1985


@pytest.mark.parametrize(
    "text",
    [
        "12/31/1985",
        "31/12/855",
        "31/02/1985",
        "0/0/1985",
        "1985",
        "December 1985",
        "about 1985",
        "31 Nonsense 1985",
        "1899-12-31",
        "2026-03-03",
        "31/12/2030",
        "31/12/19855",
        "-",
        "2999",
        "999999",
    ],
)
def test_what_is_no_date_of_birth_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="Write day/month/year, such as 31/12/1985"):
        birth_date_of(text, TODAY)


@given(DAYS)
def test_every_day_is_read_back_from_every_writing(day: date) -> None:
    buddhist = f"{day.day}/{day.month}/{day.year + 543}"
    counted = str((day - date(1899, 12, 30)).days)
    writings = [
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        khmer_digits(f"{day:%d-%m-%Y}"),
        buddhist,
        f"{day:%d %B %Y}",
    ]
    if int(counted) >= 3_000:
        writings.append(counted)

    assert {text: birth_date_of(text, TODAY) for text in writings} == dict.fromkeys(writings, day)


@given(DAYS.filter(lambda day: day.day > 12))
def test_a_month_is_never_read_as_a_day(day: date) -> None:
    with pytest.raises(Refusal):
        birth_date_of(f"{day:%m/%d/%Y}", TODAY)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1985", 1985),
        ("១៩៨៥", 1985),
        ("2528", 1985),
        ("២៥២៨", 1985),
        (" 1900 ", 1900),
        ("2026", 2026),
        ("2569", 2026),
    ],
)
def test_a_year_of_birth_is_read_in_both_calendars(text: str, year: int) -> None:
    assert birth_year_of(text, TODAY) == year


@pytest.mark.parametrize(
    "text", ["85", "1899", "2027", "2570", "31412", "0", "abc", "19855", "12/1985"]
)
def test_what_is_no_year_of_birth_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="Write four digits, such as 1985"):
        birth_year_of(text, TODAY)


@pytest.mark.parametrize(
    ("text", "year"), [("34", 1992), ("៣៤", 1992), (" 1 ", 2025), ("126", 1900)]
)
def test_an_age_gives_the_year(text: str, year: int) -> None:
    assert year_of_age(text, TODAY) == year


@pytest.mark.parametrize("text", ["0", "-3", "127", "34.5", "thirty", "20-30"])
def test_what_is_no_age_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal, match="Write whole years, such as 34"):
        year_of_age(text, TODAY)


def test_nobody_is_born_tomorrow() -> None:
    assert birth_date_of(TODAY.isoformat(), TODAY) == TODAY
    with pytest.raises(Refusal):
        birth_date_of((TODAY + timedelta(days=1)).isoformat(), TODAY)


def test_only_four_digits_are_a_year() -> None:
    assert [is_year(text) for text in ("1985", "១៩៨៥", "85", "1985.", "31412")] == [
        True,
        True,
        False,
        False,
        False,
    ]
