"""States set from the list, with keys and with reasons; and what became of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.ui.attendance.who import everybody
from bootcamp_app.ui.attendance.who_history import StandingDialog
from bootcamp_app.ui.attendance.who_reason import ReasonDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


@pytest.fixture
def shown(page: AttendancePage, qtbot: QtBot) -> AttendancePage:
    """The list of all nine people, none of whom has come."""
    page.show_list()
    qtbot.waitUntil(lambda: page.who.count.plain == "9 of 9")
    return page


def choose(page: AttendancePage, *rows: int) -> None:
    table = page.who.table
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.clearSelection()
    for at in rows:
        table.selectionModel().setCurrentIndex(table.model().index(at, 0), flags)


def states(day: room.Desk) -> list[str]:
    return [one.state for one in everybody(day.app, day.morning)]


def dialog_of(kind: type) -> Any:  # noqa: ANN401 - any dialog
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))


@pytest.mark.parametrize(
    ("key", "state"),
    [(Qt.Key.Key_F5, "present"), (Qt.Key.Key_F6, "late"), (Qt.Key.Key_F8, "absent")],
)
def test_a_key_sets_the_state_of_all_who_are_marked_and_a_toast_offers_to_undo(
    shown: AttendancePage,
    day: room.Desk,
    settle: Callable[[], None],
    key: Qt.Key,
    state: str,
) -> None:
    choose(shown, 1, 4)
    shown.who.table.setFocus()
    said: list[tuple[object, str]] = []
    shown.said.connect(lambda text, act: said.append((text, act)))

    QTest.keyClick(shown.who.table, key)
    settle()

    assert [at for at, one in enumerate(states(day)) if one == state] == [1, 4]
    [(_text, act)] = said
    day.app.records.undo_act(act)
    assert set(states(day)) == {"missing"}


def test_excused_asks_why_and_the_reason_is_shown(
    shown: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    choose(shown, 2)
    shown.who.states.action("excused").trigger()
    dialog = dialog_of(ReasonDialog)
    dialog.form.field("usual").choose("own")

    dialog.main.click()
    refused = dialog.form.refusal("own")
    dialog.form.field("own").setText("wedding of a sister")
    dialog.main.click()
    settle()

    assert refused == "Write the reason, in a few words."
    third = everybody(day.app, day.morning)[2]
    assert (third.state, third.reason) == ("excused", "wedding of a sister")
    qtbot.waitUntil(lambda: shown.who.table.model().index(2, 4).data() == "wedding of a sister")


def test_after_closing_every_state_asks_why(
    shown: AttendancePage, day: room.Desk, desk: Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    day.clock.forward(minutes=30)
    desk.app.sittings.close(day.morning)
    qtbot.waitUntil(lambda: shown.session is not None and shown.session.is_locked)
    settle()
    choose(shown, 0)

    shown.who.states.action("present").trigger()
    dialog = dialog_of(ReasonDialog)
    dialog.main.click()
    settle()

    first = everybody(day.app, day.morning)[0]
    assert (first.state, first.reason) == ("present", "signed the paper list")


def test_the_list_is_searched_and_shows_one_state(
    shown: AttendancePage, day: room.Desk, qtbot: QtBot
) -> None:
    ids = [day.person("LY Mary").participation_id]
    day.app.states.set(day.morning, ids, Mark("excused", "sick"))
    qtbot.waitUntil(lambda: states(day).count("excused") == 1)

    shown.who.show_part("excused")
    qtbot.waitUntil(lambda: shown.who.count.plain == "1 of 9")
    shown.who.show_part("all")
    shown.who.search.setText("ម៉ារី")
    qtbot.waitUntil(lambda: shown.who.count.plain == "1 of 9")
    shown.who.search.setText("012345602")
    qtbot.waitUntil(lambda: shown.who.table.model().index(0, 1).data() == "SOK Vibol")

    assert shown.who.count.plain == "1 of 9"


def test_who_is_marked_is_copied_with_phones(shown: AttendancePage, day: room.Desk) -> None:
    choose(shown, 0, 3)

    shown.who.table.copy_wanted.emit()

    people = day.people()
    lines = [f"{one.name_km}\t{one.name_en}\t{one.phone}" for one in (people[0], people[3])]
    assert QGuiApplication.clipboard().text() == "\n".join(lines)


def test_what_became_of_somebody_is_told_in_words(
    shown: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    guest = day.guest(day.people()[0])
    scan = day.scan(guest.badge)
    day.app.attendance.undo_scan(scan.event_id)
    ids = [guest.participant.participation_id]
    day.app.states.set(day.morning, ids, Mark("excused", "sick"))
    qtbot.waitUntil(lambda: states(day)[0] == "excused")
    settle()
    choose(shown, 0)

    shown.who.history.click()
    settle()

    dialog = dialog_of(StandingDialog)
    assert [line.plain for line in dialog.lines] == [
        "Set as: excused · sick",
        "Taken back: Came at 08:00",
        "Came at 08:00 (does not count any more)",
    ]
    dialog.accept()
