"""A plain SQLite file that any tool opens, for handing data over."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.storage.engines import plain_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

# The file has no name that counts until it is whole, so nothing has to be taken back in it: no
# journal lies beside it when the process is killed. What is sorted stays in memory, off the disk.
_SETTINGS = (
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "encoding='UTF-8'",
    "application_id=0",
)

_OFTEN = 1_000_000
"""So many steps of the engine, a tenth of a second or so, are done before somebody may stop it."""


@dataclass(frozen=True)
class PlainColumn:
    """A column with its declared type, and the table to whose id it refers, if any."""

    name: str
    type: str = "TEXT"
    refers: str = ""
    """Declared as a foreign key: only where every value is there."""
    is_indexed: bool = False


@dataclass(frozen=True)
class PlainTable:
    """A table to hand over, with rows of text, numbers and None; `key` is its primary key."""

    name: str
    columns: Sequence[PlainColumn]
    rows: Iterable[Sequence[Any]]
    key: Sequence[str] = ("id",)
    is_sorted: bool = False
    """Whether the rows come in the order of a key that is most of them, and are kept in it."""


@dataclass(frozen=True)
class PlainView:
    """A view to hand over: its name, and what it selects."""

    name: str
    select: str


def write_plain(
    path: Path,
    tables: Sequence[PlainTable],
    views: Sequence[PlainView],
    between: Callable[[], None] = lambda: None,
) -> int:
    """Write tables and views into a new file; give how many rows went in.

    What is called between two long steps, and often in them, may raise, and the file is then to
    be thrown away.
    """
    stopped: list[BaseException] = []

    def look() -> int:
        try:
            between()
        except BaseException as stop:  # noqa: BLE001 - the engine only ends; it is raised below
            stopped.append(stop)
        return len(stopped)

    with closing(plain_connection(path)) as connection:
        connection.set_progress_handler(look, _OFTEN)
        try:
            rows = _written(connection, tables, views)
        except connection.OperationalError as problem:
            if stopped:
                raise stopped[0] from problem
            # A full disk, told as an error of the database.
            raise OSError(str(problem)) from problem
    return rows


def _written(
    connection: Any,  # noqa: ANN401 - the driver is untyped
    tables: Sequence[PlainTable],
    views: Sequence[PlainView],
) -> int:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    for table in tables:
        connection.execute(_declared(table))
    rows = sum(_fill(connection, table) for table in tables)
    for table in tables:
        for column in table.columns:
            if column.is_indexed:
                connection.execute(_index(table.name, column.name))
    for view in views:
        connection.execute(f'CREATE VIEW "{view.name}" AS\n{view.select}')
    connection.execute("COMMIT")
    return rows


def _declared(table: PlainTable) -> str:
    lines = [f'"{column.name}" {column.type}' for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" ("id")'
        for column in table.columns
        if column.refers
    ]
    return (
        f'CREATE TABLE "{table.name}" (\n  '
        + ",\n  ".join(lines)
        + f"\n){' WITHOUT ROWID' if table.is_sorted else ''}"
    )


def _fill(connection: Any, table: PlainTable) -> int:  # noqa: ANN401 - the driver is untyped
    marks = ", ".join("?" * len(table.columns))
    cursor = connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.rows)
    return max(int(cursor.rowcount), 0)


def _index(table: str, column: str) -> str:
    return f'CREATE INDEX "{table}_by_{column}" ON "{table}" ("{column}")'


def _quoted(name: str) -> str:
    return f'"{name}"'
