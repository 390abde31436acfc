"""What Qt tells of mouse, fingers, wheel, keys and files, handed on to those whose work it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QPainter
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QMouseEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from bootcamp_app.ui.canvases.board.hand import Hand
    from bootcamp_app.ui.canvases.board.walking import Walk
    from bootcamp_app.ui.canvases.board.zooming import Zoom

_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TouchedView(QGraphicsView):
    """A view without scroll bars that does nothing by itself."""

    zoomed = Signal(float)
    files_dropped = Signal(list, QPointF)

    hand: Hand
    walk: Walk
    zoom: Zoom
    is_locked: bool

    def listen(self) -> None:
        """Begin to hear of everything."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Smooth edges cost four times as much: only what is round or slanting asks for them.
        self.setRenderHints(QPainter.RenderHint.TextAntialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.went())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.went())

    def went(self) -> None:
        """Called when the board is shown nearer, farther or elsewhere."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Called by Qt before others hear: two fingers zoom, on a screen or a touchpad."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.centerPoint())
                self.zoom.by(pinch.scaleFactor(), QPointF(at))
                return True
        zooms = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooms:
            self.zoom.by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Called by Qt: keys of the board come before the shortcuts of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self.walk.wants(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Called by Qt."""
        self.hand.double(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Called by Qt: zoom where the mouse is."""
        notches = event.angleDelta().y()
        if notches:
            self.zoom.turn(notches, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.hand.pans = True
                self.hand.show_cursor()
            return
        if not self.walk.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: what the arrow keys moved lies where it is now."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self.hand.pans = False
            self.hand.show_cursor()
        else:
            self.walk.finish()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Called by Qt for Tab: walk through the items, and on from the last one."""
        return self.walk.step(forward=following) or super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: who comes by Tab stands at the first item, or at the last."""
        super().focusInEvent(event)
        if event.reason() in _TABS:
            self.select_none()
            self.walk.step(forward=event.reason() == Qt.FocusReason.TabFocusReason)
        self.went()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: what the arrow keys moved is not forgotten."""
        super().focusOutEvent(event)
        self.hand.pans = False
        self.hand.show_cursor()
        self.walk.finish()
        self.went()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: where all was in sight, it still is."""
        super().resizeEvent(event)
        if self.zoom.is_whole:
            self.fit_whole()
        self.went()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Called by Qt: files may be dropped."""
        if event.mimeData().hasUrls() and not self.is_locked:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Called by Qt: files may be dropped anywhere."""
        if event.mimeData().hasUrls() and not self.is_locked:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Called by Qt: say which files, and where."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and not self.is_locked:
            event.acceptProposedAction()
            self.files_dropped.emit(paths, self.zoom.place(event.position()))

    def fit_whole(self) -> None:
        """Show all of the board."""

    def select_none(self) -> None:
        """Have nothing chosen."""
