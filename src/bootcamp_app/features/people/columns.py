"""Which column of a list is what: a person decides, then headers, then values. No database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.column_evidence import (
    MOST,
    OPEN_NAMES,
    by_values,
    is_of_our_words,
    is_status,
    is_team,
    settled,
)
from bootcamp_app.features.people.header_ideas import ideas_of
from bootcamp_app.features.people.header_rules import (
    is_addressed,
    may_be_who_is_listed,
    speaks_of_another,
)
from bootcamp_app.features.people.headers import (
    FIELDS,
    MOST_TITLE_ROWS,
    header_row,
    is_field,
    meaning_of,
    script_of,
)
from bootcamp_app.features.people.headless import unknown_headers
from bootcamp_app.features.people.no_people import refuse_other_things
from bootcamp_app.features.people.texts import Row, text_at, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _IsSuch = Callable[[str, list[str]], bool]

_IGNORED = "null"
_CHOICES = {"0", "1", "True", "False", "TRUE", "FALSE", "true", "false"}
NAMES = {f"{part}_{script}" for part in OPEN_NAMES for script in ("km", "en")}
_WITNESSES = 1000
"""So many rows tell what a column is."""


def top_of(rows: Sequence[Row], wanted: Mapping[str, str]) -> int:
    """Give the index of the row of headers; raises a Refusal where there is none."""
    if wanted:
        return _row_with(rows, wanted)
    top = header_row(rows)
    if top is None:
        top = unknown_headers(rows)
    if top is None:
        raise Refusal(
            "No column holds names. Give the column of names a header such as “Name” or "
            "“ឈ្មោះ”, or say which one it is: --map “Header=name_km”."
        )
    return top


def likely_top(rows: Sequence[Row]) -> int:
    """Give the row of headers; where none names anything, the fullest of the first rows."""
    top = header_row(rows)
    if top is not None:
        return top
    full = [sum(bool(text_of(cell)) for cell in row) for row in rows[:MOST_TITLE_ROWS]]
    return full.index(max(full)) if full else 0


def fields_of(
    headers: list[str], wanted: Mapping[str, str], body: Sequence[Row]
) -> dict[int, str | None]:
    """Give the field of each column: as a person said, else by header and values.

    Raises a Refusal where no column holds a name.
    """
    _refuse_second(wanted)
    columns: dict[int, str | None] = dict.fromkeys(range(len(headers)))
    for index, header in enumerate(headers):
        if header in wanted and (said := checked(wanted[header])) not in columns.values():
            columns[index] = said
    sheet = _Sheet(headers, body[:_WITNESSES], wanted)
    # The first of two columns for one thing counts, but the plainer before the looser.
    for index in sorted(sheet.open_columns(columns), key=sheet.weakness):
        found = sheet.field_by_header(index)
        columns[index] = None if found in columns.values() else found
    sheet.add_plain(columns, "status", is_status)
    sheet.add_plain(columns, "team", is_team)
    sheet.add_by_values(columns)
    sheet.pair_names(columns)
    if not NAMES & set(columns.values()):
        raise Refusal(
            "No column holds names. Say which one does: --map “Header=name_km” or name_en."
        )
    if not NAMES & {columns[index] for index, header in enumerate(headers) if header in wanted}:
        refuse_other_things(headers, columns, sheet.names_in(columns))
    return columns


def checked(name: str) -> str | None:
    """Give the field of this name; None for `null`; raises a Refusal for any other word."""
    if name == _IGNORED:
        return None
    if not is_field(name):
        raise Refusal(
            "“{name}” is not a field. The fields are: {fields}; and custom:NAME for one of your "
            "own.",
            name=name,
            fields=", ".join(FIELDS),
        )
    return name


def _refuse_second(wanted: Mapping[str, str]) -> None:
    """Refuse two columns for one thing: only one of them could be taken."""
    first: dict[str, str] = {}
    for header, name in wanted.items():
        field = checked(name)
        if field in first:
            raise Refusal(
                "“{first}” and “{second}” cannot both be {field}. Choose one of them.",
                first=first[field],
                second=header,
                field=field,
            )
        if field is not None:
            first[field] = header


def _row_with(rows: Sequence[Row], wanted: Mapping[str, str]) -> int:
    seen_texts: set[str] = set()
    for index, row in enumerate(rows):
        texts = set(map(text_of, row))
        if wanted.keys() <= texts:
            return index
        seen_texts |= texts
    if missing := sorted(wanted.keys() - seen_texts):
        raise Refusal("There is no column “{name}”. Check its spelling.", name=missing[0])
    return likely_top(rows)


class _Sheet:
    """The headers and the first values of a list, and what they say together."""

    def __init__(self, headers: list[str], body: Sequence[Row], wanted: Mapping[str, str]) -> None:
        self._headers = headers
        self._wanted = wanted
        self._texts = [
            [text for row in body if (text := text_at(row, index))] for index in range(len(headers))
        ]
        self._has_body = bool(body)
        self._are_others_asked = _are_others_asked(headers)

    def open_columns(self, columns: Mapping[int, str | None]) -> list[int]:
        """Give the columns that nobody decided and that are nothing so far."""
        return [
            index
            for index, header in enumerate(self._headers)
            if header not in self._wanted and columns[index] is None
        ]

    def names_in(self, columns: Mapping[int, str | None]) -> dict[int, list[str]]:
        """Give the first texts of each column of names."""
        return {index: self._texts[index] for index, one in columns.items() if one in NAMES}

    def weakness(self, index: int) -> tuple[bool, ...]:
        """Give what makes another column for the same thing count before this one."""
        header = self._headers[index]
        meaning = meaning_of(header)
        is_empty = self._has_body and not self._texts[index]
        is_odd = meaning is not None and not is_of_our_words(meaning.field, self._texts[index])
        is_loose = bool(meaning and meaning.is_loose)
        return (meaning is None, is_empty, is_odd, is_loose, is_addressed(header))

    def field_by_header(self, index: int) -> str | None:
        """Give what the header names, once the values have settled what it leaves open."""
        header, texts = self._headers[index], self._texts[index]
        if self._is_choice(header, texts) or self._is_empty_name(index):
            return None
        if self._are_others_asked and is_addressed(header):
            return None
        return settled(header, texts, has_body=self._has_body)

    def _is_empty_name(self, index: int) -> bool:
        """Say whether a column should hold names and holds none at all."""
        meaning = meaning_of(self._headers[index])
        is_name = meaning is not None and meaning.field in OPEN_NAMES | NAMES
        return is_name and self._has_body and not self._texts[index]

    def _is_choice(self, header: str, texts: list[str]) -> bool:
        """Say whether a column is a form's question/choice: it only says yes or no."""
        return "/" in header and bool(texts) and set(texts) <= _CHOICES

    def add_plain(self, columns: dict[int, str | None], field: str, is_such: _IsSuch) -> None:
        """Take the first column whose header and values say together that it is this field."""
        found = (
            index
            for index in self.open_columns(columns)
            if is_such(self._headers[index], self._texts[index])
        )
        if field not in columns.values() and (place := next(found, None)) is not None:
            columns[place] = field

    def add_by_values(self, columns: dict[int, str | None]) -> None:
        """Take columns whose headers say nothing known, but whose values are beyond doubt."""
        taken = set(columns.values())
        if not NAMES & taken:
            self._add_name(columns)
            taken = set(columns.values())
        for index in self._unnamed(columns):
            found = by_values(self._headers[index], self._texts[index])
            if found and found not in taken:
                columns[index] = found
                taken.add(found)

    def _add_name(self, columns: dict[int, str | None]) -> None:
        persons = {
            index: seen.share(self._texts[index], seen.is_person)
            for index in self._unnamed(columns)
        }
        for index in sorted(persons, key=lambda one: -persons[one]):
            name = f"name_{script_of(self._texts[index])}"
            if persons[index] >= MOST and name not in columns.values():
                columns[index] = name
        for index in self.open_columns(columns):
            if not NAMES & set(columns.values()) and may_be_who_is_listed(self._headers[index]):
                texts = self._texts[index]
                if seen.share(texts, seen.is_person) >= MOST:
                    columns[index] = f"name_{script_of(texts)}"
        for index in self.open_columns(columns):
            if not NAMES & set(columns.values()) and self._is_empty_name(index):
                columns[index] = settled(self._headers[index], [], has_body=False)

    def _unnamed(self, columns: Mapping[int, str | None]) -> list[int]:
        return [
            index
            for index in self.open_columns(columns)
            if self._headers[index]
            and self._texts[index]
            and meaning_of(self._headers[index]) is None
            and not speaks_of_another(self._headers[index])
        ]

    def pair_names(self, columns: dict[int, str | None]) -> None:
        """Take “Name” beside “First name” or “Surname” as the other half of the name."""
        for script in ("km", "en"):
            halves = {f"family_name_{script}", f"given_name_{script}"}
            present = halves & set(columns.values())
            whole = next((i for i, one in columns.items() if one == f"name_{script}"), None)
            if len(present) != 1 or whole is None or self._headers[whole] in self._wanted:
                continue
            if seen.share(self._texts[whole], lambda text: len(text.split()) == 1) > MOST:
                columns[whole] = (halves - present).pop()


def _are_others_asked(headers: Sequence[str]) -> bool:
    """Say whether “you” who fill in a form are asked for your own name and for that of another."""
    names = [header for header in headers if "name" in ideas_of(header)]
    return any(map(is_addressed, names)) and any(
        "person" in ideas_of(header) and not is_addressed(header) for header in names
    )
