"""Making, opening and closing a workspace."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from bootcamp_app.core.changes import Changes
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.database import Database, Parts, open_database
from tests.clock import FakeClock
from tests.storage.folders import names_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

SETTINGS = {
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 4194304,
    "application_id": 0x4243444B,
}


def test_every_connection_runs_with_the_settings_that_keep_what_is_acknowledged(
    sqlite_database: Database,
) -> None:
    first = sqlite_database._engine.connect()
    second = sqlite_database._engine.connect()

    in_force = [
        {name: connection.scalar(text(f"PRAGMA {name}")) for name in SETTINGS}
        for connection in (first, second)
    ]
    first.close()
    second.close()

    assert in_force == [SETTINGS, SETTINGS]


def test_the_sqlite_library_is_one_without_the_log_reset_fault(sqlite_database: Database) -> None:
    with sqlite_database.read() as reader:
        version = str(reader.scalar(text("SELECT sqlite_version()")))

    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_what_was_written_is_there_after_closing_and_opening_again(
    place: str, open_place: Callable[[str], Database]
) -> None:
    database = open_place(place)
    with database.write() as work:
        work.add(PersonRow(name_en="Chan Sreyneang", name_km="ចាន់ ស្រីនាង"))
    database.close()

    with open_place(place).read() as reader:
        person = reader.scalars(select(PersonRow)).one()

    assert (person.name_en, person.name_km) == ("Chan Sreyneang", "ចាន់ ស្រីនាង")


def test_a_closed_workspace_is_one_file(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.write() as work:
        work.add(PersonRow(name_en="Chan Sreyneang"))
    while_open = names_in(tmp_path)

    sqlite_database.close()

    assert while_open == {"camp.bootcamp", "camp.bootcamp-wal", "camp.bootcamp-shm"}
    assert names_in(tmp_path) == {"camp.bootcamp"}


def test_after_a_checkpoint_the_file_alone_holds_everything(
    sqlite_database: Database, tmp_path: Path, open_place: Callable[[str], Database]
) -> None:
    with sqlite_database.write() as work:
        work.add(PersonRow(name_en="Chan Sreyneang"))

    sqlite_database.checkpoint()
    copy = tmp_path / "stick" / "camp.bootcamp"
    copy.parent.mkdir()
    copy.write_bytes((tmp_path / "camp.bootcamp").read_bytes())

    with open_place(str(copy)).read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Chan Sreyneang"]


def test_the_folder_of_a_new_workspace_is_made_where_it_is_missing(
    tmp_path: Path, open_place: Callable[[str], Database]
) -> None:
    place = tmp_path / "ខេត្តកំពត [1]" / "វគ្គ.bootcamp"

    open_place(str(place)).close()

    assert names_in(place.parent) == {"វគ្គ.bootcamp"}


def test_a_workspace_that_cannot_be_made_is_refused_and_leaves_nothing(
    tmp_path: Path, open_place: Callable[[str], Database]
) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(Refusal, match=r"cannot be made\. Choose a folder where you may write"):
        open_place(str(tmp_path / "file" / "camp.bootcamp"))

    assert names_in(tmp_path) == {"file"}


def test_a_name_of_the_greatest_length_can_be_made(
    tmp_path: Path, open_place: Callable[[str], Database]
) -> None:
    # The longest ending that SQLite adds while it works has eight letters.
    name = "ក" * 82

    open_place(str(tmp_path / name)).close()

    assert names_in(tmp_path) == {name}


def test_processes_that_make_one_file_at_once_share_it(sqlite_place: str, tmp_path: Path) -> None:
    start = multiprocessing.get_context("spawn")
    barrier = start.Barrier(4)
    makers = [
        start.Process(target=_make_and_add, args=(sqlite_place, f"Maker {number}", barrier))
        for number in range(4)
    ]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()

    database = open_database(sqlite_place, Parts(FakeClock(), Changes()))
    with database.read() as reader:
        names = set(reader.scalars(select(PersonRow.name_en)))
    database.close()

    assert [maker.exitcode for maker in makers] == [0, 0, 0, 0]
    assert names == {"Maker 0", "Maker 1", "Maker 2", "Maker 3"}
    assert names_in(tmp_path) == {"camp.bootcamp"}


@pytest.mark.parametrize("address", ["postgres://me:secret@host/camp", "a://b"])
def test_an_address_that_is_none_is_refused_with_an_example(
    address: str, open_place: Callable[[str], Database]
) -> None:
    with pytest.raises(Refusal, match=r"looks like postgresql\+psycopg://name@host/database"):
        open_place(address)


def test_a_server_that_does_not_answer_is_refused(
    tmp_path: Path, open_place: Callable[[str], Database]
) -> None:
    with pytest.raises(Refusal, match="Check the network cable and the server"):
        open_place(f"postgresql+psycopg:///camp?host={tmp_path}")


def test_the_short_form_of_a_servers_address_is_understood(
    postgresql_place: str, open_place: Callable[[str], Database]
) -> None:
    database = open_place(postgresql_place.replace("postgresql+psycopg", "postgresql"))

    with database.read() as reader:
        assert reader.scalars(select(PersonRow)).all() == []


def test_the_server_is_version_15_or_newer(
    postgresql_place: str, open_place: Callable[[str], Database]
) -> None:
    with open_place(postgresql_place).read() as reader:
        assert int(str(reader.scalar(text("SHOW server_version_num")))) >= 150000


def _make_and_add(place: str, name: str, barrier: Barrier) -> None:
    barrier.wait()
    database = open_database(place, Parts(FakeClock(), Changes()))
    with database.write() as work:
        work.add(PersonRow(name_en=name))
    database.close()
