"""A bar that shows how far work is, with a way to stop it; it comes where the work takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, row
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from bootcamp_app.ui.tasks import Task

_PATIENCE = 200
"""Milliseconds after which it is said that something is being prepared."""


class Waiting(QWidget):
    """Waits for one Task at a time; hidden while there is none, or while it is quick."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._task: Task | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        say(self._bar, N_("How far it is"), "setAccessibleName")
        self.stop = button(N_("Stop"), self._stop, kind="quiet")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.show)
        self.setLayout(column(row(Label(text, tone="muted"), 1, self.stop), self._bar, gap=SMALL))
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being waited for."""
        return self._task is not None

    def wait_for(self, task: Task) -> None:
        """Wait for work; what was waited for before is dropped, and its answer with it."""
        self.drop()
        self._task = task
        self._bar.setRange(0, 0)
        task.moved.connect(self._move)
        self.destroyed.connect(task.cancel)
        self._patience.start()

    def end(self) -> None:
        """Wait no more: the answer came."""
        self._task = None
        self._patience.stop()
        self.hide()

    def drop(self) -> None:
        """Stop what is waited for, and want no answer of it."""
        if self._task is not None and isValid(self._task):
            self._task.moved.disconnect(self._move)
            self._task.cancel()
            self._task.forget()
        self.end()

    def _move(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._task is not None and isValid(self._task):
            self._task.cancel()
