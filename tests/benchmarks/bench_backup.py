"""Check-ins made durable while a backup of 100,000 people is made and read back, beside none.

The window makes backups on a thread beside the one that writes; so does this. Each scan is one
write of its own, as at the door. `python3 packaging/dev.py bench backup` takes two minutes.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bootcamp_app.bootstrap import App, build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.people.nominees import understand

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.bootcamps.views import Session

PEOPLE = 100_000
ROUNDS, QUIET = 5, 400
EVERY = 0.01
"""Seconds between two scans: many doors at once."""


class Door(NamedTuple):
    """Where codes are scanned."""

    app: App
    session: Session
    codes: list[str]

    def scans(self, goes_on: Callable[[int], bool]) -> list[float]:
        """Scan one code after the other; give how many milliseconds each took."""
        took: list[float] = []
        at = self.session.starts_at - timedelta(minutes=1)
        while goes_on(len(took)):
            begun = time.perf_counter()
            self.app.attendance.record_scan(self.session, Reading(self.codes.pop(), at=at))
            took.append(1000 * (time.perf_counter() - begun))
            time.sleep(max(0, begun + EVERY - time.perf_counter()))
        return took


def main() -> None:
    """Print both, by turns, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        door = _door(Path(folder) / "camp.bootcamp")
        door.scans(lambda done: done < QUIET)  # the first ones prepare
        quiet: list[float] = []
        busy: list[float] = []
        lasted = []
        with ThreadPoolExecutor(1) as beside:
            for _round in range(ROUNDS):
                quiet += door.scans(lambda done: done < QUIET)
                begun = time.perf_counter()
                made = beside.submit(door.app.backups.keep)
                busy += door.scans(lambda _done: not made.done())  # noqa: B023 - used at once
                made.result()
                lasted.append(time.perf_counter() - begun)
        path = door.app.database.path
        size = path.stat().st_size / 1e6 if path else 0
        door.app.database.close()
    click.echo(f"a backup of {PEOPLE} people, {size:.0f} MB: {median(lasted):.1f} s")
    _say("in peace", quiet)
    _say("while a backup is made", busy)
    click.echo(f"ratio of the 95th: {_95th(busy) / _95th(quiet):.2f}")


def _door(path: Path) -> Door:
    app = build(path, SystemClock())
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", date(2026, 12, 1), days=1))
    rows: list[list[Any]] = [list(HEADERS), *map(list, invented(PEOPLE))]
    app.importing.take_in(bootcamp, understand(rows, {}, bootcamp.starts_on))
    people = app.people.list(bootcamp, limit=20_000)
    codes = [badge.code for badge in app.badges.of(people)]
    return Door(app, app.bootcamps.sessions(bootcamp)[0], codes)


def _95th(found: list[float]) -> float:
    return quantiles(found, n=20)[18]


def _say(what: str, found: list[float]) -> None:
    click.echo(
        f"{what:<24} {len(found):5} scans: median {median(found):5.2f} ms, "
        f"95th {_95th(found):5.2f}, longest {max(found):5.1f}"
    )


if __name__ == "__main__":
    main()
