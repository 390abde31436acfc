"""Rows that are added in bulk are kept, told and found as if they were added one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Text, cast, select

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.storage.facts import clock_ms
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.search import SearchRow
from tests.clock import START

if TYPE_CHECKING:
    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock

_MOMENT = datetime(2026, 3, 2, 8, 15, 30, 123456, tzinfo=UTC)
_IN_KAMPOT = datetime(2026, 3, 2, 15, 15, tzinfo=timezone(timedelta(hours=7)))

ROWS: dict[type[Mergeable], list[dict[str, Any]]] = {
    OrganisationRow: [{"name_en": "Open Data"}, {"name_km": "ក្រសួង", "also_named": ["MoI", "ក"]}],
    PersonRow: [
        {},
        {"name_km": "ចាន់ ស្រីនាង", "name_en": 'CHAN "Nang"\\ \n', "birth_year": 1999},
        {"phone": "012\0 3"},
        {"birth_date": date(1999, 12, 31), "birth_year": 0, "also_named": None, "email": "a@b.kh"},
    ],
    ParticipationRow: [
        {"person_id": "1", "bootcamp_id": "3", "registered_at": _MOMENT, "answers": {}},
        {"person_id": "2", "bootcamp_id": "3", "registered_at": _IN_KAMPOT,
         "answers": {"អាហារ": ["បន្លែ", 1, 1.0, True, None]}, "is_walk_in": True, "note": "1"},
    ],
    SessionRow: [
        {"bootcamp_id": "3", "starts_at": _MOMENT, "ends_at": _IN_KAMPOT, "is_mandatory": flag}
        for flag in (True, False)
    ],
    AttendanceEventRow: [
        {"kind": "entry", "session_id": "4", "participation_id": "2", "at": _MOMENT}
    ],
    BadgeRow: [{"code": str(code), "participation_id": None} for code in range(700)],
}  # fmt: skip


@pytest.mark.parametrize("kind", ROWS)
def test_rows_added_in_bulk_are_like_rows_added_one_by_one(
    database: Database, kind: type[Mergeable]
) -> None:
    rows = ROWS[kind]
    with database.write() as work:
        one_by_one = [kind(**row) for row in rows]
        work.add_all(one_by_one)
    with database.write() as work:
        in_bulk = work.add_in_bulk(kind, rows)

    singly = _kept(database, kind, [row.id for row in one_by_one])
    assert _kept(database, kind, in_bulk) == singly
    assert len(singly) == len(rows)


def test_facts_written_in_bulk_are_numbered_and_clocked_without_a_hole(
    database: Database, clock: FakeClock
) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara"))
        work.add_in_bulk(PersonRow, [{"name_en": f"Person {number}"} for number in range(3)])
        work.add_in_bulk(BadgeRow, [{"code": "1"}])
    clock.forward(minutes=1)
    with database.write() as work:
        work.add_in_bulk(BadgeRow, [{"code": "2"}, {"code": "3"}])

    with database.read() as reader:
        facts = list(reader.scalars(select(JournalRow).order_by(JournalRow.seq)))
    first, later = facts[0].clock, facts[5].clock
    assert [fact.seq for fact in facts] == [1, 2, 3, 4, 5, 6, 7]
    assert [fact.clock for fact in facts] == [*range(first, first + 5), later, later + 1]
    assert clock_ms(later) == (START + timedelta(minutes=1)).timestamp() * 1000


def test_words_are_kept_once_of_a_row_that_is_written_again(database: Database) -> None:
    with database.write() as work:
        first, second = work.add_in_bulk(
            OrganisationRow, [{"name_en": "Dara"}, {"name_en": "Pisey"}]
        )
        work.get_one(OrganisationRow, second).name_en = "Bopha"

    assert _words(database, first) == ["dara"]
    assert _words(database, second) == ["bopha"]


def _kept(database: Database, kind: type[Mergeable], ids: list[str]) -> list[tuple[object, ...]]:
    """Give the columns, the fact and the words of each row, in order."""
    names = [column.key for column in kind.__table__.columns if column.key != "id"]
    about = select(JournalRow.row_id, cast(JournalRow.changes, Text))
    with database.read() as reader:
        facts = dict(reader.execute(about).tuples().all())
        rows = [reader.get_one(kind, row_id) for row_id in ids]
        columns = [tuple(getattr(row, name) for name in names) for row in rows]
    return [
        (*values, facts[row_id], _words(database, row_id))
        for values, row_id in zip(columns, ids, strict=True)
    ]


def _words(database: Database, row_id: str) -> list[str]:
    with database.read() as reader:
        found = reader.scalars(select(SearchRow.words).where(SearchRow.row_id == row_id))
        return [" ".join(words.split()) for words in found]
