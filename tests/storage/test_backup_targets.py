"""What a file that is written may replace: never a workspace, only an older copy of the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.backup import faults_of, keep
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backup_restoring import restore, restore_as_new
from tests.clock import START
from tests.storage.desks import add
from tests.storage.folders import contents, names_in
from tests.storage.test_open_here import locks_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]

NOT_REPLACED = r"is a workspace with work in it and is not replaced\. Choose another name"


@pytest.fixture
def desk(sqlite_database: Database) -> Database:
    """An open workspace file with one person."""
    add(sqlite_database, PersonRow(name_en="Sok Dara"))
    return sqlite_database


@pytest.fixture
def other(open_place: Opener, tmp_path: Path) -> Path:
    """Another workspace, with one person, that nobody has open."""
    database = open_place(str(tmp_path / "other" / "other.bootcamp"))
    add(database, PersonRow(name_en="Ly Mary"))
    database.close()
    return tmp_path / "other" / "other.bootcamp"


def people_in(file: Path) -> int:
    return contents_of(file).counts["people"]


@pytest.mark.parametrize("is_open", [False, True])
def test_another_workspace_is_not_replaced_by_a_copy_or_by_any_other_file(
    desk: Database, other: Path, open_place: Opener, *, is_open: bool
) -> None:
    opened = [open_place(str(other))] if is_open else []
    before = contents(other.parent)

    for write in (lambda: desk.back_up(other), lambda: list_into(other)):
        with pytest.raises(Refusal, match=NOT_REPLACED):
            write()

    assert contents(other.parent) == before
    for database in opened:
        add(database, PersonRow(name_en="Prak Sokly"))
        database.close()
    assert people_in(other) == 1 + is_open


def list_into(target: Path) -> None:
    with whole_file(target) as part:
        part.write_text("a list", "utf-8")


def test_the_workspace_itself_is_not_replaced_and_keeps_its_locks(
    desk: Database, sqlite_place: str
) -> None:
    held = locks_on(sqlite_place)

    for write in (lambda: desk.back_up(Path(sqlite_place)), lambda: list_into(Path(sqlite_place))):
        with pytest.raises(Refusal, match=NOT_REPLACED):
            write()

    assert locks_on(sqlite_place) == held
    add(desk, PersonRow(name_en="Ly Mary"))
    assert faults_of(Path(sqlite_place)) == []


def test_a_workspace_that_is_made_while_a_list_is_written_stays(
    desk: Database, tmp_path: Path
) -> None:
    target = tmp_path / "list.csv"

    def write() -> None:
        with whole_file(target) as part:
            part.write_text("a list", "utf-8")
            desk.back_up(target)

    with pytest.raises(Refusal, match=NOT_REPLACED):
        write()

    assert people_in(target) == 1
    assert not list(tmp_path.glob(".*.part"))


def test_an_older_copy_of_the_same_workspace_is_replaced_by_a_newer_one(
    desk: Database, tmp_path: Path
) -> None:
    copy = desk.back_up(tmp_path / "copy.bootcamp")
    add(desk, PersonRow(name_en="Ly Mary"))

    desk.back_up(copy)

    assert people_in(copy) == 2
    with pytest.raises(Refusal, match=NOT_REPLACED):
        list_into(copy)


def test_a_copy_that_knows_more_or_was_opened_is_not_replaced(
    desk: Database, open_place: Opener, tmp_path: Path, sqlite_place: str
) -> None:
    early = desk.back_up(tmp_path / "early.bootcamp")
    add(desk, PersonRow(name_en="Ly Mary"))
    late = desk.back_up(tmp_path / "late.bootcamp")
    desk.close()
    restore(early, Path(sqlite_place), START)
    open_place(str(early)).close()
    back = open_place(sqlite_place)

    for copy in (early, late):
        with pytest.raises(Refusal, match=NOT_REPLACED):
            back.back_up(copy)

    assert people_in(late) == 2


@pytest.mark.parametrize("how", ["restore_as_new", "restore", "back_up", "open"])
def test_the_log_of_a_file_that_is_gone_does_not_come_into_the_one_that_takes_its_name(
    desk: Database, open_place: Opener, tmp_path: Path, how: str
) -> None:
    copy = desk.back_up(tmp_path / "copy.bootcamp")
    gone = tmp_path / "gone" / "gone.bootcamp"
    lost = open_place(str(gone))
    for name in ("Ly Mary", "Prak Sokly"):
        add(lost, PersonRow(name_en=name))
    log = gone.with_name("gone.bootcamp-wal").read_bytes()
    lost.close()
    gone.unlink()
    gone.with_name("gone.bootcamp-wal").write_bytes(log)

    if how == "open":
        open_place(str(gone)).close()
    elif how == "back_up":
        desk.back_up(gone)
    elif how == "restore":
        assert restore(copy, gone, START) is None
    else:
        restore_as_new(copy, gone, START)

    assert people_in(gone) == (how != "open")
    assert len(log) > 10_000
    assert gone.with_name("gone.bootcamp.left-1-wal").read_bytes() == log
    assert names_in(gone.parent) == {"gone.bootcamp", "gone.bootcamp.left-1-wal"}


def test_a_workspace_that_is_gone_and_has_backups_is_not_begun_anew(
    desk: Database, open_place: Opener, sqlite_place: str, tmp_path: Path
) -> None:
    copy = keep(Path(sqlite_place), "auto", START)
    desk.close()
    Path(sqlite_place).unlink()

    with pytest.raises(Refusal, match=f"not there any more, but its backups are.*{copy.name}"):
        open_place(sqlite_place)

    assert not Path(sqlite_place).exists()
    (tmp_path / "backups").rename(tmp_path / "old backups")
    open_place(sqlite_place).close()
    assert people_in(Path(sqlite_place)) == 0


def test_the_log_of_a_file_that_is_gone_and_cannot_be_put_aside_is_said_in_words(
    desk: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copy.bootcamp-wal").write_bytes(b"last changes")

    def refuse(*_names: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(Refusal, match=r"“copy\.bootcamp”\. Check the space on the disk or stick"):
        desk.back_up(tmp_path / "copy.bootcamp")

    assert (tmp_path / "copy.bootcamp-wal").read_bytes() == b"last changes"
    assert not (tmp_path / "copy.bootcamp").exists()


def test_where_the_stick_goes_while_its_older_copy_is_looked_at_nobody_is_told_of_work_in_it(
    desk: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    copy = desk.back_up(tmp_path / "stick" / "copy.bootcamp")

    def pull_out(*_files: object) -> None:
        copy.parent.rename(tmp_path / "in a pocket")
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("bootcamp_app.storage.backup_targets.going_back", pull_out)

    with pytest.raises(Refusal, match=r"“copy\.bootcamp”\. Check the space on the disk or stick"):
        desk.back_up(copy)

    assert people_in(tmp_path / "in a pocket" / copy.name) == 1
