"""Python's search for garbage, in the window's thread alone.

Left to itself it happens on whichever thread makes one object too many, and lets go there what it
finds. A timer or a document of Qt that goes on a thread which is not its own takes the whole
program with it.
"""

from __future__ import annotations

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

from bootcamp_app.core.garbage import is_put_off

_PAUSE = 1000  # milliseconds
_SELDOM = (50_000, 20, 100)
"""New objects, then searches among the new ones and among the older ones, before the next one."""


class Garbage(QObject):
    """Searches now and then, while its lanes are open; a search stops everything for a moment."""

    _watching: ClassVar[WeakSet[Garbage]] = WeakSet()

    def __init__(self, lanes: QObject) -> None:
        super().__init__(lanes)
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.search)
        self.watch()

    def watch(self) -> None:
        """Search here from now on, and nowhere else."""
        if not self._timer.isActive():
            self._timer.start()
            self._watching.add(self)
            gc.disable()

    def leave(self) -> None:
        """Leave it to Python again: no thread of ours works any more."""
        if self._timer.isActive():
            self._timer.stop()
            self._watching.discard(self)
            if not self._watching:
                gc.enable()

    def search(self) -> None:
        """Look for garbage where enough was made since; as thoroughly as it is time for."""
        counts = gc.get_count()
        if is_put_off():
            return
        due = [one for one in range(3) if counts[one] > _SELDOM[one]]
        if due:
            gc.collect(due[-1])
