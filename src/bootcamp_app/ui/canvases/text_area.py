"""A text of several lines; Tab goes on to the next field, Enter begins a new line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from bootcamp_app.ui.theme.current import theme

_LINE = 30


class TextArea(QPlainTextEdit):
    """Holds plain text, and is as high as a few lines of it."""

    changed = Signal()

    def __init__(self, text: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.textChanged.connect(self.changed)
        theme.changed.connect(self._scale)
        self._scale()

    @property
    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(_LINE * self._lines + 16))
