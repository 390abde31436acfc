"""Showing again soon after something changed, and not more often than an eye can follow."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_PAUSE = 250


class Pace(QObject):
    """Turns any number of asks into at most four a second; the last one is never lost."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._fire)

    def ask(self) -> None:
        """Want `due` soon."""
        if not self._timer.isActive():
            passed = self._since.elapsed() if self._since.isValid() else _PAUSE
            self._timer.start(max(0, _PAUSE - passed))

    def _fire(self) -> None:
        self._since.start()
        self.due.emit()
