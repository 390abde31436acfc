"""What was done since an act with the rows that it made, so that undo must leave them."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, inspect, select

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Reference, mergeable_tables
from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.journal import JournalRow, root_of
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.effects import Key

    Kind = type[Mergeable]

CHANGED = N_("was changed since")
BATCH = 500


class Holding:
    """Which of the rows that an act made, given by table, have to stay, and why."""

    def __init__(self, session: Session, act: str, made: Mapping[str, Collection[str]]) -> None:
        self.kept: set[Key] = set()
        """Every row that stays: who is held, what belongs to them, and what they refer to."""
        self.why: dict[Key, tuple[str, ...]] = {}
        """Why each row stays that does so for its own sake."""
        self._session = session
        self._act = act
        self._made = {name: set(ids) for name, ids in made.items()}
        self._kinds = mergeable_tables()
        self._since = _beginning(session, act)
        self._owners: dict[Key, Key] = {}
        found: dict[Key, list[str]] = defaultdict(list)
        for key, says in (*self._changed(), *self._referred()):
            found[key].append(says)
        self._keep(found)
        gathered: dict[Key, list[str]] = defaultdict(list)
        for key, reasons in found.items():
            gathered[self._owner(key)] += reasons
        self.why = {key: tuple(dict.fromkeys(reasons)) for key, reasons in gathered.items()}

    def needed(self) -> set[Key]:
        """Give what rows that stay refer to."""
        return {
            target
            for name, ids in _by_table(self.kept).items()
            for _, _, target in self._references_of(self._kinds[name], ids)
        }

    def _changed(self) -> Iterator[tuple[Key, str]]:
        for name, ids in self._made.items():
            kind = self._kinds[name]
            if kind.is_append_only:
                continue
            before: dict[str, dict[str, Any]] = defaultdict(dict)
            for row_id, changes in self._later(name, ids):
                for field, (old, _new) in changes.items():
                    before[row_id].setdefault(field, old)
            for row_id, now in _values(self._session, kind, before):
                # What was changed and changed back is as it was.
                if any(old != now[field] for field, old in before[row_id].items()):
                    yield (name, row_id), CHANGED

    def _referred(self) -> Iterator[tuple[Key, str]]:
        for kind in self._kinds.values():
            name = kind.__tablename__
            found: dict[str, list[tuple[Reference, Key]]] = defaultdict(list)
            for row_id, reference, target in self._references_to(kind, self._made):
                if row_id not in self._made.get(name, ()):
                    found[row_id].append((reference, target))
            since: dict[str, set[str]] = defaultdict(set)
            for row_id, changes in self._later(name, found):
                since[row_id] |= changes.keys()
            for row_id in self._in_force(kind, since.keys(), found):
                for reference, target in found[row_id]:
                    if reference.column in since[row_id]:
                        yield target, reference.says

    def _in_force(
        self, kind: Kind, wanted: Collection[str], among: Mapping[str, Any]
    ) -> Iterator[str]:
        if not wanted or not kind.is_append_only:
            yield from wanted
            return
        rows = [
            row
            for part in parts(among)
            for row in self._session.scalars(select(kind).where(kind.id.in_(part)))
        ]
        yield from (row.id for row in kind.in_force(rows) if row.id in wanted)

    def _keep(self, held: Iterable[Key]) -> None:
        wave = set(held)
        while wave:
            self.kept |= wave
            by_table = _by_table(wave)
            near: set[Key] = set()
            for name, ids in by_table.items():
                for row_id, reference, target in self._references_of(self._kinds[name], ids):
                    if target[1] in self._made.get(target[0], ()):
                        near.add(target)
                        if reference.is_part:
                            self._owners[name, row_id] = target
            for kind in self._kinds.values():
                for row_id, reference, _ in self._references_to(kind, by_table):
                    if reference.is_part and row_id in self._made.get(kind.__tablename__, ()):
                        near.add((kind.__tablename__, row_id))
            wave = near - self.kept

    def _owner(self, key: Key) -> Key:
        seen = {key}
        while (owner := self._owners.get(key)) is not None and owner not in seen:
            key = owner
            seen.add(key)
        return key

    def _later(self, name: str, ids: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Give what others wrote to these rows since, the oldest first of each."""
        for part in parts(ids):
            facts = (
                select(JournalRow.row_id, JournalRow.act, JournalRow.changes)
                .where(JournalRow.table_name == name, JournalRow.row_id.in_(part))
                .where(JournalRow.act != self._act, JournalRow.clock >= self._since)
                .order_by(JournalRow.clock, JournalRow.device)
            )
            for row_id, act, changes in self._session.execute(facts):
                if root_of(act) != root_of(self._act):
                    yield row_id, changes

    def _references_to(
        self, kind: Kind, targets: Mapping[str, Collection[str]]
    ) -> Iterator[tuple[str, Reference, Key]]:
        for reference in kind.refers:
            column = inspect(kind).columns[reference.column]
            wanted = targets.get(reference.table, ())
            named = select(kind.id, column)
            # Where nothing leads to the rows that name one, they are few among all.
            queries = (
                [named.where(column.in_(part)) for part in parts(wanted)]
                if column.index
                else [named.where(column.is_not(None))]
                if wanted
                else []
            )
            for query in queries:
                for row_id, target in self._session.execute(query).tuples():
                    if target in wanted:
                        yield row_id, reference, (reference.table, target)

    def _references_of(
        self, kind: Kind, ids: Iterable[str]
    ) -> Iterator[tuple[str, Reference, Key]]:
        if not kind.refers:
            return
        for row_id, values in _values(self._session, kind, ids):
            for reference in kind.refers:
                if (target := values[reference.column]) is not None:
                    yield row_id, reference, (reference.table, target)


def parts(ids: Iterable[str]) -> Iterator[list[str]]:
    """Give ids in lots that one statement takes."""
    rest = iter(ids)
    while part := list(islice(rest, BATCH)):
        yield part


def _by_table(keys: Iterable[Key]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, row_id in keys:
        found[name].add(row_id)
    return found


def _beginning(session: Session, act: str) -> int:
    """Give the clock at which an act began, or the one that it takes back or does again."""
    for of in (root_of(act), act):
        clock = session.scalar(select(func.min(JournalRow.clock)).where(JournalRow.act == of))
        if clock is not None:
            return clock
    return 0


def _values(
    session: Session, kind: Kind, ids: Iterable[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    columns = inspect(kind).columns
    for part in parts(ids):
        query = select(*columns).where(kind.id.in_(part))
        for row in session.execute(query).tuples():
            values = {name: to_fact(value) for name, value in zip(columns.keys(), row, strict=True)}
            yield values["id"], {**values, ALIVE: True}
