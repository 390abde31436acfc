"""How long one refresh of Today and of the list takes beside the window, with 10,000 people."""

from __future__ import annotations

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.ui.attendance.who import everybody
from bootcamp_app.ui.today.day import read_day

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE, ROUNDS = 10_000, 7
HEADERS = ["Name", "Phone", "Sex", "Sector", "Province"]


def main() -> None:
    """Print the milliseconds of each read."""
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder) / "workspace.bootcamp", SystemClock())
        today = app.clock.now().date()
        bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", today, days=1))
        session = app.bootcamps.sessions(bootcamp)[0]
        rows = [[f"Person {n:05}", f"012{n:06d}", "FM"[n % 2], "CSO", "Kampot"]
                for n in range(PEOPLE)]  # fmt: skip
        app.importing.take_in(bootcamp, understand([HEADERS, *rows], {}, date(2026, 1, 1)))
        ids = [one.participation_id for one in app.people.list(bootcamp)]
        at = session.starts_at - timedelta(minutes=5)
        app.states.set(session, ids[: PEOPLE * 8 // 10], Mark("present", at=at))
        _say("Today", lambda: read_day(app, bootcamp))
        _say("List", lambda: everybody(app, session))
        _say("what closing would do", lambda: app.sittings.look(session))
        app.database.close()


def _say(name: str, read: Callable[[], object]) -> None:
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        read()
        times.append((time.perf_counter() - start) * 1000)
    click.echo(f"{name:24} {median(times):8.0f} ms, at most {max(times):.0f} ms")


if __name__ == "__main__":
    main()
