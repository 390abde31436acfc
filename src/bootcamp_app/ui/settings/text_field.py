"""A field for several lines of text, as high as so many of them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from bootcamp_app.ui.theme.current import theme

_LINE, _EDGES = 28, 22  # a line of Khmer, and what is above and below all of them


class TextField(QPlainTextEdit):
    """Tab goes on to the next field; it scrolls where the text is longer."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Called by Qt: so many lines."""
        height = theme.px(self._lines * _LINE + _EDGES)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: so many lines."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
