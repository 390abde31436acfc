"""A canvas in small: as it prints; until that is drawn, its zones as they lie on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bootcamp_app.features.canvases.views import Template, Zone
    from bootcamp_app.ui.canvases.canvas_pictures import CanvasPictures

_WIDTH, _HEIGHT = 420, 297
"""Millimetres of A3, in which the zones are given."""

_PAPER, _LINE, _TEXT, _TITLE = "#FFFFFF", "#C9C3B8", "#D5D9DC", "#0F6B66"
_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#B58A00",
    "orange": "#D0631B",
    "pink": "#C4508F",
    "red": "#C23B3B",
    "neutral": "#8A939C",
}


class Thumbnail(QWidget):
    """Shows a template at any size; paper is white in every theme."""

    def __init__(
        self, template: Template, width: int = 260, pictures: CanvasPictures | None = None
    ) -> None:
        super().__init__()
        self._template = template
        self._pictures = pictures
        self._wanted = width
        self._painted = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._scale)
        if pictures is not None:
            pictures.came.connect(self._take)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: show the canvas."""
        del event
        ratio = self.devicePixelRatioF()
        real = self._real(ratio)
        if real.isNull() and self._painted.size() != self.size() * ratio:
            self._painted = self._paint(ratio)
        with QPainter(self) as painter:
            if real.isNull():
                painter.drawPixmap(0, 0, self._painted)
                return
            painter.drawImage(self.rect(), real)
            painter.setPen(QPen(QColor(_LINE), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _real(self, ratio: float) -> QImage:
        if self._pictures is None:
            return QImage()
        return self._pictures.of(self._template, round(self.width() * ratio))

    def _take(self, template: Template) -> None:
        if template == self._template:
            self.update()

    def _scale(self) -> None:
        width = theme.px(self._wanted)
        self.setFixedSize(QSize(width, round(width * _HEIGHT / _WIDTH)))

    def _paint(self, ratio: float) -> QPixmap:
        painted = QPixmap(self.size() * ratio)
        painted.setDevicePixelRatio(ratio)
        painted.fill(QColor(_PAPER))
        with QPainter(painted) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(_LINE), 1))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
            painter.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
            _bar(painter, QRectF(10, 10, 150, 11), _TITLE)
            _bar(painter, QRectF(10, 27, 90, 5), _TEXT)
            for zone in self._template.zones:
                _paint_zone(painter, zone)
        return painted


def _paint_zone(painter: QPainter, zone: Zone) -> None:
    box = QRectF(zone.x + 1, zone.top + 1, zone.width - 2, zone.height - 2)
    colour = QColor(_COLOURS.get(zone.colour, _COLOURS["neutral"]))
    tint = QColor(colour)
    tint.setAlphaF(0.07)
    painter.setPen(QPen(QColor(_LINE), 1.2))
    painter.setBrush(tint)
    painter.drawRoundedRect(box, 3, 3)
    inner = max(box.width() - 16, 4)
    _bar(painter, QRectF(box.x() + 8, box.y() + 6, min(inner, 60), 6), colour.name())
    for line, share in enumerate((0.8, 0.55)):
        top = box.y() + 17 + line * 7
        if top + 4 < box.bottom():
            _bar(painter, QRectF(box.x() + 8, top, min(inner, 110) * share, 3), _TEXT)


def _bar(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, 1.5, 1.5)
