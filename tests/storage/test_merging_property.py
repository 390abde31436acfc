"""Whatever three desks do and in whatever order they exchange it, they end equal."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bootcamp_app.core.changes import Changes
from bootcamp_app.storage.creating import create_file
from bootcamp_app.storage.database import Parts, open_database
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
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

# A fixture makes fresh workspaces for every program; how long one takes is the disk's matter.
thorough = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
short = settings(thorough, max_examples=15)


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "camp.bootcamp"
    create_file(path)
    return path


@thorough
@given(program=programs, differences=clock_differences)
def test_three_files_end_equal_and_equal_to_a_rebuild_from_facts_alone(
    empty_file: Path, program: list[Step], differences: tuple[int, ...]
) -> None:
    with _desks(_files(empty_file), differences) as three:
        _assert_they_end_equal(three, program)


@short
@given(program=programs, differences=clock_differences)
def test_two_files_and_a_shared_workspace_end_equal_too(
    empty_file: Path,
    new_postgresql: Callable[[], str],
    program: list[Step],
    differences: tuple[int, ...],
) -> None:
    with _desks(_files(empty_file, new_postgresql()), differences) as three:
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


@contextmanager
def _files(empty_file: Path, *shared: str) -> Iterator[list[str]]:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / str(number) for number in range(DESKS - len(shared))]
        for path in files:
            shutil.copyfile(empty_file, path)
        yield [*map(str, files), *shared]


@contextmanager
def _desks(
    places: AbstractContextManager[list[str]], differences: Sequence[int]
) -> Iterator[list[Desk]]:
    with ExitStack() as stack:
        three = []
        for place, minutes in zip(stack.enter_context(places), differences, strict=True):
            clock = FakeClock()
            clock.forward(minutes=minutes)
            database = open_database(place, Parts(clock, Changes(), "Sokha"))
            three.append(Desk(stack.enter_context(closing(database)), clock))
        yield three
