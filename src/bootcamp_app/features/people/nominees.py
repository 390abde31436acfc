"""From a table to nominees: what each row says, or why it says nothing. No database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.people.cell_values import (
    ANSWER,
    ASIDE,
    OWN,
    ColumnValues,
    Said,
    Setting,
)
from bootcamp_app.features.people.columns import NAMES, checked, fields_of, top_of
from bootcamp_app.features.people.combined import parted
from bootcamp_app.features.people.endings import without_ending
from bootcamp_app.features.people.headers import CUSTOM, MOST_TITLE_ROWS, header_row
from bootcamp_app.features.people.headless import lettered
from bootcamp_app.features.people.layouts import flattened
from bootcamp_app.features.people.nobody import NobodyRows
from bootcamp_app.features.people.texts import Row, says_something, text_of
from bootcamp_app.features.people.views import Doubt, Rejected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Nominee:
    """One row of a list, understood. `fields` holds the mapped columns only."""

    row: int
    fields: dict[str, Any]
    answers: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give a field as text; empty where the list does not say."""
        return self.fields.get(name) or ""


@dataclass(frozen=True)
class Understood:
    """A whole list, understood."""

    mapping: dict[str, str | None]
    nominees: list[Nominee]
    rejected: list[Rejected]
    doubts: list[Doubt] = field(default_factory=list)
    """What was left empty of rows that were taken in."""


def understand(
    rows: Sequence[Row],
    wanted: Mapping[str, str],
    today: date,
    *,
    first_row: int = 1,
    top: int | None = None,
) -> Understood:
    """Read a table: find its headers, decide what each column is, and read every row.

    `wanted` maps headers to fields where a person has decided; `null` leaves a column out.
    `today` may be this moment at the place of the bootcamp: then time stamps are of its zone.
    `first_row` is the number that the spreadsheet shows beside `rows[0]`; `top` is the index of
    the row of headers where a person chose it. Raises a Refusal where no column holds a name.
    """
    table = plain_table(rows, wanted, top)
    numbered = enumerate(table.rows[table.top + 1 :], first_row + table.top + 1 - table.added)
    listed = [(number, row) for number, row in numbered if says_something(row)]
    columns = fields_of(table.headers, wanted, [row for _, row in listed])
    body = without_ending(listed, columns)
    with nothing_collected():
        read = _Reading(table, columns, body, _setting(today))
    mapping: dict[str, str | None] = {}
    for index, name in enumerate(table.headers):
        if name:
            mapping[name] = mapping.get(name) or columns[index]
    return Understood(mapping, read.nominees, read.rejected, read.doubts)


@dataclass(frozen=True)
class PlainTable:
    """A table with one row of headers, at `top`; all rows keep their places."""

    rows: Sequence[Row]
    top: int
    headers: list[str]
    as_read: list[str]
    """The headers as they stand in the file."""
    all_headers: frozenset[str]
    added: int = 0
    """1 where the list has no headers and a row of them was put above it."""
    unparted: frozenset[str] = frozenset()
    """Cells in which a name and something else stand together and could not be parted."""


def plain_table(
    rows: Sequence[Row], wanted: Mapping[str, str], top: int | None = None
) -> PlainTable:
    """Give the table with headers on one row, as `understand` reads it."""
    if top is None and (made := _made_plain(rows, wanted)):
        return made
    found = top_of(rows, wanted) if top is None else top
    flat, flat_top = flattened(rows, found)
    flat, unparted = parted(flat, flat_top)
    as_laid_out = {text_of(cell) for row in rows[max(0, found - 1) : flat_top + 1] for cell in row}
    headers = [text_of(cell) for cell in flat[flat_top]]
    if not wanted.keys() <= set(headers) and wanted.keys() <= as_laid_out:
        # A person named the headers as they stand in the file.
        flat, flat_top, headers = rows, found, [text_of(cell) for cell in rows[found]]
    known = frozenset((as_laid_out | set(headers)) - {""})
    as_read = list(map(text_of, rows[found]))
    return PlainTable(flat, flat_top, headers, as_read, known, unparted=unparted)


def _made_plain(rows: Sequence[Row], wanted: Mapping[str, str]) -> PlainTable | None:
    """Give the table where its headers, or some that a person named, stand in no row of it."""
    top = header_row(rows)
    if top is None:
        letters = lettered(rows) or []
        is_it = bool(letters) and wanted.keys() <= set(letters)
        return _lettered(rows, letters) if is_it else None
    if not wanted or any(wanted.keys() <= set(map(text_of, row)) for row in rows[:MOST_TITLE_ROWS]):
        return None
    made = plain_table(rows, {}, top)
    return made if wanted.keys() <= set(made.headers) else None


def _lettered(rows: Sequence[Row], letters: list[str]) -> PlainTable:
    return PlainTable([letters, *rows], 0, letters, letters, frozenset(letters), added=1)


def nominee_from(texts: Mapping[str, str], today: date) -> Nominee:
    """Read fields that a person typed one by one; raises a Refusal on the first wrong one."""
    fields = {}
    for name, text in texts.items():
        if checked(name) and text:
            said = ColumnValues(name, replace(_setting(today), is_typed=True), ()).said(text)
            if name in NAMES and any(map(str.isdecimal, text)) and not any(map(str.isalpha, text)):
                raise Refusal("“{text}” is no name. Write it in letters.", text=text)
            if said.fault:
                raise said.fault
            if said.value is not None:
                fields[said.field] = said.value
    _join_names(fields)
    return Nominee(0, fields)


class _Reading:
    """The body of a list, read column by column; every distinct cell is read once."""

    def __init__(
        self,
        table: PlainTable,
        columns: Mapping[int, str | None],
        body: Sequence[tuple[int, Row]],
        setting: Setting,
    ) -> None:
        self.nominees: list[Nominee] = []
        self.rejected: list[Rejected] = []
        self.doubts: list[Doubt] = []
        used = [(index, name) for index, name in columns.items() if name]
        self._headers = [table.headers[index] for index, _ in used]
        self._names = [place for place, (_, name) in enumerate(used) if name in NAMES]
        self._has_halves = any(name in NAMES and name[:4] != "name" for _, name in used)
        self._unparted = table.unparted
        self._nobody = NobodyRows(table.all_headers, self._names, len(used))
        said = [
            _said(body, index, name, _of_form(table.headers[index], setting))
            for index, name in used
        ]
        # Where no cell of a column is wrong, its 100,000 need not be asked one by one.
        self._faulty = [
            (place, header)
            for place, (header, cells) in enumerate(zip(self._headers, said, strict=True))
            if any(cell.fault for cell in cells)
        ]
        for (number, row), cells in zip(body, zip(*said, strict=True), strict=True):
            is_plain = self._nobody.has_plain_name(cells)
            if is_plain or not self._nobody.is_one(row, cells):
                self._take(number, cells, is_plain=is_plain)

    def _take(self, number: int, cells: tuple[Said, ...], *, is_plain: bool) -> None:
        nominee = Nominee(number, *self._fields_and_answers(cells))
        faults = [
            Rejected(number, header, cells[place].text, fault.sentence)
            for place, header in self._faulty
            if (fault := cells[place].fault) and cells[place].is_wrong
        ]
        if self._has_halves:
            _join_names(nominee.fields)
        first = self._names[0]
        if not nominee.fields.get("name_km") and not nominee.fields.get("name_en"):
            reason = Sentence("The name is missing. Write it, or delete the row.")
            faults.append(Rejected(number, self._headers[first], "", reason))
        elif not is_plain and (heading := self._nobody.reason_against(cells)):
            name = next(cells[place].text for place in self._names if cells[place].value)
            faults.append(Rejected(number, self._headers[first], name, heading))
        elif self._unparted and (text := cells[first].text) in self._unparted:
            reason = Sentence(
                "More than a name stands here. Write a comma between the name and the position."
            )
            faults.append(Rejected(number, self._headers[first], text, reason))
        self.rejected += faults
        if not faults:
            self.nominees.append(nominee)
            self._doubt(nominee, cells)

    def _doubt(self, nominee: Nominee, cells: tuple[Said, ...]) -> None:
        """Tell what of a row could not be read, and keep its words as an answer."""
        for place, header in self._faulty:
            if fault := cells[place].fault:
                text = cells[place].text
                nominee.answers.setdefault(header, text)
                self.doubts.append(Doubt(nominee.row, header, text, fault.sentence))

    def _fields_and_answers(self, cells: tuple[Said, ...]) -> tuple[dict[str, Any], dict[str, str]]:
        fields = {cell.field: cell.value for cell in cells if cell.kind is OWN}
        answers: dict[str, str] = {}
        for cell, header in zip(cells, self._headers, strict=True):
            if cell.kind is ANSWER and cell.value:
                answers[cell.field.removeprefix(CUSTOM) or header] = cell.value
            elif cell.kind is ASIDE and fields.get(cell.field) is None:
                fields[cell.field] = cell.value
        return fields, answers


def _of_form(header: str, setting: Setting) -> Setting:
    """Give the setting of a column: what Kobo itself adds, as `_submission_time`, is in UTC."""
    return replace(setting, zone=UTC) if header.startswith("_") else setting


def _said(body: Sequence[tuple[int, Row]], index: int, field: str, setting: Setting) -> list[Said]:
    """Give what each cell of a column says."""
    cells = [row[index] if index < len(row) else None for _, row in body]
    texts = [cell if cell.__class__ is str else text_of(cell) for cell in cells]
    return list(map(ColumnValues(field, setting, texts).__getitem__, texts))


def _join_names(fields: dict[str, Any]) -> None:
    """Make one name, family first, of two columns in each script."""
    for script in ("km", "en"):
        family = fields.pop(f"family_name_{script}", None)
        given = fields.pop(f"given_name_{script}", None)
        if (family or given) and not fields.get(f"name_{script}"):
            fields[f"name_{script}"] = " ".join(part for part in (family, given) if part)


def _setting(today: date) -> Setting:
    if isinstance(today, datetime):
        return Setting(today.date(), today.tzinfo or UTC)
    return Setting(today)
