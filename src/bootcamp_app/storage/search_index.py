"""Keeping the search true: whatever was written, its words are made anew from the rows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, delete, func, select

from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.bulk import columns_of, insert_columns
from bootcamp_app.storage.engines import add_words, drop_all_words, drop_words
from bootcamp_app.storage.search_tables import (
    SearchPlaceRow,
    SearchRow,
    first_choice,
    next_choice,
    place_of,
    same_rank,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import BindParameter, Connection

    from bootcamp_app.storage.base import Entry, Mergeable

    Kind = type[Mergeable]
    Values = Mapping[str, Any]
    Known = dict[str, Values]

_Thing = TypeVar("_Thing")
_BATCH = 500
_MANY = 10_000
_TEXTS = ("words", "beside", "order")
_END = "  "
"""Where words end, trigrams that begin with their last letters are still needed."""


class SearchIndex:
    """What one work wrote, and brings into the search once, at its end or when it is much."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._touched: dict[Kind, dict[str, Values | None]] = {}

    def take(self, kind: Kind, rows: Iterable[Values]) -> None:
        """Hear of rows that were just added, given by column."""
        if kind.searched_by:
            touched = self._touched.setdefault(kind, {})
            for row in rows:
                # Of a row that was there under the same id, the words may be there as yet.
                touched[row["id"]] = None if row["id"] in touched else row
            self._settle_much()

    def touch(self, kind: Kind, ids: Iterable[str]) -> None:
        """Hear of rows that were added, changed or deleted."""
        if kind.searched_by:
            self._touched.setdefault(kind, {}).update(dict.fromkeys(ids))
            self._settle_much()

    def forget(self) -> None:
        """Drop the words of all rows."""
        self._touched = {}
        self._connection.execute(delete(SearchRow))
        drop_all_words(self._connection)

    def settle(self) -> None:
        """Make the words of these rows, and of those that refer to them, what the rows say now."""
        touched, self._touched = self._touched, {}
        if not touched:
            return
        known = {
            kind: {row_id: row for row_id, row in rows.items() if row is not None}
            for kind, rows in touched.items()
        }
        wanted: dict[Kind, dict[str, None]] = {
            kind: dict.fromkeys(rows) for kind, rows in touched.items()
        }
        for kind, rows in touched.items():
            for other, name in _referring(kind):
                for part in _parts(rows):
                    here = select(other.id).where(getattr(other, name).in_(part))
                    ids = self._connection.scalars(here)
                    wanted.setdefault(other, {}).update(dict.fromkeys(ids))
        for kind in _searched():
            for part in _parts(wanted.get(kind, ()), _MANY):
                _write(self._connection, kind, part, known)

    def _settle_much(self) -> None:
        if sum(map(len, self._touched.values())) >= _MANY:
            self.settle()


def index_everything(connection: Connection) -> None:
    """Make the words of all rows anew."""
    index = SearchIndex(connection)
    index.forget()
    for kind in _searched():
        index.touch(kind, connection.scalars(select(kind.id)).all())
    index.settle()


def _write(
    connection: Connection, kind: Kind, ids: Sequence[str], known: Mapping[Kind, Known]
) -> None:
    entries: dict[str, tuple[str, Entry]] = {}
    kept: dict[str, Values] = {}
    for part in _parts(ids):
        entries.update(_entries(connection, kind, part, known))
    for part in _parts(row_id for row_id in ids if row_id not in known.get(kind, ())):
        kept.update(_kept(connection, kind, part))
    places = _places(connection, kind, {within for within, _ in entries.values()})
    gone, new = [], []
    for row_id in ids:
        row = _row(row_id, places, entries[row_id]) if row_id in entries else None
        old = kept.get(row_id)
        if old and row and _is_same(old, row):
            continue
        if old:
            gone.append(old)
        if row:
            new.append(row)
    if gone:
        drop_words(connection, gone)
        for some in _parts(row["id"] for row in gone):
            connection.execute(delete(SearchRow).where(SearchRow.id.in_(some)))
    if new:
        _keep_apart(connection, new)
        new.sort(key=lambda row: row["id"])
        insert_columns(connection, SearchRow, columns_of(SearchRow, new))
        add_words(connection, new)


def _entries(
    connection: Connection, kind: Kind, ids: Sequence[str], known: Mapping[Kind, Known]
) -> dict[str, tuple[str, Entry]]:
    """Give the list and the entry of each row that is there and not hidden."""
    rows = _values(connection, kind, ids, known)
    others = {
        name: _values(connection, other, {row[name] for row in rows.values() if row[name]}, known)
        for name, other in kind.search_refers.items()
    }
    entries = {}
    for row_id, row in rows.items():
        referred = {name: found[row[name]] for name, found in others.items() if row[name] in found}
        entry = kind.search_entry(row, referred)
        if entry is not None:
            within = row[kind.searched_within] if kind.searched_within else ""
            entries[row_id] = (within, entry)
    return entries


def _values(
    connection: Connection, kind: Kind, ids: Iterable[str], known: Mapping[Kind, Known]
) -> Known:
    here = known.get(kind, {})
    found = {row_id: here[row_id] for row_id in ids if row_id in here}
    unknown = [row_id for row_id in ids if row_id not in here]
    if unknown:
        columns = [kind.id, *(getattr(kind, name) for name in kind.searched_by)]
        rows = connection.execute(select(*columns).where(kind.id.in_(unknown)))
        found.update((row[0], dict(zip(kind.searched_by, row[1:], strict=True))) for row in rows)
    return found


def _row(row_id: str, places: Mapping[str, int], found: tuple[str, Entry]) -> dict[str, Any]:
    within, entry = found
    return {
        "id": first_choice(places[within], entry, row_id),
        "row_id": row_id,
        "words": entry.words + _END,
        "beside": entry.beside + _END,
        "order": entry.order,
    }


def _is_same(old: Values, row: Values) -> bool:
    rank = same_rank(old["id"]) == same_rank(row["id"])
    return rank and all(old[name] == row[name] for name in _TEXTS)


def _kept(connection: Connection, kind: Kind, ids: Sequence[str]) -> Known:
    """Give the rows of the search that are there for these, by their ids."""
    places = set(_known_places(connection, kind).values())
    found = connection.execute(select(SearchRow.__table__).where(SearchRow.row_id.in_(ids)))
    return {row["row_id"]: dict(row) for row in found.mappings() if place_of(row["id"]) in places}


def _places(connection: Connection, kind: Kind, lists: set[str]) -> dict[str, int]:
    """Give the number of each list, and a new one to those that have none."""
    known = _known_places(connection, kind)
    for within in sorted(lists - known.keys()):
        highest = connection.scalar(select(func.max(SearchPlaceRow.id))) or 0
        known[within] = highest + 1
        row = {"id": highest + 1, "table_name": kind.__tablename__, "within": within}
        insert_columns(connection, SearchPlaceRow, columns_of(SearchPlaceRow, [row]))
    return known


def _known_places(connection: Connection, kind: Kind) -> dict[str, int]:
    here = SearchPlaceRow.table_name == kind.__tablename__
    found = connection.execute(select(SearchPlaceRow.within, SearchPlaceRow.id).where(here))
    return dict(found.tuples().all())


def _keep_apart(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Give ids that somebody has already to nobody else."""
    taken: set[int] = set()
    unsure = list(rows)
    while unsure:
        wanted = [row["id"] for row in unsure]
        ids: BindParameter[int] = bindparam("ids", wanted, expanding=True, literal_execute=True)
        taken.update(connection.scalars(select(SearchRow.id).where(SearchRow.id.in_(ids))))
        again = []
        for row in unsure:
            if row["id"] in taken:
                row["id"] = next_choice(row["id"])
                again.append(row)
            else:
                taken.add(row["id"])
        unsure = again


def _referring(kind: Kind) -> list[tuple[Kind, str]]:
    return [
        (other, name)
        for other in _searched()
        for name, meant in other.search_refers.items()
        if meant is kind
    ]


def _searched() -> list[Kind]:
    return [kind for kind in mergeable_tables().values() if kind.is_searched]


def _parts(things: Iterable[_Thing], size: int = _BATCH) -> Iterator[list[_Thing]]:
    left = iter(things)
    while part := list(islice(left, size)):
        yield part
