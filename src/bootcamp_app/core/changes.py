"""What has just become true: facts announced after they are durable, for whoever listens."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Announcement:
    """The facts of one durable write, and the act by which it can be taken back."""

    act: str
    facts: tuple[object, ...]


class Changes:
    """Passes announced facts to those who subscribed, on the thread that wrote."""

    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)
        self._of_all: list[Callable[[Announcement], None]] = []

    def subscribe(self, kind: type[Fact], listener: Callable[[Fact], None]) -> None:
        """Call the listener with every later fact of this kind."""
        self._listeners[kind].append(listener)

    def subscribe_all(self, listener: Callable[[Announcement], None]) -> Callable[[], None]:
        """Call the listener once for every later write; give what ends that."""
        # A handle of its own, so that ending one never ends another of an equal listener.
        heard: list[Callable[[Announcement], None]] = [listener]

        def hear(announcement: Announcement) -> None:
            for one in heard:
                one(announcement)

        def unsubscribe() -> None:
            heard.clear()
            if hear in self._of_all:
                self._of_all.remove(hear)

        self._of_all.append(hear)
        return unsubscribe

    def announce(self, facts: Iterable[object], act: str = "") -> None:
        """Tell every listener, in the order of the facts; then those who listen to all."""
        told = tuple(facts)
        for fact in told:
            for listener in tuple(self._listeners[type(fact)]):
                listener(fact)
        if told:
            for listen in tuple(self._of_all):
                listen(Announcement(act, told))
