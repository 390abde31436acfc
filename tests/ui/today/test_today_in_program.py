"""From Today into the list of a session, in the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.signin_view import SigninView
from bootcamp_app.ui.today.today_page import TodayPage

if TYPE_CHECKING:
    from tests.ui.program import Running


@pytest.fixture
def today(running: Running) -> TodayPage:
    """Today as it is shown first; Attendance was not looked at yet."""
    running.fill(scans=4)
    page = running.show("today").page("today")
    assert isinstance(page, TodayPage)
    return page


def attendance(running: Running) -> AttendancePage:
    running.settle()
    page = running.window.page("attendance")
    assert isinstance(page, AttendancePage)
    assert running.window.page_id == "attendance"
    return page


def test_who_is_missing_leads_to_the_list_of_those_who_are(
    running: Running, today: TodayPage
) -> None:
    today.missing.click()

    page = attendance(running)
    assert page.who.isVisible()
    assert page.who.shown_part == "missing"
    assert page.who.table.model().rowCount() == 5


def test_the_list_is_printed_though_attendance_was_never_shown_before(
    running: Running, today: TodayPage
) -> None:
    today.who_is_missing.print.click()

    view = attendance(running).findChild(SigninView)
    assert view is not None
    assert view.isVisible()
    running.qtbot.waitUntil(lambda: view.paper.file is not None)
