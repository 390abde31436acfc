"""Facts and what follows from them. No database: facts in, the state of a row out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALIVE = "+"
"""The pseudo field that says whether the row exists."""

SEEN = "?"
"""The pseudo field, beside that, of what the device knew that took the row away: its vector."""

Changes = dict[str, list[Any]]
"""Field → [old value, new value]."""

Vector = dict[str, int]
"""Device → how many of its facts are known without a gap."""

_COUNTER_BITS = 16


@dataclass(frozen=True)
class Fact:
    """One write of one row by one device, as every laptop will know it."""

    device: str
    seq: int
    clock: int
    act: str
    who: str
    table_name: str
    row_id: str
    changes: Changes = field(hash=False)

    @property
    def order(self) -> tuple[int, str]:
        """The place among all facts: of two about one field, the greater wins."""
        return self.clock, self.device


def next_clock(last: int, now_ms: int) -> int:
    """Give the hybrid logical clock after `last`: wall time in ms, then a counter of 16 bits."""
    return max(last + 1, now_ms << _COUNTER_BITS)


def clock_ms(clock: int) -> int:
    """Give the wall time, in ms since 1970, that a hybrid clock carries."""
    return clock >> _COUNTER_BITS


def fold(facts: Iterable[Fact]) -> dict[str, Any] | None:
    """Give the fields of the one row that these facts are about, or None where it is not.

    Per field the greatest (clock, device) wins, whatever order the facts come in.
    """
    state: dict[str, Any] = {}
    for fact in sorted(facts, key=lambda fact: fact.order):
        state.update((name, values[1]) for name, values in fact.changes.items())
    state.pop(SEEN, None)
    return state if state.pop(ALIVE, False) else None


def unseen(facts: Iterable[Fact], vector: Mapping[str, int]) -> list[Fact]:
    """Give the facts that a device with this version vector does not know for certain."""
    return [fact for fact in facts if fact.seq > vector.get(fact.device, 0)]


def gapless(known: int, seqs: Iterable[int]) -> int:
    """Give how far a device's facts are known without a gap, after these came in."""
    for seq in sorted(seqs):
        if seq > known + 1:
            break
        known = max(known, seq)
    return known
