"""Settings: at once, and still there after a restart."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from bootcamp_app.core.i18n import words
from bootcamp_app.core.settings import load_settings
from bootcamp_app.storage.engines import connect
from bootcamp_app.ui.settings.backup_words import stick_words
from bootcamp_app.ui.settings.settings_page import SettingsPage
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits
from tests.clock import START

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.segments import Segments
    from tests import desk as room
    from tests.clock import FakeClock


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Callable[[], None]) -> SettingsPage:
    """The page on a day under way."""
    del day
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.came_to_front()
    settle()
    return made


def press(segments: Segments, name: str) -> None:
    """Press one of a few choices."""
    named = {one.accessibleName(): one for one in segments.findChildren(QPushButton)}
    named[name].click()


def test_language_digits_and_theme_take_effect_at_once_and_stay(page: SettingsPage) -> None:
    press(page.looks.themes, "Dark")
    press(page.looks.languages, "ខ្មែរ")
    press(page.looks.digits, "០ ១ ២ ៣")

    kept = load_settings()
    assert (kept.language, kept.khmer_digits, kept.theme) == ("km", True, "dark")
    assert (words.language, digits(7)) == ("km", "៧")
    assert theme.is_dark
    assert page.title.plain == "ការកំណត់"


def test_the_size_of_the_text_follows_the_slider(page: SettingsPage, qtbot: QtBot) -> None:
    page.looks.text_size.setFocus()

    for _ in range(3):
        QTest.keyClick(page.looks.text_size, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: theme.percent == 130)

    assert load_settings().text_percent == 130
    assert theme.px(100) == 130


def test_what_was_chosen_elsewhere_is_shown(page: SettingsPage, desk: Desk) -> None:
    desk.choices.change(text_percent=150, theme="contrast")

    down = [one for one in page.looks.themes.findChildren(QPushButton) if one.isChecked()]
    assert page.looks.text_size.value() == 150
    assert [one.accessibleName() for one in down] == ["High contrast"]


def test_the_name_at_the_desk_stands_beside_the_next_entry(
    page: SettingsPage, day: room.Desk
) -> None:
    before = day.walk_in("Ly Heng").participant

    page.name.name.setText("Dara, door A")
    page.name.name.editingFinished.emit()
    after = day.walk_in("Kim San").participant

    history = day.app.records.history
    assert {entry.who for entry in history(before.person_id)} == {"Sokha"}
    assert {entry.who for entry in history(after.person_id)} == {"Dara, door A"}
    assert load_settings().operator == "Dara, door A"


def test_backing_up_shows_the_new_copy(
    page: SettingsPage, desk: Desk, clock: FakeClock, settle: Callable[[], None]
) -> None:
    said = page.backups.newest.plain

    page.carry_out("backup")
    settle()
    settle()
    clock.forward(minutes=31)
    page.carry_out("backup")
    settle()
    settle()

    kept = desk.app.backups.known()
    newest = kept[0].at.astimezone()
    assert said == f"The newest is of {START.astimezone():%d/%m/%Y %H:%M}."
    assert [one.why for one in kept] == ["by-hand", "by-hand", "before-import"]
    assert page.backups.newest.plain == f"The newest is of {newest:%d/%m/%Y %H:%M}."
    assert page.backups.answer.plain.startswith("Backed up.")


def test_a_copy_for_a_stick_is_written_where_it_was_asked_for(
    page: SettingsPage, tmp_path: Path, settle: Callable[[], None]
) -> None:
    page.backups.stick.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.bootcamp"))
    dialog.reject()
    settle()

    assert (tmp_path / "copy.bootcamp").stat().st_size > 0
    assert "copy.bootcamp" in page.backups.answer.plain


def test_a_copy_that_cannot_be_written_is_refused_in_place(
    page: SettingsPage, tmp_path: Path, settle: Callable[[], None]
) -> None:
    page.backups.stick.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "gone" / "copy.bootcamp"))
    dialog.reject()
    settle()

    assert page.backups.answer.property("meaning") == "bad"
    assert "copy.bootcamp" in page.backups.answer.plain


def test_saving_a_copy_over_the_open_workspace_is_refused_in_place(
    page: SettingsPage, desk: Desk, settle: Callable[[], None]
) -> None:
    own = desk.app.database.path
    assert own is not None
    before = own.stat().st_ino

    page.backups.stick.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(own))
    dialog.reject()
    settle()

    assert page.backups.answer.property("meaning") == "bad"
    assert "workspace" in page.backups.answer.plain
    assert own.stat().st_ino == before


def test_the_keys_stay_at_back_up_now(page: SettingsPage, settle: Callable[[], None]) -> None:
    page.backups.now.setFocus()
    page.backups.now.click()
    meanwhile = page.focusWidget()
    settle()

    assert meanwhile is page.focusWidget() is page.backups.now


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("/media/sokha/KINGSTON/backups", "KINGSTON › backups"),
        ("/run/media/sokha/USB", "USB"),
        ("/home/sokha/backups", "/home/sokha/backups"),
    ],
)
def test_a_stick_is_named_as_people_know_it(folder: str, said: str) -> None:
    assert stick_words(PurePosixPath(folder)) == said


def test_a_stick_is_chosen_as_second_place_and_left_again(
    page: SettingsPage, desk: Desk, tmp_path: Path, settle: Callable[[], None]
) -> None:
    stick = tmp_path / "USB ខ្មែរ"
    stick.mkdir()
    before = page.backups.second.plain

    page.backups.choose.click()
    dialog = page.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(stick))
    dialog.reject()
    for _ in range(2):
        settle()
    chosen, answer = page.backups.second.plain, page.backups.answer.plain
    stick.rename(tmp_path / "in a pocket")
    page.came_to_front()
    settle()
    away = page.backups.second.plain
    page.backups.leave.click()
    for _ in range(2):
        settle()

    assert before.startswith("None. Each backup can be brought to a stick")
    assert chosen == f"“{stick}” holds 1 copy."
    assert "It is the same disk" in answer
    assert away == f"“{stick}” is not there. All was there at {START.astimezone():%d/%m/%Y %H:%M}."
    assert desk.app.backups.second() is None
    assert page.backups.second.plain == before
    assert not page.backups.leave.isVisible()


def test_the_check_says_whether_the_file_is_sound(
    page: SettingsPage, desk: Desk, settle: Callable[[], None]
) -> None:
    page.data.check.click()
    settle()
    sound = page.data.answer.property("meaning")
    assert desk.app.database.path is not None
    with connect(desk.app.database.path) as strange:
        strange.execute("UPDATE people SET name_en = 'NOBODY'")
    page.data.check.click()
    settle()

    assert sound == "good"
    assert page.data.answer.property("meaning") == "bad"
    assert "9 rows of “people”" in page.data.answer.plain
    assert page.data.check.isEnabled()


def test_the_path_can_be_copied(page: SettingsPage, desk: Desk) -> None:
    page.data.copy_path.click()

    assert QGuiApplication.clipboard().text() == str(desk.app.database.path)
