"""Copies that were read back, and which device a copy becomes."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, select, text

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.backup import copy_verified, faults_of, keep
from bootcamp_app.storage.backup_restoring import restore
from bootcamp_app.storage.engines import connect
from tests.clock import START
from tests.storage.desks import add, device_of, exchange, seen_by, state_of
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.database import Database
    from tests.postgres_server import PrivateServer

    Opener = Callable[[str], Database]

COPIES = """
import pathlib
import sys
from bootcamp_app.core.errors import Refusal
from bootcamp_app.storage.backup import copy_verified
try:
    copy_verified(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
except Refusal as refusal:
    print(refusal)
"""


@pytest.fixture
def desk(sqlite_database: Database) -> Database:
    """An open workspace file with one person, whose name still is in the log only."""
    add(sqlite_database, PersonRow(name_en="Sok Dara"))
    return sqlite_database


def test_a_copy_of_a_workspace_in_use_holds_everything_in_one_file(
    desk: Database, tmp_path: Path, open_place: Opener
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    desk.back_up(stick / "copy.bootcamp")

    assert names_in(stick) == {"copy.bootcamp"}
    assert faults_of(stick / "copy.bootcamp") == []
    assert names_in(stick) == {"copy.bootcamp"}
    assert state_of(open_place(str(stick / "copy.bootcamp"))) == state_of(desk)


@pytest.mark.usefixtures("desk")
def test_a_copy_leaves_no_half_file_where_the_disk_is_full(
    sqlite_place: str, tmp_path: Path
) -> None:
    target = tmp_path / "stick" / "copy.bootcamp"
    target.parent.mkdir()
    target.write_bytes(b"the copy of yesterday")

    said = subprocess.run(
        # Without -B, what it imports would be kept compiled, and cut at the limit as well.
        [sys.executable, "-B", "-W", "error", "-c", COPIES, sqlite_place, str(target)],
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=_may_write_little,
    ).stdout

    assert "could not be written to “copy.bootcamp”. Check the space on the disk" in said
    assert contents(target.parent) == {"copy.bootcamp": b"the copy of yesterday"}


def test_a_copy_into_a_folder_that_is_not_there_is_refused(desk: Database, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"“copy\.bootcamp”\. Check the space on the disk or stick"):
        desk.back_up(tmp_path / "gone" / "copy.bootcamp")


def test_a_damaged_workspace_is_not_copied(
    desk: Database, sqlite_place: str, tmp_path: Path
) -> None:
    desk.close()
    path = Path(sqlite_place)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\x55" * (len(whole) - 8192))
    before = names_in(tmp_path)

    with pytest.raises(Refusal, match=r"“camp\.bootcamp” is damaged\. Restore the newest backup"):
        copy_verified(path, tmp_path / "copy.bootcamp")

    assert names_in(tmp_path) == before


def test_what_is_wrong_in_a_file_is_named(desk: Database, sqlite_place: str) -> None:
    desk.close()
    sound = faults_of(Path(sqlite_place))
    connection = connect(Path(sqlite_place))
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_journal_act'")
    connection.close()

    assert sound == []
    assert [fault.split(":")[1] for fault in faults_of(Path(sqlite_place))] == [" never used"]


def test_a_shared_workspace_is_backed_up_with_the_servers_own_tools(
    postgresql_place: str, open_place: Opener, tmp_path: Path
) -> None:
    database = open_place(postgresql_place)

    with pytest.raises(Refusal, match="backed up with PostgreSQL's own tools"):
        database.back_up(tmp_path / "copy.bootcamp")


def test_a_workspace_stays_the_same_device_when_it_is_opened_again(
    place: str, open_place: Opener
) -> None:
    first = open_place(place)
    device = device_of(first)
    first.close()

    assert device_of(open_place(place)) == device


def test_a_copy_of_the_file_becomes_another_device_whose_facts_are_kept_apart(
    desk: Database, sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    desk.close()
    (tmp_path / "stick").mkdir()
    copied = shutil.copy(sqlite_place, tmp_path / "stick" / "camp.bootcamp")
    desk, copy = open_place(sqlite_place), open_place(str(copied))
    add(desk, PersonRow(name_en="Keo Pisey"))
    add(copy, PersonRow(name_en="Chan Sreyneang"))

    exchange(copy, desk)
    exchange(desk, copy)

    assert device_of(copy) != device_of(desk)
    assert seen_by(desk) == {device_of(desk): 2, device_of(copy): 1}
    assert len(state_of(desk)["people"]) == 3
    assert state_of(desk) == state_of(copy)


def test_a_copy_of_a_shared_workspace_becomes_another_device(
    postgresql_server: PrivateServer, postgresql_place: str, open_place: Opener
) -> None:
    desk = open_place(postgresql_place)
    device = device_of(desk)
    desk.close()
    name = make_url(postgresql_place).database
    engine = create_engine(postgresql_server.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE copied TEMPLATE {name}"))
    engine.dispose()

    assert device_of(open_place(postgresql_server.url("copied"))) != device


def test_a_restored_backup_is_a_new_device_with_the_rows_of_the_backup(
    desk: Database, sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    device = device_of(desk)
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    add(desk, PersonRow(name_en="Keo Pisey"))
    desk.close()

    restore(backup, Path(sqlite_place), START)

    restored = open_place(sqlite_place)
    assert device_of(restored) != device
    with restored.read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Sok Dara"]


def test_a_backup_put_back_by_hand_is_a_new_device_too(
    desk: Database, sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    device = device_of(desk)
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    desk.close()

    shutil.copyfile(backup, sqlite_place)

    assert device_of(open_place(sqlite_place)) != device


def test_restoring_sets_the_old_file_aside_with_everything_in_its_log(
    desk: Database, sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    add(desk, PersonRow(name_en="Keo Pisey"))
    crashed = tmp_path / "after the power cut" / "camp.bootcamp"
    crashed.parent.mkdir()
    for ending in ("", "-wal", "-shm"):
        shutil.copyfile(f"{sqlite_place}{ending}", f"{crashed}{ending}")

    aside = restore(backup, crashed, START)

    assert aside == crashed.with_name("camp.bootcamp.replaced-20260302-010000-1")
    assert len(state_of(open_place(str(aside)))["people"]) == 2
    assert len(state_of(open_place(str(crashed)))["people"]) == 1


def test_restoring_twice_in_a_second_keeps_both_old_files(
    desk: Database, sqlite_place: str, tmp_path: Path
) -> None:
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    desk.close()

    first = restore(backup, Path(sqlite_place), START)
    second = restore(backup, Path(sqlite_place), START)

    assert first != second
    assert {str(first), str(second)} < {str(path) for path in tmp_path.iterdir()}


def test_a_damaged_backup_is_refused_and_the_workspace_stays(
    desk: Database, sqlite_place: str, tmp_path: Path
) -> None:
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    desk.close()
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-8192] + b"\x55" * 8192)
    before = contents(tmp_path)

    with pytest.raises(Refusal, match=r"“backup\.bootcamp” is damaged too\. Choose an older one"):
        restore(backup, Path(sqlite_place), START)

    assert contents(tmp_path) == before


def test_a_backup_is_restored_where_there_is_no_workspace_left(
    desk: Database, tmp_path: Path, open_place: Opener
) -> None:
    backup = desk.back_up(tmp_path / "backup.bootcamp")
    place = tmp_path / "new.bootcamp"

    assert restore(backup, place, START) is None
    assert state_of(open_place(str(place))) == state_of(desk)


@pytest.mark.usefixtures("desk")
def test_a_kept_copy_says_when_and_why(sqlite_place: str, tmp_path: Path) -> None:
    kept = keep(Path(sqlite_place), "before-import", START)

    assert kept == tmp_path / "backups" / "camp-20260302-010000-before-import.bootcamp"
    assert faults_of(kept) == []


def _may_write_little() -> None:
    # A write beyond it fails as it does on a full disk; it holds for this process alone.
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))


@pytest.mark.usefixtures("impatient")
def test_nothing_is_restored_under_a_desk_that_is_still_open(
    desk: Database, tmp_path: Path, sqlite_place: str
) -> None:
    copy = desk.back_up(tmp_path / "copy.bootcamp")
    add(desk, PersonRow(name_en="Ly Heng"))

    with pytest.raises(Refusal, match="is open in another window or program"):
        restore(copy, Path(sqlite_place), START)
    add(desk, PersonRow(name_en="Kim Sophea"))

    assert len(state_of(desk)["people"]) == 3
