"""The table README: what the file is, and what every table, view and column of it means."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.exports.database import derived
from bootcamp_app.features.exports.database.chosen import LEFT_OUT, TABLES
from bootcamp_app.features.exports.database.columns import PLACE_NAMES, Shaped
from bootcamp_app.features.exports.database.readable import VIEWS
from bootcamp_app.storage.migrations import SCHEMA
from bootcamp_app.storage.plain import PlainColumn, PlainTable
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from bootcamp_app.features.exports.database.readable import View, ViewColumn

NAME = "README"
COLUMNS = ("part", "name", "column_name", "english", "khmer", "unit")
_NOTES = (
    N_("This is a plain SQLite copy of a Bootcamp Desk workspace, for any SQLite tool."),
    N_("Begin with the views: they have the names beside everything. This table says what each "
       "view, table and column is."),
    N_("Moments are in UTC; the time zone of a bootcamp says when its days begin."),
    N_("Events are never deleted. One whose id stands in the column annuls of another that counts "
       "does not count; the table attendance has already heeded that."),
    N_("What is a list or holds several values is text in JSON."),
)  # fmt: skip
_WITH = N_("With personal data. Hand it only to those who may see it.")
_WITHOUT = N_(
    "Without personal data: names, phone numbers, addresses, dates of birth, positions, notes, "
    "photos, codes, what people wrote and who wrote it are left out. Whoever of the lists was "
    "named in a title is “…”; who is in no list may still be named there."
)
_ALL = N_("The whole workspace: every programme and bootcamp")
_MADE, _BY, _SCHEMA = "made_at", "program", "schema"


def readme(shaped: Sequence[Shaped], now: datetime, *, with_personal_data: bool) -> PlainTable:
    """Give the table; it speaks only of what is in this file, in both languages."""
    rows = [
        *_about(now, with_personal_data=with_personal_data),
        *(row for view in VIEWS for row in _of_view(view, with_personal_data=with_personal_data)),
        *_of_derived(),
        *(row for one in shaped for row in _of_table(one)),
        *(_row("left_out", name, "", why) for name, why in _left_out(shaped)),
    ]
    columns = [PlainColumn(name) for name in COLUMNS]
    return PlainTable(NAME, columns, rows, key=())


def _about(now: datetime, *, with_personal_data: bool) -> Iterator[Sequence[str]]:
    for note in _NOTES:
        yield _row("file", "about", "", note)
    said = _WITH if with_personal_data else _WITHOUT
    yield _row("file", "personal_data", "", said)
    yield _row("file", "scope", "", _ALL)
    for name, value in (
        (_MADE, str(to_fact(now))),
        (_BY, f"Bootcamp Desk {version('bootcamp-app')}"),
        (_SCHEMA, str(SCHEMA)),
    ):
        yield ("file", name, "", value, value, "")


def _of_view(view: View, *, with_personal_data: bool) -> Iterator[Sequence[str]]:
    yield _row("view", view.name, "", view.meaning)
    for one in columns_of(view, with_personal_data=with_personal_data):
        yield _row("column", view.name, one.name, *_meaning_of(one))


def columns_of(view: View, *, with_personal_data: bool) -> list[ViewColumn]:
    """Give the columns of a view that this file has."""
    return [one for one in view.columns if with_personal_data or not _is_personal(one)]


def _is_personal(column: ViewColumn) -> bool:
    table, _, name = column.sql.partition(".")
    known = {(one.name, at.name) for one in TABLES for at in one.columns if at.is_personal}
    return column.is_personal or (table, name) in known


def _meaning_of(column: ViewColumn) -> tuple[str, str]:
    """Give what a column of a view is, and its unit: its own words, or those of its table."""
    if column.meaning:
        return column.meaning, ""
    table, _, name = column.sql.partition(".")
    if table == derived.ATTENDANCE:
        return next((one.meaning, _derived_unit(one.name, one.unit))
                    for one in derived.COLUMNS if one.name == name)  # fmt: skip
    of = Shaped.of(next(one for one in TABLES if one.name == table), with_personal_data=True)
    for one in of.columns:
        if one.name == name:
            return one.meaning, of.unit_of(one)
    return next(meaning for end, meaning, _said in PLACE_NAMES if name.endswith(end)), ""


def _of_derived() -> Iterator[Sequence[str]]:
    yield _row("table", derived.ATTENDANCE, "", derived.MEANING)
    for one in derived.COLUMNS:
        unit = _derived_unit(one.name, one.unit)
        yield _row("column", derived.ATTENDANCE, one.name, one.meaning, unit)


def _derived_unit(name: str, unit: str) -> str:
    return unit or {"at": N_("moment in UTC, ISO 8601")}.get(name, "")


def _of_table(shaped: Shaped) -> Iterator[Sequence[str]]:
    yield _row("table", shaped.table.name, "", shaped.table.meaning)
    for one in shaped.columns:
        yield _row("column", shaped.table.name, one.name, one.meaning,
                   one.refers or shaped.unit_of(one))  # fmt: skip
        for end, meaning, _said in PLACE_NAMES if one.kind == "place" else ():
            yield _row("column", shaped.table.name, one.name + end, meaning)


def _left_out(shaped: Sequence[Shaped]) -> Iterable[tuple[str, str]]:
    written = {one.table.name for one in shaped}
    yield from LEFT_OUT.items()
    for table in TABLES:
        if table.name not in written:
            yield table.name, _WITHOUT


def _row(part: str, name: str, column: str, meaning: str, unit: str = "") -> Sequence[str]:
    # A unit that names a table is the same in every language.
    khmer = in_language(unit, "km") if unit else ""
    units = unit if khmer == unit else f"{unit} · {khmer}"
    return (part, name, column, meaning, in_language(meaning, "km"), units)
