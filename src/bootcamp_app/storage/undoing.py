"""Taking an act back: the inverse of its facts, written as facts of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Mergeable, mergeable_tables
from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.merging import project
from bootcamp_app.storage.types import from_fact, to_fact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.storage.facts import Changes
    from bootcamp_app.storage.work import Work

NOTHING_LEFT = N_("There is nothing to undo any more. Open History to see what was changed.")


@dataclass(frozen=True)
class Undone:
    """What an undo did: rows it put back, and fields that somebody has changed since."""

    rows: int
    kept: tuple[tuple[str, str, str], ...]
    """(table, row id, field) left as they are now, because a later act wrote them."""
    act: str = field(default="", compare=False)
    """The undo's own act; taking that back does the thing again."""
    touched: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """(table, row id) of the rows it put back."""


def undo(work: Work, act: str, moment: datetime, *, only: Sequence[str] | None = None) -> Undone:
    """Take back what one act wrote, to these rows or to all, except what was written over since.

    A row that came with others is not taken out alone: what refers to it would be left behind.
    Where the act made one of two, everything is taken back, whichever row is named.
    """
    if only is not None and _is_one_whole(work, act):
        only = None
    written = (
        select(JournalRow.table_name, JournalRow.row_id, JournalRow.changes)
        .where(JournalRow.act == act)
        .order_by(JournalRow.seq.desc())
    )
    if only is not None:
        _refuse_taking_out(work, act, only)
        written = written.where(JournalRow.row_id.in_(only))
    facts = work.connection().execute(written)
    work.act = work.pen.take_back(act)
    kinds = mergeable_tables()
    rows, kept = set[tuple[str, str]](), []
    for table_name, row_id, changes in facts.all():
        kept += _undo_fact(work, kinds[table_name], row_id, changes, moment)
        rows.add((table_name, row_id))
        # What an earlier fact of the act wrote is judged against the row as it is by then.
        work.flush()
    if not rows:
        raise Refusal(NOTHING_LEFT)
    return Undone(len(rows), tuple(kept), work.act, tuple(sorted(rows)))


def _is_one_whole(work: Work, act: str) -> bool:
    tables = work.connection().scalars(select(JournalRow.table_name).where(JournalRow.act == act))
    kinds = mergeable_tables()
    return any(kinds[name].is_undone_whole for name in set(tables) & kinds.keys())


def _refuse_taking_out(work: Work, act: str, only: Sequence[str]) -> None:
    facts = (
        work.connection()
        .execute(
            select(JournalRow.table_name, JournalRow.row_id, JournalRow.changes).where(
                JournalRow.act == act
            )
        )
        .all()
    )
    kinds = mergeable_tables()
    is_alone = {fact.row_id for fact in facts} <= set(only)
    for fact in facts:
        if fact.row_id not in only or is_alone or kinds[fact.table_name].is_append_only:
            continue
        if ALIVE in fact.changes:
            raise Refusal(
                "This record came together with others. Take all of them back with “undo”, or "
                "mark this one as withdrawn."
            )


def _undo_fact(
    work: Work, kind: type[Mergeable], row_id: str, changes: Changes, moment: datetime
) -> list[tuple[str, str, str]]:
    row = work.get(kind, row_id)
    if ALIVE not in changes:
        return [] if row is None else _put_back(row, changes)
    is_there_now = changes[ALIVE][1]
    if is_there_now and row is not None:
        _take_away(work, row, moment)
    elif not is_there_now and row is None:
        bring_back(work, kind, row_id)
    return []


def _put_back(row: Mergeable, changes: Changes) -> list[tuple[str, str, str]]:
    kept = []
    for name, (old, new) in changes.items():
        if to_fact(getattr(row, name)) == new:
            setattr(row, name, from_fact(inspect(type(row)).columns[name], old))
        else:
            kept.append((row.__tablename__, row.id, name))
    return kept


def _take_away(work: Work, row: Mergeable, moment: datetime) -> None:
    if not row.is_append_only:
        work.delete(row)
    elif (inverse := row.inverse(moment)) is not None:
        work.add(inverse)


def bring_back(work: Work, kind: type[Mergeable], row_id: str) -> None:
    """Have a row that was taken away be there again, as it was."""
    work.pen.write([(kind.__tablename__, row_id, {ALIVE: [False, True]})])
    project(work, {(kind.__tablename__, row_id)})
