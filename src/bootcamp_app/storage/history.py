"""What became of a row: its facts, told for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.facts import ALIVE, SEEN, clock_ms
from bootcamp_app.storage.journal import JournalRow, LocalDeviceRow, own_id, taken_back_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.facts import Changes
    from bootcamp_app.storage.work import Reader

_BATCH = 500
_STAYS = N_(
    "What was done last on this laptop stays on record and cannot be undone. To take back "
    "something older, say which record is meant."
)
_KINDS = {None: "added", False: "restored", True: "removed"}
"""What a fact did to a row, by whether the row was there before."""


@dataclass(frozen=True)
class Entry:
    """One fact about a row: when, who, where, and what it changed."""

    at: datetime
    who: str
    device: str
    act: str
    table: str
    row_id: str
    kind: str
    """`added`, `changed`, `removed` or `restored`."""
    changes: Mapping[str, tuple[Any, Any]]
    """Field → (old value, new value), as facts keep them; what stayed empty is left out."""


def history(reader: Reader, row_id: str) -> list[Entry]:
    """Give everything that happened to a row of any table, the newest last."""
    about = JournalRow.table_name.in_(mergeable_tables().keys()) & (JournalRow.row_id == row_id)
    order = (JournalRow.clock, JournalRow.device)
    return [
        _entry(fact) for fact in reader.scalars(select(JournalRow).where(about).order_by(*order))
    ]


def written(reader: Reader, table: str, acts: Sequence[str]) -> list[Entry]:
    """Give every fact that these acts wrote to a table, the newest last."""
    # As an expression it has no index: an act may have written to many tables, a list of people.
    about = (JournalRow.table_name == table) & JournalRow.act.concat("").in_(acts)
    order = (JournalRow.clock, JournalRow.device)
    return [
        _entry(fact) for fact in reader.scalars(select(JournalRow).where(about).order_by(*order))
    ]


def added(reader: Session, table: str, row_ids: Sequence[str]) -> dict[str, Entry]:
    """Give the first fact about each of some rows: who added it, when and where."""
    found: dict[str, Entry] = {}
    for start in range(0, len(row_ids), _BATCH):
        about = JournalRow.row_id.in_(row_ids[start : start + _BATCH])
        query = select(JournalRow).where(JournalRow.table_name == table, about)
        for fact in reader.scalars(query.order_by(JournalRow.clock, JournalRow.device)):
            found.setdefault(fact.row_id, _entry(fact))
    return found


def latest_act(reader: Reader, row_ids: Sequence[str] | None = None) -> str | None:
    """Give this device's newest act that undo may take back, of these rows or of any.

    An undo is none, nor is what was undone already and not done again, nor a refused scan. Raises
    a Refusal where the newest of any added only what stays, such as a revocation: whoever takes
    that back does not mean what was done before it.
    """
    undone = set()
    for act in _acts(reader, row_ids):
        if own_id(act) in undone:
            continue
        if taken := taken_back_by(act):
            undone.add(own_id(taken))
        elif _may_be_undone(reader, act):
            return act
        elif row_ids is None and not _changed_nothing(reader, act):
            raise Refusal(_STAYS)
    return None


def _acts(reader: Reader, row_ids: Sequence[str] | None) -> Iterator[str]:
    query = (
        select(JournalRow.act)
        .join(LocalDeviceRow, LocalDeviceRow.id == JournalRow.device)
        .where(JournalRow.table_name.in_(mergeable_tables().keys()))
        .group_by(JournalRow.act)
        .order_by(func.max(JournalRow.seq).desc())
    )
    if row_ids is not None:
        query = query.where(JournalRow.row_id.in_(row_ids))
    yield from reader.scalars(query)


def _may_be_undone(reader: Reader, act: str) -> bool:
    for kind, row_id in _written_by(reader, act):
        row = reader.get(kind, row_id) if kind.is_append_only else None
        if not kind.is_append_only or (row and row.inverse(datetime.now(UTC))):
            return True
    return False


def _changed_nothing(reader: Reader, act: str) -> bool:
    rows = (reader.get(kind, row_id) for kind, row_id in _written_by(reader, act))
    return all(row is None or row.changes_nothing() for row in rows)


def _written_by(reader: Reader, act: str) -> Iterator[tuple[type[Mergeable], str]]:
    kinds = mergeable_tables()
    about = select(JournalRow.table_name, JournalRow.row_id).where(JournalRow.act == act)
    for table_name, row_id in reader.execute(about):
        yield kinds[table_name], row_id


def _entry(fact: JournalRow) -> Entry:
    return Entry(
        at=datetime.fromtimestamp(clock_ms(fact.clock) / 1000, UTC),
        who=fact.who,
        device=fact.device,
        act=fact.act,
        table=fact.table_name,
        row_id=fact.row_id,
        kind=_kind(fact.changes),
        changes={
            name: (old, new)
            for name, (old, new) in fact.changes.items()
            if name not in (ALIVE, SEEN) and old != new
        },
    )


def _kind(changes: Changes) -> str:
    return _KINDS[changes[ALIVE][0]] if ALIVE in changes else "changed"
