"""Toasts: a line at the bottom that says what was done and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

SECONDS = 8
_MARGIN, _WIDTH = 24, 420


class Toast(QFrame):
    """One line over the corner of a window; the next one takes its place."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._text = Label(wraps=True)
        self._undo = Button(N_("Undo"))
        self._close = Button(N_("Close"))
        self._undone: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = over
        self._line = row(self._text, self._undo, self._close, gap=8)
        self._line.setContentsMargins(16, 8, 8, 8)
        self.setLayout(self._line)
        self._timer.timeout.connect(self.hide)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: Text, undo: Callable[[], object] | None = None) -> None:
        """Say a text for some seconds, with a way to take back what it says."""
        say(self._text, text)
        say(self, text, "setAccessibleName")
        self._undone = undo
        self._undo.setVisible(undo is not None)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    @property
    def plain(self) -> str:
        """What it says."""
        return self._text.plain

    def place(self) -> None:
        """Lie in the lower right corner."""
        over = self._over
        width = min(theme.px(_WIDTH), over.width() - 2 * _MARGIN)
        self.setFixedWidth(width)
        self._line.activate()
        height = self._line.totalHeightForWidth(width)
        self.setFixedHeight(max(height, theme.px(48)))
        self.move(over.width() - width - _MARGIN, over.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: follow the window's size, and wait while the pointer is here."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Called by Qt: somebody reads it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Called by Qt: it was read."""
        self._timer.start()
        super().leaveEvent(event)

    def _take_back(self) -> None:
        self.hide()
        if self._undone is not None:
            self._undone()
