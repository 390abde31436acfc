"""Which field a column holds, by its header. No database: texts in, answer out.

Fields are named as on the command line: `name_km`, `sex`, `organisation` and so on. The
pseudo fields `name`, `family_name` and `given_name` leave the script to the values.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.header_words import LOOSE, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIELDS = (
    "name_km", "name_en", "family_name_km", "given_name_km", "family_name_en",
    "given_name_en", "sex", "birth_year", "birth_date", "age", "phone", "email",
    "organisation", "organisation_kind", "position", "sector", "province", "district",
    "role", "disability", "external_id", "registered_at", "note",
)  # fmt: skip
ONLY_WHEN_SAID = ("status",)
"""Fields that no header means by itself: “Status” stands for too many things."""
CUSTOM = "custom:"
_NAMES = {"name", "family_name", "given_name", *FIELDS[:6]}
_MOST_TITLE_ROWS = 20

_PUNCTUATION = re.compile(r"[\s\u200b._:;,*?!\"'“”()\[\]-]+")
_NUMBERING = re.compile(r"^\s*[A-Za-z]?[\d០-៩]+(?:[.][\d០-៩]+)*\s*(?:[.):/-]\s*|\s)")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_SCRIPTS = (re.compile(r"[^\u1780-\u17ff\s/()-]+"), re.compile(r"[\u1780-\u17ff\u200b]+"))
_WORDS_OF_A_QUESTION = frozenset(
    [
        "please",
        "what",
        "whats",
        "is",
        "your",
        "the",
        "his",
        "her",
        "their",
        "enter",
        "write",
        "type",
        "provide",
        "give",
        "select",
        "choose",
        "indicate",
        "specify",
        "fill",
        "in",
        "which",
        "where",
        "are",
        "you",
        "do",
        "does",
        "work",
        "live",
        "come",
        "represent",
        "belong",
        "to",
        "for",
        "from",
        "current",
        "participants",
        "respondents",
        "nominees",
        "applicants",
        "attendees",
    ]
)


class Meaning(NamedTuple):
    """What a header names, and whether other headers would name it more plainly."""

    field: str
    is_loose: bool


def meaning_of(header: str) -> Meaning | None:
    """Give what a header names, in English, Khmer or both; None where it names no field."""
    known = _known()
    return next((known[reading] for reading in _readings(header) if reading in known), None)


def field_of(header: str) -> str | None:
    """Give the field that a header names; None where it names none."""
    meaning = meaning_of(header)
    return meaning.field if meaning else None


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Give the index of the row of headers, below title rows; None where no row names a name."""
    best, most = None, (0, 0)
    for index, row in enumerate(rows[:_MOST_TITLE_ROWS]):
        cells = [str(cell) for cell in row if cell not in (None, "")]
        fields = {field_of(cell) for cell in cells} - {None}
        if fields & _NAMES and (len(fields), len(cells)) > most:
            best, most = index, (len(fields), len(cells))
    return best


def script_of(values: Sequence[str]) -> str:
    """Say whether a column of names is written in Khmer (`km`) or Latin (`en`) letters."""
    khmer = sum(is_khmer(value) for value in values)
    return "km" if 2 * khmer > len(values) else "en"


def is_field(name: str) -> bool:
    """Say whether this is the name of a field, or of a custom one."""
    is_custom = name.startswith(CUSTOM) and len(name) > len(CUSTOM)
    return is_custom or name in FIELDS or name in ONLY_WHEN_SAID


def _readings(header: str) -> Iterator[str]:
    """Give the ways to read a header: whole, without numbering, bracket, group, other script."""
    text = _NUMBERING.sub("", header)
    bare = _BRACKETS.sub(" ", text)
    parts = [header, text, bare, bare.rpartition("/")[2], *re.split(r"[/\n|]", bare)]
    parts += [other.sub(" ", part) for other in _SCRIPTS for part in (text, bare)]
    for part in parts:
        if key := _key(part):
            yield key
            yield _key(_without_question(part))


def _without_question(text: str) -> str:
    words = re.split(r"\s+", re.sub(r"['’]|[?:*.,]", "", text.replace("_", " ")).lower())
    return " ".join(word for word in words if word not in _WORDS_OF_A_QUESTION)


def _key(text: str) -> str:
    return _PUNCTUATION.sub("", comparison_key(text))


@cache
def _known() -> dict[str, Meaning]:
    return {
        **_meanings(LOOSE, is_loose=True),
        **_meanings(PLAIN, is_loose=False),
        **_meanings({name: name for name in FIELDS}, is_loose=False),
    }


def _meanings(words: Mapping[str, str], *, is_loose: bool) -> dict[str, Meaning]:
    return {
        _key(word): Meaning(name, is_loose)
        for name, written in words.items()
        for word in written.split(";")
    }
