"""Questions that are put together once answer as any other does, on both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import bindparam, select

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.storage.prepared import Prepared

if TYPE_CHECKING:
    from bootcamp_app.storage.database import Database

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
EVENTS = Prepared(
    lambda people: (
        select(
            AttendanceEventRow.participation_id,
            AttendanceEventRow.at,
            AttendanceEventRow.annuls,
            AttendanceEventRow.participation_id,
        )
        .where(
            AttendanceEventRow.participation_id.in_(people),
            AttendanceEventRow.session_id == bindparam("session", ""),
            AttendanceEventRow.kind.in_(["entry", "exit"]),
        )
        .order_by(AttendanceEventRow.participation_id)
    )
)
PARTS = Prepared(
    lambda keys: select(
        ParticipationRow.id, ParticipationRow.is_walk_in, ParticipationRow.answers
    ).where(ParticipationRow.id.in_(keys))
)


@pytest.mark.parametrize("count", [0, 1, 2, 32, 33, 70])
def test_rows_about_any_number_of_keys_are_given_once_each(database: Database, count: int) -> None:
    people = [f"person {number:02}" for number in range(count)]
    with database.write() as work:
        for number, person in enumerate([*people, "somebody else"]):
            at = AT + timedelta(minutes=number)
            for session, kind in (("morning", "entry"), ("morning", "state"), ("noon", "entry")):
                work.add(
                    AttendanceEventRow(
                        kind=kind, session_id=session, participation_id=person, at=at
                    )
                )

    with database.read() as reader:
        rows = EVENTS(reader.connection(), people, session="morning")

    assert [(row.participation_id, row.at, row.annuls) for row in rows] == [
        (person, AT + timedelta(minutes=number), None) for number, person in enumerate(people)
    ]
    assert [tuple(row)[3] for row in rows] == people


def test_values_come_as_their_columns_hold_them(database: Database) -> None:
    with database.write() as work:
        work.add(
            ParticipationRow(
                id="key", person_id="p", bootcamp_id="b", is_walk_in=True, answers={"ផ្លែ": "ស្វាយ"}
            )
        )

    with database.read() as reader:
        [row] = PARTS(reader.connection(), ["key"])

    assert (row.id, row.is_walk_in, row.answers) == ("key", True, {"ផ្លែ": "ស្វាយ"})
