"""What became of a board between two moments: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import CONNECTOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.views import Item

CAME, WENT, CHANGED, MOVED = "came", "went", "changed", "moved"
KIND_WORDS = {
    CAME: N_("New: “{note}”"),
    WENT: N_("Gone: “{note}”"),
    CHANGED: N_("Changed: “{note}”"),
    MOVED: N_("In another zone: “{note}”"),
}
_TOLD = ("text", "colour", "side", "picture", "is_hidden")
"""What of an item people see as another one; its exact place and size are none of it."""


@dataclass(frozen=True)
class Difference:
    """How one item differs: as it was and as it is; where it came or went, one is missing."""

    kind: str
    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The item as it is, or as it was where it is gone."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class Compared:
    """Everything that differs, the items in the order of the later moment."""

    differences: tuple[Difference, ...]

    def of(self, kind: str) -> list[Difference]:
        """Give the differences of one kind."""
        return [one for one in self.differences if one.kind == kind]

    def ids(self, kind: str) -> list[str]:
        """Give the ids of the items that differ so."""
        return [one.item.id for one in self.of(kind)]


def compared(before: Iterable[Item], after: Iterable[Item]) -> Compared:
    """Give which items came, went, say something else, or lie in another zone.

    One that says something else in another zone is told twice. Connectors only follow.
    """
    was = {one.id: one for one in before if one.kind != CONNECTOR}
    now = {one.id: one for one in after if one.kind != CONNECTOR}
    found: list[Difference] = []
    for key, item in now.items():
        earlier = was.get(key)
        if earlier is None:
            found.append(Difference(CAME, None, item))
            continue
        if any(getattr(earlier, name) != getattr(item, name) for name in _TOLD):
            found.append(Difference(CHANGED, earlier, item))
        if earlier.zone != item.zone:
            found.append(Difference(MOVED, earlier, item))
    found += [Difference(WENT, item, None) for key, item in was.items() if key not in now]
    return Compared(tuple(found))
