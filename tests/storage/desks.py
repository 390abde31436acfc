"""What two desks do with each other's facts, and what can be compared of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.journal import JournalRow, LocalDeviceRow, vector
from bootcamp_app.storage.merging import apply, facts_since
from bootcamp_app.storage.search_tables import SearchRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.facts import Fact, Vector
    from bootcamp_app.storage.work import Reader

State = dict[str, list[Any]]


def add(database: Database, row: Mergeable) -> str:
    """Add one row in a work of its own; give its id."""
    with database.write() as work:
        work.add(row)
    return row.id


def device_of(database: Database) -> str:
    """Give the device that a workspace counts as."""
    with database.read() as reader:
        return reader.scalars(select(LocalDeviceRow.id)).one()


def seen_by(database: Database) -> Vector:
    """Give the version vector of a workspace."""
    with database.read() as reader:
        return vector(reader.connection())


def facts_for(database: Database, known: Vector | None = None) -> list[Fact]:
    """Give the facts that a device with this version vector may lack; all for none."""
    with database.read() as reader:
        return list(facts_since(reader.connection(), known or {}))


def take_in(database: Database, facts: Iterable[Fact]) -> int:
    """Apply facts; give how many were new."""
    with database.write() as work:
        return apply(work, facts)


def exchange(giver: Database, taker: Database) -> int:
    """Bring everything that the giver knows to the taker; give how many facts were new."""
    return take_in(taker, facts_for(giver, seen_by(taker)))


def state_of(database: Database) -> State:
    """Give the rows of every mergeable table, the words of the index, and the facts, sorted."""
    with database.read() as reader:
        return {
            **{name: _rows(reader, kind) for name, kind in mergeable_tables().items()},
            "search": _rows(reader, SearchRow, without={"id"}),
            "journal": _rows(reader, JournalRow),
        }


def _rows(reader: Reader, kind: type[Any], without: set[str] | None = None) -> list[Any]:
    names = [column.key for column in kind.__table__.columns if column.key not in (without or ())]
    rows = ([(name, getattr(row, name)) for name in names] for row in reader.scalars(select(kind)))
    return sorted(rows, key=repr)
