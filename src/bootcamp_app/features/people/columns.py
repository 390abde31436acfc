"""Which column of a list is what: a person decides, then headers, then values. No database."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.features.people.headers import (
    FIELDS,
    header_row,
    is_field,
    meaning_of,
    script_of,
)
from bootcamp_app.features.people.texts import Row, text_at, text_of
from bootcamp_app.features.people.values import sector_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.people.headers import Meaning

_IGNORED = "null"
_CHOICES = {"0", "1", "True", "False", "TRUE", "FALSE", "true", "false"}
_OPEN_NAMES = {"name", "family_name", "given_name"}
NAMES = {f"{part}_{script}" for part in _OPEN_NAMES for script in ("km", "en")}


def top_of(rows: Sequence[Row], wanted: Mapping[str, str]) -> int:
    """Give the index of the row of headers; raises a Refusal where there is none."""
    seen: set[str] = set()
    for index, row in enumerate(rows):
        texts = {text_of(cell) for cell in row}
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


def fields_of(
    headers: list[str], wanted: Mapping[str, str], body: Sequence[Row]
) -> dict[int, str | None]:
    """Give the field of each column: as a person said, else by header and values.

    Raises a Refusal where no column holds a name.
    """
    columns: dict[int, str | None] = dict.fromkeys(range(len(headers)))
    for index, header in enumerate(headers):
        if header in wanted and (said := checked(wanted[header])) not in columns.values():
            columns[index] = said
    # The first of two columns for one thing counts, but the plainer before the looser.
    for is_loose in (False, True):
        for index, header in enumerate(headers):
            meaning = None if header in wanted else meaning_of(header)
            if meaning and meaning.is_loose == is_loose:
                texts = [text for row in body if (text := text_at(row, index))]
                found = _settled(header, meaning, texts)
                columns[index] = None if found in columns.values() else found
    if not NAMES & set(columns.values()):
        raise Refusal(
            "No column holds names. Say which one does: --map “Header=name_km” or name_en."
        )
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
        return bool(sector_of(text))
    return False
