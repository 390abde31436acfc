"""The whole workspace as a plain SQLite file with readable tables and views."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from bootcamp_app.features.exports.database import derived
from bootcamp_app.features.exports.database.chosen import TABLES
from bootcamp_app.features.exports.database.columns import Shaped, plain_value, selected
from bootcamp_app.features.exports.database.masking import Masks
from bootcamp_app.features.exports.database.readable import NAMED_THROUGH, VIEWS
from bootcamp_app.features.exports.database.readme import columns_of, readme
from bootcamp_app.features.reports.views import STEP
from bootcamp_app.storage.plain import PlainColumn, PlainTable, PlainView, write_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Select
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.exports.database.described import Column, Table
    from bootcamp_app.features.exports.database.readable import View
    from bootcamp_app.features.reports.views import Progress

_AT_ONCE = 1000


def write_database(
    reading: Reading, path: Path, now: datetime, *, with_personal_data: bool, progress: Progress
) -> int:
    """Write every table, and what follows from them, and give how many rows the workspace has."""
    chosen = [one for one in TABLES if with_personal_data or not one.is_personal]
    shaped = [Shaped.of(one, with_personal_data=with_personal_data) for one in chosen]
    counts = [_count(reading, one) for one in chosen]
    counter = _Counter(progress, sum(counts) + derived.most_rows(reading))
    masks = None if with_personal_data else Masks(_names(reading, counter))
    tables = [_plain(reading, one, masks, counter) for one in shaped]
    tables += [
        _attendance(reading, now, counter),
        readme(shaped, now, with_personal_data=with_personal_data),
    ]
    views = [_view(one, with_personal_data=with_personal_data) for one in VIEWS]
    try:
        write_plain(path, tables, views, counter.tell)
    finally:
        for table in tables:
            _let_go(table.rows)
    progress(counter.of, counter.of)
    return sum(counts)


class _Counter:
    """Tells how many rows of all tables are written."""

    def __init__(self, progress: Progress, of: int) -> None:
        self.of = of
        self._progress = progress
        self._done = 0

    def tell(self) -> None:
        """Tell it again, so that whoever listens can stop the work."""
        self._progress(min(self._done, self.of), self.of)

    def counted(self, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        """Give the rows, and tell on the way; whoever reads them stops when this one does."""
        try:
            for row in rows:
                if self._done % STEP == 0:
                    self.tell()
                self._done += 1
                yield row
        finally:
            _let_go(rows)


def _count(reading: Reading, table: Table) -> int:
    return reading.scalar(select(func.count()).select_from(table.row)) or 0


def _plain(reading: Reading, shaped: Shaped, masks: Masks | None, counter: _Counter) -> PlainTable:
    counter.tell()
    holding = {
        one.name for one in shaped.columns if one.refers and _holds(reading, shaped.table, one)
    }
    rows = counter.counted(shaped.told(_rows(reading, shaped), masks))
    return PlainTable(shaped.table.name, shaped.plain(holding), rows)


def _rows(reading: Reading, shaped: Shaped) -> Iterator[Sequence[Any]]:
    query = select(*selected(shaped)).order_by(shaped.table.row.__table__.columns["id"])
    # Of the connection, not of the session, which would take every row into its hands.
    with reading.connection().execute(query.execution_options(yield_per=_AT_ONCE)) as found:
        if reading.get_bind().dialect.name == "sqlite":
            # The engine's own values are plain already.
            yield from found
        else:
            for row in found:
                yield [plain_value(value) for value in row]


def _let_go(rows: Iterable[Sequence[Any]]) -> None:
    # A server keeps what it was asked for until it is told that nobody reads on.
    if isinstance(rows, Generator):
        rows.close()


def _holds(reading: Reading, table: Table, column: Column) -> bool:
    """Say whether all that this column names is there: laptops that merge may not know it yet."""
    target = next((one.row for one in TABLES if one.name == column.refers), None)
    if target is None:
        return False
    named = aliased(target)
    own = table.row.__table__.columns[column.name]
    missing = select(own).where(own.is_not(None), own != "", ~exists().where(named.id == own))
    return reading.execute(missing.limit(1)).first() is None


def _names(reading: Reading, counter: _Counter) -> Iterator[str]:
    """Give everything by which people are called or reached anywhere in the workspace."""
    for table in TABLES:
        for column in table.columns:
            if column.kind == "naming":
                counter.tell()
                for value in reading.connection().scalars(_every(table, column)):
                    yield from value if isinstance(value, list) else [value or ""]


def _every(table: Table, column: Column) -> Select[Any]:
    query = select(table.row.__table__.columns[column.name])
    return query.execution_options(yield_per=_AT_ONCE)


def _attendance(reading: Reading, now: datetime, counter: _Counter) -> PlainTable:
    # What is counted is of rows that are there, whatever else may be missing.
    missing = {"event_id"}
    table = next(one for one in TABLES if one.name == "participations")
    person = next(one for one in table.columns if one.name == "person_id")
    if not _holds(reading, table, person):
        missing.add(person.name)
    columns = [
        PlainColumn(
            one.name,
            derived.TYPES.get(one.name, "TEXT"),
            "" if one.name in missing else one.refers,
            one.name in {"participation_id", "person_id"},
        )
        for one in derived.COLUMNS
    ]
    rows = counter.counted(derived.attendance(reading, now, counter.tell))
    return PlainTable(derived.ATTENDANCE, columns, rows, key=("session_id", "participation_id"),
                      is_sorted=True)  # fmt: skip


def _view(view: View, *, with_personal_data: bool) -> PlainView:
    columns = columns_of(view, with_personal_data=with_personal_data)
    shown = ",\n  ".join(f'{one.sql} AS "{one.name}"' for one in columns)
    names = NAMED_THROUGH.get(view.name, "") if with_personal_data else ""
    source = view.source.replace("{names}", names)
    return PlainView(view.name, f"SELECT\n  {shown}\n{source}")
