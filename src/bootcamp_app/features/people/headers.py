"""Which field a column holds, by its header. No database: texts in, answer out.

Fields are named as on the command line: `name_km`, `sex`, `organisation` and so on. The
pseudo fields `name`, `family_name` and `given_name` leave the script to the values.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.header_ideas import UNKNOWN, ideas_of
from bootcamp_app.features.people.header_rules import (
    Meaning,
    meaning_by_ideas,
    speaks_of_another,
    speaks_of_someone_else,
)
from bootcamp_app.features.people.header_words import LOOSE, PLAIN
from bootcamp_app.features.people.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FIELDS = (
    "name_km", "name_en", "family_name_km", "given_name_km", "family_name_en",
    "given_name_en", "sex", "birth_year", "birth_date", "age", "phone", "email",
    "organisation", "organisation_kind", "position", "sector", "province", "district",
    "role", "disability", "external_id", "registered_at", "note",
)  # fmt: skip
ONLY_WHEN_SAID = ("status", "team")
"""Fields that a header means only together with its values: “Status” and “Group” say much."""
CUSTOM = "custom:"
NAMES = {"name", "family_name", "given_name", *FIELDS[:6]}
MOST_TITLE_ROWS = 20
_FEW_VALUES = 2
_NUMBER = re.compile(r"[\d.,]+")
_SURE = 3
"""So many fields make a row of headers, though none of them is a name."""

_PUNCTUATION = re.compile(r"[\s\u200b._:;,*?!\"'“”()\[\]-]+")
_NUMBERING = re.compile(
    r"^\s*(?:(?:question|សំណួរទី|សំណួរ)\s*)?(?:(?:[A-Za-z]{0,2}|[ក-ឈ])[\d០-៩]+)+(?:\.[\d០-៩]+)*[a-z]?\s*(?:[.):/_-]\s*|\s)"
    r"|^\s*[A-DF-Za-df-z][.)]\s+(?=\w{3})|^\s*[កខគឃងច][.)]\s*(?=[\u1780-\u17ff]{3})",
    re.IGNORECASE,
)
_FORM_PATH = re.compile(r"(?=.*_)[\w.-]+(?:/[\w.-]+)+|[a-z\d]\w*(?:[-./:][a-z\d]\w*)+", re.ASCII)
_GROUPS = re.compile(r"(.*)[-./:]")
_NEUTRAL_GROUP = re.compile(
    r"(?:group|grp|section|sect|sec|page|form|data|meta|block|part|info)_?", re.IGNORECASE
)
_OF_ITS_GROUP = {
    "name", "names", "type", "id", "code", "no", "number", "date", "title", "phone", "tel", "email",
    "contact", "other", "note", "role", "position",
}  # fmt: skip
"""Questions that ask for whatever their group of the form is about."""
_OTHER_IN_WORDS = re.compile(
    r"\b(?:other|autre)s?\b.*(?:specify|précise|indicate|describe|explain)|ផ្សេង.*បញ្ជាក់",
    re.IGNORECASE,
)
_HALVES = (2, 3)
"""So many parts of a header may name two things: “Contact (phone / email)” has three."""
_JOINED = re.compile(r"\s(?:and|et)\s|[&+,/\n()\[\]]|\s-\s|និង|ព្រមទាំង", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[](.+?)[)\]]")
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_SCRIPTS = (re.compile(r"[^\u1780-\u17ff\s/()-]+"), re.compile(r"[\u1780-\u17ff\u200b]+"))


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> Meaning | None:
    """Give what a header names, in English, Khmer or both; None where it names no field."""
    known = _known()
    if _OTHER_IN_WORDS.search(header):
        return None
    if exact := next((known[key] for key in _whole(header) if key in known), None):
        return _in_its_script(exact, header)
    said = _asked(header)
    if said is None:
        return None
    if said != header and (
        exact := next((known[key] for key in _whole(said) if key in known), None)
    ):
        return exact
    if speaks_of_another(_BRACKETS.sub(" ", said)) or speaks_of_someone_else(said):
        return None
    bare = _bare(said)
    parts = map(_key, [*re.split(r"[/\n|]", bare), *_in_each_script(said, bare)])
    return (
        _first_of_two(said)
        or _by_ideas(said, bare)
        or next((known[key] for key in parts if key in known), None)
        or _by_ideas(*_in_each_script(said, bare), *re.split(r"[/\n|]", bare))
        or _in_brackets(said, bare)
    )


def halves_of(header: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Give the two things that a header such as “Name and position” names, the main one first.

    Each is its part of the header and its field: a name and a position, or a phone and an e-mail
    address. None where the header names no such two.
    """
    parts = [
        part for one in _JOINED.split(_NUMBERING.sub("", header)) if (part := one.strip(" :*"))
    ]
    if len(parts) not in _HALVES:
        return None
    named = {one.field: part for part in parts if (one := meaning_of(part))}
    if {"phone", "email"} <= named.keys():
        return (named["phone"], "phone"), (named["email"], "email")
    name = next((field for field in named if field in NAMES), None)
    if name is None or "position" not in named or len(named) != len(parts):
        return None
    return (named[name], name), (named["position"], "position")


def _in_its_script(meaning: Meaning, header: str) -> Meaning:
    """Give the name in the script that brackets behind it tell: “គោត្តនាម និងនាម (ឡាតាំង)”."""
    said = [idea for text in _IN_BRACKETS.findall(header) for idea in ideas_of(text)]
    script = {"latin": "en", "khmer": "km"}.get(said[0]) if len(said) == 1 else None
    if script is None or meaning.field not in NAMES:
        return meaning
    bare = meaning.field.removesuffix("_km").removesuffix("_en")
    return Meaning(f"{bare}_{script}", meaning.is_loose)


def _in_brackets(header: str, bare: str) -> Meaning | None:
    """Give what stands in brackets behind words that say little: “Duty station (province)”."""
    inner = _IN_BRACKETS.search(header)
    if inner is None or not ideas_of(bare) <= {UNKNOWN, "place", "work"}:
        return None
    meaning = _known().get(_key(inner[1])) or meaning_by_ideas(inner[1])
    return None if meaning is None or meaning.field in NAMES else meaning


def _first_of_two(header: str) -> Meaning | None:
    halves = halves_of(header)
    return Meaning(halves[0][1], is_loose=False) if halves else None


def _asked(header: str) -> str | None:
    """Give the question of a form's path without its groups; None where they are of another."""
    if not _FORM_PATH.fullmatch(header):
        return header
    groups = _GROUPS.match(header)
    of_what = _NEUTRAL_GROUP.sub(" ", groups[1]) if groups else ""
    question = _GROUPS.sub("", header)
    is_bare = question.lower() in _OF_ITS_GROUP
    if speaks_of_someone_else(of_what) or (is_bare and speaks_of_another(of_what)):
        return None
    return question


def field_of(header: str) -> str | None:
    """Give the field that a header names; None where it names none."""
    meaning = meaning_of(header)
    return meaning.field if meaning else None


def header_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Give the index of the row of headers, below title rows; None where no row names a name."""
    best, most = None, (0, 0, 0)
    for index, row in enumerate(rows[:MOST_TITLE_ROWS]):
        cells = [text for cell in row if (text := text_of(cell))]
        if len(cells) == 1 and _is_title(rows[index + 1 : index + 3]):
            continue
        meanings = {meaning for cell in cells if (meaning := meaning_of(cell))}
        fields = {meaning.field for meaning in meanings}
        if not any(one.field in NAMES and not one.is_loose for one in meanings) and _is_of_data(
            row
        ):
            continue
        plain = sum(not meaning.is_loose for meaning in meanings)
        if (fields & NAMES or plain >= _SURE) and (plain, len(fields), len(cells)) > most:
            best, most = index, (plain, len(fields), len(cells))
    return best


def _is_of_data(row: Sequence[object]) -> bool:
    """Say whether the cells of a row are values: addresses, numbers, names, places."""
    cells = [text[: seen.LONGEST_VALUE] for cell in row if (text := text_of(cell))]
    values = sum(
        bool(_NUMBER.fullmatch(text) or seen.is_email(text) or seen.is_phone(text)
             or seen.is_province(text) or (seen.is_person(text) and meaning_of(text) is None))
        for text in cells
    )  # fmt: skip
    return any(map(seen.is_email, cells)) or values >= _FEW_VALUES


def _is_title(below: Sequence[Sequence[object]]) -> bool:
    """Say whether a cell alone in its row stands over a table: the rows below it are wider."""
    return bool(below) and all(sum(bool(text_of(cell)) for cell in row) > 1 for row in below)


def script_of(values: Sequence[str]) -> str:
    """Say whether a column of names is written in Khmer (`km`) or Latin (`en`) letters."""
    khmer = sum(is_khmer(value) for value in values)
    return "km" if 2 * khmer > len(values) else "en"


def is_field(name: str) -> bool:
    """Say whether this is the name of a field, or of a custom one."""
    is_custom = name.startswith(CUSTOM) and len(name) > len(CUSTOM)
    return is_custom or name in FIELDS or name in ONLY_WHEN_SAID


def _whole(header: str) -> Iterator[str]:
    """Give the header whole, without its numbering, and without what stands in brackets."""
    yield from filter(None, map(_key, (header, _NUMBERING.sub("", header), _bare(header))))


def _bare(header: str) -> str:
    return _BRACKETS.sub(" ", _NUMBERING.sub("", header))


def _in_each_script(*texts: str) -> list[str]:
    return [other.sub(" ", text) for other in _SCRIPTS for text in texts]


def _by_ideas(*texts: str) -> Meaning | None:
    return next(filter(None, map(meaning_by_ideas, texts)), None)


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
