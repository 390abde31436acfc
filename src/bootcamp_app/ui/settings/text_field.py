"""A field for several lines of text, as high as so many of them."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from bootcamp_app.ui.theme.current import theme

_LINE, _EDGES = 28, 22  # a line of Khmer, and what is above and below all of them


class TextField(QPlainTextEdit):
    """Tab goes on to the next field; it scrolls where the text is longer."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(self._lines * _LINE + _EDGES))
