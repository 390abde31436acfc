"""The page of reports on the first morning, with four of nine in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> ReportsPage:
    """The page in front of the facilitator."""
    for one in day.people()[:4]:
        day.scan(day.guest(one).badge)
    shown = ReportsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown
