"""A list of nominees on its way in: what was read, where its headers are, what each column is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.rejected import is_reason
from bootcamp_app.features.people.columns import NAMES, fields_of, top_of
from bootcamp_app.features.people.headers import CUSTOM, FIELDS, ONLY_WHEN_SAID, meaning_of
from bootcamp_app.features.people.nominees import plain_table, understand
from bootcamp_app.features.people.texts import says_something, text_at, text_of
from bootcamp_app.reading.delimited import rows_of
from bootcamp_app.reading.sheets import Table, read_table
from bootcamp_app.ui.people.field_words import TITLES
from bootcamp_app.ui.people.import_answers import question_of, with_answers_read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from bootcamp_app.features.people.nominees import Understood
    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.features.people.texts import Row
    from bootcamp_app.ui.words import Text

LEFT_OUT = ""
_IGNORED = "null"
_SAMPLES = 3
_TITLE_ROWS = 20
_BODY = 2000
"""So many rows tell what a column is; a person may decide otherwise."""


@dataclass(frozen=True)
class ListColumn:
    """One column of the list, with a few of its values and the field it seems to be.

    `origin` says how that came about: recognised, remembered, or left out.
    """

    header: str
    samples: tuple[str, ...]
    field: str
    origin: str = "recognised"
    asked: tuple[Question, ...] = ()

    @property
    def choices(self) -> list[tuple[str, Text]]:
        """What it may be: nothing, a field, an answer, or a field of its own with its header."""
        answers = [(one.field, partial(getattr, one, "label")) for one in self.asked]
        own = [(self.extra, N_("Keep it as its own field"))]
        return [
            (LEFT_OUT, N_("Leave it out")),
            *((name, TITLES[name]) for name in (*FIELDS, *ONLY_WHEN_SAID)),
            *answers,
            *(own if self.extra not in dict(answers) else []),
        ]

    @property
    def extra(self) -> str:
        """The field of its own that it may become."""
        return f"{CUSTOM}{self.header}"


@dataclass(frozen=True)
class ReadList:
    """A sheet that was read, the index of its row of headers, and its columns."""

    name: str
    table: Table
    top: int
    columns: tuple[ListColumn, ...]
    path: Path | None = None
    asked: tuple[Question, ...] = ()
    """What the bootcamp asks; a column may hold the answers."""

    @property
    def headers(self) -> list[str]:
        """The texts of the row of headers, empty ones too."""
        return [text_of(cell) for cell in self.table.rows[self.top]]

    @property
    def told_headers(self) -> list[str]:
        """The headers by which a list is known again, also once it was mended."""
        return [header for header in self.headers if header and not is_reason(header)]

    @property
    def header_number(self) -> int:
        """The number that the spreadsheet shows beside the headers."""
        return self.table.first_row + self.top

    def with_top(self, top: int) -> ReadList:
        """Give the same list with another row of headers."""
        found = replace(self, top=top, columns=columns_in(self.table.rows, top))
        return found.asking(self.asked)

    def asking(self, asked: Sequence[Question]) -> ReadList:
        """Give the list with its columns as answers to what the bootcamp asks."""
        columns = tuple(answering(one, tuple(asked)) for one in self.columns)
        return replace(self, columns=columns, asked=tuple(asked))

    def remembering(self, fields: Mapping[str, str | None] | None) -> ReadList:
        """Give the list with its columns as they were chosen for the last one like it."""
        if not fields:
            return self
        return replace(self, columns=tuple(_remembered(one, fields) for one in self.columns))

    def understood(self, chosen: Mapping[str, str], today: date, province: str = "") -> Understood:
        """Read every row, each column as it was chosen; `province` is everybody's, by code."""
        wanted = {header: field or _IGNORED for header, field in chosen.items()}
        # The rows above the headers are gone, so the first row is the one a person chose.
        rows = self.table.rows[self.top :]
        understood = understand(rows, wanted, today, first_row=self.header_number, top=0)
        read = with_answers_read(understood, self.asked, today)
        return _from(province, read) if province else read

    def rows_by_number(self) -> dict[int, Row]:
        """Give the cells below the headers by the number of their row."""
        return dict(enumerate(self.table.rows[self.top + 1 :], self.header_number + 1))


def read_list(path: Path, sheet: str | None = None, encoding: str | None = None) -> ReadList:
    """Read a file and say what its columns seem to be; raises a Refusal in words."""
    return listed(read_table(path, sheet=sheet, encoding=encoding), path.name, path)


def listed(table: Table, name: str, path: Path | None = None) -> ReadList:
    """Say where the headers of a table seem to be, and what its columns seem to be."""
    try:
        plain = plain_table(table.rows, {})
    except Refusal:
        plain = plain_table(table.rows, {}, likely_top(table.rows))
    first_row = table.first_row - plain.added
    table = replace(table, rows=list(plain.rows), first_row=first_row)
    return ReadList(name, table, plain.top, columns_in(table.rows, plain.top), path)


def pasted(text: str) -> ReadList:
    """Read cells that were copied in a spreadsheet; raises a Refusal in words."""
    name = _("What you pasted")
    rows, first_row = rows_of(text.encode("utf-8", "replace"), name)
    if not rows:
        raise Refusal("There is nothing to paste. Copy the rows in your spreadsheet first.")
    return listed(Table(name, (name,), rows, first_row), name)


def columns_in(rows: Sequence[Row], top: int | None = None) -> tuple[ListColumn, ...]:
    """Give the columns that have a header, each header once; `top` is the row of headers."""
    top = likely_top(rows) if top is None else top
    headers = [text_of(cell) for cell in rows[top]]
    body = list(islice(filter(says_something, islice(rows, top + 1, None)), _BODY))
    fields = _fields(headers, body)
    columns: dict[str, ListColumn] = {}
    for index, header in enumerate(headers):
        if header and header not in columns:
            field = LEFT_OUT if is_reason(header) else fields[index]
            origin = "recognised" if field else "left_out"
            columns[header] = ListColumn(header, _samples(body, index), field, origin)
    return tuple(columns.values())


def answering(one: ListColumn, asked: tuple[Question, ...]) -> ListColumn:
    """Give a column that nothing else claims as the answers to the question it names."""
    found = None if one.field else question_of(one.header, asked)
    if found is None or is_reason(one.header):
        return replace(one, asked=asked)
    return replace(one, asked=asked, field=found.field, origin="recognised")


def likely_top(rows: Sequence[Row]) -> int:
    """Give the row of headers; where none names anything, the fullest of the first rows."""
    try:
        return top_of(rows, {})
    except Refusal:
        full = [sum(bool(text_of(cell)) for cell in row) for row in rows[:_TITLE_ROWS]]
        return full.index(max(full))


def has_name(chosen: Mapping[str, str]) -> bool:
    """Say whether some column is a name."""
    return bool(NAMES & set(chosen.values()))


def chosen_twice(chosen: Mapping[str, str]) -> dict[str, str]:
    """Give the columns that are chosen to be what another one is: header → the other header."""
    first: dict[str, str] = {}
    twice: dict[str, str] = {}
    for header, field in chosen.items():
        if field and field in first:
            twice[header] = first[field]
            twice.setdefault(first[field], header)
        elif field:
            first[field] = header
    return twice


def refuse_wrong_columns(chosen: Mapping[str, str]) -> None:
    """Raise a Refusal where no column is a name, or where two are the same."""
    if not has_name(chosen):
        raise Refusal("No column holds names yet. Choose which column is the name.")
    for second, first in reversed(chosen_twice(chosen).items()):
        raise Refusal(
            "The columns “{first}” and “{second}” are chosen to be the same. Leave one of them "
            "out.",
            first=second,
            second=first,
        )


def _remembered(one: ListColumn, fields: Mapping[str, str | None]) -> ListColumn:
    if one.header not in fields:
        return one
    field = fields[one.header] or LEFT_OUT
    is_offered = field in dict(one.choices)
    return replace(one, field=field, origin="remembered") if is_offered else one


def _from(province: str, understood: Understood) -> Understood:
    nominees = [
        one if one.text("province") else replace(one, fields={**one.fields, "province": province})
        for one in understood.nominees
    ]
    return replace(understood, nominees=nominees)


def _samples(body: Sequence[Row], index: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in body:
        if text := text_at(row, index):
            found[text] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _fields(headers: list[str], body: Sequence[Row]) -> list[str]:
    try:
        found = fields_of(headers, {}, body)
    except Refusal:
        meanings = [meaning_of(header) for header in headers]
        names = [one.field if one and one.field in FIELDS else LEFT_OUT for one in meanings]
        return [name if name not in names[:at] else LEFT_OUT for at, name in enumerate(names)]
    return [found[index] or LEFT_OUT for index in range(len(headers))]
