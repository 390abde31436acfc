"""Check-ins a second, beside a bare SQLite loop of one insert and one full sync each."""

from __future__ import annotations

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import click

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.storage.engines import connect, plain_connection

PEOPLE = 1_000


def main() -> None:
    """Print both rates and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _bare_rate(Path(folder) / "bare.db")
        ours = _our_rate(Path(folder) / "workspace.bootcamp")
    click.echo(f"bare SQLite  {bare:8.0f} inserts/s")
    click.echo(f"check-ins    {ours:8.0f} scans/s")
    click.echo(f"ratio        {ours / bare:8.2f}")


def _bare_rate(path: Path) -> float:
    plain_connection(path).execute("CREATE TABLE scans (code TEXT, at TEXT)").connection.close()
    connection = connect(path)
    start = time.perf_counter()
    for number in range(PEOPLE):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO scans VALUES (?, ?)", (str(number), "now"))
        connection.execute("COMMIT")
    rate = PEOPLE / (time.perf_counter() - start)
    connection.close()
    return rate


def _our_rate(path: Path) -> float:
    app = build(path, SystemClock())
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", date(2026, 12, 1), days=1))
    session = app.bootcamps.sessions(bootcamp)[0]
    rows = [["Name", "Phone"], *([f"Person {n}", f"012{n:06d}"] for n in range(PEOPLE))]
    app.importing.take_in(bootcamp, understand(rows, {}, bootcamp.starts_on))
    codes = [badge.code for badge in app.badges.of(app.people.list(bootcamp))]
    at = session.starts_at - timedelta(minutes=5)
    start = time.perf_counter()
    for code in codes:
        app.attendance.record_scan(session, Reading(code, at=at))
    rate = PEOPLE / (time.perf_counter() - start)
    app.database.close()
    return rate


if __name__ == "__main__":
    main()
