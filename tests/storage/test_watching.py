"""Whether somebody wrote to tables since they were looked at, here or on another laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import OrganisationRow, PersonRow
from bootcamp_app.storage.watching import Watched
from tests.storage.desks import facts_for, take_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock


def watched(database: Database) -> Watched:
    with database.read() as reader:
        return Watched(reader, PersonRow, OrganisationRow)


def were_written(seen: Watched, database: Database) -> bool:
    with database.read() as reader:
        return seen.were_written(reader)


def add(database: Database, *rows: Mergeable) -> None:
    with database.write() as work:
        work.add_all(rows)


def test_what_is_written_to_one_of_them_is_seen(database: Database) -> None:
    add(database, PersonRow(name_en="Sok Dara"))
    seen = watched(database)
    before = were_written(seen, database)

    add(database, OrganisationRow(name_en="NGO Forum"))

    assert (before, were_written(seen, database)) == (False, True)
    assert not were_written(watched(database), database)


def test_a_scan_at_the_door_is_none_of_their_business(database: Database, clock: FakeClock) -> None:
    seen = watched(database)

    add(database, AttendanceEventRow(kind="entry", at=clock.now()))

    assert not were_written(seen, database)


@pytest.mark.parametrize("first", [0, 1, 2])
def test_facts_of_another_laptop_are_seen_in_whatever_order_they_come(
    sqlite_database: Database, open_place: Callable[[str], Database], tmp_path: Path, first: int
) -> None:
    other = open_place(str(tmp_path / "other.bootcamp"))
    for number in range(3):
        add(other, PersonRow(name_en=f"Person {number}"))
    facts = facts_for(other)
    take_in(sqlite_database, [facts[first]])

    for fact in (one for one in facts if one is not facts[first]):
        seen = watched(sqlite_database)
        take_in(sqlite_database, [fact])
        assert were_written(seen, sqlite_database)

    assert not were_written(watched(sqlite_database), sqlite_database)
