"""Very many rows into one table: the statement is made once, and values go in as they are."""

from __future__ import annotations

from functools import cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, inspect

from bootcamp_app.storage.types import Instant, Json, PlainText, texts_to_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Dialect
    from sqlalchemy.sql.elements import KeyedColumnElement

    from bootcamp_app.storage.base import Base

    Turn = Callable[[Sequence[Any]], Iterable[Any]] | None


class _Prepared(NamedTuple):
    """A statement, and for each of its places the field and how all its values are bound."""

    statement: str
    fields: tuple[tuple[str, Turn], ...]


def columns_of(kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Give rows, each of which names every field of its table, field by field."""
    return {attr.key: list(map(itemgetter(attr.key), rows)) for attr in inspect(kind).column_attrs}


def insert_columns(
    connection: Connection, kind: type[Base], columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert rows given field by field, each field of the table with equally many values."""
    if not next(iter(columns.values())):
        return
    if not connection.dialect.positional:
        rows = zip(*columns.values(), strict=True)
        connection.execute(insert(kind), [dict(zip(columns, row, strict=True)) for row in rows])
        return
    statement, fields = _prepared(kind, connection.dialect)
    bound = [_bound(turn, columns[name]) for name, turn in fields]
    connection.exec_driver_sql(statement, list(zip(*bound, strict=True)))


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
        return texts_to_facts
    turn = column.type.dialect_impl(dialect).bind_processor(dialect)
    if turn is None:
        return None
    return partial(_each_once if isinstance(column.type, Instant) else map, turn)


def _each_once(turn: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """Turn moments, equal ones once: those of a list are mostly one."""
    turned = {value: turn(value) for value in set(values)}
    return list(map(turned.__getitem__, values))


def _bound(turn: Turn, values: Sequence[Any]) -> Iterable[Any]:
    return values if turn is None or isinstance(values[0], Json) else turn(values)
