"""Empty pages teach the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text

_WIDTH = 560


class EmptyState(QWidget):
    """An icon, what is not there yet, and the buttons that change it."""

    def __init__(self, icon_name: str, heading: Text, text: Text, *actions: QWidget) -> None:
        super().__init__()
        self._name = icon_name
        self._icon = QLabel()
        self._heading = Label(heading, size="heading", wraps=True)
        self._text = Label(text, tone="muted", wraps=True)
        for part in (self._icon, self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = QWidget()
        lines = column(self._icon, self._heading, self._text, gap=8)
        if actions:
            lines.addLayout(row(1, *actions, 1))
        inner.setLayout(lines)
        self._inner = inner
        self.setLayout(column(1, row(1, inner, 1), 2))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        size = theme.px(48)
        drawn = icon(self._name, "accent")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
        self._inner.setMaximumWidth(theme.px(_WIDTH))
