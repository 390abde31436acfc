"""Showing again soon after something changed, and not more often than an eye can follow."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_PAUSE = 250
_REST = 2
"""So many times as long as a read took, nothing is read again."""
_LOST = 10_000
"""Milliseconds after which a read that never ended is not waited for."""


class Pace(QObject):
    """Turns any number of asks into at most four a second; the last one is never lost.

    Who tells of reads that `began` and `ended` is asked for no other while one is under way, and
    has rest after a long one, so that thousands of people slow nothing down.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._read = QElapsedTimer()
        self._rest = 0
        self._is_waiting = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._fire)

    def ask(self) -> None:
        """Want `due` soon."""
        if self._read.isValid() and self._read.elapsed() < _LOST:
            self._is_waiting = True
        elif not self._timer.isActive():
            pause = max(_PAUSE, self._rest)
            passed = self._since.elapsed() if self._since.isValid() else pause
            self._timer.start(max(0, pause - passed))

    def began(self) -> None:
        """Know that a read is under way."""
        self._read.start()

    def ended(self) -> None:
        """Know that it is done."""
        if not self._read.isValid():
            return
        self._rest = _REST * self._read.elapsed()
        self._read.invalidate()
        self._since.start()
        if self._is_waiting:
            self._is_waiting = False
            self.ask()

    def _fire(self) -> None:
        self._since.start()
        self.due.emit()
