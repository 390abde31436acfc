"""How long the database of 100,000 people takes to hand over, and what memory it asks for.

The measures are SQLite's own: the whole workspace copied by VACUUM INTO, and the same tables copied
row by row from one file into another, without types, keys, views or what the program derives.

    python -m tests.benchmarks.bench_database [a workspace file, made where there is none]
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pyrage

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.exports.database.chosen import TABLES
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.storage.encrypted import decrypt
from bootcamp_app.storage.engines import connect

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE, SESSIONS, STEP = 100_000, 3, 10_000
WORDS = "correct horse battery"


def main(chosen: str = "") -> None:
    """Print the seconds and the memory of each way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = Path(chosen) if chosen else folder / "camp.bootcamp"
        if not place.exists():
            _fill(place)
        click.echo(f"workspace of {place.stat().st_size / 1e6:.0f} MB")
        copied = _say("VACUUM INTO", _vacuumed, place, folder / "copy")
        bare = _say("the same tables, bare", _bare, place, folder / "bare")
        for title, how in (
            ("with personal data", {"with_personal_data": True}),
            ("without", {"with_personal_data": False}),
            ("with a passphrase", {"with_personal_data": True, "passphrase": WORDS}),
        ):
            took = _say(title, _exported, place, folder / "all", how)
            click.echo(
                f"{'':24} {took / bare:6.2f} × bare tables, {took / copied:.2f} × VACUUM INTO"
            )
        _say("opening it", _opened, folder / "all", folder / "again")
        _say("workspace, by key", _workspace, place, folder / "w.age")


def _say(title: str, work: Callable[..., Any], *of: Any) -> float:  # noqa: ANN401 - any way
    """Do it in a process of its own, which has used no memory before."""
    # Not a pool's process, which may have no child of its own.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as pool:
        seconds, memory, pause, size = pool.submit(_measured, work, *of).result()
    said = f", at most {pause:.2f} s between two calls of progress" if pause else ""
    click.echo(f"{title:24} {seconds:6.2f} s, {memory:5.0f} MB of memory, {size:.0f} MB{said}")
    return float(seconds)


def _measured(work: Callable[..., Any], *of: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    start = _worked()  # whoever else works on this machine does not count
    told = work(*of) or [start]
    seconds = _worked() - start
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    memory = max(resource.getrusage(one).ru_maxrss for one in whose) / 1024
    return (
        seconds,
        memory,
        max((b - a for a, b in pairwise(told)), default=0.0),
        (of[1].stat().st_size / 1e6),
    )


def _worked() -> float:
    """Give the seconds that this process worked, and the one that closes with a passphrase."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _vacuumed(place: Path, target: Path) -> None:
    connection = connect(place)
    connection.execute("VACUUM INTO ?", (str(target),))
    connection.close()


def _bare(place: Path, target: Path) -> None:
    connection = connect(place)
    target.touch()
    connection.execute("ATTACH ? AS plain", (str(target),))
    connection.execute("PRAGMA plain.journal_mode=OFF")
    connection.execute("BEGIN")
    for table in TABLES:
        connection.execute(f"CREATE TABLE plain.{table.name} AS SELECT * FROM main.{table.name}")
    connection.execute("COMMIT")
    connection.close()


def _exported(place: Path, target: Path, how: dict[str, Any]) -> list[float]:
    told: list[float] = []
    app = build(place, SystemClock())
    app.exports.write_database(
        target, **how, progress=lambda _done, _of: told.append(time.process_time())
    )
    app.database.close()
    return told


def _opened(closed: Path, target: Path) -> None:
    decrypt(closed, target, WORDS, [], lambda _done, _of: None)


def _workspace(place: Path, target: Path) -> None:
    app = build(place, SystemClock())
    app.exports.write_workspace(
        target, recipients=[str(pyrage.x25519.Identity.generate().to_public())]
    )
    app.database.close()


def _fill(place: Path) -> None:
    app = build(place, SystemClock())
    today = app.clock.now().date()
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", today - timedelta(days=3), days=2))
    understood = understand([list(HEADERS), *map(list, invented(PEOPLE))], {}, date(2026, 1, 1))
    app.importing.take_in(bootcamp, understood)
    ids = [one.participation_id for one in app.people.list(bootcamp)]
    for session in app.bootcamps.sessions(bootcamp)[:SESSIONS]:
        for start in range(0, PEOPLE * 8 // 10, STEP):
            app.states.set(
                session, ids[start : start + STEP], Mark("present", at=session.starts_at)
            )
    app.database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
