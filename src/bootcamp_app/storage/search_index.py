"""Keeping the search true: whatever was written, its words are made anew from the rows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.bulk import insert_rows
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

    from sqlalchemy import Connection

    from bootcamp_app.storage.base import Entry, Mergeable

    Kind = type[Mergeable]
    Values = Mapping[str, Any]

_BATCH = 500
_TEXTS = ("words", "beside", "order")
_END = "  "
"""Where words end, trigrams that begin with their last letters are still needed."""


def index_rows(connection: Connection, kind: Kind, ids: Iterable[str]) -> None:
    """Make the words of these rows, and of those that refer to them, what the rows say now."""
    if not kind.searched_by:
        return
    for part in _parts(ids):
        if kind.is_searched:
            _write(connection, kind, part)
        for other, refers in _referring(kind):
            here = select(other.id).where(getattr(other, refers).in_(part))
            for those in _parts(connection.scalars(here).all()):
                _write(connection, other, those)


def index_everything(connection: Connection) -> None:
    """Make the words of all rows anew."""
    connection.execute(delete(SearchRow))
    for kind in _searched():
        for part in _parts(connection.scalars(select(kind.id)).all()):
            _write(connection, kind, part)


def _write(connection: Connection, kind: Kind, ids: Sequence[str]) -> None:
    entries = _entries(connection, kind, ids)
    places = _places(connection, kind, {within for within, _ in entries.values()})
    kept = _kept(connection, kind, ids)
    gone, new = [], []
    for row_id in ids:
        row = _row(row_id, places, entries[row_id]) if row_id in entries else None
        old = kept.get(row_id)
        if old and row and _is_same(old, row):
            continue
        if old:
            gone.append(old["id"])
        if row:
            new.append(row)
    if gone:
        connection.execute(delete(SearchRow).where(SearchRow.id.in_(gone)))
    _keep_apart(connection, new)
    # In their order, which is that of the trigrams: each that stepped back would close a segment.
    insert_rows(connection, SearchRow, sorted(new, key=lambda row: int(row["id"])))


def _entries(
    connection: Connection, kind: Kind, ids: Sequence[str]
) -> dict[str, tuple[str, Entry]]:
    """Give the list and the entry of each row that is there and not hidden."""
    rows = _values(connection, kind, ids)
    others = {
        name: _values(connection, other, {row[name] for row in rows.values() if row[name]})
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


def _values(connection: Connection, kind: Kind, ids: Iterable[str]) -> dict[str, Values]:
    columns = [kind.id, *(getattr(kind, name) for name in kind.searched_by)]
    rows = connection.execute(select(*columns).where(kind.id.in_(list(ids))))
    return {row[0]: dict(zip(kind.searched_by, row[1:], strict=True)) for row in rows}


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


def _kept(connection: Connection, kind: Kind, ids: Sequence[str]) -> dict[str, Values]:
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
        insert_rows(connection, SearchPlaceRow, [row])
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
        taken.update(connection.scalars(select(SearchRow.id).where(SearchRow.id.in_(wanted))))
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


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    left = iter(ids)
    while part := list(islice(left, _BATCH)):
        yield part
