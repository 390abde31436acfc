"""One unit of work on the database: rows in, rows and facts durable together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from bootcamp_app.core.ids import new_id
from bootcamp_app.storage.base import Mergeable
from bootcamp_app.storage.bulk import columns_of, insert_columns
from bootcamp_app.storage.bulk_facts import inserted_in_bulk
from bootcamp_app.storage.journal import Pen, inserted, updated
from bootcamp_app.storage.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import ORMExecuteState, UOWTransaction


class Reader(Session):
    """A look at one moment of the database; it cannot write."""


class Work(Session):
    """A change in the making: what it adds, changes or deletes becomes rows and facts.

    Everything of one work carries one `act`, which is what undo takes back.
    """

    def __init__(self, connection: Connection, *, who: str, now_ms: int) -> None:
        super().__init__(bind=connection, expire_on_commit=False)
        self.act = new_id()
        self._announced: list[tuple[str | None, object]] = []
        self.pen = Pen(connection, act=self.act, who=who, now_ms=now_ms)
        self.search = SearchIndex(connection)

    def add_in_bulk(
        self,
        kind: type[Mergeable],
        rows: Sequence[Mapping[str, Any]],
        acts: Sequence[str] | None = None,
    ) -> list[str]:
        """Add rows given by column, with their facts, and give their ids.

        Many times as fast as one by one; a column that a row does not name gets its default.
        With acts, each row belongs to its own of them, by which it is taken back alone.
        """
        self.flush()
        if not rows:
            return []
        defaults = _defaults(kind)
        complete = [{**defaults, "id": row.get("id") or new_id(), **row} for row in rows]
        columns = columns_of(kind, complete)
        insert_columns(self.connection(), kind, columns)
        ids = columns["id"]
        facts = zip(ids, inserted_in_bulk(kind, columns), strict=True)
        self.pen.write([(kind.__tablename__, row_id, fact) for row_id, fact in facts], acts)
        self.search.take(kind, complete)
        return ids

    def close_books(self) -> None:
        """Bring everything that follows from what was written up to it; the work is over then."""
        self.flush()
        self.search.settle()
        self.pen.close()

    def announce(self, fact: object, act: str | None = None) -> None:
        """Have a fact told to listeners once the work is durable, of this act or of another."""
        self._announced.append((act, fact))

    def announced(self) -> Iterator[tuple[str, list[object]]]:
        """Give the acts of this work and what is to be told of each."""
        of_acts: dict[str, list[object]] = {}
        for act, fact in self._announced:
            of_acts.setdefault(act or self.act, []).append(fact)
        yield from of_acts.items()


@event.listens_for(Reader, "before_flush")
def _refuse_to_flush(session: Session, _context: UOWTransaction, _objects: object) -> None:
    raise RuntimeError(f"a reader has changed {list(session.dirty) or list(session.new)}")


@event.listens_for(Work, "do_orm_execute")
def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise RuntimeError("a bulk statement would leave no facts: add, change or delete rows")


@event.listens_for(Work, "before_flush")
def _keep_what_is_only_added(session: Session, _context: UOWTransaction, _objects: object) -> None:
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in _mergeable([*changed, *session.deleted]):
        if row.is_append_only:
            raise RuntimeError(f"rows of {row.__tablename__} are only ever added")


@event.listens_for(Work, "before_flush")
def _keep_ids_apart(session: Session, _context: UOWTransaction, _objects: object) -> None:
    gone = {(type(row), row.id) for row in _mergeable(session.deleted)}
    for row in _mergeable(session.new):
        # SQLAlchemy would write over the old row and leave what the new one does not name.
        if (type(row), row.id) in gone:
            raise RuntimeError("change the row that is there, or flush before its id is used again")


@event.listens_for(Work, "after_flush")
def _journal(session: Session, _context: UOWTransaction) -> None:
    work = cast("Work", session)
    added = _mergeable(work.new)
    changed = [(row, changes) for row in _mergeable(work.dirty) if (changes := updated(row))]
    gone = _mergeable(work.deleted)
    written = (
        [(row, inserted(type(row), _values(row))) for row in added]
        + changed
        + [(row, work.pen.gone(type(row))) for row in gone]
    )
    work.pen.write([(row.__tablename__, row.id, changes) for row, changes in written])
    found_otherwise = [
        row for row, names in changed if not names.keys().isdisjoint(row.searched_by)
    ]
    for row in (*added, *found_otherwise, *gone):
        work.search.touch(type(row), [row.id])


def _mergeable(rows: Iterable[object]) -> list[Mergeable]:
    return [row for row in rows if isinstance(row, Mergeable)]


@cache
def _defaults(kind: type[Mergeable]) -> dict[str, Any]:
    columns = {attr.key: attr.columns[0] for attr in inspect(kind).column_attrs}
    return {name: _default(column) for name, column in columns.items() if name != "id"}


def _default(column: Any) -> Any:  # noqa: ANN401 - of any column
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg


def _values(row: Mergeable) -> dict[str, Any]:
    return {attr.key: getattr(row, attr.key) for attr in inspect(row).mapper.column_attrs}
