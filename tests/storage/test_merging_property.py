"""Whatever three desks do and in whatever order they exchange it, they end equal."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from bootcamp_app.core.changes import Changes
from bootcamp_app.storage import devices
from bootcamp_app.storage.base import Base
from bootcamp_app.storage.creating import create_file
from bootcamp_app.storage.database import Parts, open_database
from bootcamp_app.storage.engines import WRITES
from bootcamp_app.storage.merging import rebuild
from tests.clock import FakeClock
from tests.storage.desks import State, seen_by, state_of
from tests.storage.programs import (
    DESKS,
    Desk,
    Step,
    clock_differences,
    exchange_everything,
    live_through,
    programs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.shared_workspaces import SharedWorkspaces

# How long one takes is the disk's matter.
thorough = settings(max_examples=60, deadline=None)
short = settings(thorough, max_examples=15)


@pytest.fixture(scope="module")
def files() -> Iterator[list[EmptyAgain]]:
    """Three files, opened once: what an engine has compiled, it knows for every program."""
    # Whether a disk keeps what is written is asked elsewhere; syncs would only take time here.
    memory = Path("/dev/shm")
    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        ExitStack() as stack,
    ):
        empty = Path(folder) / "empty"
        create_file(empty)
        yield [EmptyAgain(empty, Path(folder) / str(number), stack) for number in range(DESKS)]


@pytest.fixture(scope="module")
def shared(shared_workspaces: SharedWorkspaces) -> Iterator[SharedAgain]:
    """A workspace on a server, opened once."""
    name = shared_workspaces.lend()
    with ExitStack() as stack:
        yield SharedAgain(shared_workspaces.address(name), stack)
    shared_workspaces.take_back(name)


class EmptyAgain:
    """A desk whose file is made empty for every program, and counts as another device then."""

    def __init__(self, empty: Path, path: Path, stack: ExitStack) -> None:
        self._empty, self._path = empty, path
        shutil.copyfile(empty, path)
        self.desk = _opened(str(path), stack)

    def renew(self, minutes: int) -> Desk:
        """Give the desk with an empty file and a clock that is so many minutes ahead."""
        engine = self.desk.database._engine
        engine.dispose()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self._empty, self._path)
        _set_to(self.desk.clock, minutes)
        devices.settle(engine, devices.home_of(self._path), self.desk.clock.now())
        return self.desk


class SharedAgain:
    """A desk at a shared workspace, which is emptied for every program."""

    def __init__(self, place: str, stack: ExitStack) -> None:
        self.desk = _opened(place, stack)

    def renew(self, minutes: int) -> Desk:
        """Give the desk with empty tables and a clock that is so many minutes ahead."""
        engine = self.desk.database._engine
        names = ", ".join(f'"{name}"' for name in Base.metadata.tables)
        with engine.connect().execution_options(**WRITES) as connection, connection.begin():
            connection.execute(text(f"TRUNCATE {names}"))
        _set_to(self.desk.clock, minutes)
        devices.settle(engine, devices.home_of_server(engine), self.desk.clock.now())
        return self.desk


@thorough
@given(program=programs, differences=clock_differences)
def test_three_files_end_equal_and_equal_to_a_rebuild_from_facts_alone(
    files: list[EmptyAgain], program: list[Step], differences: tuple[int, ...]
) -> None:
    three = [one.renew(minutes) for one, minutes in zip(files, differences, strict=True)]

    _assert_they_end_equal(three, program)


@short
@given(program=programs, differences=clock_differences)
def test_two_files_and_a_shared_workspace_end_equal_too(
    files: list[EmptyAgain],
    shared: SharedAgain,
    program: list[Step],
    differences: tuple[int, ...],
) -> None:
    desks: list[EmptyAgain | SharedAgain] = [*files[: DESKS - 1], shared]
    three = [one.renew(minutes) for one, minutes in zip(desks, differences, strict=True)]

    _assert_they_end_equal(three, program)


def _assert_they_end_equal(three: list[Desk], program: list[Step]) -> None:
    live_through(three, program)
    exchange_everything(three)
    exchange_everything(three)

    states = [state_of(desk.database) for desk in three]
    vectors = [_without_silent(seen_by(desk.database)) for desk in three]
    rebuilt = [_state_after_rebuild(desk) for desk in three]

    assert states[1] == states[0]
    assert states[2] == states[0]
    assert vectors == [vectors[0]] * DESKS
    assert rebuilt == states


def _state_after_rebuild(desk: Desk) -> State:
    with desk.database.write() as work:
        rebuild(work)
    return state_of(desk.database)


def _without_silent(vector: dict[str, int]) -> dict[str, int]:
    # A desk that never wrote anything is known to itself only.
    return {device: seq for device, seq in vector.items() if seq}


def _set_to(clock: FakeClock, minutes: int) -> None:
    clock.forward(minutes=minutes, seconds=(clock.start - clock.now()).total_seconds())


def _opened(place: str, stack: ExitStack) -> Desk:
    clock = FakeClock()
    database = open_database(place, Parts(clock, Changes(), "Sokha"))
    return Desk(stack.enter_context(closing(database)), clock)
