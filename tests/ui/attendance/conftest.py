"""What tests of the door start from: the page of a morning, and hands that type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from bootcamp_app.ui.attendance.attendance_page import AttendancePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


class Hands:
    """Types at the door and reads what it answers."""

    def __init__(self, page: AttendancePage, settle: Callable[[], None]) -> None:
        self.page = page
        self.answers: list[Answer] = []
        self._settle = settle
        page.door.answered.connect(self.answers.append)

    def type(self, text: str) -> None:
        """Type a text into the field, key by key."""
        for letter in text:
            press(self.page.door.entry, Qt.Key.Key_unknown, letter)

    def press(self, key: Qt.Key) -> None:
        """Press a key that types nothing."""
        press(self.page.door.entry, key)

    def enter(self, text: str) -> None:
        """Type a text and press Enter, without waiting for an answer."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def scan(self, code: str) -> Answer:
        """Enter a code and wait for its answer."""
        self.enter(code)
        self._settle()
        return self.answers[-1]


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release a key on a widget; Khmer too, which QTest cannot type."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def page(desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]) -> AttendancePage:
    """The page as a facilitator has it before them on the first morning at eight."""
    del day
    made = AttendancePage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    made.came_to_front()
    settle()
    qtbot.waitUntil(lambda: made.door.here.number.plain != "")
    return made


@pytest.fixture
def hands(page: AttendancePage, settle: Callable[[], None]) -> Hands:
    """Somebody who stands at the door."""
    return Hands(page, settle)
