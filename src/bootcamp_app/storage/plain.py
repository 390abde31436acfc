"""A plain SQLite file that any tool opens, for handing data over."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.storage.engines import plain_connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class PlainTable:
    """A table to hand over: its columns' names, and rows of text, numbers and None."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


def write_plain(path: Path, tables: Sequence[PlainTable]) -> int:
    """Write tables into a new file, or into one written so before; give how many rows went in."""
    with closing(plain_connection(path)) as connection:
        try:
            connection.execute("BEGIN")
            rows = sum(_write(connection, table) for table in tables)
            connection.execute("COMMIT")
        except connection.OperationalError as problem:
            # A full disk, told as an error of the database.
            raise OSError(str(problem)) from problem
    return rows


def _write(connection: Any, table: PlainTable) -> int:  # noqa: ANN401 - the driver is untyped
    columns = ", ".join(f'"{name}"' for name in table.columns)
    marks = ", ".join("?" * len(table.columns))
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    cursor = connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.rows)
    return max(int(cursor.rowcount), 0)
