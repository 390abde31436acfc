"""A list that has no row of headers: its columns are named by letters, as a spreadsheet does."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.texts import Row, text_at, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITNESSES = 200
_LEAST, _TITLES = 3, 10
_MOST, _NEARLY_ALL = 0.6, 0.9


def lettered(rows: Sequence[Row]) -> list[str] | None:
    """Give headers for a list that has none; None where no column clearly holds names.

    A column alone must hold hardly anything but names.
    """
    body = [row for row in rows[:_WITNESSES] if any(map(text_of, row))]
    place = _place_of_names(body)
    if place is None or not is_of_data(body[0], place):
        return None
    return [letter_of(one) for one in range(max(map(len, body)))]


def unknown_headers(rows: Sequence[Row]) -> int | None:
    """Give the row of headers of which none is known, above a column that clearly holds names."""
    top = next(
        (at for at, row in enumerate(rows[:_TITLES]) if sum(map(bool, map(text_of, row))) > 1), None
    )
    if top is None or any(isinstance(cell, (int, float)) for cell in rows[top]):
        return None
    body = [row for row in rows[top + 1 : top + _WITNESSES] if any(map(text_of, row))]
    place = _place_of_names(body)
    is_it = place is not None and text_at(rows[top], place) and not is_of_data(rows[top], place)
    return top if is_it else None


def _place_of_names(body: Sequence[Row]) -> int | None:
    width = max(map(len, body), default=0)
    columns = [[text for row in body if (text := text_at(row, place))] for place in range(width)]
    used = [texts for texts in columns if texts]
    enough = _NEARLY_ALL if len(used) == 1 else _MOST
    for place, texts in enumerate(columns):
        if (
            len(texts) >= _LEAST
            and 2 * len(texts) > len(body)
            and seen.share(texts, seen.is_person) >= enough
        ):
            return place
    return None


def is_of_data(row: Row, place: int) -> bool:
    """Say whether a row is about somebody: a name in its place, or anything that is a value."""
    name = text_at(row, place)
    if seen.is_person(name):
        return True
    texts = [text for cell in row if (text := text_of(cell))]
    is_value = any(
        text[0].isdecimal() or seen.is_email(text) or seen.is_phone(text)
        or seen.is_province(text) or seen.is_sex(text)
        for text in texts
    )  # fmt: skip
    return is_value and seen.could_be_name(name)


def letter_of(place: int) -> str:
    """Give a column its name: Column A, …, Column Z, Column AA."""
    letters = ascii_uppercase[place % 26]
    if place >= len(ascii_uppercase):
        letters = ascii_uppercase[place // 26 - 1] + letters
    return _("Column {letter}").format(letter=letters)
