"""From a table to nominees: which column is what, and what each row says. No database."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import comparison_key, is_blank, latin_digits
from bootcamp_app.features.people import births, values
from bootcamp_app.features.people.headers import (
    CUSTOM,
    header_row,
    is_field,
    meaning_of,
    script_of,
)
from bootcamp_app.features.people.views import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.features.people.headers import Meaning

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
    body = [(number, row) for number, row in numbered if _says(row) and not _is_hxl(row)]
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
    columns: dict[int, str | None] = dict.fromkeys(range(len(headers)))
    for index, header in enumerate(headers):
        if header in wanted and (said := _checked(wanted[header])) not in columns.values():
            columns[index] = said
    # The first of two columns for one thing counts, but the plainer before the looser.
    for is_loose in (False, True):
        for index, header in enumerate(headers):
            meaning = None if header in wanted else meaning_of(header)
            if meaning and meaning.is_loose == is_loose:
                texts = [text for row in body if (text := _at(row, index))]
                found = _settled(header, meaning, texts)
                columns[index] = None if found in columns.values() else found
    if not _NAMES & set(columns.values()):
        raise Refusal(
            "No column holds names. Say which one does: --map “Header=name_km” or name_en."
        )
    return columns


def _settled(header: str, meaning: Meaning, texts: list[str]) -> str | None:
    """Let the values decide what the header leaves open."""
    if meaning.field in _OPEN_NAMES:
        return f"{meaning.field}_{script_of(texts)}"
    if "/" in header and texts and set(texts) <= _CHOICES:
        return None  # a form's question/choice column: it only says yes or no
    if meaning.is_loose and meaning.field == "external_id" and _are_row_numbers(texts):
        return None
    if meaning.is_loose and meaning.field == "sector" and not any(map(_is_sector, texts)):
        return None
    return meaning.field


def _are_row_numbers(texts: list[str]) -> bool:
    return [latin_digits(text) for text in texts] == [str(n + 1) for n in range(len(texts))]


def _is_sector(text: str) -> bool:
    with suppress(Refusal):
        return bool(values.sector_of(text))
    return False


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


def _at(row: Row, index: int) -> str:
    return _text(row[index]) if index < len(row) else ""


def _text(cell: object) -> str:
    if cell is None or (isinstance(cell, str) and is_blank(cell)):
        return ""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    # No engine keeps NUL in a text.
    return " ".join(str(cell).replace("\0", "").split())


def _says(row: Row) -> bool:
    return any(_text(cell) for cell in row)


def _is_hxl(row: Row) -> bool:
    """Say whether this is the row of tags, such as #name, that humanitarian forms add."""
    texts = [text for cell in row if (text := _text(cell))]
    return all(text.startswith("#") and len(text) > 1 for text in texts)


_NOTHING = {"n/a", "none", "nil", "null", *map(comparison_key, ("គ្មាន", "មិនមាន"))}
_OFTEN_NOTHING = {
    "phone", "email", "organisation", "organisation_kind", "position", "province", "district",
    "birth_year", "birth_date", "age", "external_id", "role",
}  # fmt: skip
_CHOICES = {"0", "1", "True", "False", "TRUE", "FALSE", "true", "false"}
_OPEN_NAMES = {"name", "family_name", "given_name"}
_NAMES = {f"{part}_{script}" for part in _OPEN_NAMES for script in ("km", "en")}
