"""A field for several lines of text, as high as so many of them."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import tongue

_EDGES = 20


class TextField(QPlainTextEdit):
    """Tab goes on to the next field; it scrolls where the text is longer."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + theme.px(_EDGES))
