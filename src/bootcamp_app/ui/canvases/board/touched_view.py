"""What Qt tells of mouse, fingers, wheel, keys and files, handed on to those whose work it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture

from bootcamp_app.ui.canvases.board.marks import ON_PAPER
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
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
    from bootcamp_app.ui.canvases.board.scene import BoardScene
    from bootcamp_app.ui.canvases.board.walking import Walk
    from bootcamp_app.ui.canvases.board.zooming import Zoom

_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TouchedView(QGraphicsView):
    """A view without scroll bars that does nothing by itself."""

    zoomed = Signal(float)
    files_dropped = Signal(list, QPointF)

    board: BoardScene
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
        # Every item sets the pen that it draws with, and smooths no edges but its own.
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
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
        """Called by Qt: a wheel zooms where the mouse is; two fingers on a touchpad scroll."""
        is_wheel = event.phase() == Qt.ScrollPhase.NoScrollPhase
        zooms = is_wheel or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        turned = event.angleDelta()
        if zooms and turned.y():
            self.zoom.turn(turned.y(), event.position())
        elif turned.x() or not zooms:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else turned
            self.scroll_by(way.x(), way.y())
        event.accept()

    def scroll_by(self, across: int, down: int) -> None:
        """Move the board under the view by so many pixels."""
        self.zoom.is_whole = False
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() - by)

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
            self.walk.begin()
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

    def drawBackground(self, painter: QPainter, area: QRectF | QRect) -> None:
        """Called by Qt where a repaint begins."""
        self.board.begin_repaint()
        super().drawBackground(painter, area)

    def drawForeground(self, painter: QPainter, area: QRectF | QRect) -> None:
        """Called by Qt: where nothing on it is chosen, the board itself shows the keyboard."""
        if self.hasFocus() and self.stands_alone():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = theme.px(2)
            # One of the two is seen on white paper, the other on the ground of every theme.
            for number, colour in enumerate((theme.colour("accent"), ON_PAPER)):
                painter.setPen(QPen(colour, width))
                half = width / 2 + number * width
                area = QRectF(self.viewport().rect()).adjusted(half, half, -half, -half)
                painter.drawRect(area)

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

    def stands_alone(self) -> bool:
        """Say whether nothing on the board is chosen."""
        return True

    def fit_whole(self) -> None:
        """Show all of the board."""

    def select_none(self) -> None:
        """Have nothing chosen."""
