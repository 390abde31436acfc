"""The page of attendance with its agenda in front, on the first morning at eight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.words import in_words
from tests import desk as room

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.bootcamps.agenda_view import AgendaView
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock


@pytest.fixture
def day(desk: Desk, clock: FakeClock) -> room.Desk:
    """A bootcamp of three days with one person."""
    told = room.Desk(desk.app, clock)
    told.walk_in("SOK Vibol")
    desk.choose(told.bootcamp)
    return told


@pytest.fixture
def page(desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]) -> AttendancePage:
    del day
    made = AttendancePage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle()
    made.carry_out("agenda")
    settle()
    return made


@pytest.fixture
def view(page: AttendancePage) -> AgendaView:
    """The agenda itself."""
    return page.agenda


@pytest.fixture
def told(page: AttendancePage) -> list[tuple[str, str]]:
    """What the page says, with the act that takes it back."""
    heard: list[tuple[str, str]] = []
    page.said.connect(lambda text, act: heard.append((in_words(text), act)))
    return heard
