"""Pills: a state in a word, with its icon and colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

ICONS = {"good": "check", "warning": "clock", "bad": "x", "info": "info", "": "more"}


class Pill(QFrame):
    """A short state; `meaning` is good, warning, bad, info or empty."""

    def __init__(self, text: Text = "", meaning: str = "", icon_name: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self._icon = QLabel()
        self._text = Label(size="small")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = row(self._icon, self._text, gap=6)
        line.setContentsMargins(10, 1, 12, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)
        self.show_state(text, meaning)

    def show_state(self, text: Text, meaning: str, icon_name: str = "") -> None:
        """Show another state."""
        self._icon_name = icon_name or self._icon_name
        say(self._text, text)
        say(self, text, "setAccessibleName")
        restyle(self, "meaning", meaning)
        restyle(self._text, "meaning", meaning)
        self._draw()

    def _draw(self) -> None:
        meaning = str(self.property("meaning") or "")
        size = theme.px(14)
        drawn = icon(self._icon_name or ICONS[meaning], meaning or "muted")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
