"""The journal: every write of a mergeable row, in the same transaction, as a fact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Index, bindparam, insert, inspect, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.ids import new_id
from bootcamp_app.storage.base import Base, Mergeable
from bootcamp_app.storage.bulk import insert_columns
from bootcamp_app.storage.facts import ALIVE, SEEN, Changes, Vector, next_clock
from bootcamp_app.storage.types import Json, to_fact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection


_TAKES_BACK = "~"
_LONGEST = 600
"""Of an act with a longer name only its own id is said by the one that takes it back."""


class JournalRow(Base):
    """One fact: what one device wrote to one row."""

    __tablename__ = "journal"
    __table_args__ = (
        Index(None, "table_name", "row_id"),
        Index(None, "act"),
    )

    device: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    clock: Mapped[int]
    act: Mapped[str]
    who: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[str]
    changes: Mapped[dict[str, Any]]


class LocalDeviceRow(Base):
    """This copy of the workspace: its name among devices and how far it has counted."""

    __tablename__ = "local_device"

    id: Mapped[str] = mapped_column(primary_key=True)
    home: Mapped[str]
    seq: Mapped[int]
    clock: Mapped[int]


class SeenRow(Base):
    """How many facts of a device are known here without a gap."""

    __tablename__ = "seen"

    device: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]


# Made once: every write needs them.
_LOCAL_DEVICE = select(LocalDeviceRow)
_KEEP_COUNTED = update(LocalDeviceRow).values(seq=bindparam("seq"), clock=bindparam("clock"))
_KEEP_SEEN = (
    update(SeenRow).where(SeenRow.device == bindparam("of_device")).values(seq=bindparam("seq"))
)


class Pen:
    """Writes the facts of one transaction, numbered and clocked without a hole."""

    def __init__(self, connection: Connection, *, act: str, who: str, now_ms: int) -> None:
        self._connection = connection
        self._act = act
        self._who = who
        self._now_ms = now_ms
        device = connection.execute(_LOCAL_DEVICE).one()
        self.device: str = device.id
        self._seq: int = device.seq
        self._clock: int = device.clock
        self.has_written = False

    def write(
        self,
        written: Sequence[tuple[str, str, Changes | Json]],
        acts: Sequence[str] | None = None,
    ) -> None:
        """Add one fact for each (table, row id, what changed in it), of this act or of these."""
        if not written:
            return
        self.has_written = True
        count = len(written)
        # Within one work the wall does not move, so its facts are clocked one after the other.
        first_seq, first_clock = self._seq + 1, next_clock(self._clock, self._now_ms)
        self._seq, self._clock = self._seq + count, first_clock + count - 1
        tables, ids, changes = zip(*written, strict=True)
        insert_columns(
            self._connection,
            JournalRow,
            {
                "device": [self.device] * count,
                "seq": range(first_seq, first_seq + count),
                "clock": range(first_clock, first_clock + count),
                "act": acts or [self._act] * count,
                "who": [self._who] * count,
                "table_name": tables,
                "row_id": ids,
                "changes": changes,
            },
        )

    def gone(self, kind: type[Mergeable]) -> Changes:
        """Give the changes of a row that is taken away; its fields stay in earlier facts."""
        if not kind.is_missed:
            return {ALIVE: [True, False]}
        known = vector(self._connection) | {self.device: self._seq}
        return {ALIVE: [True, False], SEEN: [None, known]}

    def hear(self, clock: int) -> None:
        """Move the clock past that of a fact from elsewhere."""
        self._clock = max(self._clock, clock)

    def take_back(self, act: str) -> str:
        """Have what is written from now on say which act it takes back; give its own name."""
        # What is undone and done again for ever gets no name without end: no index holds one.
        is_long = len(act) > _LONGEST and act.count(_TAKES_BACK) % 2 == 0
        self._act = f"{self._act}{_TAKES_BACK}{own_id(act) if is_long else act}"
        return self._act

    def start_anew(self) -> None:
        """Count on as another device: the numbers of this one were given before."""
        self.device, self._seq = new_id(), 0
        self._connection.execute(update(LocalDeviceRow).values(id=self.device))
        self._connection.execute(insert(SeenRow).values(device=self.device, seq=0))

    def close(self) -> None:
        """Keep how far this device has counted."""
        counted = {"seq": self._seq, "clock": self._clock}
        self._connection.execute(_KEEP_COUNTED, counted)
        self._connection.execute(_KEEP_SEEN, {"of_device": self.device, "seq": self._seq})


def taken_back_by(act: str) -> str | None:
    """Give the act that an act takes back, where it is an undo."""
    return act.partition(_TAKES_BACK)[2] or None


def own_id(act: str) -> str:
    """Give the id that an act has of its own, whatever it takes back."""
    return act.partition(_TAKES_BACK)[0]


def is_undo(act: str) -> bool:
    """Say whether an act left undone what was done; an undo of an undo does it again."""
    return act.count(_TAKES_BACK) % 2 == 1


def root_of(act: str) -> str:
    """Give the act from which a chain of undoing and doing again began."""
    return act.rpartition(_TAKES_BACK)[2]


def inserted(kind: type[Mergeable], values: Mapping[str, Any]) -> Changes:
    """Give the changes of a row that was just added with these values, all of its columns.

    Empty fields are named too: a row that was deleted under the same id may have had a value.
    """
    fields = {name: [None, to_fact(values[name])] for name in _fields(kind)}
    return {ALIVE: [None, True], **fields}


def updated(row: Mergeable) -> Changes:
    """Give the changes of a row that was just written; none where its values stayed."""
    changes: Changes = {}
    for name in _fields(type(row)):
        history = inspect(row).attrs[name].history
        if history.has_changes():
            old = to_fact(history.deleted[0]) if history.deleted else None
            new = to_fact(getattr(row, name))
            if old != new:
                changes[name] = [old, new]
    return said_together(type(row), changes, {name: getattr(row, name) for name in row.together})


def said_together(kind: type[Mergeable], changes: Changes, values: Mapping[str, Any]) -> Changes:
    """Give changes with what belongs to them and stayed, so that all of it is one laptop's."""
    if not changes.keys() & set(kind.together):
        return changes
    now = {name: to_fact(values[name]) for name in kind.together}
    return {**{name: [value, value] for name, value in now.items()}, **changes}


def vector(connection: Connection) -> Vector:
    """Give what this workspace has seen of every device."""
    return {row.device: row.seq for row in connection.execute(select(SeenRow))}


def first_written(connection: Connection) -> int | None:
    """Give the clock of the first fact that this copy of the workspace wrote; None without one."""
    mine = (JournalRow.device == LocalDeviceRow.id) & (JournalRow.seq == 1)
    return connection.scalar(select(JournalRow.clock).join(LocalDeviceRow, mine))


@cache
def _fields(kind: type[Mergeable]) -> tuple[str, ...]:
    return tuple(attr.key for attr in inspect(kind).column_attrs if attr.key != "id")
