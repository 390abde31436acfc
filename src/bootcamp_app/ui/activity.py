"""The one place for work in the background: what is under way, how far, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.ui.tasks import Task


class Activity(QFrame):
    """Hidden while nothing is under way."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("activity")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._under_way = column(gap=8, margin=10)
        self.setLayout(self._under_way)
        say(self, N_("Work in the background"), "setAccessibleName")
        self.hide()

    def show_task(self, task: Task) -> None:
        """Show one more task until it ends."""
        line = _Line(task)
        self._under_way.addWidget(line)
        line.ended.connect(self._drop)
        self.show()

    def _drop(self) -> None:
        line = self.sender()
        if not isinstance(line, _Line):
            return
        self._under_way.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(self._under_way.count() > 0)


class _Line(QWidget):
    """One task: its title, a bar, a button to stop it."""

    ended = Signal()

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._cancel = IconButton(N_("Stop this work"), "x")
        title = Label(task.job.title, size="small", wraps=True)
        say(self._bar, task.job.title, "setAccessibleName")
        head = row(title, self._cancel)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._bar, gap=4))
        task.moved.connect(self._move)
        task.ended.connect(self.ended)
        self._cancel.clicked.connect(task.cancel)
        self._cancel.clicked.connect(lambda: self._cancel.setEnabled(False))

    def _move(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
