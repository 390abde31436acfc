"""What shows on the board that something is chosen, caught or drawn just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem

from bootcamp_app.features.canvases.views import CONNECTOR
from bootcamp_app.ui.canvases.board.connector_item import draw_line
from bootcamp_app.ui.canvases.pens import cosmetic, smooth
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from bootcamp_app.features.canvases.snapping import Guide
    from bootcamp_app.ui.canvases.board.board_item import BoardItem

HANDLES = {
    "top left": (0.0, 0.0), "top": (0.5, 0.0), "top right": (1.0, 0.0), "right": (1.0, 0.5),
    "bottom right": (1.0, 1.0), "bottom": (0.5, 1.0), "bottom left": (0.0, 1.0),
    "left": (0.0, 0.5),
}  # fmt: skip
PLUGS = {"top": (0.5, 0.0), "right": (1.0, 0.5), "bottom": (0.5, 1.0), "left": (0.0, 0.5)}
HANDLE, PLUG, AWAY = 8.0, 4.0, 18.0
"""Pixels: the side of a handle, half a plug for connectors, and how far outside it lies."""
MANY = 40
"""Items from which on it matters how they are painted."""
_ROOMY = 110
"""Pixels of an item's shorter side that has room for handles between its corners."""
ON_PAPER = QColor("#0F6B66")
_GUIDE = QColor("#C4508F")
_ABOVE = 1e9


class Marks(QGraphicsItem):
    """Frames of what is chosen, the handles of a single item, and what is being drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Sequence[BoardItem] = ()
        self._bounds = QRectF()
        self._scale = 1.0
        self._has_handles = self._has_focus = False
        self.setZValue(_ABOVE)

    def show_chosen(
        self, chosen: Sequence[BoardItem], scale: float, *, has_handles: bool, has_focus: bool
    ) -> None:
        """Show these as chosen, at so many pixels a millimetre."""
        self._chosen, self._scale = chosen, scale
        self._has_handles, self._has_focus = has_handles and len(chosen) == 1, has_focus
        self.renew()

    def renew(self) -> None:
        """Show the same where it lies now."""
        area = QRectF()
        for one in self._chosen:
            area = area.united(one.box.adjusted(0, 0, 0.01, 0.01))
        # The scene looks for it where it was: its bounds may only change after this.
        self.prepareGeometryChange()
        air = theme.px(AWAY + HANDLE) / self._scale
        self._bounds = QRectF() if area.isEmpty() else area.adjusted(-air, -air, air, air)

    def handle_at(self, place: QPointF) -> str:
        """Give the handle at a place of the board, or nothing."""
        return self._nearest(place, self._handles())

    def plug_at(self, place: QPointF) -> str:
        """Give the plug for a connector at a place of the board, or nothing."""
        return self._nearest(place, self._plugs())

    def boundingRect(self) -> QRectF:
        """Called by Qt: all that may be painted."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw frames and handles, as thick at every zoom."""
        del option, widget
        with smooth(painter, is_smooth=len(self._chosen) < MANY):
            self._paint_chosen(painter)

    def _paint_chosen(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        air = 2.5 / self._scale
        painter.setPen(cosmetic(ON_PAPER, theme.px(3 if self._has_focus else 2)))
        for one in self._chosen:
            if one.item.kind == CONNECTOR:
                painter.drawEllipse(one.box.center(), 2 * air, 2 * air)
            else:
                painter.drawRect(one.box.adjusted(-air, -air, air, air))
        side = theme.px(HANDLE) / self._scale
        painter.setPen(cosmetic(ON_PAPER, 1.5))
        painter.setBrush(QColor("#FFFFFF"))
        for place in self._handles().values():
            painter.drawRect(QRectF(place.x() - side / 2, place.y() - side / 2, side, side))
        painter.setBrush(ON_PAPER)
        for place in self._plugs().values():
            painter.drawEllipse(place, theme.px(PLUG) / self._scale, theme.px(PLUG) / self._scale)

    def _handles(self) -> dict[str, QPointF]:
        if not self._has_handles or self._chosen[0].item.kind == CONNECTOR:
            return {}
        box = self._chosen[0].box
        small = min(box.width(), box.height()) * self._scale < _ROOMY
        return {
            name: QPointF(box.x() + across * box.width(), box.y() + down * box.height())
            for name, (across, down) in HANDLES.items()
            if not small or " " in name
        }

    def _plugs(self) -> dict[str, QPointF]:
        if not self._has_handles or self._chosen[0].item.kind == CONNECTOR:
            return {}
        box, away = self._chosen[0].box, theme.px(AWAY) / self._scale
        return {
            name: QPointF(
                box.x() + across * box.width() + (across - 0.5) * 2 * away * (down == 0.5),
                box.y() + down * box.height() + (down - 0.5) * 2 * away * (across == 0.5),
            )
            for name, (across, down) in PLUGS.items()
        }

    def _nearest(self, place: QPointF, places: dict[str, QPointF]) -> str:
        reach = theme.px(HANDLE) / self._scale
        for name, one in places.items():
            if abs(one.x() - place.x()) <= reach and abs(one.y() - place.y()) <= reach:
                return name
        return ""


class Sketch(QGraphicsItem):
    """What the hand draws just now: an area that chooses, a frame, or a line to somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._line: tuple[QPointF, QPointF] | None = None
        self._scale = 1.0
        self.setZValue(_ABOVE)

    def show_area(self, area: QRectF, scale: float) -> None:
        """Show an area."""
        self.prepareGeometryChange()
        self._area, self._line, self._scale = area, None, scale

    def show_line(self, starts: QPointF, ends: QPointF, scale: float) -> None:
        """Show a line with an arrow's head."""
        self.prepareGeometryChange()
        self._area, self._line, self._scale = (
            QRectF(starts, ends).normalized(),
            (starts, ends),
            scale,
        )

    def clear(self) -> None:
        """Show nothing."""
        self.show_area(QRectF(), 1.0)

    def boundingRect(self) -> QRectF:
        """Called by Qt: all that may be painted."""
        if self._line is None and self._area.isEmpty():
            return QRectF()
        air = 5 + 3 / self._scale
        return self._area.adjusted(-air, -air, air, air)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw it."""
        del option, widget
        if self._line is not None:
            draw_line(painter, QPen(ON_PAPER, 2 / self._scale), self._line)
            return
        painter.setPen(cosmetic(ON_PAPER, 1))
        tint = QColor(ON_PAPER)
        tint.setAlpha(28)
        painter.setBrush(tint)
        painter.drawRect(self._area)


class GuideLine(QGraphicsLineItem):
    """A thin line that shows on what something caught; only what it crosses is painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(cosmetic(_GUIDE, 1.5))
        self.setZValue(_ABOVE)
        self.hide()

    def show_guide(self, guide: Guide | None) -> None:
        """Show this one, or none."""
        self.setVisible(guide is not None)
        if guide is not None:
            self.setLine(QLineF(guide.x1, guide.y1, guide.x2, guide.y2))
