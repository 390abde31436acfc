"""What became of a row: its facts, told for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.facts import ALIVE, clock_ms
from bootcamp_app.storage.journal import JournalRow, LocalDeviceRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.storage.facts import Changes
    from bootcamp_app.storage.work import Reader

_BATCH = 400
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


def latest_act(reader: Reader, row_ids: Iterable[str]) -> str | None:
    """Give the newest act of this device that touched one of these rows, for undo."""
    ids = iter(row_ids)
    found = []
    while part := list(islice(ids, _BATCH)):
        newest = (
            select(JournalRow.seq, JournalRow.act)
            .join(LocalDeviceRow, LocalDeviceRow.id == JournalRow.device)
            .where(JournalRow.table_name.in_(mergeable_tables().keys()))
            .where(JournalRow.row_id.in_(part))
            .order_by(JournalRow.seq.desc())
            .limit(1)
        )
        found += [(row.seq, row.act) for row in reader.execute(newest)]
    return max(found)[1] if found else None


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
            if name != ALIVE and old != new
        },
    )


def _kind(changes: Changes) -> str:
    return _KINDS[changes[ALIVE][0]] if ALIVE in changes else "changed"
