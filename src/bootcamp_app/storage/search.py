"""Finding rows by words: in the order of a list, and no further than is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, column, false, func, literal_column, or_, select, table

from bootcamp_app.storage.engines import by_code_point
from bootcamp_app.storage.search_tables import SearchPlaceRow, SearchRow, bounds, halves, same_rank
from bootcamp_app.storage.search_words import FEW, MANY, Sought, ask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Select, SQLColumnExpression

    from bootcamp_app.storage.search_tables import Span
    from bootcamp_app.storage.search_words import Question

    Narrowed = Callable[[Select[Any]], Select[Any]]

__all__ = ["Hits", "SearchRow", "Sought", "matching", "some_with"]
_TRIGRAMS = table("search_trigrams", column("rowid", BigInteger), column("search_trigrams"))
_ZERO = literal_column("0", BigInteger)


def matching(connection: Connection, name: str, word: str) -> Select[tuple[str]]:
    """Give the ids of a table's rows whose own words contain this one, ready for `IN`."""
    question = ask(connection, [Sought(word, None)])
    spans = [bounds(place) for place in _places(connection, name)]
    return _rows(question, spans).add_columns(SearchRow.row_id)


def some_with(connection: Connection, name: str, words: Sequence[str], most: int) -> list[str]:
    """Give the ids of so many of a table's rows whose own words contain all of these."""
    question = ask(connection, [Sought(word, None) for word in words])
    found: list[str] = []
    for place in _places(connection, name):
        query = _rows(question, [bounds(place)]).add_columns(SearchRow.row_id)
        found += connection.scalars(query.limit(most - len(found)))
        if len(found) >= most:
            break
    return found


class Hits:
    """The rows of one list that contain every one of some words, in the order of the list."""

    def __init__(
        self, connection: Connection, name: str, within: str, words: Sequence[Sought]
    ) -> None:
        self._connection = connection
        self._words = words
        self._spans = [bounds(place) for place in _places(connection, name, within)]

    def ids(self) -> Select[tuple[str]]:
        """Give the query for the ids of all, ready for `IN`."""
        question = ask(self._connection, self._words)
        return _rows(question, self._spans).add_columns(SearchRow.row_id)

    def number(self) -> int:
        """Give how many there are."""
        question = ask(self._connection, self._words)
        query = _rows(question, self._spans, with_words=False).add_columns(func.count())
        return self._connection.scalar(query) or 0

    def first(self, limit: int | None, *, is_ascending: bool = True,
              narrowed: Narrowed | None = None) -> list[str]:  # fmt: skip
        """Give the ids of the first, and behind them of those that are last either way.

        `narrowed` joins other tables to `SearchRow.row_id`, and says what must be true of them.
        """
        question = ask(self._connection, self._words, MANY if limit is None else FEW)
        found: list[str] = []
        for half in [half for span in self._spans for half in halves(span)]:
            asked = _Asked(question, half, narrowed, is_ascending)
            if limit is None:
                found += self._connection.scalars(asked.in_order(self._connection))
            elif len(found) < limit:
                found += asked.first(self._connection, limit - len(found))
        return found


@dataclass(frozen=True)
class _Asked:
    """A question to the rows of a span, which is answered in their order."""

    question: Question
    span: Span
    narrowed: Narrowed | None
    is_ascending: bool

    def in_order(self, connection: Connection) -> Select[tuple[str]]:
        """Give the query for the ids of all."""
        order = by_code_point(connection, SearchRow.order)
        query = _rows(self.question, [self.span]).add_columns(SearchRow.row_id)
        query = query.order_by(order if self.is_ascending else order.desc(), SearchRow.row_id)
        return query if self.narrowed is None else self.narrowed(query)

    def first(self, connection: Connection, limit: int) -> Sequence[str]:
        """Give the ids of the first.

        The numbers of rows follow their order as far as they can tell. Behind the last of the
        first nobody need be looked at, but for those whom a number does not tell from it.
        """
        row = _number(self.question)
        query = _rows(self.question, [self.span], with_words=bool(self.narrowed)).add_columns(row)
        query = query.order_by(row if self.is_ascending else row.desc())
        query = query if self.narrowed is None else self.narrowed(query)
        met = connection.scalars(query.limit(limit)).all()
        asked = self
        if len(met) == limit:
            low, high = same_rank(met[-1])
            span = (self.span[0], high) if self.is_ascending else (low, self.span[1])
            asked = replace(self, span=span)
        return connection.scalars(asked.in_order(connection).limit(limit)).all() if met else []


def _rows(question: Question, spans: Sequence[Span], *, with_words: bool = True) -> Select[Any]:
    """Give a query, as yet without columns, over the rows of some spans that answer a question.

    Without words it has no more than the ids of the trigrams' answer, where that is enough.
    """
    if question.match:
        query = select().select_from(_TRIGRAMS)
        if with_words or question.of_rows:
            # With an expression the answer is gone through in its order, and rows are looked up.
            query = query.join(SearchRow, SearchRow.id == _TRIGRAMS.c.rowid + _ZERO)
        query = query.where(_TRIGRAMS.c.search_trigrams.op("MATCH")(question.match))
    else:
        query = select().select_from(SearchRow)
    row = _number(question)
    here = or_(false(), *(row.between(low, high) for low, high in spans))
    return query.where(here, *question.of_rows)


def _number(question: Question) -> SQLColumnExpression[int]:
    return _TRIGRAMS.c.rowid if question.match else SearchRow.id


def _places(connection: Connection, name: str, within: str | None = None) -> list[int]:
    query = select(SearchPlaceRow.id).where(SearchPlaceRow.table_name == name)
    if within is not None:
        query = query.where(SearchPlaceRow.within == within)
    return list(connection.scalars(query.order_by(SearchPlaceRow.id)))
