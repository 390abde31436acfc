"""A thin bar with round ends; what it is about fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class RoundedBar(QWidget):
    """Draws the ground, and in high contrast the outline; `height` is in pixels at 100 %."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._scale)
        self._scale()

    def draw_parts(self, painter: QPainter, box: QRectF) -> None:
        """Fill the bar; what lies outside its round ends is cut off."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        self.draw_parts(painter, box)
        if theme.colours.border > 1:
            painter.setClipping(False)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawPath(outline)

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(self._height))
        self.update()
