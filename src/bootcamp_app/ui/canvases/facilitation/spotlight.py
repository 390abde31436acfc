"""What is drawn over a board while it is shown: all but one zone dimmed, items marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsEllipseItem,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsSimpleTextItem,
)
from shiboken6 import isValid

from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.views import Item, Zone
    from bootcamp_app.ui.canvases.board.board_view import BoardView

_ABOVE = 1e9
_FAR = 400.0
_DIM = QColor(20, 25, 30, 150)
_RADIUS, _WIDTH, _ROOM, _DISC = 2.0, 1.6, 1.2, 10.0
SIGNS = {"came": "+", "went": "−", "changed": "~", "moved": "→"}
"""What stands at a marked item, for who does not see its colour."""
_COLOURS = {"came": "#176B3A", "went": "#A32020", "changed": "#8A5200", "moved": "#1F4E9E"}


class Spotlight:
    """Dims everything but a zone of one view."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._dim: QGraphicsPathItem | None = None

    def show_zone(self, zone: Zone | None) -> None:
        """Dim all but this zone; nothing where there is none."""
        if self._dim is not None and isValid(self._dim):
            self._view.scene().removeItem(self._dim)
        self._dim = None
        if zone is None:
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        path.addRect(QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT).adjusted(-_FAR, -_FAR, _FAR, _FAR))
        path.addRoundedRect(QRectF(zone.x, zone.top, zone.width, zone.height), _RADIUS, _RADIUS)
        dim = QGraphicsPathItem(path)
        dim.setPen(QPen(Qt.PenStyle.NoPen))
        dim.setBrush(QBrush(_DIM))
        _lay_over(dim)
        self._view.scene().addItem(dim)
        self._dim = dim


class Marks:
    """Marks items of one view by how they differ: a frame in a colour, and a sign."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._drawn: list[QGraphicsItem] = []

    def show(self, items: Iterable[tuple[str, Item]]) -> None:
        """Mark each (kind of difference, item), and nothing else."""
        for one in self._drawn:
            if isValid(one):
                self._view.scene().removeItem(one)
        self._drawn = []
        for kind, item in items:
            self._draw(kind, item)

    def _draw(self, kind: str, item: Item) -> None:
        place = QRectF(item.x, item.top, item.width, item.height)
        path = QPainterPath()
        path.addRoundedRect(place.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM), _RADIUS, _RADIUS)
        frame = QGraphicsPathItem(path)
        style = Qt.PenStyle.DashLine if kind == "went" else Qt.PenStyle.SolidLine
        frame.setPen(QPen(QColor(_COLOURS[kind]), _WIDTH, style))
        # On a disc of its own colour it can be seen at arm's length.
        corner = QRectF(place.right() - _DISC, place.top() - _ROOM, _DISC, _DISC)
        disc = QGraphicsEllipseItem(corner, frame)
        disc.setPen(QPen(Qt.PenStyle.NoPen))
        disc.setBrush(QColor(_COLOURS[kind]))
        sign = QGraphicsSimpleTextItem(SIGNS[kind], disc)
        sign.setFont(theme.font("body", 700))
        sign.setBrush(QColor("#FFFFFF"))
        sign.setScale(_DISC / max(sign.boundingRect().height(), 1))
        size = sign.mapRectToParent(sign.boundingRect())
        sign.setPos(corner.center().x() - size.width() / 2, corner.center().y() - size.height() / 2)
        _lay_over(frame)
        self._view.scene().addItem(frame)
        self._drawn.append(frame)


def _lay_over(item: QGraphicsItem) -> None:
    item.setZValue(_ABOVE)
    item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
