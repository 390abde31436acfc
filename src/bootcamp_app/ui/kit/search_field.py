"""A search field: asks a moment after the last key, so that each letter costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_ICON, _BUTTON = 18, 28
PAUSE = 120
"""Milliseconds after the last key; less where an answer comes at once and old ones are dropped."""


class SearchField(LineField):
    """One line with a magnifying glass; Esc clears it."""

    searched = Signal(str)

    def __init__(self, hint: Text, pause: int = PAUSE) -> None:
        super().__init__()
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        self._clear = IconButton(N_("Clear the search"), "x", kind="inside")
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        theme.changed.connect(self._scale)
        self._scale()
        say(self, hint, "setPlaceholderText")
        say(self, hint, "setAccessibleName")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Esc clears, Enter does not wait."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.searched.emit(self.text().strip())
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: the field, and its icon."""
        super().paintEvent(event)
        side = theme.px(_ICON)
        box = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "search", box, theme.colour("muted"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the button stays at the right end."""
        super().resizeEvent(event)
        side = theme.px(_BUTTON)
        left = self.width() - side - theme.px(6)
        self._clear.setGeometry(left, (self.height() - side) // 2, side, side)

    def _scale(self) -> None:
        self.setTextMargins(theme.px(_ICON + 8), 0, theme.px(_BUTTON), 0)
