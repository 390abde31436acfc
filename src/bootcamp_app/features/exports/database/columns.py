"""How the columns of the workspace stand in the file: what each is called, its type, its values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, Float, func, type_coerce
from sqlalchemy.types import NullType

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.features.exports.database.described import ID, Column
from bootcamp_app.storage.plain import PlainColumn
from bootcamp_app.storage.types import Instant, to_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy.sql.elements import ColumnElement

    from bootcamp_app.features.exports.database.described import Table
    from bootcamp_app.features.exports.database.masking import Masks

PLACE_NAMES = (
    ("_en", N_("Province in English"), province_in_english),
    ("_km", N_("Province in Khmer"), province_in_khmer),
)
"""What stands beside the code of a province: the end of the column's name, what it is, and how."""

_TYPES = ((Instant, "DATETIME"), (Date, "DATE"), (Boolean, "BOOLEAN"), (BigInteger, "INTEGER"),
          (Float, "REAL"))  # fmt: skip
_UNITS = {
    "DATETIME": N_("moment in UTC, ISO 8601"),
    "DATE": N_("date, ISO 8601"),
    "BOOLEAN": N_("1 for yes, 0 for no"),
}
_MASKED = {"text", "title", "document"}


@dataclass(frozen=True)
class Shaped:
    """A table as it is written: the columns, and how their values are read and told."""

    table: Table
    columns: tuple[Column, ...]
    """Of the workspace, the id first; those that are left out are not among them."""

    @classmethod
    def of(cls, table: Table, *, with_personal_data: bool) -> Shaped:
        """Give how a table is written with, or without, what says something about people."""
        kept = [one for one in table.columns if with_personal_data or not one.is_personal]
        return cls(table, (ID, *kept))

    def plain(self, holding: set[str]) -> list[PlainColumn]:
        """Give the columns of the file; `holding` are those of which every reference is there."""
        found: list[PlainColumn] = []
        for one in self.columns:
            name = one.name
            refers = one.refers if name in holding else ""
            found.append(PlainColumn(name, self.type_of(one), refers, self._is_indexed(one)))
            if one.kind == "place":
                found += [PlainColumn(f"{name}{end}") for end, _meaning, _said in PLACE_NAMES]
        return found

    def type_of(self, column: Column) -> str:
        """Give the declared type of a column."""
        kind = self._column(column).type
        return next((name for of, name in _TYPES if isinstance(kind, of)), "TEXT")

    def unit_of(self, column: Column) -> str:
        """Give the unit of a column, as a message; empty where it has none."""
        if column.unit:
            return column.unit
        if isinstance(self._column(column).type, JSON):
            return "JSON"
        return _UNITS.get(self.type_of(column), "")

    def told(self, rows: Iterable[Sequence[Any]], masks: Masks | None) -> Iterable[Sequence[Any]]:
        """Give rows as they are written; `masks` takes names out of what stays."""
        ways = self._ways(masks)
        # The engine's own values are plain, and most tables have nothing besides.
        return _told(rows, ways) if ways else rows

    def _ways(self, masks: Masks | None) -> list[tuple[int, Callable[[Any], Sequence[Any]]]]:
        """Give by place, from the last on, what stands for a value; one may become several."""
        ways: list[tuple[int, Callable[[Any], Sequence[Any]]]] = []
        for at, one in enumerate(self.columns):
            if one.kind == "place":
                ways.append((at, _with_names))
            elif masks is not None and one.kind in _MASKED:
                ways.append((at, _masking(masks, one.kind)))
        return ways[::-1]

    def _is_indexed(self, column: Column) -> bool:
        """Say whether it is looked for in the workspace, and so in the file."""
        indexes = self.table.row.__table__.indexes  # type: ignore[attr-defined]
        return any(column.name == next(iter(one.columns)).name for one in indexes)

    def _column(self, column: Column) -> ColumnElement[Any]:
        return self.table.row.__table__.columns[column.name]


def selected(shaped: Shaped) -> list[ColumnElement[Any]]:
    """Give what is read, as the engine keeps it: nothing is turned into objects and back."""
    found: list[ColumnElement[Any]] = []
    for one in shaped.columns:
        column = shaped.table.row.__table__.columns[one.name]
        kept = func.nullif(column, "") if one.refers else type_coerce(column, NullType())
        found.append(kept.label(one.name))
    return found


def plain_value(value: Any) -> Any:  # noqa: ANN401 - a column's value of any kind
    """Give what a server keeps as a value of its own in the way in which a file has it."""
    plain = to_fact(value)
    if isinstance(plain, (dict, list)):
        return json.dumps(plain, ensure_ascii=False)
    return int(plain) if isinstance(plain, bool) else plain


def _told(
    rows: Iterable[Sequence[Any]], ways: Sequence[tuple[int, Callable[[Any], Sequence[Any]]]]
) -> Iterator[Sequence[Any]]:
    for row in rows:
        cells = list(row)
        for at, way in ways:
            cells[at : at + 1] = way(cells[at])
        yield cells


def _with_names(code: Any) -> Sequence[Any]:  # noqa: ANN401 - a cell
    return _names_of(code or "")


@cache
def _names_of(code: str) -> tuple[str, ...]:
    return (code, *(said(code) if code else "" for _end, _meaning, said in PLACE_NAMES))


def _masking(masks: Masks, kind: str) -> Callable[[Any], Sequence[Any]]:
    return lambda cell: [masks.masked(cell, kind) if isinstance(cell, str) else cell]
