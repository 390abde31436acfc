"""Whatever hands, keys and news from elsewhere do in whatever order, board and gestures agree."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.gestures import done
from bootcamp_app.features.canvases.views import BoardContents, Gesture, Item
from tests.ui.canvases.board.boards import board_of, note

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.canvases.board.boards import Touched

Key, Kind = Qt.Key, QEvent.Type
_STEPS = 400
_BUTTONS = [Qt.MouseButton.LeftButton] * 4 + [
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
]
_HELD = [Qt.KeyboardModifier.NoModifier] * 6 + [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]
_KEYS = [
    Key.Key_Tab, Key.Key_Left, Key.Key_Down, Key.Key_Delete, Key.Key_Return, Key.Key_Escape,
    Key.Key_Plus, Key.Key_Minus, Key.Key_Home, Key.Key_End, Key.Key_Space, Key.Key_A, Key.Key_D,
    Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_0,
]  # fmt: skip
_TOOLS = ["select", "select", "note", "text", "connector", "frame", "pan"]


class _Chance:
    """Does something at random to a board, and keeps what was told of it."""

    def __init__(self, touched: Touched, seed: int) -> None:
        self._view = touched.view
        self._chance = Random(seed)
        self.kept = board_of(*(note(f"n{n}", 15 + n % 8 * 45, 80 + n // 8 * 60) for n in range(16)))
        self._view.show_board(self.kept, {})
        self._view.gestured.connect(self._keep)
        self._acts: list[Callable[[], None]] = [
            *[lambda: self._mouse(Kind.MouseButtonPress)] * 4,
            *[lambda: self._mouse(Kind.MouseMove)] * 5,
            *[lambda: self._mouse(Kind.MouseButtonRelease)] * 4,
            lambda: self._mouse(Kind.MouseButtonDblClick),
            *[self._key] * 4,
            lambda: self._view.set_tool(self._chance.choice(_TOOLS)),
            self._news,
            self._write,
            lambda: self._view.set_locked(self._chance.random() < 0.2),
        ]

    def act(self) -> None:
        """Do one thing."""
        self._chance.choice(self._acts)()

    def _keep(self, gesture: Gesture) -> None:
        here = {one.id for one in self.kept.items}
        assert gesture.changed.keys() <= here
        assert here.isdisjoint(one.id for one in gesture.added)
        assert all(gesture.changed.values())
        self.kept = done(self.kept, gesture)

    def _mouse(self, kind: QEvent.Type) -> None:
        port, chance = self._view.viewport(), self._chance
        at = QPoint(chance.randrange(port.width()), chance.randrange(port.height()))
        items = self._view.contents.items if self._view.contents else ()
        piece = self._view.board.piece(chance.choice(items).id) if items else None
        if piece is not None and chance.random() < 0.6:
            at = self._view.mapFromScene(piece.box.center())
        button, above = chance.choice(_BUTTONS), QPointF(port.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), above, button, button, chance.choice(_HELD))
        QApplication.sendEvent(port, event)

    def _key(self) -> None:
        where = self._view.writing.field or self._view
        QTest.keyClick(where, self._chance.choice(_KEYS), self._chance.choice(_HELD))

    def _write(self) -> None:
        if self._view.writing.field is not None:
            self._view.writing.field.insertPlainText(self._chance.choice(["ក", "abc", "ទឹក\n"]))

    def _news(self) -> None:
        items: list[Item] = [one for one in self.kept.items if self._chance.random() < 0.95]
        items = [replace(one, x=one.x + 1) if one.id.endswith("3") else one for one in items]
        self.kept = BoardContents(self.kept.board, tuple(items))
        self._view.show_items(self.kept)


def _agree(touched: Touched, seed: int) -> None:
    chance = _Chance(touched, seed)
    for _ in range(_STEPS):
        chance.act()
    view = touched.view
    view.writing.end()
    view.hand.give_up()
    view.walk.finish()

    assert view.contents is not None
    assert set(map(_told, view.contents.items)) == set(map(_told, chance.kept.items))
    for item in view.contents.items:
        piece = view.board.piece(item.id)
        assert piece is not None
        if item.kind != "connector":
            assert piece.frame == pytest.approx((item.x, item.top, item.width, item.height))


def _told(item: Item) -> str:
    return repr(item)


def test_hands_in_any_order_leave_board_and_gestures_agreed(touched: Touched) -> None:
    _agree(touched, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 60))
def test_many_hands_in_any_order_leave_board_and_gestures_agreed(
    touched: Touched, seed: int
) -> None:
    _agree(touched, seed)
