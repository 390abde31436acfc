"""Taking in the facts of other laptops, and making rows anew from facts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, inspect, select
from sqlalchemy.sql.schema import CallableColumnDefault, ScalarElementColumnDefault

from bootcamp_app.storage.base import Mergeable, mergeable_tables
from bootcamp_app.storage.engines import insert_new, upsert
from bootcamp_app.storage.facts import Fact, Vector, fold, gapless
from bootcamp_app.storage.journal import JournalRow, SeenRow, vector
from bootcamp_app.storage.types import from_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Column, Connection

    from bootcamp_app.storage.work import Work

_BATCH = 400
_COLUMNS = [getattr(JournalRow, field.name) for field in fields(Fact)]


def facts_since(connection: Connection, known: Vector) -> Iterator[Fact]:
    """Give every fact that a device with this version vector may lack, a device's in order."""
    for device in connection.scalars(select(JournalRow.device).distinct()).all():
        newer = (JournalRow.device == device) & (JournalRow.seq > known.get(device, 0))
        rows = connection.execute(select(*_COLUMNS).where(newer).order_by(JournalRow.seq))
        yield from (Fact(*row) for row in rows)


def apply(work: Work, facts: Iterable[Fact]) -> int:
    """Take in facts of other devices: any part, in any order, any number of times.

    Returns how many were new. Rows of tables that this version does not know wait in the
    journal for one that does.
    """
    work.flush()
    connection = work.connection()
    arriving = iter(facts)
    new = 0
    while batch := list(islice(arriving, _BATCH)):
        fresh = _unknown(connection, batch)
        insert_new(connection, JournalRow, [asdict(fact) for fact in fresh])
        _advance(connection, fresh)
        project(work, {(fact.table_name, fact.row_id) for fact in fresh})
        if any(fact.device == work.pen.device for fact in fresh):
            # This copy was set back to an earlier state behind the program's back.
            work.pen.start_anew()
        work.pen.hear(max((fact.clock for fact in fresh), default=0))
        new += len(fresh)
    work.expire_all()
    return new


def rebuild(work: Work) -> None:
    """Make every row anew from the facts alone."""
    work.flush()
    connection = work.connection()
    for kind in mergeable_tables().values():
        connection.execute(delete(kind))
    work.search.forget()
    touched = select(JournalRow.table_name, JournalRow.row_id).distinct()
    project(work, {(row.table_name, row.row_id) for row in connection.execute(touched)})
    work.expire_all()


def facts_of(connection: Connection, table_name: str, ids: Sequence[str]) -> list[Fact]:
    """Give all facts about these rows, in the order in which they hold."""
    about = (JournalRow.table_name == table_name) & JournalRow.row_id.in_(ids)
    rows = connection.execute(
        select(*_COLUMNS).where(about).order_by(JournalRow.clock, JournalRow.device)
    )
    return [Fact(*row) for row in rows]


def row_values(kind: type[Mergeable], row_id: str, state: dict[str, Any]) -> dict[str, Any]:
    """Give a row's columns from its folded facts; what no fact says has the column's default."""
    values: dict[str, Any] = {"id": row_id}
    for name, column in inspect(kind).columns.items():
        if name in state:
            values[name] = from_fact(column, state[name])
        elif name != "id":
            values[name] = _default_of(column)
    return values


def state_of(kind: type[Mergeable], facts: Iterable[Fact]) -> dict[str, Any] | None:
    """Give the fields that the facts about one row say, or None where it is not there.

    Of a row that was brought back, the fact that made it may arrive last: until then it waits.
    """
    state = fold(facts)
    return state if state is not None and _said_by_maker(kind) <= state.keys() else None


@cache
def _said_by_maker(kind: type[Mergeable]) -> frozenset[str]:
    """Give the columns that no row is without, and that have no value of their own."""
    columns = inspect(kind).columns.items()
    return frozenset(
        name
        for name, column in columns
        if name != "id" and not column.nullable and column.default is None
    )


def _default_of(column: Column[Any]) -> Any:  # noqa: ANN401 - a column's value of any kind
    default = column.default
    if isinstance(default, CallableColumnDefault):
        # SQLAlchemy hands a context to every default; `list` and `dict` take nothing of it.
        return default.arg(None)  # type: ignore[arg-type]
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def _unknown(connection: Connection, batch: list[Fact]) -> list[Fact]:
    by_device: dict[str, dict[int, Fact]] = defaultdict(dict)
    for fact in batch:
        by_device[fact.device][fact.seq] = fact
    for device, facts in by_device.items():
        known = (JournalRow.device == device) & JournalRow.seq.in_(facts)
        for seq in connection.scalars(select(JournalRow.seq).where(known)):
            del facts[seq]
    return [fact for facts in by_device.values() for fact in facts.values()]


def _advance(connection: Connection, fresh: list[Fact]) -> None:
    known = vector(connection)
    reached = []
    for device in {fact.device for fact in fresh}:
        start = known.get(device, 0)
        later = (JournalRow.device == device) & (JournalRow.seq > start)
        seqs = connection.scalars(select(JournalRow.seq).where(later)).all()
        reached.append({"device": device, "seq": gapless(start, seqs)})
    upsert(connection, SeenRow, reached, ("device",))


def project(work: Work, touched: set[tuple[str, str]]) -> None:
    """Make these rows, given as (table, id), what the facts about them say."""
    ids_by_table: dict[str, list[str]] = defaultdict(list)
    for table_name, row_id in sorted(touched):
        ids_by_table[table_name].append(row_id)
    known = mergeable_tables()
    for table_name in ids_by_table.keys() & known.keys():
        ids = iter(ids_by_table[table_name])
        while part := list(islice(ids, _BATCH)):
            _project_rows(work.connection(), known[table_name], part)
            work.search.touch(known[table_name], part)


def _project_rows(connection: Connection, kind: type[Mergeable], ids: list[str]) -> None:
    facts: dict[str, list[Fact]] = {row_id: [] for row_id in ids}
    for fact in facts_of(connection, kind.__tablename__, ids):
        facts[fact.row_id].append(fact)
    states = {row_id: state_of(kind, of_row) for row_id, of_row in facts.items()}
    alive = [row_values(kind, key, state) for key, state in states.items() if state is not None]
    gone = [row_id for row_id, state in states.items() if state is None]
    upsert(connection, kind, alive)
    if gone:
        connection.execute(delete(kind).where(kind.id.in_(gone)))
