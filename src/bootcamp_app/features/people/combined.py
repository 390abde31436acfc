"""Columns that hold two things, such as “Name and position”, become two columns. No database.

A name and a position part at a clear sign between them, or, in Khmer, before a word that only a
position begins with. What cannot be parted surely stays whole, and is told apart for a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.headers import NAMES, halves_of
from bootcamp_app.features.people.texts import Row, text_at, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    _Cut = Callable[[str], tuple[str, str] | None]

_BETWEEN = re.compile(r"\s*(?:\n|,|;|\||/|:|៖|\s[-–—]\s)\s*")
_IN_BRACKETS = re.compile(r"\s*[(\[](.+)[)\]]\s*")
_SPACE = re.compile(r"[\s\u200b]+")
_PHONE = re.compile(r"\+?[\d០-៩][\d០-៩ .()-]{6,}[\d០-៩]")
_EMAIL = re.compile(r"[^@\s,;/|<>()]{1,64}@[^@\s,;/|<>()]{1,255}\.[A-Za-z]{2,}")
_SIGNS = " \n\t,;/|:៖()[]<>-–—"
_WITNESSES = 300
_MOST_WORDS = 4


class Parted(NamedTuple):
    """A table with such columns parted, and the cells of names that could not be."""

    rows: Sequence[Row]
    unparted: frozenset[str]


def parted(rows: Sequence[Row], top: int) -> Parted:
    """Give the table with a column for each thing; the very same rows where nothing is parted."""
    unparted: set[str] = set()
    for place in range(len(rows[top]) if rows else 0):
        halves = halves_of(text_of(rows[top][place]))
        if halves is None:
            continue
        if cut := _cut_for(halves, rows, top, place):
            rows = _with_two(rows, top, place, halves, cut)
        if halves[0][1] in NAMES:
            unparted |= _whole(rows, top, place, halves[1][0])
    return Parted(rows, frozenset(unparted))


def _whole(rows: Sequence[Row], top: int, place: int, title: str) -> set[str]:
    """Give the cells of names in which something else stands still, though it has its column."""
    headers = list(map(text_of, rows[top]))
    beside = next(
        (at for at, text in enumerate(headers) if text.endswith(title) and at != place), None
    )
    return {
        text
        for row in rows[top + 1 :]
        if beside is None or not text_at(row, beside)
        if not _is_name_alone(text := text_at(row, place))
    }


def _cut_for(
    halves: tuple[tuple[str, str], tuple[str, str]], rows: Sequence[Row], top: int, place: int
) -> _Cut | None:
    """Give how cells of these two things are cut; None where no cell holds both."""
    texts = [text for row in rows[top + 1 : top + _WITNESSES] if (text := _lines(row, place))]
    if halves[1][1] == "email":
        return _phone_and_email if any(map(_phone_and_email, texts)) else None
    pairs = [pair for text in texts if (pair := _name_and_position(text))]
    if not pairs:
        return None
    ahead = seen.share([name for name, _ in pairs], seen.is_person)
    behind = seen.share([position for _, position in pairs], seen.is_person)
    return _position_and_name if behind > ahead else _name_and_position


def _with_two(
    rows: Sequence[Row],
    top: int,
    place: int,
    halves: tuple[tuple[str, str], tuple[str, str]],
    cut: _Cut,
) -> list[Row]:
    width = max(map(len, rows[top:]))
    headers = set(map(text_of, rows[top]))
    title, _ = halves[1]
    header = text_of(rows[top][place])
    title = f"{header}: {title}" if title in headers else title
    changed: list[Row] = list(rows[:top])
    changed.append([*rows[top], *[None] * (width - len(rows[top])), title])
    for row in rows[top + 1 :]:
        pair = cut(_lines(row, place))
        full = [*row, *[None] * (width - len(row)), None]
        if pair:
            full[place], full[width] = pair
        changed.append(full)
    return changed


def _lines(row: Row, place: int) -> str:
    """Give the text of a cell with its line breaks, which part what it holds."""
    cell = row[place] if place < len(row) else None
    return cell.strip() if isinstance(cell, str) else text_of(cell)


def _name_and_position(text: str) -> tuple[str, str] | None:
    if match := _BETWEEN.search(text):
        name, position = text[: match.start()], text[match.end() :]
    elif match := _IN_BRACKETS.search(text):
        name, position = text[: match.start()], match[1]
    else:
        return _before_a_position(text)
    is_whole = len(name.split()) > 1 or not name.isascii()
    return (name.strip(), position.strip()) if is_whole and position.strip(_SIGNS) else None


def _position_and_name(text: str) -> tuple[str, str] | None:
    match = _BETWEEN.search(text)
    return (text[match.end() :].strip(), text[: match.start()].strip()) if match else None


def _before_a_position(text: str) -> tuple[str, str] | None:
    """Cut where, after a name in Khmer, a word begins that only a position begins with."""
    bare = seen.without_salutation(text)
    ahead = text[: len(text) - len(bare)]
    words = _SPACE.split(bare)
    for count in range(1, len(words)):
        position = " ".join(words[count:])
        if not position.isascii() and seen.is_position(position):
            return f"{ahead}{' '.join(words[:count])}".strip(), position
    return None


def _is_name_alone(text: str) -> bool:
    is_short = seen.could_be_name(text) and len(text.split()) <= _MOST_WORDS
    return not text or (is_short and not seen.is_position(text))


def _phone_and_email(text: str) -> tuple[str, str] | None:
    email = _EMAIL.search(text)
    if email is None:
        return None
    phone = _PHONE.search(text.replace(email[0], " "))
    return (phone[0].strip() if phone else "", email[0])
