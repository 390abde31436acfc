"""A line between two items, which follows both."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from bootcamp_app.features.canvases.snapping import Frame
from bootcamp_app.ui.canvases.board.board_item import BoardItem
from bootcamp_app.ui.canvases.board.note_item import INK
from bootcamp_app.ui.canvases.pens import smooth

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item

_WIDTH, _HEAD, _GAP = 0.7, 4.0, 0.8
"""Millimetres: the line, the head of an arrow, and the air before an item."""


class ConnectorItem(BoardItem):
    """Goes from one item's edge to another's, where they lie at the moment."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.starts, self.ends = QPointF(), QPointF()
        self.setPos(0, 0)

    def lay(self, frame: Frame) -> None:
        """Leave it where its ends are."""
        del frame

    @property
    def frame(self) -> Frame:
        """What it spans now."""
        box = self.box
        return Frame(box.x(), box.y(), box.width(), box.height())

    @property
    def box(self) -> QRectF:
        """What it spans now, as Qt has it."""
        return QRectF(self.starts, self.ends).normalized()

    def follow(self, source: QRectF, target: QRectF) -> None:
        """Go from one box to another."""
        starts = leaving(source, target.center())
        ends = leaving(target, source.center())
        if (starts, ends) != (self.starts, self.ends):
            self.prepareGeometryChange()
            self.starts, self.ends = starts, ends

    def boundingRect(self) -> QRectF:
        """Called by Qt: the line with its heads."""
        return self.box.adjusted(-_HEAD, -_HEAD, _HEAD, _HEAD)

    def is_hit(self, at: QPointF, reach: float) -> bool:
        """Say whether a place is near the line."""
        way = self.ends - self.starts
        length = hypot(way.x(), way.y())
        if not length:
            return False
        from_start = at - self.starts
        along = (from_start.x() * way.x() + from_start.y() * way.y()) / (length * length)
        nearest = self.starts + way * min(max(along, 0.0), 1.0)
        return hypot(at.x() - nearest.x(), at.y() - nearest.y()) <= reach + _WIDTH

    def draw(self, painter: QPainter) -> None:
        """Draw the line and its heads."""
        scale = painter.worldTransform().m11()
        style = self.item.style
        pen = QPen(INK, max(_WIDTH, 1 / scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if style.get("dash"):
            pen.setDashPattern([3, 3])
        draw_line(painter, pen, (self.starts, self.ends), str(style.get("ends", "arrow")))


def draw_line(
    painter: QPainter, pen: QPen, line: tuple[QPointF, QPointF], ends: str = "arrow"
) -> None:
    """Draw a line with the heads of arrows that it has."""
    starts, stops = line
    with smooth(painter):
        painter.setPen(pen)
        painter.drawLine(starts, stops)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        if ends in ("arrow", "both"):
            painter.drawPolygon(_head(starts, stops))
        if ends == "both":
            painter.drawPolygon(_head(stops, starts))


def leaving(box: QRectF, towards: QPointF) -> QPointF:
    """Give where the line from the middle of a box towards a place leaves the box."""
    middle = box.center()
    way = towards - middle
    if not way.x() and not way.y():
        return middle
    half_width, half_height = box.width() / 2 + _GAP, box.height() / 2 + _GAP
    shares = [half_width / abs(way.x())] if way.x() else []
    shares += [half_height / abs(way.y())] if way.y() else []
    return middle + way * min(*shares, 1.0)


def _head(starts: QPointF, ends: QPointF) -> QPolygonF:
    way = ends - starts
    length = hypot(way.x(), way.y())
    if not length:
        return QPolygonF()
    along = way * (min(_HEAD, length) / length)
    across = QPointF(-along.y(), along.x()) * 0.42
    return QPolygonF([ends, ends - along + across, ends - along - across])
