"""A portrait as it is drawn: round corners, or an outline of somebody where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROUND = 10
_ICON_SHARE = 0.45


class PortraitView(QWidget):
    """A face, three to four; `height` is in pixels at 100 %."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._scale)
        self._scale()
        self.show_jpeg(None)

    @property
    def has_picture(self) -> bool:
        """Whether there is a face to see."""
        return not self._picture.isNull()

    def show_jpeg(self, jpeg: bytes | None) -> None:
        """Show this picture, or that there is none."""
        self._picture = QPixmap.fromImage(QImage.fromData(jpeg)) if jpeg else QPixmap()
        self._name()
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show a picture that is not kept yet."""
        self._picture = QPixmap.fromImage(picture)
        self._name()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, theme.px(_ROUND), theme.px(_ROUND))
        painter.fillPath(path, theme.colour("sunken"))
        painter.setClipPath(path)
        if self.has_picture:
            self._draw(painter, box)
        else:
            side = box.width() * _ICON_SHARE
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(box.center())
            draw_icon(painter, "user", middle, theme.colour("muted"))
        painter.setClipping(False)
        painter.setPen(theme.colour("line"))
        painter.drawPath(path)

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        size = self._picture.size().scaled(
            box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))

    def _name(self) -> None:
        name = N_("Photo of this person") if self.has_picture else N_("No photo")
        say(self, name, "setAccessibleName")

    def _scale(self) -> None:
        height = theme.px(self._height)
        self.setFixedSize(QSize(height * 3 // 4, height))
