"""A large card to press: an icon, what it does, and a sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ICON = 32


class ChoiceCard(QPushButton):
    """One of the few large things that can be done first."""

    def __init__(self, icon_name: str, heading: Text, text: Text) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._picture = QLabel()
        self._heading = Label(heading, size="heading", wraps=True)
        self._text = Label(text, tone="muted", wraps=True)
        for part in (self._picture, self._heading, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parts = column(self._picture, self._heading, self._text, 1, gap=8, margin=24)
        self.setLayout(self._parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        say(self, heading, "setAccessibleName")
        say(self, text, "setAccessibleDescription")
        theme.changed.connect(self._draw)
        tongue.turned.connect(self._fit)
        self._draw()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at this width."""
        return QSize(theme.px(280), self._parts.totalHeightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word may be clipped."""
        return QSize(theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._parts.invalidate()
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _draw(self) -> None:
        size = theme.px(_ICON)
        drawn = icon(self._icon_name, "accent")
        self._picture.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
        self._fit()
