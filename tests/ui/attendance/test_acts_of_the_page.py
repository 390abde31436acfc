"""What is asked of the page from elsewhere is done, also before its sessions are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import Bootcamps
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog
from bootcamp_app.ui.attendance.marking_dialog import MarkingDialog
from bootcamp_app.ui.attendance.signin_view import SigninView
from bootcamp_app.ui.attendance.who_list import WhoList
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from tests import desk as room
    from tests.ui.program import Running


def attendance(running: Running) -> AttendancePage:
    page = running.window.page("attendance")
    assert isinstance(page, AttendancePage)
    return page


def open_dialogs() -> list[QDialog]:
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, QDialog) and one.isVisible()]


@pytest.fixture
def day(running: Running) -> room.Desk:
    """A day under way, with another page in front."""
    filled = running.fill()
    running.show("people")
    return filled


def test_the_door_is_shown_for_a_code(running: Running, day: room.Desk) -> None:
    del day
    running.show("attendance.type")

    assert attendance(running).door.isVisible()


def test_who_is_missing_is_shown_from_elsewhere(running: Running, day: room.Desk) -> None:
    del day
    running.show("attendance.missing")

    page = attendance(running)
    assert page.who.isVisible()
    assert page.who.shown_part == "missing"


def test_the_list_to_print_is_shown_from_elsewhere_and_stays(
    running: Running, day: room.Desk
) -> None:
    running.show("attendance.print_list")
    page = attendance(running)
    assert isinstance(page.list.currentWidget(), SigninView)

    running.desk.app.agenda.lengthen(day.sessions[2], 15)
    running.settle()

    assert isinstance(page.list.currentWidget(), SigninView)
    page.sessions._choose(1)
    running.settle()
    assert isinstance(page.list.currentWidget(), WhoList)


@pytest.mark.parametrize(
    ("act", "kind"), [("paper", MarkingDialog), ("close_session", CloseDialog)]
)
def test_what_asks_first_opens_from_elsewhere(
    running: Running, day: room.Desk, act: str, kind: type[QDialog]
) -> None:
    del day
    running.show(f"attendance.{act}")

    [dialog] = open_dialogs()
    assert isinstance(dialog, kind)
    dialog.reject()


def test_a_session_is_lengthened_from_elsewhere(running: Running, day: room.Desk) -> None:
    before = day.sessions[0].ends_at
    running.clock.forward(minutes=60)

    running.show("attendance.longer")

    after = running.desk.app.bootcamps.sessions(day.bootcamp)[0].ends_at
    assert (after - before).total_seconds() == 15 * 60
    assert after.date() == FIRST_DAY


def test_a_scan_is_answered_though_the_sessions_could_not_be_read(
    running: Running, day: room.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = attendance(running)
    running.settle()
    answers: list[Any] = []
    page.door.answered.connect(answers.append)

    def refuse(*_of: object) -> list[object]:
        raise Refusal("The stick is gone. Put it in again.")

    with monkeypatch.context() as patch:
        patch.setattr(Bootcamps, "sessions", refuse)
        running.show("attendance")
        page.scan(day.guest(day.people()[6]).badge)
        running.settle()

    assert [one.meaning for one in answers] == ["good"]


def test_a_state_is_set_in_the_session_whose_list_it_was_chosen_in(
    running: Running, day: room.Desk
) -> None:
    running.show("attendance.missing")
    page = attendance(running)
    page.who.table.selectRow(0)
    missing = page.who.table.selected()

    page.sessions._choose(1)
    page.list._acts.set_state("absent", missing)
    running.settle()

    standing = running.desk.app.attendance.presences(day.sessions[:2])
    assert standing[day.sessions[0].id, missing[0].id].state == "absent"
    assert (day.sessions[1].id, missing[0].id) not in standing


def test_another_session_shows_nobody_of_the_one_before(running: Running, day: room.Desk) -> None:
    del day
    running.show("attendance.missing")
    page = attendance(running)
    assert page.who.table.model().rowCount() > 0

    page.sessions._choose(1)

    assert page.who.table.model().rowCount() == 0
    running.settle()
    running.qtbot.waitUntil(lambda: page.who.table.model().rowCount() > 0)


def test_what_was_looked_for_before_hides_nobody_who_is_missing(
    running: Running, day: room.Desk
) -> None:
    del day
    page = attendance(running)
    running.show("attendance")
    page.show_list()
    page.who.search.setText("zzzz")
    page.who.search.searched.emit("zzzz")
    running.qtbot.waitUntil(lambda: page.who.table.model().rowCount() == 0)

    running.show("attendance.missing")

    assert page.who.search.text() == ""
    running.qtbot.waitUntil(lambda: page.who.table.model().rowCount() == 5)


def test_a_closed_session_takes_no_walk_in_and_says_so_at_once(
    running: Running, day: room.Desk
) -> None:
    day.clock.forward(minutes=30)
    running.desk.app.sittings.close(day.sessions[0])
    running.show("attendance.walk_in")
    page = attendance(running)

    assert not page.door.is_registering
    assert page.door.answer.big.plain.startswith("The session is closed")


def test_after_a_button_of_the_header_typing_goes_on_at_the_door(
    running: Running, day: room.Desk
) -> None:
    del day
    running.show("attendance.type")
    page = attendance(running)
    page.menu.setFocus()

    menu = page.menu.menu()
    menu.popup(running.window.pos())
    menu.hide()

    # Without a screen the window is not the active one again by itself.
    running.qtbot.waitUntil(lambda: running.window.focusWidget() is page.door.entry)
