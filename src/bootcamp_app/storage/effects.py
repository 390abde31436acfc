"""What one act did to every row: from how it was before to how the act left it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.journal import JournalRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bootcamp_app.storage.facts import Changes

Key = tuple[str, str]
"""(table, row id)."""


@dataclass(slots=True)
class Effect:
    """What an act did to one row, however many steps it took."""

    was_there: bool
    is_there: bool
    fields: dict[str, list[Any]] = field(default_factory=dict)
    """Field → [value before, value after] of a row that the act did not make."""

    @property
    def is_made(self) -> bool:
        """Whether the act made the row, or brought it back."""
        return self.is_there and not self.was_there

    @property
    def is_gone(self) -> bool:
        """Whether the act took the row away."""
        return self.was_there and not self.is_there


def effects(connection: Connection, act: str) -> dict[Key, Effect]:
    """Give what an act did, by row in the order in which it came to them."""
    facts = (
        select(JournalRow.table_name, JournalRow.row_id, JournalRow.changes)
        .where(JournalRow.act == act)
        .order_by(JournalRow.seq)
    )
    found: dict[Key, Effect] = {}
    for table_name, row_id, changes in connection.execute(facts):
        key = (table_name, row_id)
        effect = found.get(key)
        if effect is None:
            is_there = changes[ALIVE][0] if ALIVE in changes else True
            effect = found[key] = Effect(bool(is_there), bool(is_there))
        _add(effect, changes)
    return found


def _add(effect: Effect, changes: Changes) -> None:
    if ALIVE in changes:
        effect.is_there = bool(changes[ALIVE][1])
        if effect.is_there:
            # A row that is made under an id that was used before names all of its fields anew.
            effect.fields = {}
        return
    if effect.was_there:
        for name, (old, new) in changes.items():
            effect.fields[name] = [effect.fields.get(name, (old,))[0], new]
