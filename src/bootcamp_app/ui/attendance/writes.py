"""What the door keeps: one after the other, each told when it is durable or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk

Done = TypeVar("Done")
_SLOW = 300


class Writes(QObject):
    """Writes beside the window in the order they were asked, none of them dropped."""

    begun = Signal()
    taking_long = Signal()
    """Somebody has been waiting for an answer for a while."""
    ended = Signal()
    """Nothing is under way any more; the answer to the last of them comes next."""

    def __init__(self, parent: QObject, desk: Desk, refused: Callable[[Refusal], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._refused = refused
        self._under_way = 0
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self.taking_long)

    def add(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        """Write something, and tell what came of it."""
        self._under_way += 1
        self._slow.start()
        task = self._desk.tasks.write(self, work, done, self._refused)
        task.ended.connect(self._end)
        self.begun.emit()

    def _end(self) -> None:
        """One less to wait for, however it ended."""
        self._under_way -= 1
        if not self._under_way:
            self._slow.stop()
            self.ended.emit()
