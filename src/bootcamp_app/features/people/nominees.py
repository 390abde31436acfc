"""From a table to nominees: what each row says, or why it says nothing. No database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people import births, values
from bootcamp_app.features.people.columns import NAMES, checked, fields_of, top_of
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.texts import Row, says_something, text_at, text_of
from bootcamp_app.features.people.views import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Reader = Callable[[str], Any]


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


def understand(
    rows: Sequence[Row], wanted: Mapping[str, str], today: date, *, first_row: int = 1
) -> Understood:
    """Read a table: find its headers, decide what each column is, and read every row.

    `wanted` maps headers to fields where a person has decided; `null` leaves a column out.
    `first_row` is the number that the spreadsheet shows beside `rows[0]`. Raises a Refusal
    where no column holds a name.
    """
    top = top_of(rows, wanted)
    headers = [text_of(cell) for cell in rows[top]]
    numbered = enumerate(rows[top + 1 :], first_row + top + 1)
    body = [(number, row) for number, row in numbered if says_something(row)]
    columns = fields_of(headers, wanted, [row for _, row in body])
    readers = _readers(today)
    nominees, rejected = [], []
    for number, row in body:
        cells = [_Cell(headers[i], name, text_at(row, i)) for i, name in columns.items() if name]
        nominee, faults = _read_row(number, cells, readers)
        rejected += faults
        if not faults:
            nominees.append(nominee)
    mapping: dict[str, str | None] = {}
    for index, name in enumerate(headers):
        if name:
            mapping[name] = mapping.get(name) or columns[index]
    return Understood(mapping, nominees, rejected)


def nominee_from(texts: Mapping[str, str], today: date) -> Nominee:
    """Read fields that a person typed one by one; raises a Refusal on the first wrong one."""
    readers = _readers(today)
    fields = {}
    for name, text in texts.items():
        if checked(name) and text:
            value = _read(_Cell(name, name, text), readers)
            if value is not None:
                fields[name] = value
    _join_names(fields)
    return Nominee(0, fields)


@dataclass(frozen=True)
class _Cell:
    header: str
    field: str
    text: str


def _read_row(
    number: int, cells: list[_Cell], readers: Mapping[str, _Reader]
) -> tuple[Nominee, list[Rejected]]:
    nominee = Nominee(number, {})
    faults = []
    # What a column says of another's field gives way to that column.
    for cell in sorted(cells, key=lambda cell: _field_of(cell) == cell.field):
        try:
            if not cell.field.startswith(CUSTOM):
                value, name = _read(cell, readers), _field_of(cell)
                nominee.fields[name] = nominee.fields.get(name) if value is None else value
            elif cell.text:
                nominee.answers[cell.field.removeprefix(CUSTOM)] = cell.text
        except Refusal as fault:
            faults.append(Rejected(number, cell.header, cell.text, fault.sentence))
    _join_names(nominee.fields)
    if not nominee.text("name_km") and not nominee.text("name_en"):
        header = next((cell.header for cell in cells if cell.field in NAMES), "")
        reason = Sentence("The name is missing. Write it, or delete the row.")
        faults.append(Rejected(number, header, "", reason))
    return nominee, faults


def _join_names(fields: dict[str, Any]) -> None:
    """Make one name, family first, of two columns in each script."""
    for script in ("km", "en"):
        family = fields.pop(f"family_name_{script}", None)
        given = fields.pop(f"given_name_{script}", None)
        if (family or given) and not fields.get(f"name_{script}"):
            fields[f"name_{script}"] = " ".join(part for part in (family, given) if part)


def _readers(today: date) -> dict[str, _Reader]:
    return {
        "sex": values.sex_of,
        "sector": values.sector_of,
        "organisation_kind": values.organisation_kind_of,
        "status": values.status_of,
        "phone": values.phone_of,
        "province": values.place_of,
        "registered_at": values.moment_of,
        "birth_year": partial(births.birth_year_of, today=today),
        "birth_date": partial(births.birth_date_of, today=today),
        "age": partial(births.year_of_age, today=today),
    }


def _read(cell: _Cell, readers: Mapping[str, _Reader]) -> Any:  # noqa: ANN401 - as its field
    # A dash or a dot says as much as an empty cell.
    if not any(map(str.isalnum, cell.text)):
        return None
    if cell.field in _OFTEN_NOTHING and comparison_key(cell.text) in _NOTHING:
        return None
    reader = readers.get(_field_of(cell))
    return reader(cell.text) if reader else cell.text


def _field_of(cell: _Cell) -> str:
    """Give the field that a cell speaks of: some say less than their column asks."""
    if cell.field == "birth_date" and births.is_year(cell.text):
        return "birth_year"
    if cell.field == "organisation_kind" and values.is_only_sector(cell.text):
        return "sector"
    return cell.field


_NOTHING = {"n/a", "none", "nil", "null", *map(comparison_key, ("គ្មាន", "មិនមាន"))}
_OFTEN_NOTHING = {
    "phone", "email", "organisation", "organisation_kind", "position", "province", "district",
    "birth_year", "birth_date", "age", "external_id", "role",
}  # fmt: skip
