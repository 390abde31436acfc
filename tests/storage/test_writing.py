"""A change is durable and told, or it never was; a reader changes nothing."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, insert, make_url, select, text
from sqlalchemy.exc import DBAPIError

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.database import WritingWaits
from bootcamp_app.storage.journal import JournalRow, LocalDeviceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bootcamp_app.core.changes import Changes
    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]

WRITES_ELSEWHERE = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("writing", flush=True)
sys.stdin.read()
"""


# A file says so through the refusals, a server through its own error.
_CANNOT_WRITE = (NotSaved, DBAPIError)


@dataclass(frozen=True)
class Added:
    name: str


def test_facts_are_announced_in_order_once_the_work_is_durable(
    database: Database, changes: Changes
) -> None:
    heard: list[tuple[Added, int]] = []
    changes.subscribe(Added, lambda fact: heard.append((fact, _count(database))))

    with database.write() as work:
        work.add_all([PersonRow(name_en="Sok Dara"), PersonRow(name_en="Keo Pisey")])
        work.announce(Added("Sok Dara"))
        work.announce(Added("Keo Pisey"))
        heard_inside = list(heard)

    assert heard_inside == []
    assert heard == [(Added("Sok Dara"), 2), (Added("Keo Pisey"), 2)]


def test_a_work_that_fails_leaves_no_row_no_fact_and_no_announcement(
    database: Database, changes: Changes
) -> None:
    heard: list[Added] = []
    changes.subscribe(Added, heard.append)

    with pytest.raises(ZeroDivisionError):
        _fail_in_the_middle(database)

    assert heard == []
    assert (_count(database), _facts(database)) == (0, 0)
    with database.read() as reader:
        assert reader.scalar(select(LocalDeviceRow.seq)) == 0


def test_a_reader_that_changes_a_row_is_a_bug(database: Database) -> None:
    _add(database, "Sok Dara")

    with database.read() as reader:
        reader.scalars(select(PersonRow)).one().name_en = "Keo Pisey"
        with pytest.raises(RuntimeError, match="a reader has changed"):
            reader.flush()

    with database.read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Sok Dara"]


def test_a_reader_cannot_write_by_a_statement_either(database: Database) -> None:
    statement = insert(PersonRow).values(id="1")

    with pytest.raises(_CANNOT_WRITE, match=r"read-?only"), database.read() as reader:
        reader.execute(statement)

    assert _count(database) == 0


def test_a_reader_sees_one_moment(place: str, open_place: Opener) -> None:
    desk, door = open_place(place), open_place(place)
    _add(desk, "Sok Dara")

    with desk.read() as reader:
        before = reader.scalar(select(func.count()).select_from(PersonRow))
        _add(door, "Keo Pisey")
        after = reader.scalar(select(func.count()).select_from(PersonRow))

    assert (before, after, _count(desk)) == (1, 1, 2)


def test_a_read_inside_a_write_sees_what_is_durable(database: Database) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara"))
        work.flush()

        assert _count(database) == 0

    assert _count(database) == 1


def test_a_read_inside_a_read_is_one_of_its_own(database: Database) -> None:
    _add(database, "Sok Dara")

    with database.read() as reader:
        inside = _count(database)
        outside = reader.scalar(select(func.count()).select_from(PersonRow))

    assert (inside, outside) == (1, 1)


def test_a_missing_column_is_a_bug_and_no_matter_of_the_disk(database: Database) -> None:
    wrong = text("SELECT nickname FROM people")

    with pytest.raises(DBAPIError, match=r"no such column|does not exist"), database.read() as look:
        look.execute(wrong)


def test_a_full_disk_is_said_and_writing_goes_on_when_there_is_space(
    sqlite_database: Database,
) -> None:
    _add(sqlite_database, "Sok Dara")

    with _full(sqlite_database), pytest.raises(NotSaved, match=r"disk is full\. Free some"):
        _add(sqlite_database, "Keo Pisey " * 2000)
    _add(sqlite_database, "Chan Sreyneang")

    with sqlite_database.read() as reader:
        assert set(reader.scalars(select(PersonRow.name_en))) == {"Sok Dara", "Chan Sreyneang"}
        assert reader.scalars(select(JournalRow.seq)).all() == [1, 2]


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_process_writes_is_said_and_writing_goes_on_after_it(
    sqlite_database: Database, sqlite_place: str
) -> None:
    with _written_elsewhere(sqlite_place):
        with pytest.raises(NotSaved, match=r"writing a lot to “camp\.bootcamp” .*Wait"):
            _add(sqlite_database, "Sok Dara")
        read_meanwhile = _count(sqlite_database)
    _add(sqlite_database, "Keo Pisey")

    assert (read_meanwhile, _count(sqlite_database)) == (0, 1)


def test_who_has_patience_is_told_once_to_wait_and_is_saved_when_the_other_is_done(
    sqlite_database: Database, sqlite_place: str, changes: Changes
) -> None:
    _give_up_at_once(sqlite_database)
    heard: list[WritingWaits] = []
    with _written_elsewhere(sqlite_place) as other:

        def end_it(fact: WritingWaits) -> None:
            heard.append(fact)
            other.communicate()

        changes.subscribe(WritingWaits, end_it)
        with sqlite_database.write(patience=60) as work:
            work.add(PersonRow(name_en="Sok Dara"))

    assert heard == [WritingWaits()]
    assert _count(sqlite_database) == 1


@pytest.mark.usefixtures("impatient")
def test_a_workspace_can_be_closed_while_another_process_writes(
    sqlite_database: Database, sqlite_place: str, open_place: Opener
) -> None:
    _add(sqlite_database, "Sok Dara")

    with _written_elsewhere(sqlite_place):
        sqlite_database.close()

    assert _count(open_place(sqlite_place)) == 1


def test_a_server_that_goes_away_is_said(
    postgresql_place: str, open_place: Opener, new_postgresql: Callable[[], str]
) -> None:
    database, other = open_place(postgresql_place), open_place(new_postgresql())

    with pytest.raises(NotSaved, match=r"does not answer\. Check the network"):
        _add_while_connections_end(database, other, postgresql_place)

    assert _count(database) == 0


@contextmanager
def _full(database: Database) -> Iterator[None]:
    """Let the file grow no further, as a full disk would."""
    # Every pooled connection is closed, so that the next is the one with the limit.
    database._engine.dispose()
    raw = database._engine.raw_connection()
    pages = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
    raw.cursor().execute(f"PRAGMA max_page_count={pages}")
    raw.close()
    yield
    database._engine.dispose()


@contextmanager
def _written_elsewhere(place: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", WRITES_ELSEWHERE, place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"writing\n"
        yield other


def _give_up_at_once(database: Database) -> None:
    """Have SQLite itself not wait for others, which takes seconds."""
    database._engine.dispose()
    event.listen(
        database._engine, "connect", lambda raw, _record: raw.execute("PRAGMA busy_timeout=0")
    )


def _add(database: Database, name: str) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en=name))


def _count(database: Database) -> int:
    with database.read() as reader:
        return reader.scalar(select(func.count()).select_from(PersonRow)) or 0


def _facts(database: Database) -> int:
    with database.read() as reader:
        return reader.scalar(select(func.count()).select_from(JournalRow)) or 0


def _fail_in_the_middle(database: Database) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara"))
        work.announce(Added("Sok Dara"))
        work.flush()
        _ = 1 / 0


def _add_while_connections_end(database: Database, other: Database, place: str) -> None:
    statement = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara"))
        with other.read() as reader:
            reader.execute(statement, {"name": make_url(place).database})
