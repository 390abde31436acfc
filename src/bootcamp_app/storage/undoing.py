"""Taking an act back: the inverse of its facts, written as facts of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, inspect, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Mergeable, mergeable_tables
from bootcamp_app.storage.effects import Effect, Key, effects
from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.holding import CHANGED, Holding, parts
from bootcamp_app.storage.journal import said_together
from bootcamp_app.storage.merging import project
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.facts import Changes
    from bootcamp_app.storage.work import Work

    Step = Callable[[int, int], None]

NOTHING_LEFT = N_("There is nothing to undo any more. Open History to see what was changed.")


class Kept(NamedTuple):
    """A row, or where it names one a field of it, that an undo left as it is now."""

    table: str
    row_id: str
    field: str = ""
    why: tuple[str, ...] = (CHANGED,)
    """What was done since, for which it stays; messages of the catalogue."""


@dataclass(frozen=True)
class Undone:
    """What an undo did: how many rows it put back, and what it left because of later acts."""

    rows: int
    kept: tuple[Kept, ...]
    act: str = field(default="", compare=False)
    """The undo's own act; taking that back does the thing again."""
    touched: tuple[Key, ...] = field(default=(), compare=False)
    """(table, row id) of the rows it put back."""
    gone: tuple[Key, ...] = field(default=(), compare=False)
    """Those of them that it took away."""


def undo(
    work: Work,
    act: str,
    moment: datetime,
    *,
    only: Sequence[str] | None = None,
    step: Step = lambda done, of: None,  # noqa: ARG005
) -> Undone:
    """Take back what one act wrote, to these rows or to all, except what was used or written since.

    A row that came with others is not taken out alone: what refers to it would be left behind.
    Where the act made one of two, everything is taken back, whichever row is named.
    """
    work.flush()
    whole = found = _known(work, act)
    if not _is_one_whole(whole):
        if only is not None:
            _refuse_taking_out(whole, only)
            found = {key: effect for key, effect in whole.items() if key[1] in only}
        _refuse_what_is_settled(work, act if len(found) == len(whole) else "", found)
    if not found:
        raise Refusal(NOTHING_LEFT)
    holding = _holding(work, act, found)
    _refuse_half(work, found, holding)
    work.act = work.pen.take_back(act)
    return _Undoing(work, found, holding).carry_out(moment, step)


def is_held(session: Session, act: str) -> bool:
    """Say whether anything that an act made has to stay because of what was done since."""
    return bool(_holding(session, act, _known(session, act)).kept)


class _Undoing:
    """One act that is being taken back, a table at a time."""

    def __init__(self, work: Work, found: Mapping[Key, Effect], holding: Holding) -> None:
        self._work = work
        self._connection = work.connection()
        self._kinds = mergeable_tables()
        self._found = found
        self._holding = holding
        self._of = len(found)
        self._done = 0
        self._written: dict[Key, None] = {}
        self._kept = [Kept(*key, why=why) for key, why in holding.why.items()]

    def carry_out(self, moment: datetime, step: Step) -> Undone:
        """Take away, bring back and put back; steps are told in rows."""
        taken = [
            key for key, one in self._found.items() if one.is_made and key not in self._holding.kept
        ]
        lost = [key for key, one in self._found.items() if one.is_gone]
        changed = [key for key, one in self._found.items() if one.fields]
        gone: list[Key] = []
        # What names another goes before it, as it came after it.
        for name, ids in _by_table(reversed(taken)).items():
            kind = self._kinds[name]
            for part in parts(ids):
                step(self._done, self._of)
                if kind.is_append_only or kind.stays:
                    self._invert(kind, part, moment)
                else:
                    gone += self._take_away(kind, part)
        for name, ids in _by_table(lost).items():
            for part in parts(ids):
                step(self._done, self._of)
                self._bring_back(self._kinds[name], part)
        needed = self._holding.needed() if changed else set()
        for name, ids in _by_table(key for key in changed if key not in needed).items():
            for part in parts(ids):
                step(self._done, self._of)
                self._put_back(self._kinds[name], part)
        step(self._of, self._of)
        self._work.expire_all()
        touched = tuple(sorted(self._written))
        return Undone(len(touched), tuple(self._kept), self._work.act, touched, tuple(gone))

    def _invert(self, kind: type[Mergeable], ids: list[str], moment: datetime) -> None:
        there = {row.id: row for row in self._work.scalars(select(kind).where(kind.id.in_(ids)))}
        for row_id in ids:
            if row_id not in there:
                continue
            inverse = there[row_id].inverse(moment)
            if inverse is not None:
                self._work.add(inverse)
            if inverse is not None or self._work.is_modified(there[row_id]):
                self._written[kind.__tablename__, row_id] = None
        self._work.flush()
        self._done += len(ids)

    def _take_away(self, kind: type[Mergeable], ids: list[str]) -> list[Key]:
        there = self._there(kind, ids)
        taken = [(kind.__tablename__, row_id) for row_id in ids if row_id in there]
        self._connection.execute(delete(kind).where(kind.id.in_(ids)))
        self._work.search.touch(kind, ids)
        self._write([(*key, self._work.pen.gone(kind)) for key in taken])
        self._done += len(ids)
        return taken

    def _bring_back(self, kind: type[Mergeable], ids: list[str]) -> None:
        there = self._there(kind, ids)
        lost = [(kind.__tablename__, row_id) for row_id in ids if row_id not in there]
        self._write([(*key, {ALIVE: [False, True]}) for key in lost])
        project(self._work, set(lost))
        self._done += len(ids)

    def _put_back(self, kind: type[Mergeable], ids: list[str]) -> None:
        columns = inspect(kind).columns
        kept = self._holding.kept
        names = {one.column: one.table for one in kind.refers}
        written: list[tuple[str, str, Changes]] = []
        rows = self._connection.execute(select(*columns).where(kind.id.in_(ids)))
        there = {row.id: dict(zip(columns.keys(), row, strict=True)) for row in rows}
        for row_id in ids:
            if row_id not in there:
                continue
            key = (kind.__tablename__, row_id)
            changes: Changes = {}
            fields = self._found[key].fields
            held = _held_together(kind, fields, there[row_id])
            for name, (old, new) in fields.items():
                now = to_fact(there[row_id][name])
                if name in names and (names[name], new) in kept:
                    continue
                if now != new or name in held:
                    self._kept.append(Kept(*key, name))
                elif now != old:
                    changes[name] = [now, old]
            if changes:
                written.append((*key, said_together(kind, changes, there[row_id])))
        self._write(written)
        project(self._work, {(table, row_id) for table, row_id, _ in written})
        self._done += len(ids)

    def _there(self, kind: type[Mergeable], ids: list[str]) -> set[str]:
        return set(self._connection.scalars(select(kind.id).where(kind.id.in_(ids))))

    def _write(self, written: list[tuple[str, str, Changes]]) -> None:
        self._work.pen.write(written)
        self._written.update(dict.fromkeys((table, row_id) for table, row_id, _ in written))


def bring_back(work: Work, kind: type[Mergeable], row_id: str) -> None:
    """Have a row that was taken away be there again, as it was."""
    work.pen.write([(kind.__tablename__, row_id, {ALIVE: [False, True]})])
    project(work, {(kind.__tablename__, row_id)})


def _known(session: Session, act: str) -> dict[Key, Effect]:
    kinds = mergeable_tables()
    found = effects(session.connection(), act)
    return {key: effect for key, effect in found.items() if key[0] in kinds}


def _holding(session: Session, act: str, found: Mapping[Key, Effect]) -> Holding:
    return Holding(session, act, _by_table(key for key, one in found.items() if one.is_made))


def _is_one_whole(found: Iterable[Key]) -> bool:
    kinds = mergeable_tables()
    return any(kinds[name].is_undone_whole for name, _ in found if name in kinds)


def _refuse_half(work: Work, found: Mapping[Key, Effect], holding: Holding) -> None:
    """Refuse to take back what a later act builds on, or only some of what is one whole."""
    kinds = mergeable_tables()
    for (name, row_id), effect in found.items():
        if effect.is_made and kinds[name].is_undone_whole:
            row = work.get(kinds[name], row_id)
            if row is not None:
                row.refuse_undo(work)
    if holding.kept and _is_one_whole(found):
        raise Refusal(
            "This cannot be taken back any more: something was done since with one of the two. "
            "Open History, take that back first, then repeat this."
        )


def _refuse_what_is_settled(work: Work, act: str, found: Mapping[Key, Effect]) -> None:
    kinds = mergeable_tables()
    for name, ids in _by_table(found).items():
        kinds[name].refuse_undo_of(work, act, {row_id: found[name, row_id] for row_id in ids})


def _refuse_taking_out(found: Mapping[Key, Effect], only: Sequence[str]) -> None:
    kinds = mergeable_tables()
    is_alone = {row_id for _, row_id in found} <= set(only)
    for (name, row_id), effect in found.items():
        if row_id not in only or is_alone or kinds[name].is_append_only:
            continue
        if effect.is_made or effect.is_gone:
            raise Refusal(
                "This record came together with others. Take all of them back with “undo”, or "
                "mark this one as withdrawn."
            )


def _held_together(
    kind: type[Mergeable], fields: Mapping[str, Sequence[Any]], there: Mapping[str, Any]
) -> Sequence[str]:
    """Give what belongs together, where some of it was written anew since."""
    mine = [name for name in kind.together if name in fields]
    return mine if any(to_fact(there[name]) != fields[name][1] for name in mine) else ()


def _by_table(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, row_id in keys:
        found[name].append(row_id)
    return found
