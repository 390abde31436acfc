"""Issuing and printing are killed again and again; nothing is half, missing or there twice."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.certificates.piles import piles
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.features.certificates.separate import print_piles
from tests.cli.asking import command, program, with_environment
from tests.features.certificates.camps import Camp, camp_in, quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import FakeClock

FEW, MANY = 3, 100
PEOPLE = 24
often = pytest.mark.parametrize("rounds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    app = build(sqlite_place, clock)
    yield camp_in(app)
    app.database.close()


def attending(camp: Camp, first: int, count: int) -> None:
    names = [("", f"Person {number:03}") for number in range(first, first + count)]
    camp.attend(*camp.add_all(names))


def killed(line: list[str], is_due: Callable[[], bool], wait: float) -> int:
    """Start the program and kill it so many seconds after its moment came; give how it ended."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(line, stdout=quiet, stderr=quiet, env=with_environment({})) as process:
        while not is_due() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        return process.wait()


def holds(folder: Path, count: int) -> bool:
    return len(list(folder.glob("*.pdf"))) >= count


def content_of(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.glob("*.pdf")}


@often
def test_printing_that_is_killed_leaves_whole_files_and_goes_on_where_it_was(
    camp: Camp, sqlite_place: str, tmp_path: Path, rounds: int
) -> None:
    attending(camp, 0, PEOPLE)
    camp.issue()
    papers = camp.app.prints.papers(camp.bootcamp, Wish())
    files = piles(papers.certificates, papers.people, "person")
    print_piles(files, camp.bootcamp, tmp_path / "right", quietly, papers.designs)
    one_file = tmp_path / "right" / "all.pdf"
    print_batch(papers.certificates, camp.bootcamp, one_file, quietly, papers.designs)
    right, folder, chance = content_of(tmp_path / "right"), tmp_path / "made", random.Random(6)
    folder.mkdir()
    places = ("--out", folder / "all.pdf", "--folder", folder)
    line = command("certificates", "print", *places, "--db", sqlite_place)
    ends, was_half_done = [], False

    for _ in range(rounds):
        more = chance.randrange(PEOPLE // 3)
        wanted = min(len(content_of(folder)) + more, PEOPLE)
        ends.append(killed(line, partial(holds, folder, wanted), chance.uniform(0, 0.02)))

        made = content_of(folder)
        assert made.items() <= right.items()
        was_half_done |= 0 < len(made) < len(right)
        if made == right:
            for name in chance.sample(sorted(right), PEOPLE // 2):
                (folder / name).unlink()

    assert was_half_done
    assert -signal.SIGKILL in ends
    assert program("certificates", "print", *places, "--db", sqlite_place).code == 0
    assert content_of(folder) == right


@often
def test_issuing_that_is_killed_gives_all_or_nobody_a_certificate_and_no_serial_is_lost(
    camp: Camp, sqlite_place: str, rounds: int
) -> None:
    chance = random.Random(16)
    line = command("certificates", "issue", "--db", sqlite_place)
    attending(camp, 0, PEOPLE)
    began = time.monotonic()
    assert program("certificates", "issue", "--dry-run", "--db", sqlite_place).code == 0
    usual = time.monotonic() - began
    ends, people = [], PEOPLE

    for _ in range(rounds):
        before, began = len(camp.certificates), time.monotonic()
        ends.append(killed(line, lambda: True, usual * chance.uniform(0.4, 1.1)))
        if ends[-1] == 0:
            # It was quicker than the last look; the machine has other work as well.
            usual = min(usual, time.monotonic() - began)

        serials = [one.serial.split("-")[2] for one in camp.certificates]
        assert len(serials) in (before, people)
        assert serials == [f"{number:05}" for number in range(1, len(serials) + 1)]
        if len(serials) == people:
            attending(camp, people, 2)
            people += 2

    assert -signal.SIGKILL in ends
    assert program("certificates", "issue", "--db", sqlite_place).code == 0
    certificates = camp.certificates
    assert [int(one.serial.split("-")[2]) for one in certificates] == list(range(1, people + 1))
    assert len({one.participation_id for one in certificates}) == people
    assert camp.app.records.faults() == []
