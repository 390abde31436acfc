"""The private PostgreSQL server: it answers, and nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from tests.postgres_server import NO_SERVER, PrivateServer, find_binaries

BINARIES = find_binaries() or Path()

pytestmark = pytest.mark.skipif(find_binaries() is None, reason=NO_SERVER)


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateServer]:
    with PrivateServer(BINARIES) as running:
        yield running


def test_server_answers_through_sqlalchemy(server: PrivateServer) -> None:
    assert answer(server.url(), "SELECT 1") == 1


def test_server_keeps_text_as_utf_8(server: PrivateServer) -> None:
    assert answer(server.url(), "SHOW server_encoding") == "UTF8"


def test_every_new_database_is_its_own(server: PrivateServer) -> None:
    url = server.create_database("វត្តមាន one")

    assert answer(url, "SELECT current_database()") == "វត្តមាន one"


def test_extension_for_searching_names_is_available(server: PrivateServer) -> None:
    url = server.create_database("search")
    likeness = "CREATE EXTENSION pg_trgm; SELECT similarity('ចាន់ ស្រីនាង', 'ចាន់ ស្រីនី')"

    assert 0.2 < float(str(answer(url, likeness))) < 1


def test_server_listens_on_no_network_address(server: PrivateServer) -> None:
    assert answer(server.url(), "SHOW listen_addresses") == ""


def test_stopped_server_leaves_no_process_and_no_folder() -> None:
    with PrivateServer(BINARIES) as server:
        process = process_of(server.folder)
        assert is_running(process)

    assert not is_running(process)
    assert not server.folder.exists()


def test_stopping_twice_does_no_harm() -> None:
    server = PrivateServer(BINARIES)

    server.stop()
    server.stop()

    assert not server.folder.exists()


def test_server_ends_when_the_tests_are_killed() -> None:
    tests = subprocess.Popen(
        [sys.executable, "-c", KILLED_TESTS, str(BINARIES)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    folder = Path(tests.communicate()[0].strip())

    assert tests.returncode == -signal.SIGKILL
    assert ends_within(10, folder)


def answer(url: str, question: str) -> object:
    with create_engine(url, poolclass=NullPool).begin() as connection:
        *orders, last = question.split("; ")
        for order in orders:
            connection.execute(text(order))
        return connection.execute(text(last)).scalar_one()


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def process_of(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])


def ends_within(seconds: float, folder: Path) -> bool:
    deadline = time.monotonic() + seconds
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return not folder.exists()


KILLED_TESTS = """
import os, pathlib, signal, sys
sys.path.insert(0, "")
from tests.postgres_server import PrivateServer
server = PrivateServer(pathlib.Path(sys.argv[1]))
server.start()
print(server.folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
