"""The People page as somebody sees it, and hands on the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from bootcamp_app.ui.people.people_page import PeoplePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


class Said(list[tuple[object, str]]):
    """What a page wanted to say, as (text, act)."""

    def take(self, text: object, act: str) -> None:
        """Hear one more."""
        self.append((text, act))


class Hands(Protocol):
    """Types a text, in any script, and presses keys, where the focus is."""

    def __call__(self, *texts: str | Qt.Key) -> None:
        """Type these one after the other."""


@pytest.fixture
def open_page(
    qapp: QApplication, desk: Desk, settle: Callable[[], None]
) -> Iterator[Callable[[], PeoplePage]]:
    """Shows the page and waits until it is filled."""
    del qapp
    opened: list[PeoplePage] = []

    def show() -> PeoplePage:
        page = PeoplePage(desk)
        opened.append(page)
        page.resize(1150, 740)
        page.show()
        page.activateWindow()
        settle()
        return page

    yield show
    for page in filter(isValid, opened):
        page.close()
        page.deleteLater()


@pytest.fixture
def page(day: room.Desk, open_page: Callable[[], PeoplePage]) -> PeoplePage:
    """The page of a bootcamp with nine people."""
    del day
    return open_page()


@pytest.fixture
def said(page: PeoplePage) -> Said:
    """What the page has said in toasts."""
    heard = Said()
    page.said.connect(heard.take)
    return heard


@pytest.fixture
def hands() -> Iterator[Hands]:
    """A keyboard that knows Khmer."""

    def press(*texts: str | Qt.Key) -> None:
        for one in texts:
            focus = QApplication.focusWidget()
            assert focus is not None
            if isinstance(one, Qt.Key):
                _send(focus, one, "")
            else:
                for char in one:
                    _send(focus, Qt.Key.Key_unknown, char)

    yield press
    QCoreApplication.processEvents()


def _send(focus: QWidget, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(focus, event)
