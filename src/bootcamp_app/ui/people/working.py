"""Work that a view waits for: its title, how far it is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.ui.tasks import Task
    from bootcamp_app.ui.words import Text


class Working(Card):
    """Hidden while nothing is under way."""

    ended = Signal()
    """The work is over, well or not."""
    dropped = Signal()
    """Work that only reads was stopped, and its answer is wanted no more."""

    def __init__(self) -> None:
        self._title = Label(size="heading", wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = button(N_("Stop"), self.cancel, icon_name="stop")
        super().__init__("", self._title, self._bar, row(self.stop, 1))
        self._task: Task | None = None
        self._only_reads = False
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def follow(self, task: Task, title: Text, *, only_reads: bool = False) -> None:
        """Show a task until it ends; one that only reads need not be waited for when stopped."""
        self._task = task
        self._only_reads = only_reads
        say(self._title, title)
        say(self._bar, title, "setAccessibleName")
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        task.moved.connect(self._move)
        task.ended.connect(self._end)
        self.show()

    def cancel(self) -> None:
        """Ask the work to stop; nothing of it is kept then."""
        task = self._task
        if task is None:
            return
        task.cancel()
        self.stop.setEnabled(False)
        if self._only_reads:
            task.forget()
            task.ended.disconnect(self._end)
            self._end()
            self.dropped.emit()

    def _move(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def _end(self) -> None:
        self._task = None
        self.hide()
        self.ended.emit()
