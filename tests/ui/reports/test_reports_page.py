"""Reports: the figures of every session, and files with and without personal data."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges.views import BadgeReplaced
from bootcamp_app.features.people.views import PersonChanged
from bootcamp_app.ui.activity import Activity
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.reports.reports_page import ReportsPage
from bootcamp_app.ui.words import in_words
from tests import desk as room
from tests.ui.sample import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock

    Settle = Callable[[], None]

NAMES = [name for row in PEOPLE for name in (row[0], row[1])]


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> ReportsPage:
    """The page in front of the facilitator, with four of nine in the room this morning."""
    for one in day.people()[:4]:
        day.scan(day.guest(one).badge)
    return opened(desk, qtbot, settle)


def opened(desk: Desk, qtbot: QtBot, settle: Settle) -> ReportsPage:
    shown = ReportsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


def press(inside: object, text: str) -> None:
    found = [
        one
        for one in inside.findChildren(QPushButton)  # type: ignore[attr-defined]
        if one.text() == text and one.isVisible()
    ]
    assert len(found) == 1
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def row(page: ReportsPage, number: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(number, at).data()) for at in range(model.columnCount())]


def choose_kind(page: ReportsPage, subject: str, kind: str) -> None:
    field = page.cards[subject].form.field("form")
    assert isinstance(field, ChoiceField)
    field.choose(kind)


def leave_out(page: ReportsPage, subject: str) -> None:
    QTest.keyClick(page.cards[subject].form.field("without"), Qt.Key.Key_Space)


def export(page: ReportsPage, subject: str, path: Path, settle: Settle) -> bytes:
    page.cards[subject].save_to(path)
    settle()
    return path.read_bytes()


def test_a_session_is_shown_with_its_figures(page: ReportsPage) -> None:
    assert row(page, 0)[1:] == ["2 March 2026", "9", "4", "0", "0", "5", "0"]


def test_nobody_is_absent_from_a_session_whose_door_is_not_open_yet(page: ReportsPage) -> None:
    assert row(page, 1)[1:] == ["2 March 2026", "9", "0", "0", "0", "–", "0"]


def test_a_scan_at_the_door_is_counted_at_once(
    page: ReportsPage, day: room.Desk, qtbot: QtBot
) -> None:
    late = day.guest(day.people()[5])

    day.scan(late.badge, at=day.at("09:10"))

    qtbot.waitUntil(lambda: row(page, 0)[3] == "5")
    assert row(page, 0)[4] == "1"


def test_the_last_session_that_was_attended_is_broken_down(page: ReportsPage) -> None:
    parts = page.shares.bars["sex"].accessibleDescription()

    assert page.shares._session.plain == "Day 1 – Morning · 2 March 2026"
    assert "female" in parts
    assert "male" in parts


def test_a_session_that_nobody_attended_leads_to_the_door(page: ReportsPage) -> None:
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    wanted: list[str] = []
    page.wanted.connect(wanted.append)

    press(page.shares, "Open the door")

    assert wanted == ["attendance"]


def test_without_people_the_page_teaches_the_next_step(
    desk: Desk, clock: FakeClock, qtbot: QtBot, settle: Settle
) -> None:
    desk.choose(room.Desk(desk.app, clock).bootcamp)
    page = opened(desk, qtbot, settle)
    wanted: list[str] = []
    page.wanted.connect(wanted.append)

    press(page, "Import a list")

    assert wanted == ["people.import"]


def test_people_are_exported_with_their_names_unless_said_otherwise(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    choose_kind(page, "people", "json")

    export(page, "people", tmp_path / "people.json", settle)

    told = json.loads((tmp_path / "people.json").read_text("utf-8"))
    assert sorted(one["name_en"] for one in told) == sorted(row[1] for row in PEOPLE)


@pytest.mark.parametrize("subject", ["attendance", "people"])
def test_a_list_without_personal_data_has_no_name_and_no_phone(
    page: ReportsPage, subject: str, settle: Settle, tmp_path: Path
) -> None:
    choose_kind(page, subject, "csv")
    leave_out(page, subject)

    text = export(page, subject, tmp_path / "list.csv", settle).decode("utf-8-sig")

    assert [name for name in NAMES if name in text] == []
    assert "012 345" not in text
    # An id may hold these digits by chance.
    assert re.search(r"(?<![0-9a-f-])\+?855", text) is None
    rows = list(csv.reader(text.splitlines()))
    assert len(rows) == 9 + 1  # of attendance: the session that has begun
    assert "Kampot" in text


def test_a_database_without_personal_data_has_no_name(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    leave_out(page, "database")

    held = export(page, "database", tmp_path / "all.sqlite", settle)

    assert [name for name in NAMES if name.encode() in held] == []
    assert held.startswith(b"SQLite format 3")


def test_a_database_with_personal_data_has_the_names(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    held = export(page, "database", tmp_path / "all.sqlite", settle)

    assert [name for name in NAMES if name.encode() not in held] == []


def test_the_suggested_name_says_what_it_is_and_nobody_by_name(page: ReportsPage) -> None:
    page.carry_out("attendance")
    dialog = page.window().findChildren(QFileDialog)[0]

    suggested = [Path(name).name for name in dialog.selectedFiles()]

    assert len(suggested) == 1
    assert suggested[0].startswith("Attendance ")
    assert suggested[0].endswith(".xlsx")
    dialog.reject()


def test_a_file_chosen_in_the_dialog_is_written_and_told(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    told: list[str] = []
    page.said.connect(lambda text, _act: told.append(in_words(text)))
    page.carry_out("people")
    dialog = page.window().findChildren(QFileDialog)[0]

    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "list.xlsx"))
    dialog.accept()
    settle()

    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    assert told == ["Saved as “list.xlsx”."]
    assert page.saved.plain == f"“list.xlsx” lies in {tmp_path}."


def test_the_folder_of_what_was_saved_can_be_opened(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    class Opened(QObject):
        places: list[str] = []  # noqa: RUF012 - one test, one list

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.places.append(url.toLocalFile())

    opener = Opened()
    QDesktopServices.setUrlHandler("file", opener, "take")  # type: ignore[arg-type] # PySide wants str
    export(page, "people", tmp_path / "list.xlsx", settle)

    press(page, "Open folder")
    QDesktopServices.unsetUrlHandler("file")

    assert opener.places == [str(tmp_path)]


def test_a_folder_that_takes_no_file_is_refused_on_its_card(
    page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")

    page.cards["people"].save_to(tmp_path / "file" / "list.xlsx")
    settle()

    assert "“list.xlsx” could not be written." in page.cards["people"].banner.plain
    assert page.cards["people"].banner.isVisible()
    assert not page.cards["attendance"].banner.isVisible()


def test_stopping_an_export_leaves_no_file(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    activity = Activity()
    qtbot.addWidget(activity)
    desk.tasks.began.connect(activity.show_task)
    desk.tasks.began.connect(
        lambda _task: QTest.mouseClick(
            activity.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton
        )
    )
    folder = tmp_path / "out"
    folder.mkdir()

    page.cards["database"].save_to(folder / "all.sqlite")
    settle()

    assert list(folder.iterdir()) == []
    assert page.cards["database"].banner.plain == "Stopped. Nothing of it was kept."


def test_the_words_say_what_leaving_personal_data_out_means(page: ReportsPage) -> None:
    card = page.cards["people"]
    before = card._says.plain

    leave_out(page, "people")

    assert before == N_("With names and phones. Keep the file where only your team sees it.")
    assert card._says.plain.startswith("Leaves out names, positions, phones, e-mails")


def test_the_page_turns_with_the_language(
    page: ReportsPage, choices: Choices, settle: Settle
) -> None:
    choices.change(language="km")
    settle()

    assert page.title.plain == "របាយការណ៍"
    assert page.table.model().headerData(3, Qt.Orientation.Horizontal) == "មានវត្តមាន"


def test_a_page_that_is_closed_during_an_export_harms_nothing(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    del day
    page = ReportsPage(desk)
    page.show()
    page.came_to_front()
    page.cards["people"].save_to(tmp_path / "list.xlsx")

    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    settle()

    assert [one.suffix for one in tmp_path.glob("list*")] in ([], [".xlsx"])
    assert list(tmp_path.glob(".*.part")) == []


def test_a_burst_of_facts_is_counted_a_few_times_only_and_strange_ones_never(
    page: ReportsPage, desk: Desk, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    monkeypatch.setattr(page, "reload", lambda: reads.append(1))
    for _fact in range(5):
        desk.bridge.happened.emit(BadgeReplaced("x"))
    qtbot.wait(300)
    assert reads == []

    for _fact in range(20):
        desk.bridge.happened.emit(PersonChanged("x"))
    qtbot.wait(600)
    settle()

    assert 1 <= len(reads) <= 2


def test_a_khmer_day_follows_the_chosen_digits(
    page: ReportsPage, choices: Choices, settle: Settle
) -> None:
    shown = []
    for has_khmer in (False, True):
        choices.change(language="km", khmer_digits=has_khmer)
        settle()
        shown.append(row(page, 0)[1])

    assert shown == ["ថ្ងៃទី2 ខែមីនា ឆ្នាំ2026", "ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦"]
