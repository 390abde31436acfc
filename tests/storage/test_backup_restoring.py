"""Going back: to a new file, in place, from a stick that is read-only, and what it would change."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.backup import faults_of, keep
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backup_restoring import (
    is_damaged,
    new_name,
    prepared,
    restore,
    restore_as_new,
)
from bootcamp_app.storage.backups import compared, newest_sound
from bootcamp_app.storage.engines import connect, log_of
from tests.clock import START
from tests.storage.desks import add, device_of, state_of
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]


@pytest.fixture
def desk(sqlite_database: Database) -> Database:
    """An open workspace file with one person."""
    add(sqlite_database, PersonRow(name_en="Sok Dara"))
    return sqlite_database


@pytest.fixture
def backup(desk: Database, tmp_path: Path) -> Path:
    """A backup with one person, of a workspace that has another one since."""
    (tmp_path / "stick").mkdir()
    made = desk.back_up(tmp_path / "stick" / "backup.bootcamp")
    with desk.write() as work:
        work.add(PersonRow(name_en="Ly Mary"))
        work.add(PersonRow(name_en="Kim Sophea"))
    return made


def test_a_backup_is_opened_as_a_new_file_and_the_present_one_stays(
    desk: Database, backup: Path, open_place: Opener, tmp_path: Path
) -> None:
    before = backup.read_bytes()

    made = restore_as_new(backup, tmp_path / "new.bootcamp", START)

    new = open_place(str(made))
    assert device_of(new) != device_of(desk)
    assert len(state_of(new)["people"]) == 1
    assert len(state_of(desk)["people"]) == 3
    assert backup.read_bytes() == before
    assert names_in(backup.parent) == {"backup.bootcamp"}


def test_a_new_file_never_takes_the_place_of_another(
    desk: Database, backup: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.bootcamp"
    taken.write_text("of somebody else", "utf-8")

    with pytest.raises(Refusal, match=r"“taken\.bootcamp” is there already"):
        restore_as_new(backup, taken, START)

    assert taken.read_text("utf-8") == "of somebody else"
    assert new_name(tmp_path / "camp.bootcamp", START).name == "camp 2026-03-02 01-00.bootcamp"
    del desk


def test_a_second_new_file_of_the_same_minute_has_another_name(tmp_path: Path) -> None:
    path = tmp_path / "camp.bootcamp"
    new_name(path, START).touch()

    assert new_name(path, START).name == "camp 2026-03-02 01-00 (2).bootcamp"


def test_what_going_back_would_change_is_counted(
    desk: Database, backup: Path, sqlite_place: str
) -> None:
    with desk.write() as work:
        for row in work.query(PersonRow).filter(PersonRow.name_en == "Sok Dara"):
            work.delete(row)

    told = compared(Path(sqlite_place), backup)

    (people,) = (one for one in told.changes if one.table == "people")
    assert (people.now, people.then, people.lost, people.back) == (2, 1, 2, 1)
    assert {one.lost for one in told.changes if one.table != "people"} == {0}
    assert (told.unknown, told.is_related) == (3, True)
    assert told.contents.newest == START


def test_a_backup_of_another_workspace_is_told_from_one_of_this(
    backup: Path, open_place: Opener, tmp_path: Path
) -> None:
    other = open_place(str(tmp_path / "other.bootcamp"))
    add(other, PersonRow(name_en="Prak Sokly"))

    assert compared(tmp_path / "other.bootcamp", backup).is_related is False


def test_of_a_damaged_workspace_only_the_backup_is_counted(
    desk: Database, backup: Path, sqlite_place: str
) -> None:
    desk.close()
    Path(sqlite_place).write_bytes(b"damaged" * 3000)

    told = compared(Path(sqlite_place), backup)

    assert next((one.now, one.then) for one in told.changes) == (None, 1)
    assert told.unknown is None


def test_the_damaged_file_is_kept_aside_as_such_and_the_newest_sound_backup_is_found(
    desk: Database, sqlite_place: str, open_place: Opener, tmp_path: Path
) -> None:
    path = Path(sqlite_place)
    sound = keep(path, "auto", START.replace(year=2024))
    broken = keep(path, "auto", START.replace(year=2025))
    desk.close()
    for one in (broken, path):
        one.write_bytes(one.read_bytes()[:8192] + b"\x55" * (one.stat().st_size - 8192))
    was = path.read_bytes()

    found = newest_sound(path, START)
    assert found is not None
    aside = restore(found.path, path, START)

    assert found.path == sound
    assert aside == tmp_path / "camp.bootcamp.damaged-20260302-010000-1"
    assert aside.read_bytes() == was
    assert len(state_of(open_place(sqlite_place))["people"]) == 1


def test_a_sound_file_is_not_damaged_and_neither_is_none(
    desk: Database, sqlite_place: str, tmp_path: Path
) -> None:
    desk.close()

    assert is_damaged(Path(sqlite_place)) is False
    assert is_damaged(tmp_path / "gone.bootcamp") is False


def test_a_write_protected_backup_is_gone_back_to(
    desk: Database, backup: Path, sqlite_place: str, open_place: Opener
) -> None:
    desk.close()
    backup.chmod(0o400)
    backup.parent.chmod(0o500)
    try:
        restore(backup, Path(sqlite_place), START)
    finally:
        backup.parent.chmod(0o700)

    assert len(state_of(open_place(sqlite_place))["people"]) == 1


def test_somebody_stops_it_and_nothing_is_left(
    desk: Database, backup: Path, sqlite_place: str, tmp_path: Path
) -> None:
    desk.close()
    before = contents(tmp_path)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        prepared(backup, Path(sqlite_place), START, stop)

    assert contents(tmp_path) == before


def test_where_nothing_can_be_linked_the_old_file_is_copied_aside(
    desk: Database, backup: Path, sqlite_place: str, monkeypatch: pytest.MonkeyPatch,
    open_place: Opener,
) -> None:  # fmt: skip
    desk.close()

    def refuse(*_names: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    aside = restore(backup, Path(sqlite_place), START)

    assert len(state_of(open_place(str(aside)))["people"]) == 3
    assert len(state_of(open_place(sqlite_place))["people"]) == 1


@pytest.fixture
def damaged(desk: Database, backup: Path, sqlite_place: str) -> Path:
    """The workspace, damaged since its backup, and so is its log."""
    del backup
    desk.close()
    path = Path(sqlite_place)
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE since (id)")
        log = log_of(path).read_bytes()
    path.write_bytes(path.read_bytes()[:4096] + b"\x55" * 40960)
    log_of(path).write_bytes(b"\x55" + log[1:])
    assert is_damaged(path)
    return path


def test_a_damaged_file_and_its_log_are_kept_aside_byte_for_byte(
    damaged: Path, backup: Path, open_place: Opener
) -> None:
    file, log = damaged.read_bytes(), log_of(damaged).read_bytes()

    aside = restore(backup, damaged, START)

    assert aside is not None
    assert (aside.read_bytes(), log_of(aside).read_bytes()) == (file, log)
    assert len(state_of(open_place(str(damaged)))["people"]) == 1


def test_where_the_old_file_is_not_copied_aside_no_log_of_it_is_left_there_alone(
    damaged: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(damaged.parent)
    copy = shutil.copyfile

    def copy_logs(old: Path, new: Path) -> None:
        if old == damaged:
            raise OSError(28, "No space left on device")
        copy(old, new)

    monkeypatch.setattr(shutil, "copyfile", copy_logs)

    with pytest.raises(Refusal, match="could not be written to"):
        restore(backup, damaged, START)

    assert contents(damaged.parent) == before


def test_a_workspace_with_the_longest_name_is_gone_back_in_and_kept_aside(
    desk: Database, backup: Path, tmp_path: Path, open_place: Opener
) -> None:
    del desk
    path = tmp_path / f"{'ក' * 80}.bootcamp"
    shutil.copyfile(backup, path)

    aside = restore(backup, path, START)

    assert aside is not None
    assert len(aside.name.encode()) <= 255
    assert faults_of(aside) == []
    assert len(state_of(open_place(str(path)))["people"]) == 1
    assert contents_of(aside).counts["people"] == 1
