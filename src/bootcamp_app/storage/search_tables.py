"""The words of rows, numbered so that whoever goes through the numbers meets the rows in order."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from sqlalchemy import BigInteger, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Base

if TYPE_CHECKING:
    from bootcamp_app.storage.base import Entry

    Span = tuple[int, int]

# Only so it is the number of the row itself on SQLite.
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_LETTERS, _LETTER_BITS = 4, 7
_NUMBER_BITS = 21
_RANK_BITS = _LETTERS * _LETTER_BITS
_PLACE_AT = 1 + _RANK_BITS + _NUMBER_BITS
_SAME_RANK = (1 << _NUMBER_BITS) - 1


class SearchPlaceRow(Base):
    """A list that is searched: a table, or a part of one; only this file knows its number."""

    __tablename__ = "search_places"
    __table_args__ = (Index(None, "table_name", "within", unique=True),)

    id: Mapped[int] = mapped_column(_NUMBER, primary_key=True, autoincrement=False)
    table_name: Mapped[str]
    within: Mapped[str]


class SearchRow(Base):
    """How one row is found. Made from rows, so it is neither journaled nor merged.

    Its id says, from the highest bit to the lowest: the place, whether it stands last, how its
    order begins, and what makes it unique. On SQLite the virtual table `search_trigrams` is written
    beside it; on PostgreSQL it carries a trigram index itself. The migration makes both.
    """

    __tablename__ = "search"

    id: Mapped[int] = mapped_column(_NUMBER, primary_key=True, autoincrement=False)
    row_id: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    beside: Mapped[str]
    order: Mapped[str]


def bounds(place: int) -> Span:
    """Give the lowest and the highest id of a place."""
    return place << _PLACE_AT, ((place + 1) << _PLACE_AT) - 1


def halves(place: Span) -> list[Span]:
    """Part the bounds of a place: rows in order, and those that are last."""
    low, high = place
    middle = low + (1 << _PLACE_AT - 1)
    return [(low, middle - 1), (middle, high)]


def place_of(row: int) -> int:
    """Give the place of an id."""
    return row >> _PLACE_AT


def same_rank(row: int) -> Span:
    """Give the lowest and the highest id of those that this one does not tell from itself."""
    return row & ~_SAME_RANK, row | _SAME_RANK


def first_choice(place: int, entry: Entry, row_id: str) -> int:
    """Give the id that a row should have; where another has it, one of `same_rank` is as good."""
    rank = (place << 1 | entry.is_last) << _RANK_BITS | _rank(entry.order[:_LETTERS])
    return rank << _NUMBER_BITS | crc32(row_id.encode()) & _SAME_RANK


def next_choice(row: int) -> int:
    """Give another id of the same rank."""
    low, _high = same_rank(row)
    return low | (row + 1 & _SAME_RANK)


@lru_cache(maxsize=8192)
def _rank(begin: str) -> int:
    """Give a number that grows with the text, as far as its first letters tell."""
    rank = 0
    is_clear = True
    for at in range(_LETTERS):
        code, is_clear = _code(begin[at]) if is_clear and at < len(begin) else (0, is_clear)
        rank = rank << _LETTER_BITS | code
    return rank


def _code(letter: str) -> tuple[int, bool]:
    """Give a number for a letter, and whether no other has it: what follows tells nothing else."""
    at = ord(letter)
    if _KHMER[0] <= at <= _KHMER[1]:
        return 40 + at - _KHMER[0], True
    if _LATIN[0] <= at <= _LATIN[1]:
        return 10 + at - _LATIN[0], True
    if letter in _SINGLE:
        return _SINGLE[letter], True
    return next(code for limit, code in _BETWEEN if at < limit), False


_KHMER, _LATIN = (0x1780, 0x17D3), (ord("a"), ord("z"))
_SINGLE = {"\x01": 1, " ": 3}
_BETWEEN = ((0x01, 0), (ord(" "), 2), (_LATIN[0], 4), (_KHMER[0], 39), (0x110000, 127))
