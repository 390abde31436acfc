"""How frames over the page are painted; the page is white paper in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF

_INKS = {"meant": "#0F6B66", "bad": "#A32020", "empty": "#B8B2A7", "guide": "#C4508F"}
_FOCUS, _BESIDE = 3, 4


def frame_ink(role: str) -> QColor:
    """Give the colour of a frame; with high contrast all are black."""
    return QColor("#000000" if theme.colours.border > 1 else _INKS[role])


def paint_box(
    painter: QPainter, room: QRectF, role: str, width: int, *, is_dashed: bool = False
) -> None:
    """Paint a frame a little outside of a room."""
    style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(frame_ink(role), width, style))
    painter.drawRect(room.adjusted(-2, -2, 2, 2))


def paint_handles(painter: QPainter, places: Iterable[QPointF], role: str, side: int) -> None:
    """Paint what the mouse pulls at."""
    painter.setPen(QPen(frame_ink(role), 2))
    painter.setBrush(QColor("white"))
    for place in places:
        box = QRectF(0, 0, side, side)
        box.moveCenter(place)
        painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_guide(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """Paint a line on which something rests."""
    painter.setPen(QPen(frame_ink("guide"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(start, end)


def paint_focus(painter: QPainter, page: QRectF) -> None:
    """Paint around the page that the keys are here; it lies on the window, not on the paper."""
    painter.setPen(QPen(theme.colour("accent"), _FOCUS))
    painter.drawRect(page.adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE))
