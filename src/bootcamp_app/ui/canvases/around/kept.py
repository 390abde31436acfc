"""Gestures on their way to the disk: shown at once, kept one after the other, told of once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import BoardChanged, Gesture
    from bootcamp_app.ui.desk import Desk


class Kept(QObject):
    """Writes the gestures of a page, and knows which changes are its own."""

    kept = Signal()
    """Everything that was done is durable."""
    refused = Signal(object, str, object)
    """(the Refusal, the board, the Gesture) of what could not be kept."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._expected: deque[tuple[str, ...]] = deque()
        self._under_way = 0
        self.turns = 0
        """Becomes another number with all that is done, and again when it is durable."""

    @property
    def is_busy(self) -> bool:
        """Whether something that shows is not durable as yet."""
        return self._under_way > 0

    def write(self, board_id: str, gesture: Gesture) -> None:
        """Keep a gesture; they are kept in the order in which they were done."""
        boards = self._desk.app.boards
        self._under_way += 1
        self.turns += 1
        self._expected.append(_touched(gesture))
        self._desk.tasks.write(
            self,
            lambda: boards.apply(board_id, gesture),
            lambda _act: self._end(),
            lambda refusal: self._refuse(refusal, board_id, gesture),
        )

    def is_own(self, fact: BoardChanged) -> bool:
        """Say whether a change is one that shows already; each is asked of once."""
        if self._expected and self._expected[0] == fact.items:
            self._expected.popleft()
            return True
        return False

    def _end(self) -> None:
        self._under_way -= 1
        self.turns += 1
        if not self._under_way:
            self._expected.clear()
            self.kept.emit()

    def _refuse(self, refusal: Refusal, board_id: str, gesture: Gesture) -> None:
        if self._expected:
            self._expected.popleft()
        self.refused.emit(refusal, board_id, gesture)
        self._end()


def _touched(gesture: Gesture) -> tuple[str, ...]:
    return (*(one.id for one in gesture.added), *gesture.changed, *gesture.removed)
