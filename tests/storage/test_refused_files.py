"""Files that may not be opened: refused in a sentence, left byte for byte as they were."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage import migrations
from bootcamp_app.storage.engines import connect
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]

HOLDS_THE_FILE = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode=EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
DAMAGED = "damaged or in use by another program. Close other programs and try again"


@pytest.fixture
def camp(sqlite_place: str, open_place: Opener) -> Path:
    """A closed workspace with 300 people."""
    _fill(open_place(sqlite_place), "Chan Sreyneang", 300)
    return Path(sqlite_place)


def test_a_newer_file_is_refused(camp: Path, open_place: Opener) -> None:
    _run(camp, f"PRAGMA user_version={migrations.SCHEMA + 1}")

    _assert_refused(camp, open_place, "written by a newer version of Bootcamp Desk. Install that")


def test_a_file_that_is_newer_only_in_its_log_is_refused(camp: Path, open_place: Opener) -> None:
    with _crashed_after(camp, f"PRAGMA user_version={migrations.SCHEMA + 1}"):
        assert int.from_bytes(camp.read_bytes()[60:64]) == migrations.SCHEMA

        _assert_refused(camp, open_place, "written by a newer version of Bootcamp Desk")


def test_a_log_that_came_without_its_index_is_read_too(
    camp: Path, tmp_path: Path, open_place: Opener
) -> None:
    with _crashed_after(camp, f"PRAGMA user_version={migrations.SCHEMA + 1}"):
        copy = tmp_path / "stick" / "camp.bootcamp"
        copy.parent.mkdir()
        shutil.copyfile(camp, copy)
        shutil.copyfile(f"{camp}-wal", f"{copy}-wal")

    _assert_refused(copy, open_place, "written by a newer version of Bootcamp Desk")


def test_a_database_of_another_program_is_refused(tmp_path: Path, open_place: Opener) -> None:
    path = tmp_path / "accounts.db"
    path.touch()
    _run(path, "CREATE TABLE people (name)")

    _assert_refused(path, open_place, "is not a Bootcamp Desk workspace. Choose another file.")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, open_place: Opener) -> None:
    path = tmp_path / "nominees.csv"
    path.write_text("name;phone\nChan Sreyneang;+85512345678\n" * 100)

    _assert_refused(path, open_place, "is not a Bootcamp Desk workspace")


def test_a_short_file_is_refused(tmp_path: Path, open_place: Opener) -> None:
    path = tmp_path / "camp.bootcamp"
    path.write_bytes(b"SQLite format 3\0")

    _assert_refused(path, open_place, "is not a Bootcamp Desk workspace")


def test_an_empty_file_is_refused(tmp_path: Path, open_place: Opener) -> None:
    path = tmp_path / "camp.bootcamp"
    path.touch()

    _assert_refused(path, open_place, "is empty. Restore the newest backup")


@pytest.mark.parametrize("kept", [100, 4096, 0.5, -1])
def test_a_file_that_is_cut_off_is_refused(camp: Path, open_place: Opener, kept: float) -> None:
    whole = camp.read_bytes()
    camp.write_bytes(whole[: int(len(whole) * kept)] if kept == 0.5 else whole[: int(kept)])

    _assert_refused(camp, open_place, "is cut off: part of it is missing. Restore the newest")


@pytest.mark.parametrize("seed", range(5))
def test_a_file_of_random_bytes_after_its_header_is_refused(
    camp: Path, open_place: Opener, seed: int
) -> None:
    whole = camp.read_bytes()
    camp.write_bytes(whole[:100] + Random(seed).randbytes(len(whole) - 100))

    _assert_refused(camp, open_place, "is damaged. Restore the newest backup")


def test_a_read_only_file_is_refused(camp: Path, open_place: Opener) -> None:
    camp.chmod(0o444)

    _assert_refused(camp, open_place, "is read-only, so nothing could be saved. Copy it")


def test_a_file_in_a_read_only_folder_is_refused(camp: Path, open_place: Opener) -> None:
    camp.parent.chmod(0o555)

    _assert_refused(camp, open_place, "or its folder is read-only, so nothing could be saved")

    camp.parent.chmod(0o755)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_process_holds_is_refused(camp: Path, open_place: Opener) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_FILE, str(camp)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"

        _assert_refused(camp, open_place, "another program")

    open_place(str(camp)).close()


def test_a_folder_is_refused(tmp_path: Path, open_place: Opener) -> None:
    (tmp_path / "camp.bootcamp").mkdir()

    _assert_refused(tmp_path / "camp.bootcamp", open_place, "cannot be read. Check the disk")


@pytest.mark.parametrize(("people", "other_people"), [(300, 0), (0, 300), (0, 0), (300, 300)])
def test_a_file_beside_the_log_of_another_workspace_is_refused(
    tmp_path: Path, open_place: Opener, people: int, other_people: int
) -> None:
    camp, other = tmp_path / "desk" / "camp.bootcamp", tmp_path / "other.bootcamp"
    _fill(open_place(str(camp)), "Chan Sreyneang", people)
    _fill(open_place(str(other)), "Sok Dara", other_people)
    database = open_place(str(other))
    with database.write() as work:
        work.add(PersonRow(name_en="Keo Pisey"))
    shutil.copyfile(f"{other}-wal", f"{camp}-wal")

    _assert_refused(camp, open_place, DAMAGED)


def test_a_backup_put_back_by_hand_beside_a_later_log_is_refused(
    sqlite_place: str, tmp_path: Path, open_place: Opener
) -> None:
    database = open_place(sqlite_place)
    _add(database, "Chan Sreyneang", 300)
    backup = database.back_up(tmp_path / "backup.bootcamp")
    _add(database, "Sok Dara", 3)
    camp = tmp_path / "desk" / "camp.bootcamp"
    camp.parent.mkdir()
    shutil.copyfile(backup, camp)
    shutil.copyfile(f"{sqlite_place}-wal", f"{camp}-wal")

    _assert_refused(camp, open_place, DAMAGED)


def test_a_workspace_that_crashed_is_opened_with_everything_in_its_log(
    camp: Path, tmp_path: Path, open_place: Opener
) -> None:
    copy = tmp_path / "after the power cut" / "camp.bootcamp"
    copy.parent.mkdir()
    database = open_place(str(camp))
    _add(database, "Sok Dara", 7)
    for ending in ("", "-wal", "-shm"):
        shutil.copyfile(f"{camp}{ending}", f"{copy}{ending}")

    with open_place(str(copy)).read() as reader:
        assert reader.query(PersonRow).count() == 307


def _assert_refused(path: Path, open_place: Opener, sentence: str) -> None:
    before, names, modes = contents(path.parent), names_in(path.parent), path.stat().st_mode

    with pytest.raises(Refusal) as refused:
        open_place(str(path))

    assert sentence in str(refused.value)
    assert f"“{path.name}”" in str(refused.value)
    assert contents(path.parent) == before
    assert names_in(path.parent) == names
    assert path.stat().st_mode == modes


def _fill(database: Database, name: str, number: int) -> None:
    _add(database, name, number)
    database.close()


def _add(database: Database, name: str, number: int) -> None:
    with database.write() as work:
        work.add_all(PersonRow(name_en=f"{name} {each}") for each in range(number))


def _run(path: Path, statement: str) -> None:
    connection = connect(path)
    connection.execute(statement)
    connection.close()


@contextmanager
def _crashed_after(path: Path, statement: str) -> Iterator[None]:
    """Leave a statement in the log, as a process that never closed the file would."""
    with closing(connect(path)) as connection:
        connection.execute(statement)
        yield


@pytest.mark.parametrize("step", ["storage.files._schema_of", "core.open_here._key"])
def test_a_file_whose_stick_is_pulled_out_while_it_is_opened_is_refused(
    step: str, camp: Path, open_place: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_out(_path: Path) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(f"bootcamp_app.{step}", pull_out)
    if step.endswith("_key"):
        monkeypatch.setattr("bootcamp_app.core.open_here.is_open_here", lambda _path: False)

    with pytest.raises(Refusal, match=r"“camp\.bootcamp” cannot be read\. Check the disk"):
        open_place(str(camp))
