"""Finding rows by words: one index for every table, trigrams on both engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Index, Integer, column, delete, exists, func, select, table
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Base
from bootcamp_app.storage.engines import upsert_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, SQLColumnExpression

    from bootcamp_app.storage.base import Mergeable


class SearchRow(Base):
    """The words of one row. Made from the row, so it is neither journaled nor merged.

    On SQLite the virtual table `search_trigrams` follows it by triggers; on PostgreSQL it
    carries a trigram index itself. The migration makes both.
    """

    __tablename__ = "search"
    __table_args__ = (Index(None, "table_name", "row_id", unique=True),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    table_name: Mapped[str]
    row_id: Mapped[str]
    words: Mapped[str]


_TRIGRAM = 3
_TRIGRAMS = table("search_trigrams", column("rowid"), column("words"))


def matching(connection: Connection, name: str, word: str) -> Select[tuple[str]]:
    """Give the ids of a table's rows whose words contain this one, ready for `IN`."""
    # As an expression it has no index, which would be walked through instead of what was found.
    here = SearchRow.table_name.concat("") == name
    return select(SearchRow.row_id).where(here, *_containing(connection, word))


def some_with(connection: Connection, name: str, words: Sequence[str], most: int) -> list[str]:
    """Give the ids of so many of a table's rows that have all of these words; looks no further."""
    query = select(SearchRow.row_id).where(SearchRow.table_name.concat("") == name).limit(most)
    if connection.dialect.name == "postgresql":
        return list(connection.scalars(query.where(*_all_containing(connection, words))))
    # Joined and not `IN`, so that the search ends with the last row that is wanted.
    for word in words:
        query = query.where(func.instr(SearchRow.words, word) > 0)
        if len(word) >= _TRIGRAM:
            query = query.where(
                _TRIGRAMS.c.rowid == SearchRow.id, _TRIGRAMS.c.words.like(f"%{word}%")
            )
    return list(connection.scalars(query))


def weigh(connection: Connection, word: str, most: int) -> dict[str, int]:
    """Give how many rows of each table contain a word; counting ends where there are so many."""
    some = select(SearchRow.table_name).where(*_containing(connection, word)).limit(most).subquery()
    query = select(some.c.table_name, func.count()).group_by(some.c.table_name)
    return dict(connection.execute(query).tuples().all())


def spoken(
    connection: Connection, name: str, word: str, row_id: SQLColumnExpression[str]
) -> ColumnElement[bool]:
    """Say that the words of one row contain this one, row by row, for a word of very many."""
    here = (SearchRow.table_name == name, SearchRow.row_id == row_id)
    if connection.dialect.name == "postgresql":
        return exists().where(*here, *_containing(connection, word))
    return exists().where(*here, func.instr(SearchRow.words, word) > 0)


def index_rows(
    connection: Connection, kind: type[Mergeable], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Keep the words of these rows, given by column, where their table is searched at all."""
    if not kind.is_searched:
        return
    name = kind.__tablename__
    found = [
        {"table_name": name, "row_id": row["id"], "words": kind.search_words(row)} for row in rows
    ]
    upsert_texts(connection, SearchRow, found, ("table_name", "row_id"))


def forget_rows(connection: Connection, name: str, ids: list[str]) -> None:
    """Drop the words of rows that are gone."""
    if ids:
        connection.execute(
            delete(SearchRow).where(SearchRow.table_name == name, SearchRow.row_id.in_(ids))
        )


def _containing(connection: Connection, word: str) -> list[ColumnElement[bool]]:
    if connection.dialect.name == "postgresql":
        return [SearchRow.words.like(f"%{_escaped(word)}%", escape="\\")]
    says = func.instr(SearchRow.words, word) > 0
    if len(word) < _TRIGRAM:
        return [says]
    # LIKE with ESCAPE would not use the trigrams; what wildcards find too much is dropped.
    found = select(_TRIGRAMS.c.rowid).where(_TRIGRAMS.c.words.like(f"%{word}%"))
    return [SearchRow.id.in_(found), says]


def _all_containing(connection: Connection, words: Sequence[str]) -> list[ColumnElement[bool]]:
    return [one for word in words for one in _containing(connection, word)]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
