"""The page on which parts are chosen, moved and resized; what is painted is the real PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.editing import changed, moved
from bootcamp_app.ui.certificates.editor.frame_paint import (
    paint_box,
    paint_focus,
    paint_guide,
    paint_handles,
)
from bootcamp_app.ui.certificates.editor.frames import frame_of, is_empty, part_at
from bootcamp_app.ui.certificates.editor.grip import Grip, may_pull, places_of
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from bootcamp_app.features.certificates.snapping import Frame, Guide
    from bootcamp_app.ui.certificates.editor.draft import Draft
    from bootcamp_app.ui.certificates.editor.preview import Shown

_HANDLE, _REACH, _STILL = 9, 7, 4
"""Pixels: a handle's side, how near a line catches, how far the mouse may tremble."""
_AIR = 10
_STEP, _LARGE, _SMALL = 1.0, 5.0, 0.1
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor, "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor, "bottom": Qt.CursorShape.SizeVerCursor,
    "top left": Qt.CursorShape.SizeFDiagCursor, "bottom right": Qt.CursorShape.SizeFDiagCursor,
    "top right": Qt.CursorShape.SizeBDiagCursor, "bottom left": Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class PageCanvas(QWidget):
    """Shows a page `scale` pixels a millimetre, with frames over it."""

    words_wanted = Signal()
    """Somebody wants to write the words of the chosen part."""

    removal_wanted = Signal()
    """The chosen part is to be taken away."""

    let_go = Signal()
    """The mouse let go of what it held."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._image = QImage()
        self._shown: Shown | None = None
        self._page = (297.0, 210.0)
        self._scale = 2.0
        self._grip: Grip | None = None
        self._from = QPointF()
        self._handle = self._over = ""
        self._has_moved = False
        self._frame: Frame | None = None
        self.guides: tuple[Guide, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        say(self, N_("The page. Arrow keys move the chosen part."), "setAccessibleName")
        draft.part_chosen.connect(self._forget_frame)
        theme.changed.connect(self.update)

    def show_page(self, shown: Shown, page: tuple[float, float]) -> None:
        """Show a page that was made."""
        self._shown, self._image, self._page = shown, shown.image, page
        if self._grip is None and shown.wanted.design is self._draft.design:
            self._frame = None
        self._take_size()
        self.update()

    def clear(self) -> None:
        """Show an empty page."""
        self._shown, self._image, self._grip, self.guides = None, QImage(), None, ()
        self._over = ""
        self.update()

    def set_scale(self, scale: float) -> None:
        """Show so many pixels a millimetre."""
        self._scale = scale
        self._take_size()
        self.update()

    @property
    def scale(self) -> float:
        """How many pixels a millimetre is."""
        return self._scale

    @property
    def is_held(self) -> bool:
        """Whether a part is held by the mouse."""
        return self._grip is not None

    def frame(self) -> Frame | None:
        """Give the frame of the chosen part, in millimetres."""
        if self._frame is not None:
            return self._frame
        part = self._draft.part
        box = self._shown.bounds.get(part["id"]) if self._shown and part else None
        return frame_of(part, box) if part and box else None

    def place_of(self, x: float, y: float) -> QPointF:
        """Give where a place of the page lies in the widget."""
        return QPointF(_AIR + x * self._scale, _AIR + y * self._scale)

    def sizeHint(self) -> QSize:
        """Called by Qt: the page with a little air."""
        width, height = self._page
        return QSize(round(width * self._scale) + 2 * _AIR, round(height * self._scale) + 2 * _AIR)

    def move_by(self, dx: float, dy: float) -> None:
        """Move the chosen part so many millimetres."""
        part = self._draft.part
        if part is not None and may_pull(part):
            frame = self.frame()
            self._frame = frame.moved(dx, dy) if frame else None
            after = moved(part, dx, dy)
            self._draft.put(changed(self._draft.document, part["id"], **after))
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: take hold of a handle, or of the part that is meant."""
        if event.button() != Qt.MouseButton.LeftButton or self._shown is None:
            return
        at = event.position()
        self._handle = self._handle_at(at)
        if not self._handle:
            self._draft.choose(self._part_at(at))
        part = self._draft.part
        self._has_moved = False
        self._from = at
        if part is not None and may_pull(part) and part["id"] in self._shown.bounds:
            parts = self._draft.document["parts"]
            self._grip = Grip(part, self._handle, self._shown.bounds, parts, self._page)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: what is held follows at once; the page itself a moment later."""
        at = event.position()
        if self._grip is None:
            self._hover(at)
            return
        way = at - self._from
        if not self._has_moved and way.manhattanLength() < _STILL:
            return
        self._has_moved = True
        is_free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        reach = 0.0 if is_free else _REACH / self._scale
        pulled = self._grip.pulled(way.x() / self._scale, way.y() / self._scale, reach)
        self._frame, self.guides = pulled.frame, pulled.guides
        document = changed(self._draft.document, pulled.part["id"], **pulled.part)
        self._draft.put(document, is_held=True)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: let go; that is one step to take back."""
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip, self.guides = None, ()
            if self._has_moved:
                self._draft.keep()
                self.let_go.emit()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: who clicks a text twice wants to write it."""
        if event.button() == Qt.MouseButton.LeftButton and self._draft.part is not None:
            self._grip = None
            self._draft.keep()
            self.words_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: arrows move the part, Page Up and Page Down choose another."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._draft.part is not None:
            way = _ARROWS[key]
            held = event.modifiers()
            step = _LARGE if held & Qt.KeyboardModifier.ShiftModifier else _STEP
            step = _SMALL if held & Qt.KeyboardModifier.AltModifier else step
            self.move_by(way[0] * step, way[1] * step)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._choose_next(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._draft.part is not None:
            self.words_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape and (self._draft.chosen or self._grip is not None):
            self._grip, self.guides = None, ()
            self._draft.keep()
            self._draft.choose("")
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: show that the keys are here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt: the page, then the frames over it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            page = QRectF(self.place_of(0, 0), self.place_of(*self._page))
            painter.fillRect(page, QColor("white"))
            painter.drawImage(page, self._image)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRect(page)
            if self.hasFocus() and self._draft.part is None:
                paint_focus(painter, page)
            if self._shown is not None:
                self._paint_frames(painter)

    def _paint_frames(self, painter: QPainter) -> None:
        assert self._shown is not None
        bad = {one.part_id for one in self._shown.problems}
        for part in self._draft.document["parts"]:
            box = self._shown.bounds.get(part["id"])
            if box is None or part["id"] == self._draft.chosen:
                continue
            room = self._room_of(frame_of(part, box))
            if part["id"] in bad:
                paint_box(painter, room, "bad", 2)
            elif part["id"] == self._over:
                paint_box(painter, room, "meant", 1, is_dashed=True)
            elif is_empty(part, self._draft.design):
                paint_box(painter, room, "empty", 1, is_dashed=True)
        width, height = self._page
        for guide in self.guides:
            ends = ((guide.at, 0.0), (guide.at, height)) if guide.is_upright else (
                (0.0, guide.at), (width, guide.at)
            )  # fmt: skip
            paint_guide(painter, self.place_of(*ends[0]), self.place_of(*ends[1]))
        frame, part = self.frame(), self._draft.part
        if frame is not None and part is not None:
            role = "bad" if part["id"] in bad else "meant"
            paint_box(painter, self._room_of(frame), role, 3 if self.hasFocus() else 2)
            places = (self.place_of(x, y) for x, y in places_of(part, frame).values())
            paint_handles(painter, places, role, _HANDLE)

    def _room_of(self, frame: Frame) -> QRectF:
        right, bottom = frame.x + frame.width, frame.top + frame.height
        return QRectF(self.place_of(frame.x, frame.top), self.place_of(right, bottom))

    def _part_at(self, at: QPointF) -> str:
        if self._shown is None:
            return ""
        x, y = (at.x() - _AIR) / self._scale, (at.y() - _AIR) / self._scale
        return part_at(self._draft.document["parts"], self._shown.bounds, x, y)

    def _handle_at(self, at: QPointF) -> str:
        frame, part = self.frame(), self._draft.part
        if frame is None or part is None:
            return ""
        for name, (x, y) in places_of(part, frame).items():
            way = self.place_of(x, y) - at
            if max(abs(way.x()), abs(way.y())) <= _HANDLE:
                return name
        return ""

    def _hover(self, at: QPointF) -> None:
        handle, over = self._handle_at(at), self._part_at(at)
        if handle:
            self.setCursor(_CURSORS[handle])
        elif over:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()
        if over != self._over:
            self._over = over
            self.update()

    def _choose_next(self, by: int) -> None:
        ids = [part["id"] for part in self._draft.document["parts"]]
        if ids:
            here = ids.index(self._draft.chosen) if self._draft.chosen in ids else -1
            self._draft.choose(ids[(here + by) % len(ids)])

    def _forget_frame(self) -> None:
        self._frame = None
        self.update()

    def _take_size(self) -> None:
        self.setFixedSize(self.sizeHint())
