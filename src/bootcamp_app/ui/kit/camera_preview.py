"""What the camera sees, as a mirror shows it, with a frame around each code that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bootcamp_app.ui.kit.camera_reader import Corners

_WIDTH, _SHAPE = 220, 9 / 16
_ROUND, _ICON = 8, 40
_OUTLINED = 900


class Preview(QWidget):
    """Paints the newest picture in the room it has."""

    def __init__(self) -> None:
        super().__init__()
        self.is_mirrored = True
        self.outlines: tuple[Corners, ...] = ()
        self._picture = QImage()
        self._clear = QTimer(self, singleShot=True, interval=_OUTLINED)
        self._clear.timeout.connect(lambda: self.outline(()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        say(self, N_("What the camera sees"), "setAccessibleName")
        theme.changed.connect(self.updateGeometry)

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see."""
        return not self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        """Show a picture as the camera saw it; an empty one where there is none."""
        self._picture = picture
        self.update()

    def outline(self, outlines: tuple[Corners, ...]) -> None:
        """Frame these codes for a moment; corners are parts of width and height."""
        if outlines:
            self._clear.start()
        if outlines or self.outlines:
            self.outlines = outlines
            self.update()

    def mirror(self, *, is_mirrored: bool) -> None:
        """Show left at the left as a mirror does, or as others see it."""
        self.is_mirrored = is_mirrored
        self.update()

    def sizeHint(self) -> QSize:
        """Called by Qt."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Called by Qt."""
        return QSize(_WIDTH, round(_WIDTH * _SHAPE))

    def heightForWidth(self, width: int) -> int:
        """Called by Qt: as the pictures of most cameras are."""
        return round(width * _SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Called by Qt."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        painter.fillPath(frame, theme.colour("sunken"))
        painter.setClipPath(frame)
        if self._picture.isNull():
            self._paint_nothing(painter)
        else:
            self._paint_picture(painter)
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        side = theme.px(_ICON)
        drawn = icon("camera", "muted").pixmap(QSize(side, side), self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)

    def _paint_picture(self, painter: QPainter) -> None:
        target = _fitting(QSize(self._picture.width(), self._picture.height()), self.rect().size())
        if self.is_mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(target, self._picture)
        # Light around dark, so that it is seen on any picture.
        for width, colour in ((6, "surface"), (3, "good")):
            painter.setPen(QPen(theme.colour(colour), width))
            for corners in self.outlines:
                painter.drawPolygon(QPolygonF([_at(target, x, y) for x, y in corners]))


def _fitting(size: QSize, room: QSize) -> QRectF:
    """Give where a picture lies that fills its room; what is over is cut off at the sides."""
    whole = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (room.width() - whole.width()) / 2, (room.height() - whole.height()) / 2
    return QRectF(left, top, whole.width(), whole.height())


def _at(target: QRectF, x: float, y: float) -> QPointF:
    return QPointF(target.left() + x * target.width(), target.top() + y * target.height())
