"""Many texts that are seen for the first time: laid out a few a repaint, so that none is long."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

_SECONDS, _LEAST = 0.05, 30
"""How long a repaint may be under way where more is still laid out, and how many are anyhow."""


class LayingOut(QObject):
    """Says whether there is time for another text in this repaint, and has the others wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._began = 0.0
        self._number = 0
        self._waiting: list[QGraphicsItem] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Called where a repaint begins."""
        self._began, self._number = perf_counter(), 0

    def may(self, item: QGraphicsItem) -> bool:
        """Say whether an item may lay its text out now; otherwise it is painted again soon."""
        self._number += 1
        if self._number <= _LEAST or perf_counter() - self._began < _SECONDS:
            return True
        self._waiting.append(item)
        self._next.start()
        return False

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for item in waiting:
            if item.scene() is not None:
                item.update()
