"""How words are asked for: long ones as they are, short ones by all trigrams that begin so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, column, false, func, or_, select, table

from bootcamp_app.storage.search_tables import SearchRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection, SQLColumnExpression

    _Holds = Callable[[SQLColumnExpression[str], str], ColumnElement[bool]]

_TRIGRAM = 3
_LAST = "\U0010ffff"
_TERMS = table("search_terms", column("term"), column("doc", BigInteger))
_MOST_TERMS = 400
FEW, MANY = 10_000, 80_000
"""Trigrams of so many rows tell which rows have some letters; of more, rows are looked at one by
one. To meet the first that soon pays, to count them all later."""


@dataclass(frozen=True)
class Sought:
    """A word as it is looked for in a row's own words, and in those beside them.

    Nothing beside means that only its own count.
    """

    own: str
    beside: str | None


@dataclass(frozen=True)
class Question:
    """What the trigrams are asked, if anything, and what must be true of each row."""

    match: str
    of_rows: tuple[ColumnElement[bool], ...]


def ask(connection: Connection, words: Sequence[Sought], most: int = MANY) -> Question:
    """Give the question that finds the rows which contain every word; most is one of the above."""
    words = [word for word in words if word.own or word.beside]
    if connection.dialect.name == "postgresql":
        return Question("", tuple(_contains(word, _is_like) for word in words))
    matches, of_rows = [], []
    for word in words:
        match = _match(connection, word, most)
        if match == "":
            return Question("", (false(),))
        if match is None:
            of_rows.append(_contains(word, _is_in))
        else:
            matches.append(match)
    return Question(" AND ".join(matches), tuple(of_rows))


def _match(connection: Connection, word: Sought, most: int) -> str | None:
    """Give what finds a word, nothing where no row has it, and None where very many may."""
    own = _any_of(connection, word.own, most)
    if own is None or word.own == word.beside:
        return own
    beside = "" if word.beside is None else _any_of(connection, word.beside, most)
    if beside is None:
        return None
    sides = [f"{side} : {found}" for side, found in (("words", own), ("beside", beside)) if found]
    return f"({' OR '.join(sides)})" if sides else ""


def _any_of(connection: Connection, text: str, most: int) -> str | None:
    if len(text) >= _TRIGRAM:
        return f"({_quoted(text)})"
    if not text:
        return ""
    begin = select(_TERMS).where(_TERMS.c.term >= text, _TERMS.c.term < text + _LAST)
    terms, rows = [], 0
    for term, number in connection.execute(begin):
        terms.append(_quoted(term))
        rows += number
        if len(terms) > _MOST_TERMS or rows > most:
            return None
    return f"({' OR '.join(terms)})" if terms else ""


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _contains(word: Sought, holds: _Holds) -> ColumnElement[bool]:
    own = holds(SearchRow.words, word.own)
    return own if word.beside is None else or_(own, holds(SearchRow.beside, word.beside))


def _is_in(words: SQLColumnExpression[str], word: str) -> ColumnElement[bool]:
    return func.instr(words, word) > 0 if word else false()


def _is_like(words: SQLColumnExpression[str], word: str) -> ColumnElement[bool]:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return words.like(f"%{escaped}%", escape="\\") if word else false()
