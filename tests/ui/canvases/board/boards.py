"""A board to touch: what lies on it, where that is on the screen, and what was done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.placing import zone_of
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import Board, BoardContents, Gesture, Item

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.canvases.board.board_view import BoardView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def note(item_id: str, x: float, top: float, **values: Any) -> Item:  # noqa: ANN401
    """Give a note of 38 mm, in the zone in which it lies."""
    made = Item(item_id, "note", "", x, top, 38, 38, **{"text": item_id, **values})
    return replace(made, zone=zone_of(template("problem-definition"), made))


def board_of(*items: Item) -> BoardContents:
    """Give a board with these items, the first lowest."""
    board = Board(
        "board-1", "camp", "100000001", template("problem-definition"), "", "", "", "A1",
        datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    return BoardContents(board, tuple(replace(one, place=n) for n, one in enumerate(items)))


class Touched:
    """A board view with hands on it; places are millimetres of A3."""

    def __init__(self, view: BoardView) -> None:
        self.view = view
        self.gestures: list[Gesture] = []
        view.gestured.connect(self.gestures.append)

    def lay(self, *items: Item) -> None:
        """Show a board with these items."""
        self.view.show_board(board_of(*items), {})
        QApplication.processEvents()

    def item(self, item_id: str) -> Item:
        """Give an item as the board has it now."""
        assert self.view.contents is not None
        return next(one for one in self.view.contents.items if one.id == item_id)

    def spot(self, x: float, top: float) -> QPoint:
        """Give where a place is on the screen."""
        return self.view.mapFromScene(QPointF(x, top))

    def middle(self, item_id: str) -> tuple[float, float]:
        """Give the middle of an item where it lies now."""
        piece = self.view.board.piece(item_id)
        assert piece is not None
        return piece.box.center().x(), piece.box.center().y()

    def click(self, place: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click on a place."""
        QTest.mouseClick(self.view.viewport(), LEFT, modifiers, self.spot(*place))

    def double_click(self, place: tuple[float, float]) -> None:
        """Click twice on a place."""
        at = self.spot(*place)
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        lets_go: bool = True,
    ) -> None:
        """Drag from one place to another, with a stop on the way."""
        port, first, last = self.view.viewport(), self.spot(*start), self.spot(*end)
        QTest.mousePress(port, LEFT, modifiers, first)
        for at in ((first + last) / 2, last):
            self.hover(at, modifiers)
        if lets_go:
            QTest.mouseRelease(port, LEFT, modifiers, last)

    def hover(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Move the mouse with its left button held; QTest's own moves know no button."""
        port = self.view.viewport()
        above = QPointF(port.mapToGlobal(at))
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), above, LEFT, LEFT, modifiers)
        QApplication.sendEvent(port, move)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and release a key."""
        QTest.keyClick(self.view, key, modifiers)

    def colour(self, x: float, top: float) -> QColor:
        """Give the colour that is seen at a place."""
        picture = self.view.viewport().grab().toImage()
        return picture.pixelColor(self.spot(x, top))


def write(field: QWidget, text: str) -> None:
    """Type Khmer or Latin letters, each as a keyboard sends it."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, NONE, letter))
