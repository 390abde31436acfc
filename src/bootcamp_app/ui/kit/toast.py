"""Toasts: a line at the bottom that says what was done and offers to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

SECONDS = 12
_WIDTH = 720


class Toast(QFrame):
    """One line in a strip of its own, so that it lies on nothing; the next one takes its place.

    It stays for some seconds, and for as long as the pointer or the focus is in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Label(wraps=True)
        self._undo = Button(N_("Undo"))
        self._close = Button(N_("Close"))
        self._undone: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = row(self._text, self._undo, self._close, gap=8)
        self._line.setStretch(0, 1)
        self._line.setContentsMargins(16, 8, 8, 8)
        self.setLayout(self._line)
        self._timer.timeout.connect(self.time_is_up)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        for one in (self._undo, self._close):
            # A click takes the keys from nowhere.
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._scale)
        self._scale()
        self.hide()

    def say(self, text: Text, undo: Callable[[], object] | None = None) -> None:
        """Say a text for some seconds, with a way to take back what it says."""
        say(self._text, text)
        say(self, text, "setAccessibleName")
        self._undone = undo
        self._undo.setVisible(undo is not None)
        self.show()
        self._timer.start()

    @property
    def plain(self) -> str:
        """What it says."""
        return self._text.plain

    def time_is_up(self) -> None:
        """Go, but not from under the pointer or the focus."""
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._timer.start()
        else:
            self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        """Called by Qt: it was read."""
        self._timer.start()
        super().leaveEvent(event)

    def _scale(self) -> None:
        self.setMaximumWidth(theme.px(_WIDTH))

    def _take_back(self) -> None:
        self.hide()
        if self._undone is not None:
            self._undone()
