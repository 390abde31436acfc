"""The lunar calendar by arithmetic, held against holidays, proclaimed or reckoned ahead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.khmer_calendar import in_khmer, lunar, new_year, visak_bochea

WAXING, WANING = True, False
VISAK_BOCHEA = [
    "2010-04-28", "2011-05-17", "2012-05-05", "2013-05-24", "2014-05-13", "2015-05-02",
    "2016-05-20", "2017-05-10", "2018-04-29", "2019-05-18", "2020-05-06", "2021-04-26",
    "2022-05-15", "2023-05-04", "2024-05-22", "2025-05-11", "2026-05-01",
    "2027-05-20", "2028-05-08", "2029-04-27", "2030-05-16",
]  # fmt: skip
MEAK_BOCHEA = [
    "2010-01-30", "2011-02-18", "2012-02-07", "2013-02-25", "2014-02-14", "2015-02-03",
    "2016-02-22", "2017-02-11", "2018-01-31", "2019-02-19",
]  # fmt: skip
PLOUGHING = [
    "2012-05-09", "2013-05-28", "2014-05-17", "2015-05-06", "2016-05-24", "2017-05-14",
    "2018-05-03", "2019-05-22", "2020-05-10", "2022-05-19", "2023-05-08", "2024-05-26",
    "2025-05-15", "2026-05-05",
    "2027-05-24", "2028-05-12", "2029-05-01", "2030-05-20",
]  # fmt: skip
PCHUM_BEN = [
    "2011-09-27", "2012-10-15", "2013-10-04", "2014-09-23", "2015-10-12", "2016-10-01",
    "2017-09-20", "2018-10-09", "2019-09-28", "2020-09-17", "2021-10-06", "2022-09-25",
    "2023-10-14", "2024-10-02", "2025-09-22", "2026-10-11",
    "2027-09-30", "2028-09-18", "2029-10-07",
]  # fmt: skip
WATER_FESTIVAL = [
    "2012-11-28", "2013-11-17", "2014-11-06", "2015-11-25", "2016-11-14", "2017-11-03",
    "2018-11-22", "2019-11-11", "2020-10-31", "2021-11-19", "2022-11-08", "2023-11-27",
    "2024-11-15", "2025-11-05", "2026-11-24",
    "2027-11-13", "2028-11-01", "2029-11-20",
]  # fmt: skip
NEW_YEAR = {
    2010: 14, 2011: 14, 2012: 13, 2013: 14, 2014: 14, 2015: 14, 2016: 13, 2017: 14, 2018: 14,
    2019: 14, 2020: 13, 2021: 14, 2022: 14, 2023: 14, 2024: 13, 2025: 14, 2026: 14,
    2027: 14, 2028: 13, 2029: 14, 2030: 14,
}  # fmt: skip
HOLIDAYS = [
    *((day, (15, WAXING, "ពិសាខ")) for day in VISAK_BOCHEA),
    *((day, (15, WAXING, "មាឃ")) for day in MEAK_BOCHEA),
    *((day, (4, WANING, "ពិសាខ")) for day in PLOUGHING),
    *((day, (15, WANING, "ភទ្របទ")) for day in PCHUM_BEN),
    *((day, (15, WAXING, "កត្តិក")) for day in WATER_FESTIVAL),
]


@pytest.mark.parametrize(("day", "expected"), HOLIDAYS)
def test_a_holiday_falls_on_its_day_of_the_moon(day: str, expected: tuple[int, bool, str]) -> None:
    assert lunar(date.fromisoformat(day))[:3] == expected


@pytest.mark.parametrize(("year", "day"), NEW_YEAR.items())
def test_the_new_year_begins_when_the_sun_enters_aries(year: int, day: int) -> None:
    assert new_year(year)[0] == date(year, 4, day)


def test_the_animal_turns_on_new_year_and_the_number_when_the_era_does() -> None:
    before, enters, turns = date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 16)

    assert lunar(before)[3:5] == ("ម្សាញ់", "សប្តស័ក")
    assert lunar(enters)[3:5] == ("មមី", "សប្តស័ក")
    assert lunar(turns)[3:5] == ("មមី", "អដ្ឋស័ក")


def test_the_buddhist_era_turns_after_the_full_moon_of_visak() -> None:
    assert visak_bochea(2026) == date(2026, 5, 1)
    assert lunar(date(2026, 5, 1)).era == 2569
    assert lunar(date(2026, 5, 2)).era == 2570


def test_a_day_reads_as_offices_write_it() -> None:
    assert in_khmer(date(2026, 12, 3)) == "ថ្ងៃព្រហស្បតិ៍ ៩រោច ខែកត្តិក ឆ្នាំមមី អដ្ឋស័ក ព.ស. ២៥៧០"
    assert in_khmer(date(2026, 12, 9)) == "ថ្ងៃពុធ ១៥រោច ខែកត្តិក ឆ្នាំមមី អដ្ឋស័ក ព.ស. ២៥៧០"
    assert in_khmer(date(2025, 1, 1)) == "ថ្ងៃពុធ ៣កើត ខែបុស្ស ឆ្នាំរោង ឆស័ក ព.ស. ២៥៦៨"


@pytest.mark.parametrize("year", [2007, 2010, 2012, 2015, 2018, 2021, 2023, 2026])
def test_a_year_of_thirteen_months_has_asath_twice(year: int) -> None:
    months = {lunar(date(year, 5, 1) + timedelta(days)).month for days in range(150)}

    assert {"បឋមាសាឍ", "ទុតិយាសាឍ"} <= months
    assert "អាសាឍ" not in months


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_follows_the_one_before(day: date) -> None:
    one, next_one = lunar(day), lunar(day + timedelta(days=1))

    if next_one.month == one.month and next_one.is_waxing == one.is_waxing:
        assert next_one.day == one.day + 1
    else:
        assert next_one.day == 1
        assert one.day in ({15} if one.is_waxing else {14, 15})
    assert 0 <= next_one.era - one.era <= 1


def test_a_year_without_end_is_reckoned_too() -> None:
    for last in (date(2999, 12, 31), date.max):
        assert lunar(last).day in range(1, 16)


def test_before_it_begins_no_day_is_made_up() -> None:
    assert lunar(date(1900, 1, 1))[:3] == (1, WAXING, "បុស្ស")
    for reckon in (lunar, in_khmer):
        with pytest.raises(ValueError, match="1899"):
            reckon(date(1899, 12, 31))
