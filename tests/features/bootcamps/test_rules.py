"""What a new bootcamp looks like, and which session a scan is meant for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.bootcamps.rules import (
    event_code,
    half_days,
    last_begun,
    open_at,
    session_at,
)
from bootcamp_app.features.bootcamps.views import Session

ZONE = ZoneInfo("Asia/Phnom_Penh")


def session(name: str, starts: str, ends: str, opens_before: int = 60) -> Session:
    begin, end = (datetime.fromisoformat(moment).replace(tzinfo=ZONE) for moment in (starts, ends))
    return Session(
        name, "camp", name, "", begin, end, opens_before, 15,
        is_mandatory=False, counts=True, is_locked=False,
    )  # fmt: skip


FIRST = session("first morning", "2026-03-02T08:30", "2026-03-02T11:30")
AFTERNOON = session("first afternoon", "2026-03-02T14:00", "2026-03-02T17:00")
SECOND = session("second morning", "2026-03-03T08:30", "2026-03-03T11:30")
SESSIONS = [FIRST, AFTERNOON, SECOND]


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        ("2026-02-20T12:00:00", "first morning"),
        ("2026-03-02T00:00:00", "first morning"),
        ("2026-03-02T07:29:59", "first morning"),
        ("2026-03-02T11:30:00", "first morning"),
        ("2026-03-02T11:30:01", "first afternoon"),
        ("2026-03-02T12:59:59", "first afternoon"),
        ("2026-03-02T13:00:00", "first afternoon"),
        ("2026-03-02T17:00:00", "first afternoon"),
        ("2026-03-02T17:00:01", "first afternoon"),
        ("2026-03-02T23:59:59", "first afternoon"),
        ("2026-03-03T00:00:00", "second morning"),
        ("2026-03-03T07:30:00", "second morning"),
        ("2026-03-03T12:00:00", "second morning"),
        ("2027-01-01T08:00:00", "second morning"),
    ],
)
def test_a_scan_is_meant_for_the_open_session_or_the_nearest_that_makes_sense(
    moment: str, meant: str
) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)

    chosen = {session_at(in_zone, SESSIONS) for in_zone in (at, at.astimezone(UTC))}

    assert {one.id for one in chosen if one} == {meant}


def test_of_two_open_sessions_the_earlier_one_is_meant() -> None:
    next_one = session("next", "2026-03-02T12:00", "2026-03-02T13:00")
    at = FIRST.ends_at

    assert session_at(at, [FIRST, next_one]) == FIRST
    assert session_at(at + timedelta(seconds=1), [FIRST, next_one]) == next_one


def test_a_locked_session_is_passed_over_while_another_door_is_open() -> None:
    next_one = session("next", "2026-03-02T11:30", "2026-03-02T13:00")
    closed, next_closed = replace(FIRST, is_locked=True), replace(next_one, is_locked=True)
    at = FIRST.ends_at

    assert session_at(at, [closed, next_one]) == next_one
    assert session_at(at, [closed, AFTERNOON]) == closed
    assert open_at(at, [FIRST, next_one, AFTERNOON]) == [FIRST, next_one]
    assert open_at(at, [closed, next_closed]) == [closed, next_closed]
    assert open_at(at + timedelta(hours=5), [FIRST, next_one]) == []


def test_the_session_that_began_last_is_closed_or_opened_again() -> None:
    beside, closed = replace(FIRST, id="beside"), replace(FIRST, is_locked=True)
    both = [closed, beside, AFTERNOON]

    def found(moment: datetime, *, is_locked: bool) -> Session | None:
        return last_begun(moment, both, is_locked=is_locked)

    assert found(FIRST.starts_at - timedelta(seconds=1), is_locked=False) is None
    assert found(FIRST.starts_at, is_locked=False) == beside
    assert found(FIRST.starts_at, is_locked=True) == closed
    assert found(AFTERNOON.starts_at, is_locked=True) == AFTERNOON


def test_without_sessions_nothing_is_meant() -> None:
    assert session_at(datetime(2026, 3, 2, 8, tzinfo=ZONE), []) is None


def test_each_day_has_a_morning_and_an_afternoon_in_local_time() -> None:
    made = list(half_days(date(2026, 12, 31), 2, ZONE))

    assert [one.title_en for one in made] == [
        "Day 1 – Morning", "Day 1 – Afternoon", "Day 2 – Morning", "Day 2 – Afternoon",
    ]  # fmt: skip
    assert [one.title_km for one in made][::2] == ["ថ្ងៃទី១ – ព្រឹក", "ថ្ងៃទី២ – ព្រឹក"]
    assert made[2].starts_at.isoformat() == "2027-01-01T08:30:00+07:00"
    assert [one.ends_at - one.starts_at for one in made] == [timedelta(hours=3)] * 4


def test_days_have_khmer_numbers_beyond_nine() -> None:
    *_, last = half_days(date(2026, 3, 2), 12, ZONE)

    assert (last.title_en, last.title_km) == ("Day 12 – Afternoon", "ថ្ងៃទី១២ – រសៀល")


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("Kampot", 2026, "KMP26"),
        ("Phnom Penh", 2030, "PHN30"),
        ("Kep", 2026, "KEP26"),
        ("Siemreap", 2100, "SMR00"),
        ("Io", 2026, "IO26"),
        ("កំពត", 2026, "BC26"),
        ("", 2007, "BC07"),
        ("Day-3 (B)", 2026, "DYB26"),
    ],
)
def test_a_bootcamp_has_a_short_code_of_its_place_and_year(name: str, year: int, code: str) -> None:
    assert event_code(name, year, "any id")[:-2] == code


def test_bootcamps_of_one_place_and_year_hardly_ever_share_a_code() -> None:
    codes = {event_code("Kampot", 2026, new_id()) for _ in range(40)}

    assert len(codes) >= 35
    assert event_code("Kampot", 2026, "one") == event_code("Kampot", 2026, "one")
