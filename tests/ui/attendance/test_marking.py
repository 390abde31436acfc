"""Marking from paper in the window: shown first, then done, and the list as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from bootcamp_app.reading.pages import text_of
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.marking_dialog import MarkingDialog
from bootcamp_app.ui.attendance.signin_view import SigninView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.attendance.state_views import Marked
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.program import Running


class Paper:
    """The dialog, and what came of it."""

    def __init__(
        self, desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]
    ) -> None:
        self.done: list[Marked] = []
        # It goes with what it stands over, whether it was left or not.
        self._over = over = QWidget()
        qtbot.addWidget(over)
        self.dialog = MarkingDialog(over, desk, day.morning, self.done.append)
        self._qtbot, self._settle = qtbot, settle
        self.dialog.open()
        settle()

    def write(self, **texts: str) -> None:
        """Fill fields in and wait until what they mean is shown."""
        for name, text in texts.items():
            field = self.dialog.form.field(name)
            getattr(field, "choose" if hasattr(field, "choose") else "setText")(text)
        self._qtbot.waitUntil(lambda: not self.dialog._pause.isActive())
        self._settle()


@pytest.fixture
def paper(desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]) -> Paper:
    """The dialog for a list that was printed with nine rows."""
    day.app.paper_lists.make(day.morning)
    return Paper(desk, day, qtbot, settle)


def test_what_will_be_done_is_shown_and_then_done(
    paper: Paper, day: room.Desk, settle: Callable[[], None]
) -> None:
    third = day.people()[2]
    day.scan(day.guest(third).badge)
    paper.write(rows="១-៣, 5")
    dialog = paper.dialog
    shown = (dialog.preview.count.plain, len(dialog.preview.names.lines), dialog.preview.rest.plain)

    dialog.main.click()
    settle()

    assert shown == ("3 people will be marked: present", 3, f"1 stand so already: {third.name}")
    assert [len(one.people) for one in paper.done] == [3]
    assert day.counts().present == 4


def test_a_number_that_is_not_on_the_list_is_said_and_nothing_may_be_done(paper: Paper) -> None:
    paper.write(rows="1-3, 50")

    assert paper.dialog.preview.note.plain == "Not on this list, which has rows 1 to 9: 50."
    assert paper.dialog.main.isEnabled() is False


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"rows": "x"}, "“x” is no row number. Write numbers and spans, such as 1-14, 17."),
        ({"rows": "1", "time": "25:00"}, "“25:00” is no time of day. Write it as 08:30."),
        (
            {"rows": "1", "state": "excused"},
            "Write why they are excused, such as: sick, on mission.",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_place(
    paper: Paper, fields: dict[str, str], said: str
) -> None:
    paper.write(**fields)

    assert paper.dialog.preview.note.plain == said
    assert paper.dialog.main.isEnabled() is False


def test_those_of_one_province_are_marked_late_at_a_time(
    paper: Paper, day: room.Desk, settle: Callable[[], None]
) -> None:
    paper.write(way="province")
    paper.write(value="Kep", state="late", time="៩:១០")

    paper.dialog.main.click()
    settle()

    marked = {one.name_en for one in paper.done[0].people}
    presences = list(day.app.attendance.presences([day.morning]).values())
    assert marked == {"LY Mary", "PEN Sreymom"}
    assert {(one.state, one.minutes_late, one.at) for one in presences} == {
        ("late", 40, day.at("09:10"))
    }


def test_without_a_printed_list_all_who_are_missing_are_offered(
    desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    paper = Paper(desk, day, qtbot, settle)
    paper.write()

    assert paper.dialog.form.way.key == "missing"
    assert paper.dialog.preview.count.plain == "9 people will be marked: present"


def test_who_comes_while_it_is_open_is_no_longer_among_the_missing(
    desk: Desk, day: room.Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    paper = Paper(desk, day, qtbot, settle)
    paper.write(state="absent")
    dialog, vibol = paper.dialog, day.guest(day.person("SOK Vibol"))
    was_ready = dialog.main.isEnabled()

    day.scan(vibol.badge)
    qtbot.waitUntil(lambda: not dialog.main.isEnabled())
    qtbot.waitUntil(dialog.main.isEnabled)
    shown = dialog.preview.count.plain
    dialog.main.click()
    settle()

    presence = day.presence(vibol)
    assert was_ready
    assert shown == "8 people will be marked: absent"
    assert presence is not None
    assert presence.state == "present"
    assert [len(one.people) for one in paper.done] == [8]


def test_the_list_is_shown_as_it_will_print_and_saved(
    running: Running, tmp_path: Path, qtbot: QtBot
) -> None:
    running.fill(scans=0)
    running.show("attendance")
    running.window.go("attendance.print_list")
    running.settle()
    settle, page = running.settle, running.window.page("attendance")
    assert isinstance(page, AttendancePage)
    view = page.findChild(SigninView)
    assert view
    qtbot.waitUntil(lambda: view.paper.file is not None)
    whole = view.counts.plain

    view.paper.save_to(tmp_path / "list.pdf")
    settle()
    view.bare.setChecked(True)
    settle()
    view.paper.save_to(tmp_path / "bare.pdf")
    settle()
    view.back.click()

    phones = ["012 345 601" in text_of(tmp_path / name)[0] for name in ("list.pdf", "bare.pdf")]
    assert whole.startswith("9 people · 1 page · List no. ")
    assert phones == [True, False]
    assert page.who.isVisible()
