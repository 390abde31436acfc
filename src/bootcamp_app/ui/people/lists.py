"""A list of nominees on its way in: the file that was read, and what each column may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.columns import NAMES, fields_of, top_of
from bootcamp_app.features.people.headers import CUSTOM, FIELDS, ONLY_WHEN_SAID, meaning_of
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.people.texts import says_something, text_at, text_of
from bootcamp_app.reading.sheets import read_table
from bootcamp_app.ui.people.field_words import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from bootcamp_app.features.people.nominees import Understood
    from bootcamp_app.features.people.texts import Row
    from bootcamp_app.reading.sheets import Table
    from bootcamp_app.ui.words import Text

LEFT_OUT = ""
_IGNORED = "null"
_SAMPLES = 3
_TITLE_ROWS = 20


@dataclass(frozen=True)
class ListColumn:
    """One column of the file, with a few of its values and the field it seems to be."""

    header: str
    samples: tuple[str, ...]
    field: str

    @property
    def choices(self) -> list[tuple[str, Text]]:
        """What it may be: nothing, a field, or extra information under its own header."""
        return [
            (LEFT_OUT, N_("Leave it out")),
            *((name, TITLES[name]) for name in (*FIELDS, *ONLY_WHEN_SAID)),
            (f"{CUSTOM}{self.header}", N_("Keep it as extra information")),
        ]


@dataclass(frozen=True)
class ReadList:
    """A sheet that was read, and its columns."""

    path: Path
    table: Table
    columns: tuple[ListColumn, ...]

    def understood(self, chosen: Mapping[str, str], today: date) -> Understood:
        """Read every row, each column as the field that was chosen for it."""
        wanted = {header: field or _IGNORED for header, field in chosen.items()}
        return understand(self.table.rows, wanted, today, first_row=self.table.first_row)


def read_list(path: Path, sheet: str | None = None) -> ReadList:
    """Read a file and say what its columns seem to be; raises a Refusal in words."""
    table = read_table(path, sheet=sheet)
    return ReadList(path, table, columns_in(table.rows))


def columns_in(rows: Sequence[Row]) -> tuple[ListColumn, ...]:
    """Give the columns that have a header, each header once."""
    top = _top(rows)
    headers = [text_of(cell) for cell in rows[top]]
    body = [row for row in rows[top + 1 :] if says_something(row)]
    fields = _fields(headers, body)
    columns: dict[str, ListColumn] = {}
    for index, header in enumerate(headers):
        if header and header not in columns:
            values = dict.fromkeys(text for row in body if (text := text_at(row, index)))
            columns[header] = ListColumn(header, tuple(values)[:_SAMPLES], fields[index])
    return tuple(columns.values())


def refuse_wrong_columns(chosen: Mapping[str, str]) -> None:
    """Raise a Refusal where no column is a name, or where two are the same."""
    fields = [field for field in chosen.values() if field]
    if not NAMES & set(fields):
        raise Refusal("No column holds names yet. Choose which column is the name.")
    if twice := [field for field in fields if fields.count(field) > 1]:
        headers = [header for header, field in chosen.items() if field == twice[0]]
        raise Refusal(
            "The columns “{first}” and “{second}” are chosen to be the same. Leave one of them "
            "out.",
            first=headers[0],
            second=headers[1],
        )


def _top(rows: Sequence[Row]) -> int:
    """Give the row of headers; where none names anything, the fullest of the first rows."""
    try:
        return top_of(rows, {})
    except Refusal:
        full = [sum(bool(text_of(cell)) for cell in row) for row in rows[:_TITLE_ROWS]]
        return full.index(max(full))


def _fields(headers: list[str], body: Sequence[Row]) -> list[str]:
    try:
        found = fields_of(headers, {}, body)
    except Refusal:
        meanings = [meaning_of(header) for header in headers]
        names = [one.field if one and one.field in FIELDS else LEFT_OUT for one in meanings]
        return [name if name not in names[:at] else LEFT_OUT for at, name in enumerate(names)]
    return [found[index] or LEFT_OUT for index in range(len(headers))]
