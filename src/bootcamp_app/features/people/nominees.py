"""From a table to nominees: which column is what, and what each row says. No database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.people import values
from bootcamp_app.features.people.headers import (
    CUSTOM,
    field_of,
    header_row,
    is_field,
    script_of,
)
from bootcamp_app.features.people.views import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Reader = Callable[[str], Any]

Row = list[Any]
_IGNORED = "null"


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
    top = _top(rows, wanted)
    headers = [_text(cell) for cell in rows[top]]
    numbered = enumerate(rows[top + 1 :], first_row + top + 1)
    body = [(number, row) for number, row in numbered if _says(row)]
    columns = _columns(headers, wanted, [row for _, row in body])
    readers = _readers(today)
    nominees, rejected = [], []
    for number, row in body:
        cells = [_Cell(headers[i], name, _at(row, i)) for i, name in columns.items() if name]
        nominee, faults = _read_row(number, cells, readers)
        rejected += faults
        if not faults:
            nominees.append(nominee)
    mapping = {name: columns.get(index) for index, name in enumerate(headers) if name}
    return Understood(mapping, nominees, rejected)


def nominee_from(texts: Mapping[str, str], today: date) -> Nominee:
    """Read fields that a person typed one by one; raises a Refusal on the first wrong one."""
    readers = _readers(today)
    fields = {}
    for name, text in texts.items():
        if _checked(name) and text:
            fields[name] = _read(_Cell(name, name, text), readers)
    _join_names(fields)
    return Nominee(0, fields)


@dataclass(frozen=True)
class _Cell:
    header: str
    field: str
    text: str


def _top(rows: Sequence[Row], wanted: Mapping[str, str]) -> int:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        texts = {_text(cell) for cell in row}
        if wanted and wanted.keys() <= texts:
            return index
        seen |= texts
    if missing := sorted(wanted.keys() - seen):
        raise Refusal("There is no column “{name}”. Check its spelling.", name=missing[0])
    top = header_row(rows)
    if top is None:
        raise Refusal(
            "No column holds names. Give the column of names a header such as “Name” or "
            "“ឈ្មោះ”, or say which one it is: --map “Header=name_km”."
        )
    return top


def _columns(
    headers: list[str], wanted: Mapping[str, str], body: Sequence[Row]
) -> dict[int, str | None]:
    columns: dict[int, str | None] = {}
    for index, header in enumerate(headers):
        if header in wanted:
            columns[index] = _checked(wanted[header])
            continue
        found = _scripted(field_of(header), [text for row in body if (text := _at(row, index))])
        # The first of two columns for one thing counts, unless a person said otherwise.
        columns[index] = None if found in {*columns.values(), *wanted.values()} else found
    if not _NAMES & set(columns.values()):
        raise Refusal(
            "No column holds names. Say which one does: --map “Header=name_km” or name_en."
        )
    return columns


def _scripted(field_name: str | None, texts: list[str]) -> str | None:
    """Let the values decide the script of a name column whose header leaves it open."""
    if field_name in _OPEN_NAMES:
        return f"{field_name}_{script_of(texts)}"
    return field_name


def _checked(name: str) -> str | None:
    if name == _IGNORED:
        return None
    if not is_field(name):
        raise Refusal("“{name}” is not a field. See the list of fields in the manual.", name=name)
    return name


def _read_row(
    number: int, cells: list[_Cell], readers: Mapping[str, _Reader]
) -> tuple[Nominee, list[Rejected]]:
    nominee = Nominee(number, {})
    faults = []
    for cell in cells:
        try:
            if cell.field.startswith(CUSTOM):
                nominee.answers[cell.field.removeprefix(CUSTOM)] = cell.text
            else:
                nominee.fields[cell.field] = _read(cell, readers)
        except Refusal as fault:
            faults.append(Rejected(number, cell.header, cell.text, fault.sentence))
    _join_names(nominee.fields)
    if not nominee.text("name_km") and not nominee.text("name_en"):
        header = next((cell.header for cell in cells if cell.field in _NAMES), "")
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
        "birth_year": partial(values.birth_year_of, today=today),
        "birth_date": partial(values.birth_date_of, today=today),
        "age": partial(values.year_of_age, today=today),
    }


def _read(cell: _Cell, readers: Mapping[str, _Reader]) -> Any:  # noqa: ANN401 - as its field
    if not cell.text or cell.field not in readers:
        return cell.text or None
    return readers[cell.field](cell.text)


def _at(row: Row, index: int) -> str:
    return _text(row[index]) if index < len(row) else ""


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return " ".join(str(cell).split())


def _says(row: Row) -> bool:
    return any(_text(cell) for cell in row)


_OPEN_NAMES = {"name", "family_name", "given_name"}
_NAMES = {f"{part}_{script}" for part in _OPEN_NAMES for script in ("km", "en")}
