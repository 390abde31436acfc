"""Very many rows into one table: the statement is made once, and values go in as they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, inspect

from bootcamp_app.storage.types import PlainText, to_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Dialect
    from sqlalchemy.sql.elements import KeyedColumnElement

    from bootcamp_app.storage.base import Base

    Turn = Callable[[Any], Any] | None


class _Prepared(NamedTuple):
    """A statement, and for each of its places the field and how its values are bound."""

    statement: str
    fields: tuple[tuple[str, Turn], ...]


def insert_rows(
    connection: Connection, kind: type[Base], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows, each of which names every field of its table."""
    if not rows:
        return
    if not connection.dialect.positional:
        connection.execute(insert(kind), list(rows))
        return
    statement, fields = _prepared(kind, connection.dialect)
    columns = [_bound(turn, [row[name] for row in rows]) for name, turn in fields]
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


@cache
def _prepared(kind: type[Base], dialect: Dialect) -> _Prepared:
    compiled = insert(kind).compile(dialect=dialect)
    names = {attr.columns[0].key: attr.key for attr in inspect(kind).column_attrs}
    columns = {column.key: column for column in inspect(kind).local_table.columns}
    fields = ((names[key], _turn(columns[key], dialect)) for key in compiled.positiontup or ())
    return _Prepared(str(compiled), tuple(fields))


def _turn(column: KeyedColumnElement[Any], dialect: Dialect) -> Turn:
    # Most columns are texts, which SQLAlchemy would turn through three functions each.
    if isinstance(column.type, PlainText):
        return to_fact
    return column.type.dialect_impl(dialect).bind_processor(dialect)


def _bound(turn: Turn, values: list[Any]) -> list[Any]:
    return values if turn is None else [turn(value) for value in values]
