"""Values that mean the same on both engines and in a fact."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from tests.storage.desks import add, facts_for

if TYPE_CHECKING:
    from bootcamp_app.storage.database import Database

MOMENT = datetime(2026, 3, 2, 1, 30, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("Asia/Phnom_Penh"), timezone(timedelta(hours=-9, minutes=-30))]
)
def test_a_moment_of_any_time_zone_comes_back_as_the_same_moment_in_utc(
    database: Database, zone: timezone | ZoneInfo
) -> None:
    event = add(database, AttendanceEventRow(kind="entry", at=MOMENT.astimezone(zone)))

    with database.read() as reader:
        at = reader.get_one(AttendanceEventRow, event).at

    assert (at, at.tzinfo) == (MOMENT, UTC)
    assert facts_for(database)[0].changes["at"] == [None, "2026-03-02T01:30:00.000005+00:00"]


def test_moments_sort_and_compare_by_time_whatever_their_zone(database: Database) -> None:
    east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-9))
    for minutes, zone in ((30, west), (0, UTC), (90, east), (60, UTC)):
        moment = (MOMENT + timedelta(minutes=minutes)).astimezone(zone)
        add(database, AttendanceEventRow(kind="entry", at=moment, minutes_late=minutes))
    later = AttendanceEventRow.at > (MOMENT + timedelta(minutes=10)).astimezone(east)

    with database.read() as reader:
        order = select(AttendanceEventRow.minutes_late).order_by(AttendanceEventRow.at)
        everything, some = reader.scalars(order).all(), reader.scalars(order.where(later)).all()

    assert (everything, some) == ([0, 30, 60, 90], [30, 60, 90])


def test_text_is_kept_without_nul_in_rows_facts_and_words(database: Database) -> None:
    person = add(database, PersonRow(name_en="Sok\0 Dara", name_km="\0"))

    with database.read() as reader:
        row = reader.get_one(PersonRow, person)
        assert (row.name_en, row.name_km) == ("Sok Dara", "")
    assert facts_for(database)[0].changes["name_en"] == [None, "Sok Dara"]


def test_answers_keep_their_khmer_as_it_is(database: Database) -> None:
    answers = {"អាហារ": ["បន្លែ", "\u200bត្រី"], "ចំនួន": 3, "nothing": None}
    row = ParticipationRow(person_id="1", bootcamp_id="2", answers=answers)

    participation = add(database, row)

    with database.read() as reader:
        assert reader.get_one(ParticipationRow, participation).answers == answers
    assert facts_for(database)[0].changes["answers"] == [None, answers]


def test_numbers_may_be_as_large_as_a_clock(database: Database) -> None:
    event = add(database, AttendanceEventRow(kind="entry", at=MOMENT, minutes_late=2**62))

    with database.read() as reader:
        assert reader.get_one(AttendanceEventRow, event).minutes_late == 2**62
