"""The zones of a template on their paper: moved and pulled with the mouse or the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.template_editing import GRID, moved, resized
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.ui.canvases.template_editor.zone_paint import paint_page
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from bootcamp_app.features.canvases.views import Template, Zone

_NEAR = 9
"""Pixels beside an edge that mean the edge."""
_LEAST_WIDTH = 420
_ARROWS = {
    Qt.Key.Key_Left: (-GRID, 0.0),
    Qt.Key.Key_Right: (GRID, 0.0),
    Qt.Key.Key_Up: (0.0, -GRID),
    Qt.Key.Key_Down: (0.0, GRID),
}
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SHAPES = {
    "": Qt.CursorShape.SizeAllCursor,
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor,
    "bottom": Qt.CursorShape.SizeVerCursor,
    "left top": Qt.CursorShape.SizeFDiagCursor,
    "right bottom": Qt.CursorShape.SizeFDiagCursor,
    "right top": Qt.CursorShape.SizeBDiagCursor,
    "left bottom": Qt.CursorShape.SizeBDiagCursor,
}


class ZonesView(QWidget):
    """Shows a template; one zone of it is chosen."""

    chosen = Signal(str)
    """The id of the zone that the hand or the keys chose."""
    placed = Signal(object)
    """The chosen Zone as it was moved or pulled."""
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.template: Template | None = None
        self.zone_id = ""
        self._held: tuple[QPointF, str, Zone] | None = None
        self._pulled: Zone | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        say(self, N_("The canvas"), "setAccessibleName")
        say(self, self._described, "setAccessibleDescription")
        theme.changed.connect(self.updateGeometry)
        tongue.turned.connect(self.update)

    def show_template(self, template: Template, zone_id: str) -> None:
        """Show a template, and choose a zone of it."""
        if template != self.template:
            self._held = self._pulled = None
        self.template, self.zone_id = template, zone_id
        say(self, self._described, "setAccessibleDescription")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Called by Qt: a paper keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Called by Qt: the shape of A3."""
        return round(width * PAGE_HEIGHT / PAGE_WIDTH)

    def sizeHint(self) -> QSize:
        """Called by Qt: as wide as there is room."""
        width = theme.px(_LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: words on it can still be read."""
        return self.sizeHint()

    def zone_at(self, point: QPointF) -> Zone | None:
        """Give the zone at a place of the window."""
        x, y = self._page(point)
        for zone in self.template.zones if self.template else ():
            if zone.x <= x <= zone.x + zone.width and zone.top <= y <= zone.top + zone.height:
                return zone
        return None

    def place_of(self, x: float, top: float) -> QPointF:
        """Give where a place of the paper (millimetres of A3) lies in the window."""
        paper = self._paper()
        scale = paper.width() / PAGE_WIDTH
        return QPointF(paper.x() + x * scale, paper.y() + top * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: the paper with its zones."""
        del event
        if self.template is not None:
            with QPainter(self) as painter:
                paint_page(
                    painter, self._paper(), self.template, self._pulled or self._chosen(),
                    has_keys=self.hasFocus(),
                )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: take hold of a zone, or of its edge."""
        zone = self.zone_at(event.position())
        if zone is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = (event.position(), self._edges(zone, event.position()), zone)
        if zone.id != self.zone_id:
            self.zone_id = zone.id
            self.chosen.emit(zone.id)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: the zone follows the hand, from line to line of the grid."""
        if self._held is None:
            over = self.zone_at(event.position())
            shape = _SHAPES[self._edges(over, event.position())] if over else None
            self.setCursor(shape or Qt.CursorShape.ArrowCursor)
            return
        begun, edges, zone = self._held
        way = (event.position() - begun) * (PAGE_WIDTH / self._paper().width())
        dx, dy = way.x(), way.y()
        self._pulled = resized(zone, edges, dx, dy) if edges else moved(zone, dx, dy)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: it lies there now."""
        del event
        held, pulled = self._held, self._pulled
        self._held = self._pulled = None
        if held is not None and pulled is not None and pulled != held[2]:
            self.placed.emit(pulled)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: arrows move, with Shift they pull; PgUp and PgDn choose, Del removes."""
        key, zone = Qt.Key(event.key()), self._chosen()
        if zone is None or self.template is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            dx, dy = _ARROWS[key]
            pulls = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            after = resized(zone, "right bottom", dx, dy) if pulls else moved(zone, dx, dy)
            if after != zone:
                self.placed.emit(after)
        elif key in _STEPS:
            ids = [one.id for one in self.template.zones]
            self.chosen.emit(ids[(ids.index(zone.id) + _STEPS[key]) % len(ids)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: show that the keys mean the chosen zone."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: they do no longer."""
        super().focusOutEvent(event)
        self.update()

    def _chosen(self) -> Zone | None:
        return self.template.zone(self.zone_id) if self.template else None

    def _paper(self) -> QRectF:
        width = min(self.width(), self.height() * PAGE_WIDTH / PAGE_HEIGHT)
        height = width * PAGE_HEIGHT / PAGE_WIDTH
        return QRectF((self.width() - width) / 2, 0, width, height)

    def _page(self, point: QPointF) -> tuple[float, float]:
        paper = self._paper()
        scale = PAGE_WIDTH / max(paper.width(), 1)
        return (point.x() - paper.x()) * scale, (point.y() - paper.y()) * scale

    def _edges(self, zone: Zone, point: QPointF) -> str:
        x, y = self._page(point)
        near = _NEAR * PAGE_WIDTH / max(self._paper().width(), 1)
        across = "left" * (x - zone.x < near) or "right" * (zone.x + zone.width - x < near)
        down = "top" * (y - zone.top < near) or "bottom" * (zone.top + zone.height - y < near)
        return " ".join(filter(None, (across, down)))

    def _described(self) -> str:
        zone = self._chosen()
        if zone is None:
            return ""
        told = _("{title}: {x} mm from the left, {top} mm from above, {width} by {height} mm")
        return told.format(
            title=zone.title, x=digits(round(zone.x)), top=digits(round(zone.top)),
            width=digits(round(zone.width)), height=digits(round(zone.height)),
        )  # fmt: skip
