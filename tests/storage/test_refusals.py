"""What is said where the engine fails: a disk that is gone or full is no damaged file."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy.exc import DatabaseError, OperationalError

from bootcamp_app.core.errors import NotSaved, Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.plain import PlainColumn, PlainTable, write_plain
from bootcamp_app.storage.refusals import refusing
from tests.storage.desks import add
from tests.storage.folders import contents

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.storage.database import Database

GONE = "does not answer. Check that it is plugged in"
DAMAGED = "is damaged. Restore the newest backup"


class Room(NamedTuple):
    free: int


def fail(path: Path, said: str, kind: type[DatabaseError] = DatabaseError) -> None:
    with refusing(path):
        raise kind("SELECT 1", {}, Exception(said))


@pytest.fixture
def pulled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes nothing any more."""

    def refuse(_file: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_file_that_is_broken_is_told_as_damaged(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=DAMAGED):
        fail(tmp_path / "camp.bootcamp", "database disk image is malformed")


@pytest.mark.usefixtures("pulled_out")
def test_of_a_stick_that_was_pulled_out_nobody_is_told_to_go_back_to_a_backup(
    tmp_path: Path,
) -> None:
    with pytest.raises(NotSaved, match=GONE):
        fail(tmp_path / "camp.bootcamp", "database disk image is malformed")


@pytest.mark.parametrize(("free", "said"), [(8192, "the disk is full. Free"), (1 << 20, GONE)])
def test_a_disk_too_full_to_be_read_is_told_as_full(
    free: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Room(free))

    with pytest.raises(NotSaved, match=said):
        fail(tmp_path / "camp.bootcamp", "disk I/O error", OperationalError)


@pytest.mark.usefixtures("pulled_out")
def test_a_file_that_may_not_survive_is_not_told_as_written(tmp_path: Path) -> None:
    with (
        pytest.raises(Refusal, match="“list” could not be written"),
        whole_file(tmp_path / "list") as part,
    ):
        part.write_text("whole", "utf-8")


def test_a_database_on_a_disk_that_is_gone_is_told_as_any_file(tmp_path: Path) -> None:
    table = PlainTable("a", [PlainColumn("id")], iter([("1",)]))

    with (
        pytest.raises(Refusal, match="“all” could not be written"),
        whole_file(tmp_path / "all") as part,
    ):
        write_plain(part.parent / "gone" / part.name, [table], [])


def test_a_copy_that_cannot_be_read_back_for_the_disk_is_told_as_not_written(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(sqlite_database, PersonRow(name_en="Sok Dara"))
    before = contents(tmp_path)

    def pull_out(part: Path) -> None:
        part.unlink()

    monkeypatch.setattr("bootcamp_app.storage.backup._mark_as_copy", pull_out)
    monkeypatch.setattr("bootcamp_app.storage.backup.settle", lambda _part: None)
    monkeypatch.setattr("bootcamp_app.storage.backup.faults_of", lambda _part: [])

    with pytest.raises(Refusal, match=r"“copy\.bootcamp”\. Check the space on the disk or stick"):
        sqlite_database.back_up(tmp_path / "copy.bootcamp")

    assert contents(tmp_path) == before
