"""The program is killed again and again in mid-queue; nothing answered is lost or doubled."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.bootstrap import build
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from tests.cli.asking import command, with_environment
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.bootcamps.views import Session
    from tests.clock import FakeClock

FEW, MANY = 3, 100
PEOPLE = 400
DAYS = 5
MOST_ANSWERS = 40


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    app = build(sqlite_place, clock)
    made = camp_in(app, days=DAYS)
    made.add_all([("", f"Person {number}") for number in range(PEOPLE)])
    app.database.checkpoint()
    yield made
    app.database.close()


def answered_before_the_kill(
    place: str, session: Session, codes: list[str], chance: random.Random
) -> list[tuple[str, str]]:
    """Give code and result of every whole line that was answered before SIGKILL."""
    line = command("checkin", "--stdin", "--session", session.id, "--db", place)
    line += ["--at", session.starts_at.isoformat()]
    environment = with_environment({})
    pipe = subprocess.PIPE
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, env=environment, bufsize=0) as door:
        assert door.stdin
        assert door.stdout
        door.stdin.write("".join(f"{code}\n" for code in codes).encode())
        seen = b""
        wanted = chance.randrange(MOST_ANSWERS)
        while seen.count(b"\n") < wanted:
            more = door.stdout.read(65536)
            assert more, "the program ended before it was killed"
            seen += more
        time.sleep(chance.uniform(0, 0.005))
        door.send_signal(signal.SIGKILL)
        seen += door.stdout.read()
    assert door.returncode == -signal.SIGKILL
    *whole, _ = seen.decode().split("\n")
    return [(told["code"], told["result"]) for told in map(json.loads, whole)]


def entries_of(camp: Camp, session: Session) -> Counter[str]:
    """Count the entries that are on the disk, by code."""
    with camp.app.database.read() as reader:
        return Counter(
            reader.scalars(
                select(AttendanceEventRow.code).where(
                    AttendanceEventRow.session_id == session.id,
                    AttendanceEventRow.kind == "entry",
                )
            )
        )


@pytest.mark.parametrize("rounds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_every_answered_code_counts_exactly_once_however_often_the_program_is_killed(
    camp: Camp, sqlite_place: str, rounds: int
) -> None:
    chance = random.Random(2026)
    by_code = {badge.code: badge.participant.participation_id for badge in camp.badges}
    # Each of them is met by a kill more than once, with what the last one left.
    sessions = camp.sessions[: rounds // 2]
    answered: dict[str, set[str]] = {session.id: set() for session in sessions}
    for number in range(rounds):
        session = sessions[number % len(sessions)]
        codes = chance.sample(sorted(by_code), len(by_code))

        told = answered_before_the_kill(sqlite_place, session, codes, chance)

        assert [code for code, _ in told] == codes[: len(told)]
        assert {result for _, result in told} <= {"recorded", "duplicate"}
        known = answered[session.id]
        assert {code for code, result in told if result == "recorded"}.isdisjoint(known)
        known |= {code for code, _ in told}

    assert sum(map(len, answered.values())) > rounds
    for session in sessions:
        entries = entries_of(camp, session)
        present = camp.app.attendance.presences([session])
        assert answered[session.id] <= entries.keys()
        assert set(entries.values()) == {1}
        assert {key for _, key in present} == {by_code[code] for code in entries}
    assert camp.app.records.faults() == []
