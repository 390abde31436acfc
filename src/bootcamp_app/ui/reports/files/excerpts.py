"""The first rows of a report, as people will read them in the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from bootcamp_app.core.numbers import written
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.words import clock_time, digits

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Cell, Column, Report, Sheet

MOST = 50
"""So many rows of each sheet are shown."""
_IDS = {"person_id"}
_MEANINGS = {"present": "good", "late": "warning", "excused": "info", "absent": "bad"}


@dataclass(frozen=True)
class Shown:
    """A cell in words, and what it means where it is a state."""

    text: str
    meaning: str = ""


@dataclass(frozen=True)
class Excerpt:
    """The head of a sheet and its first rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Shown, ...], ...]
    expected: int
    """How many rows there are in all; 0 where that is not known."""
    is_whole: bool


@dataclass(frozen=True)
class Excerpts:
    """What stands on the cover, and the first rows of each sheet."""

    cover: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sheets: tuple[Excerpt, ...]


def excerpts_of(report: Report) -> Excerpts:
    """Read the first rows of every sheet, and no more of them than are shown."""
    return Excerpts(
        tuple((fact.title, _in_words(fact.said)) for fact in report.facts),
        report.notes,
        tuple(_excerpt(sheet) for sheet in report.sheets),
    )


def _excerpt(sheet: Sheet) -> Excerpt:
    # A state is kept in words and in its key, and rows may be read only once.
    rows = islice(sheet.rows, MOST + 1)
    # What only programs read comes last: people look for names first.
    order = sorted(range(len(sheet.columns)), key=lambda at: sheet.columns[at].name in _IDS)
    columns = tuple(sheet.columns[at] for at in order)
    first = [tuple(_shown(sheet.columns[at], row[at]) for at in order) for row in rows]
    return Excerpt(
        sheet.title,
        columns,
        tuple(first[:MOST]),
        sheet.expected,
        is_whole=len(first) <= MOST,
    )


def _shown(column: Column, cell: Cell) -> Shown:
    meaning = _MEANINGS.get(str(cell), "") if column.kind == "state" else ""
    said = column.in_words(cell)
    if isinstance(said, float) and column.kind == "percent":
        return Shown(digits(f"{100 * said:.0f} %"))
    return Shown(_said(said), meaning)


def _in_words(value: Cell) -> str:
    """Give what stands on the cover, where days are written out."""
    if isinstance(value, datetime):
        return f"{days_in_words(value.date())}, {clock_time(value)}"
    return days_in_words(value) if isinstance(value, date) else _said(value)


def _said(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return digits(f"{cell:%Y-%m-%d %H:%M}")
    if isinstance(cell, date):
        return digits(cell.isoformat())
    return cell if isinstance(cell, str) else digits(written(cell))
