"""A list that has no row of headers: its columns are named by letters, as a spreadsheet does."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.texts import Row, text_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITNESSES = 200
_LEAST = 3
_MOST, _NEARLY_ALL = 0.6, 0.9


def lettered(rows: Sequence[Row]) -> list[str] | None:
    """Give headers for a list that has none; None where no column clearly holds names.

    A column alone must hold hardly anything but names.
    """
    body = [row for row in rows[:_WITNESSES] if any(cell not in (None, "") for cell in row)]
    width = max(map(len, body), default=0)
    columns = [[text for row in body if (text := text_at(row, place))] for place in range(width)]
    persons = [
        place
        for place, texts in enumerate(columns)
        if 2 * len(texts) > len(body) and seen.share(texts, seen.is_person) >= _MOST
    ]
    used = [place for place, texts in enumerate(columns) if texts]
    if len(body) < _LEAST or not persons or not text_at(body[0], persons[0]):
        return None
    texts = columns[persons[0]]
    if len(used) == 1 and seen.share(texts, seen.is_person) < _NEARLY_ALL:
        return None
    if not seen.could_be_name(texts[0]):
        return None
    return [letter_of(place) for place in range(width)]


def letter_of(place: int) -> str:
    """Give a column its name: Column A, …, Column Z, Column AA."""
    letters = ascii_uppercase[place % 26]
    if place >= len(ascii_uppercase):
        letters = ascii_uppercase[place // 26 - 1] + letters
    return _("Column {letter}").format(letter=letters)
