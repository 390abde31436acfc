"""Closing a session from the window: it asks with counts, and one undo opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog, ReopenDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from tests import desk as room
    from tests.clock import FakeClock


@pytest.fixture
def shown(page: AttendancePage, day: room.Desk, qtbot: QtBot) -> AttendancePage:
    """The list; two of nine are here, and the session has begun."""
    for name in ("SOK Vibol", "LY Mary"):
        day.scan(day.guest(day.person(name)).badge)
    day.clock.forward(minutes=30)
    page.show_list()
    qtbot.waitUntil(lambda: page.who.count.plain == "9 of 9")
    return page


def dialog_of(kind: type) -> Any:  # noqa: ANN401 - any dialog
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))


def test_closing_asks_with_counts_and_names_and_one_undo_opens_again(
    shown: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    said: list[str] = []
    shown.said.connect(lambda _text, act: said.append(act))
    shown.who.close_session.click()
    settle()
    dialog = dialog_of(CloseDialog)
    counts = (dialog.counts.plain, dialog.missing.plain, len(dialog.names.lines))

    dialog.main.click()
    settle()

    assert counts == ("2 here, 0 excused", "7 people will be marked absent:", 7)
    assert day.morning.is_locked
    qtbot.waitUntil(lambda: shown.who.close_session.text() == "Open again…")
    day.app.records.undo_act(said[0])
    qtbot.waitUntil(lambda: shown.who.close_session.text() == "Close the session…")
    assert day.counts().absent == 7


def test_a_session_that_is_over_says_quietly_that_it_may_be_closed(
    shown: AttendancePage, clock: FakeClock, settle: Callable[[], None]
) -> None:
    during = shown.who.hint.isVisible()
    clock.forward(minutes=4 * 60)
    shown.refresh()
    settle()

    assert during is False
    assert shown.who.hint.plain == "The session is over. 7 people have no standing yet."


def test_a_session_that_has_not_begun_is_not_closed_and_the_dialog_says_why(
    shown: AttendancePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.clock.forward(minutes=-1)
    shown.who.close_session.click()
    settle()
    dialog = dialog_of(CloseDialog)

    assert dialog.main.isEnabled() is False
    assert dialog.banner.plain.startswith("This session has not begun.")


def test_opening_again_needs_a_reason(
    shown: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    day.app.sittings.close(day.morning)
    qtbot.waitUntil(lambda: shown.who.close_session.text() == "Open again…")
    shown.who.close_session.click()
    dialog = dialog_of(ReopenDialog)

    dialog.main.click()
    settle()
    refused = dialog.form.refusal("reason")
    dialog.form.field("reason").setText("the bus came late")
    dialog.main.click()
    settle()

    assert refused == "Write why the session is opened again. The reason is kept."
    assert day.morning.is_locked is False
    reasons = [row.reason for row in day.rows(AttendanceEventRow) if row.kind == "reopening"]
    assert reasons == ["the bus came late"]
