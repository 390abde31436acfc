"""Issuing is killed again and again: all of a batch is there, or nothing; no hole, no double."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.certificates.rules import is_serial
from tests.cli.asking import command, with_environment
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FakeClock

FEW, MANY = 3, 100
PEOPLE = 12


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    app = build(sqlite_place, clock)
    made = camp_in(app)
    yield made
    app.database.close()


def welcome(camp: Camp, number: int) -> None:
    """Register further people who have earned a certificate."""
    people = camp.add_all([("", f"Person {number:03d}x{one:02d}") for one in range(PEOPLE)])
    camp.app.exceptions.make(camp.bootcamp, people, "given", "came to all of it")


def issuing(place: str) -> subprocess.Popen[bytes]:
    line = command("certificates", "issue", "--db", place, "--json")
    return subprocess.Popen(line, stdout=subprocess.PIPE, env=with_environment({}))


@pytest.mark.parametrize("rounds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_killed_issue_leaves_all_or_nothing_and_the_next_goes_on_without_a_hole(
    camp: Camp, sqlite_place: str, rounds: int
) -> None:
    chance = random.Random(2026)
    welcome(camp, 0)
    began = time.monotonic()
    with issuing(sqlite_place) as undisturbed:
        undisturbed.communicate()
    lasts = time.monotonic() - began
    assert len(camp.certificates) == PEOPLE
    nothing = 0
    for number in range(1, rounds + 1):
        welcome(camp, number)
        before, whole = PEOPLE * number, PEOPLE * (number + 1)

        with issuing(sqlite_place) as killed:
            # Reading what the program is made of takes most of its time, writing the rest.
            time.sleep(0 if number == 1 else lasts * chance.uniform(0.6, 1.1))
            killed.send_signal(signal.SIGKILL)
            killed.communicate()

        after = len(camp.certificates)
        nothing += after == before
        assert after in {before, whole}
        assert camp.issue().issued == whole - after

    serials = [one.serial for one in camp.app.certificates.known(camp.bootcamp)]
    assert [int(one.split("-")[2]) for one in serials] == list(range(1, len(serials) + 1))
    assert all(map(is_serial, serials))
    assert nothing > 0
    assert camp.app.records.faults() == []
