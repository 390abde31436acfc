"""Check-ins a second, beside a bare SQLite loop of one insert and one full sync each.

Both have the same settings and lie on the same file system. The command is a process of its own,
as at the door: it has answered one code before the time runs, and has answered the last when it
ends. The single ones go through the service as the window does it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

import click

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.storage.engines import connect, plain_connection

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Session

CODES = 2_000
ONE_BY_ONE = 500
PEOPLE = 10_000
SINGLE = 300
ROUNDS = 3


class Workspace(NamedTuple):
    """A file with very many people, and the badges of those who come."""

    path: Path
    session: Session
    codes: list[str]
    """Whoever came is taken out, so that everybody comes once."""

    def next(self, count: int) -> list[str]:
        """Give so many who come now."""
        coming = self.codes[:count]
        del self.codes[:count]
        return coming


def main() -> None:
    """Print all rates, their ratio, and how long a single scan takes."""
    with tempfile.TemporaryDirectory() as folder:
        camp = _made(Path(folder) / "workspace.bootcamp")
        bare, together, alone = [], [], []
        for number in range(ROUNDS):
            # By turns, so that whatever else the machine does meets all of them.
            bare.append(_bare_rate(Path(folder) / f"bare{number}.db"))
            together.append(_rate_of_command(camp, CODES, CODES))
            alone.append(_rate_of_command(camp, ONE_BY_ONE, 1))
        times = _times_of_single(camp)
    click.echo(f"bare SQLite, one sync each    {median(bare):8.0f} inserts/s")
    for title, rates in (("that wait in line", together), ("one by one, answered", alone)):
        ratios = [ours / theirs for ours, theirs in zip(rates, bare, strict=True)]
        click.echo(f"checkin --stdin, {title:<20} {median(rates):8.0f} scans/s", nl=False)
        click.echo(f"   ratio {median(ratios):5.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    cuts = quantiles(times, n=20)
    click.echo(
        f"one scan of {PEOPLE} people: {median(times):.2f} ms, 95 of 100 in {cuts[18]:.2f} ms"
    )


def _bare_rate(path: Path) -> float:
    plain_connection(path).execute("CREATE TABLE scans (code TEXT, at TEXT)").connection.close()
    connection = connect(path)
    start = time.perf_counter()
    for number in range(CODES):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO scans VALUES (?, ?)", (str(number), "now"))
        connection.execute("COMMIT")
    rate = CODES / (time.perf_counter() - start)
    connection.close()
    return rate


def _made(path: Path) -> Workspace:
    app = build(path, SystemClock())
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", date(2026, 12, 1), days=1))
    session = app.bootcamps.sessions(bootcamp)[0]
    rows = [["Name", "Phone"], *([f"Person {n}", f"01{n:07d}"] for n in range(PEOPLE))]
    app.importing.take_in(bootcamp, understand(rows, {}, bootcamp.starts_on))
    codes = [badge.code for badge in app.badges.of(app.people.list(bootcamp))]
    app.database.close()
    return Workspace(path, session, codes)


def _rate_of_command(camp: Workspace, count: int, at_once: int) -> float:
    """Send codes so many at once, the next ones when all of them are answered."""
    at = camp.session.starts_at - timedelta(minutes=1)
    line = [sys.executable, "-m", "bootcamp_app", "--db", str(camp.path), "checkin", "--stdin"]
    line += ["--session", camp.session.id, "--at", at.isoformat()]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as door:
        _answered(door, camp.next(1))
        codes = camp.next(count)
        start = time.perf_counter()
        for first in range(0, count, at_once):
            _answered(door, codes[first : first + at_once])
        rate = count / (time.perf_counter() - start)
        assert door.stdin
        door.stdin.close()
    return rate


def _answered(door: subprocess.Popen[bytes], codes: list[str]) -> None:
    assert door.stdin
    assert door.stdout
    door.stdin.write("".join(f"{code}\n" for code in codes).encode())
    told = b""
    while told.count(b"\n") < len(codes):
        told += door.stdout.read(65536)
    if told.count(b'"recorded"') != len(codes):
        raise RuntimeError("somebody was not checked in")


def _times_of_single(camp: Workspace) -> list[float]:
    """Give how many ms the service takes for a scan, as the window asks it."""
    app = build(camp.path, SystemClock())
    times = []
    for code in camp.next(SINGLE):
        start = time.perf_counter()
        app.attendance.record_scan(camp.session, Reading(code, at=camp.session.starts_at))
        times.append(1000 * (time.perf_counter() - start))
    app.database.close()
    return times


if __name__ == "__main__":
    main()
