"""Going back to a backup in the window: from the settings, and where a workspace is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QPushButton

from bootcamp_app.storage.backup import keep
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backup_names import BY_HAND
from bootcamp_app.storage.backups import known_of
from bootcamp_app.ui.settings.restore_dialog import INSTEAD, RestoreDialog
from tests.ui.looking import texts_of
from tests.ui.program import Running

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from tests.clock import FakeClock

PEOPLE = 9


def going_back(running: Running) -> RestoreDialog:
    """Open the dialog from the settings, on the first of its backups."""
    page: Any = running.show("settings")
    page.page("settings").backups.restore.click()
    running.settle()
    (dialog,) = running.window.findChildren(RestoreDialog)
    return dialog


def backed_up(running: Running) -> Path:
    """Give a backup of a day, of which somebody else knows since."""
    day = running.fill()
    copy = running.desk.app.backups.keep(BY_HAND)
    day.walk_in("Late Comer")
    return copy


def is_open(running: Running, people: int) -> bool:
    desk = running.program.workspaces.desk
    if desk is None or desk.bootcamp is None or desk.tasks.is_busy:
        return False
    return len(desk.app.people.list(desk.bootcamp)) == people


def wait_for(running: Running, people: int) -> None:
    running.qtbot.waitUntil(lambda: is_open(running, people), timeout=20_000)
    running.settle()


def test_the_chosen_backup_says_what_going_back_would_change(running: Running) -> None:
    backed_up(running)

    dialog = going_back(running)

    said = " ".join(texts_of(dialog))
    cells = [dialog.view._cells["people", at].plain for at in range(1, 5)]
    assert cells == [str(PEOPLE + 1), str(PEOPLE), "1", "–"]
    assert "made by hand" in dialog.table.model().index(0, 1).data()
    assert dialog.table.model().index(0, 2).data() == str(PEOPLE)
    assert "entries made since are not in it." in said
    assert dialog.main.isEnabled()


def test_a_backup_is_opened_as_a_new_file_and_the_program_turns_to_it(
    running: Running, sqlite_place: str
) -> None:
    copy = backed_up(running)
    before = copy.read_bytes()
    dialog = going_back(running)

    dialog.main.click()

    wait_for(running, PEOPLE)
    opened = running.desk.app.database.path
    assert opened is not None
    assert opened != Path(sqlite_place)
    assert opened.name == "camp 2026-03-02 01-00.bootcamp"
    assert contents_of(Path(sqlite_place)).counts["people"] == PEOPLE + 1
    assert copy.read_bytes() == before
    assert opened.name in running.window.toast.plain


def test_a_backup_takes_the_place_of_the_present_file_which_is_kept_aside(
    running: Running, sqlite_place: str
) -> None:
    backed_up(running)
    dialog = going_back(running)
    dialog.how.choose(INSTEAD)

    dialog.main.click()

    wait_for(running, PEOPLE)
    (aside,) = Path(sqlite_place).parent.glob("*.replaced-*")
    assert running.desk.app.database.path == Path(sqlite_place)
    assert contents_of(aside).counts["people"] == PEOPLE + 1
    assert "before-restore" in [one.why for one in running.desk.app.backups.known()]


def test_any_file_that_is_no_backup_is_refused_in_the_dialog(
    running: Running, tmp_path: Path
) -> None:
    backed_up(running)
    dialog = going_back(running)
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"no workspace" * 50)

    dialog.choose(letter)
    running.settle()

    assert "is not a Bootcamp Desk workspace" in dialog.banner.plain
    assert not dialog.main.isEnabled()
    dialog.reject()


def test_at_closing_a_backup_is_kept_of_what_was_changed_and_only_of_that(
    running: Running,
) -> None:
    backed_up(running)

    running.program.keep_copy()
    running.program.keep_copy()

    known = running.desk.app.backups.known()
    assert sorted(one.why for one in known) == ["at-close", "before-import", "by-hand"]


def test_a_workspace_that_is_left_for_another_is_backed_up_first(
    running: Running, tmp_path: Path
) -> None:
    backed_up(running)
    running.program.workspaces.open(str(tmp_path / "other.bootcamp"))
    running.qtbot.waitUntil(
        lambda: (
            (path := running.desk.app.database.path) is not None and path.name == "other.bootcamp"
        ),
        timeout=20_000,
    )

    assert "at-close" in [one.why for one in known_of(tmp_path / "camp.bootcamp")]


def offers(running: Running) -> list[QPushButton]:
    """Give the buttons that go back to the newest backup."""
    found = running.window.findChildren(QPushButton)
    return [one for one in found if one.text() == "Go back to it" and one.isVisible()]


@pytest.fixture
def damaged(qtbot: QtBot, choices: Choices, sqlite_place: str, clock: FakeClock) -> Path:
    """A workspace with a backup that broke since."""
    made = Running(qtbot, choices, sqlite_place, clock)
    made.fill()
    path = Path(sqlite_place)
    clock.forward(minutes=15)
    keep(path, "auto", clock.now())
    made.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x55" * (len(whole) - 8192))
    return path


def test_where_the_workspace_is_damaged_one_press_goes_back_to_the_newest_backup(
    damaged: Path, qtbot: QtBot, choices: Choices, clock: FakeClock
) -> None:
    was = damaged.read_bytes()
    choices.change(is_set_up=True)
    running = Running(qtbot, choices, str(damaged), clock)

    qtbot.waitUntil(lambda: len(offers(running)) == 1, timeout=20_000)
    said = " ".join(texts_of(running.window))
    offers(running)[0].click()
    wait_for(running, PEOPLE)

    (aside,) = damaged.parent.glob("*.damaged-*")
    assert "is damaged" in said
    assert f"{PEOPLE} people" in said
    assert aside.read_bytes() == was
    assert aside.name in running.window.toast.plain
    running.close()


def test_where_the_workspace_is_gone_it_is_not_begun_anew_and_its_newest_backup_is_offered(
    damaged: Path, qtbot: QtBot, choices: Choices, clock: FakeClock
) -> None:
    damaged.unlink()
    choices.change(is_set_up=True, workspace=str(damaged))
    running = Running(qtbot, choices, "", clock)

    qtbot.waitUntil(lambda: len(offers(running)) == 1, timeout=20_000)
    said = " ".join(texts_of(running.window))
    begun = damaged.exists()
    offers(running)[0].click()
    wait_for(running, PEOPLE)

    assert not begun
    assert "is not there any more, but its backups are" in said
    assert f"{PEOPLE} people" in said
    assert "kept aside" not in said
    assert running.desk.app.database.path == damaged
    running.close()
