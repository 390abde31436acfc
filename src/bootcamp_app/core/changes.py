"""What has just become true: facts announced after they are durable, for whoever listens."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Fact = TypeVar("Fact")


class Changes:
    """Passes announced facts to those who subscribed to their kind."""

    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, kind: type[Fact], listener: Callable[[Fact], None]) -> None:
        """Call the listener with every later fact of this kind."""
        self._listeners[kind].append(listener)

    def announce(self, facts: Iterable[object]) -> None:
        """Tell every listener, in the order of the facts."""
        for fact in facts:
            for listener in self._listeners[type(fact)]:
                listener(fact)
