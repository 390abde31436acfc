"""The bootcamp itself, changed from its agenda."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.bootcamps.keys import CTRL, ENTER, dialog_of, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.bootcamps.agenda_view import AgendaView
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


def test_the_bootcamp_is_changed_and_the_page_follows(
    page: AttendancePage,
    view: AgendaView,
    desk: Desk,
    day: room.Desk,
    settle: Callable[[], None],
    told: list[tuple[str, str]],
) -> None:
    page.carry_out("bootcamp")
    dialog = dialog_of(view)
    write(dialog.form.field("venue"), "Hall 2")
    write(dialog.form.field("starts_on"), "9/3/2026")
    write(dialog.form.field("ends_on"), "11/3/2026")
    press(ENTER, CTRL)
    settle()
    desk.look_again()
    settle()

    assert [text for text, _act in told] == ["The bootcamp was changed."]
    assert page.subtitle.plain == "9–11 March 2026 · Hall 2, Kampot · 80 % for the certificate"
    assert day.app.bootcamps.sessions(day.app.bootcamps.find())[0].starts_at.day == 9


def test_days_that_leave_sessions_outside_are_warned_of(
    page: AttendancePage, view: AgendaView, settle: Callable[[], None], desk: Desk
) -> None:
    page.carry_out("bootcamp")
    dialog = dialog_of(view)
    write(dialog.form.field("ends_on"), "3/3/2026")
    warned = dialog.banner.plain
    press(ENTER, CTRL)
    settle()
    desk.look_again()
    settle()

    assert warned.startswith("2 sessions would be on none of these days.")
    assert view.outside.isVisible()
    assert view.outside.plain.startswith("2 sessions are on none of the bootcamp's days.")


def test_a_bootcamp_ends_no_sooner_than_it_begins(
    page: AttendancePage, view: AgendaView, day: room.Desk
) -> None:
    page.carry_out("bootcamp")
    dialog = dialog_of(view)
    write(dialog.form.field("ends_on"), "1/3/2026")
    press(ENTER, CTRL)

    assert "ends on its first day or later" in dialog.form.refusal("ends_on")
    assert day.app.bootcamps.find().ends_on == date(2026, 3, 4)


def test_further_days_get_sessions_unless_somebody_wants_none(
    page: AttendancePage, view: AgendaView, day: room.Desk, settle: Callable[[], None], desk: Desk
) -> None:
    offered = []
    for ends_on, is_wanted in (("5/3/2026", True), ("6/3/2026", False)):
        page.carry_out("bootcamp")
        form = dialog_of(view).form
        offered.append(form.field("fills_days").isVisibleTo(form))
        write(form.field("ends_on"), ends_on)
        offered.append(form.field("fills_days").isVisibleTo(form))
        if not is_wanted:
            form.field("fills_days").setFocus()
            press(Qt.Key.Key_Space)
        form.field("venue").setFocus()
        press(ENTER, CTRL)
        settle()
        desk.look_again()
        settle()

    assert offered == [False, True] * 2
    assert [one.starts_at.day for one in day.sessions] == [2, 2, 3, 3, 4, 4, 5, 5]
    assert day.app.bootcamps.find().ends_on == date(2026, 3, 6)


def test_a_bootcamp_needs_a_title(page: AttendancePage, view: AgendaView, day: room.Desk) -> None:
    page.carry_out("bootcamp")
    dialog = dialog_of(view)
    write(dialog.form.field("title_en"), " ")
    press(ENTER, CTRL)

    assert "Write the title" in dialog.form.refusal("title_km")
    assert day.app.bootcamps.find() == day.bootcamp
