"""A board's page on the screen, with hands on it, for the tests of what stands round the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.canvases.views import NOTE, NewBoard
from bootcamp_app.ui.canvases.board_page import BoardPage
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import Board, Item
    from bootcamp_app.ui.desk import Desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class BoardWork:
    """A facilitator at the page of one board."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.page = BoardPage(desk)
        self.told: list[str] = []
        self.left: list[bool] = []
        self.page.said.connect(lambda text, _act: self.told.append(in_words(text)))
        self.page.refused.connect(self._refused)
        self.page.left.connect(lambda: self.left.append(True))
        self.page.resize(1280, 760)
        self.page.show()
        self.open_new()

    def open_new(self) -> None:
        """Open an empty board, as if the page had just been made."""
        assert self.desk.bootcamp is not None
        self.board: Board = self.desk.app.boards.make(self.desk.bootcamp, NewBoard("co-ownership"))
        self.told.clear()
        self.left.clear()
        self.page.entry.field.clear()
        for chooser in (self.page.rail.side, self.page.entry.side):
            chooser.choose("")
        self.page.view.set_side("")
        self.page.show_list(is_shown=False)
        self.come_to_front()
        self.page.open(self.board.id)
        self.settle()

    def come_to_front(self) -> None:
        """Have the keys reach the page, and nothing that another test left in front of it."""
        for one in self.page.findChildren(QDialog):
            one.done(0)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        in_front(self.page)

    def settle(self) -> None:
        """Wait until nothing is under way beside the window and every answer was shown."""
        for _ in range(2):
            while self.desk.tasks.is_busy:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            QApplication.processEvents()

    def _refused(self, refusal: Refusal) -> None:
        self.told.append(str(Sentence(refusal.sentence.message, **refusal.sentence.values)))

    @property
    def kept(self) -> list[Item]:
        """What lies on the board on the disk, the lowest first."""
        self.settle()
        return list(self.desk.app.boards.contents(self.board.id).items)

    @property
    def notes(self) -> list[tuple[int, str]]:
        """(number of the zone, text) of each note on the disk, in the order of writing."""
        zones = [zone.id for zone in self.board.template.zones]
        return [
            (zones.index(one.zone) + 1 if one.zone else 0, one.text)
            for one in self.kept
            if one.kind == NOTE
        ]

    @property
    def shown(self) -> list[str]:
        """The texts that the view shows."""
        contents = self.page.view.contents
        return [one.text for one in contents.items] if contents is not None else []

    def enter(self, *lines: str) -> None:
        """Type lines into the fast entry, each with Enter."""
        field = self.page.entry.field
        field.setFocus()
        for line in lines:
            write(field, line)
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key wherever the keyboard is."""
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key, modifiers)
        self.settle()

    def choose(self, *texts: str) -> None:
        """Click on notes on the paper, the further ones with Shift."""
        for number, text in enumerate(texts):
            contents = self.page.view.contents
            assert contents is not None
            (one,) = [item for item in contents.items if item.text == text]
            middle = QPointF(one.x + one.width / 2, one.top + one.height / 2)
            at = self.page.view.mapFromScene(middle)
            port = self.page.view.viewport()
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, SHIFT if number else NONE, at)
        self.page.view.setFocus()


def in_front(window: QWidget) -> None:
    """Have the keys reach a window or a dialog, as a window system would."""
    for _ in range(200):
        if QApplication.activeWindow() is window:
            return
        window.activateWindow()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    raise AssertionError("something else stays in front: " + repr(QApplication.activeWindow()))


def write(field: QWidget, text: str) -> None:
    """Type Khmer or Latin letters, each as a keyboard sends it."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, NONE, letter))
