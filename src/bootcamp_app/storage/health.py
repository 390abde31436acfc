"""Whether a workspace is sound: its pages, and its rows against the facts they follow from."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, select, union

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.storage.backup import faults_of
from bootcamp_app.storage.base import mergeable_tables
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.merging import facts_of, row_values, state_of
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from bootcamp_app.storage.base import Mergeable

_BATCH = 400
_DAMAGED = N_("The file itself is damaged ({count} places). Restore the newest backup.")
_DIFFERENT = N_("{count} rows of “{table}” are not what their history says. Restore a backup.")


def page_faults(path: Path) -> Iterator[Sentence]:
    """Give what is wrong with the file, page by page."""
    if found := faults_of(path):
        yield Sentence(_DAMAGED, count=len(found))


def row_faults(connection: Connection) -> Iterator[Sentence]:
    """Give the tables whose rows differ from what their facts say."""
    for name, kind in sorted(mergeable_tables().items()):
        if count := sum(1 for _row in _different(connection, kind)):
            yield Sentence(_DIFFERENT, count=count, table=name)


def _different(connection: Connection, kind: type[Mergeable]) -> Iterator[str]:
    known = select(JournalRow.row_id).where(JournalRow.table_name == kind.__tablename__)
    ids = iter(connection.scalars(union(known, select(kind.id))).all())
    while part := list(islice(ids, _BATCH)):
        kept = _kept(connection, kind, part)
        said = _said(connection, kind, part)
        yield from (row_id for row_id in part if kept.get(row_id) != said.get(row_id))


def _kept(connection: Connection, kind: type[Mergeable], ids: list[str]) -> dict[str, Any]:
    rows = connection.execute(select(*inspect(kind).columns).where(kind.id.in_(ids)))
    return {row.id: _facts(dict(row._mapping)) for row in rows}  # noqa: SLF001 - its public name


def _said(connection: Connection, kind: type[Mergeable], ids: list[str]) -> dict[str, Any]:
    about: dict[str, list[Any]] = {row_id: [] for row_id in ids}
    for fact in facts_of(connection, kind.__tablename__, ids):
        about[fact.row_id].append(fact)
    states = {row_id: state_of(kind, facts) for row_id, facts in about.items()}
    return {
        row_id: _facts(row_values(kind, row_id, state))
        for row_id, state in states.items()
        if state is not None
    }


def _facts(values: dict[str, Any]) -> dict[str, Any]:
    return {name: to_fact(value) for name, value in values.items()}
