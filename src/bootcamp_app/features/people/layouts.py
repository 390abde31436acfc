"""Lists as they are laid out for paper, made plain: headers on two rows, ticks for the sex.

Rows keep their places and numbers, so that a person finds them again.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from bootcamp_app.features.people.headers import meaning_of
from bootcamp_app.features.people.second_rows import said_together
from bootcamp_app.features.people.texts import Row, text_at, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_MALE = re.compile(r"(?:sex|gender|ភេទ|\W)*(?:m|male|men|man|ប្រុស|ប|h|homme)\W*", re.IGNORECASE)
_FEMALE = re.compile(r"(?:sex|gender|ភេទ|\W)*(?:f|female|women|woman|ស្រី|ស|femme)\W*", re.IGNORECASE)
_SCRIPT_OR_SEX = re.compile(
    r"khmer|kh|km|latin|english|en|eng|last|first|family|given|អក្សរ.*|(?:ជា)?(?:ភាសា)?(?:ខ្មែរ|អង់គ្លេស)|"
    r"ឡាតាំង|m|f|male|female|ប្រុស|ស្រី|ប|ស|day|month|year|dd|mm|yyyy|ថ្ងៃ|ខែ|ឆ្នាំ",
    re.IGNORECASE,
)
_TICK = re.compile(r"[xXoOvV✓✔√☑✗✘×*+•●/1១✅]|yes", re.IGNORECASE)
_SEXES = {"female": _FEMALE, "male": _MALE}
_LONGEST_PART = 30


def flattened(rows: Sequence[Row], top: int) -> tuple[Sequence[Row], int]:
    """Give the table with one row of headers, each said in full, and the index of that row.

    Ticks below “male” and “female” become one column of sexes. Gives the very same rows where
    nothing is to be made plain.
    """
    for upper in (top, top - 1):
        headers = said_together(rows, upper) or (_in_full(rows, upper) if upper >= 0 else None)
        if headers:
            rows = [*rows[: upper + 1], headers, *rows[upper + 2 :]]
            top = upper + 1
            break
    pair = _tick_columns(rows, top)
    if pair:
        return _with_one_sex(rows, top, *pair), top
    return _with_ticks_read(rows, top), top


def _in_full(rows: Sequence[Row], upper: int) -> Row | None:
    """Give the headers of two rows as one; None where the lower row is no part of them."""
    if upper + 1 >= len(rows):
        return None
    width = max(map(len, rows[upper : upper + 2]))
    above = [text_at(rows[upper], place) for place in range(width)]
    below = [text_at(rows[upper + 1], place) for place in range(width)]
    groups = _groups(above, below)
    parts = [place for place, text in enumerate(below) if text]
    if len(parts) <= 1 or any(place not in groups for place in parts):
        return None
    if not all(_is_part(below[place]) for place in parts):
        return None
    full = [
        f"{groups[place]} {text}" if (text := below[place]) else above[place]
        for place in range(len(above))
    ]
    if all(_SCRIPT_OR_SEX.fullmatch(below[place].strip(" .()")) for place in parts):
        return full
    # Two rows are one header only where they say more together than either alone.
    told = _told(full)
    return full if told >= _told(above) and told > _told(below) else None


def _told(headers: Sequence[str]) -> int:
    return len({meaning.field for text in headers if (meaning := meaning_of(text))})


def _groups(above: list[str], below: list[str]) -> dict[int, str]:
    """Give the merged header above each column that has one: it stands over its first column."""
    groups: dict[int, str] = {}
    current = ""
    for place, text in enumerate(above):
        if text:
            current = text
        after = place + 1 < len(above) and not above[place + 1] and below[place + 1]
        if below[place] and (not text or after):
            groups[place] = current
        elif not text:
            current = ""
    return {place: text for place, text in groups.items() if text}


def _is_part(text: str) -> bool:
    if len(text) > _LONGEST_PART or text.startswith("#"):
        return False
    # “Village” below “Address”, “Day 1” below “Attendance”: words, and no numbers or ticks.
    is_word = len(text) > 1 and any(map(str.isalpha, text))
    return is_word or bool(_SCRIPT_OR_SEX.fullmatch(text.strip(" .()")))


def _tick_columns(rows: Sequence[Row], top: int) -> tuple[int, int] | None:
    """Give the two columns beside each other that are ticked for a man and for a woman."""
    headers = [text_of(cell) for cell in rows[top]] if rows else []
    for left, right in pairwise(range(len(headers))):
        words = (headers[left], headers[right])
        for male, female in ((left, right), (right, left)):
            is_pair = _MALE.fullmatch(headers[male]) and _FEMALE.fullmatch(headers[female])
            if all(words) and is_pair and _are_ticked(rows, top, male, female):
                return male, female
    return None


def _with_ticks_read(rows: Sequence[Row], top: int) -> Sequence[Row]:
    """Give ticks below “Female” alone as what they mean; where none stands, nobody says a sex."""
    headers = [text_of(cell) for cell in rows[top]] if rows else []
    for place, header in enumerate(headers):
        sex = next((sex for sex, word in _SEXES.items() if header and _is_all(word, header)), None)
        if sex is None:
            continue
        marks = {text for row in rows[top + 1 :] if (text := text_at(row, place))}
        if marks and all(map(_is_tick, marks)):
            return [*rows[: top + 1], *(_ticked(row, place, sex) for row in rows[top + 1 :])]
    return rows


def _is_all(word: re.Pattern[str], header: str) -> bool:
    parts = [part for one in re.split(r"[/|,()\n]", header) if (part := one.strip())]
    return bool(parts) and all(map(word.fullmatch, parts))


def _ticked(row: Row, place: int, sex: str) -> Row:
    return [*row[:place], sex, *row[place + 1 :]] if text_at(row, place) else row


def _are_ticked(rows: Sequence[Row], top: int, male: int, female: int) -> bool:
    marks = [(text_at(row, male), text_at(row, female)) for row in rows[top + 1 : top + 201]]
    ticks = [bool(_is_tick(a)) + bool(_is_tick(b)) for a, b in marks]
    filled = sum(any(pair) for pair in marks)
    return bool(filled) and 2 * ticks.count(1) >= filled


def _is_tick(text: str) -> bool:
    return bool(_TICK.fullmatch(text))


def _with_one_sex(rows: Sequence[Row], top: int, male: int, female: int) -> list[Row]:
    one = partial(_joined, keep=min(male, female), male=male, female=female)
    header = list(rows[top])
    left, right = sorted((male, female))
    group = re.match(r"(sex|gender|ភេទ)\b", text_of(header[left]), re.IGNORECASE)
    header[left] = group[0] if group else f"{text_of(header[left])}/{text_of(header[right])}"
    header[right] = None
    return [*rows[:top], header, *map(one, rows[top + 1 :])]


def _joined(row: Row, *, keep: int, male: int, female: int) -> Row:
    is_male, is_female = _is_tick(text_at(row, male)), _is_tick(text_at(row, female))
    if not text_at(row, male) and not text_at(row, female):
        return row
    joined = [*row, *[None] * (max(male, female) + 1 - len(row))]
    joined[male] = joined[female] = None
    if is_male != is_female:
        joined[keep] = "male" if is_male else "female"
    return joined
