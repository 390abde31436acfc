"""Long work shown in place: its title, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.ui.tasks import Task


class Preparing(Card):
    """Hidden until there is something to wait for."""

    def __init__(self) -> None:
        self._title = Label(size="heading", wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = Button(N_("Cancel"))
        told = Label(N_("This takes some seconds and happens once."), tone="muted", wraps=True)
        super().__init__("", self._title, told, self._bar, row(1, self.cancel))
        self._task: Task | None = None
        self.cancel.clicked.connect(self._stop)
        self.hide()

    def show_task(self, task: Task) -> None:
        """Show work until it ends."""
        self._task = task
        say(self._title, task.job.title)
        say(self._bar, task.job.title, "setAccessibleName")
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        task.moved.connect(self._move)
        task.ended.connect(self._end)
        self.show()

    def _move(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.cancel.setEnabled(False)

    def _end(self) -> None:
        self._task = None
        self.hide()
