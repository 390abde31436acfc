"""A logo as it looks on paper: whole, on white, whatever the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIZE = (96, 64)
_MOST = 480
_ROUND, _MARGIN = 8, 8


def small_picture(png: bytes) -> QImage:
    """Give a logo small enough to be drawn often; may be called on any thread."""
    picture = QImage.fromData(png)
    if max(picture.width(), picture.height()) <= _MOST:
        return picture
    return picture.scaled(
        QSize(_MOST, _MOST),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


class LogoView(QWidget):
    """Shows a logo on a piece of white paper."""

    def __init__(self, picture: QImage, title: str) -> None:
        super().__init__()
        self.picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self, Sentence("Logo: {title}", title=title), "setAccessibleName")
        theme.changed.connect(self._scale)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paper = QPainterPath()
        paper.addRoundedRect(box, theme.px(_ROUND), theme.px(_ROUND))
        painter.fillPath(paper, QColor("white"))
        painter.setPen(theme.colour("line"))
        painter.drawPath(paper)
        margin = theme.px(_MARGIN)
        room = box.adjusted(margin, margin, -margin, -margin)
        size = self.picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self.picture)

    def _scale(self) -> None:
        self.setFixedSize(QSize(*map(theme.px, _SIZE)))
