"""A protected copy in the window: what opens it is asked for, and then it is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyrage

from bootcamp_app.core.settings import workspace_path
from bootcamp_app.storage.encrypted import Lock, encrypt
from bootcamp_app.ui.settings.restore_dialog import RestoreDialog
from bootcamp_app.ui.welcome.unlock_dialog import UnlockDialog
from bootcamp_app.ui.welcome.workspace_files import open_any

if TYPE_CHECKING:
    from tests.ui.program import Running

KEY = pyrage.x25519.Identity.generate()
FOR_KEY = Lock(recipients=(str(KEY.to_public()),))
"""Quicker than a passphrase, which takes a second each time."""
WORDS = "four words on paper"
PEOPLE = 9


def asked(running: Running) -> UnlockDialog:
    running.settle()
    (dialog,) = running.window.findChildren(UnlockDialog)
    return dialog


def key_in(folder: Path) -> Path:
    """Give the file of the key."""
    file = folder / "key.txt"
    file.write_text(str(KEY), encoding="ascii")
    return file


def protected(running: Running, folder: Path, lock: Lock) -> Path:
    """Give a protected copy of a day."""
    running.fill()
    plain = folder / "stick.bootcamp"
    running.desk.app.database.back_up(plain)
    target = folder / "stick.bootcamp.age"
    encrypt(plain, target, lock, lambda _done, _of: None)
    plain.unlink()
    return target


def test_a_wrong_passphrase_is_said_and_the_right_one_opens_the_copy(
    running: Running, tmp_path: Path
) -> None:
    copy = protected(running, tmp_path, Lock(WORDS))
    open_any(running.window, running.program.workspaces, str(copy))
    dialog = asked(running)

    dialog.passphrase.setText("other words on paper")
    dialog.main.click()
    running.settle()
    said, is_there = dialog.banner.plain, dialog.target.exists()
    dialog.passphrase.setText(WORDS)
    dialog.main.click()
    place = workspace_path().parent / "stick.bootcamp"
    running.qtbot.waitUntil(lambda: running.desk.app.database.path == place, timeout=20_000)
    running.settle()

    bootcamp = running.desk.bootcamp
    assert "does not open with this passphrase" in said
    assert not is_there
    assert bootcamp is not None
    assert len(running.desk.app.people.list(bootcamp)) == PEOPLE


def test_a_copy_for_a_key_asks_for_the_file_of_the_key(running: Running, tmp_path: Path) -> None:
    copy = protected(running, tmp_path, FOR_KEY)
    dialog = UnlockDialog(running.window, running.desk.tasks, copy)
    opened: list[Path] = []
    dialog.opened.connect(opened.append)
    dialog.open()
    running.settle()
    shown = (dialog.form.isVisible(), dialog.key.isVisible())

    dialog.main.click()
    running.settle()
    said = dialog.banner.plain
    dialog.take_key(key_in(tmp_path))
    dialog.put_at(tmp_path / "here.bootcamp")
    dialog.main.click()
    running.settle()

    assert shown == (False, True)
    assert "opens with a private key" in said
    assert opened == [tmp_path / "here.bootcamp"]


def test_what_is_in_it_replaces_nothing_and_must_be_a_workspace(
    running: Running, tmp_path: Path, sqlite_place: str
) -> None:
    running.fill()
    letter, copy = tmp_path / "letter.txt", tmp_path / "letter.age"
    letter.write_bytes(b"no workspace" * 50)
    encrypt(letter, copy, FOR_KEY, lambda _done, _of: None)
    dialog = UnlockDialog(running.window, running.desk.tasks, copy)
    dialog.open()
    running.settle()
    own = dialog.target
    dialog.take_key(key_in(tmp_path))
    dialog.main.click()
    running.settle()
    foreign = dialog.banner.plain
    dialog.put_at(Path(sqlite_place))
    dialog.main.click()
    running.settle()

    assert "is not a Bootcamp Desk workspace" in foreign
    assert not own.exists()
    assert not list(own.parent.glob("*.part"))
    assert "is there already" in dialog.banner.plain
    dialog.reject()


def test_going_back_to_a_protected_copy_asks_for_what_opens_it(
    running: Running, tmp_path: Path, sqlite_place: str
) -> None:
    copy = protected(running, tmp_path, FOR_KEY)
    dialog = RestoreDialog(running.window, running.desk.tasks, Path(sqlite_place))
    dialog.open()
    running.settle()
    dialog._choose_file(copy)
    unlock = asked(running)
    unlock.take_key(key_in(tmp_path))
    unlock.main.click()
    running.settle()

    assert dialog.view.title.plain == "Going back to “stick.bootcamp”"
    assert dialog.main.isEnabled()
    dialog.reject()
