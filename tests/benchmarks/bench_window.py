"""How long the window ever waits while lists are taken in and certificates are made beside it.

A timer in the window fires every few milliseconds; the longest pause between two of its calls is
what a person would feel. The same timer with nothing to do beside it is the measure.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from bootcamp_app.features.attendance.service import Reading
from tests.benchmarks.running import one_day, running, wait
from tests.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.program import Program

PEOPLE, CERTIFICATES = 2000, 340
AIM_MS = 50


class Pauses:
    """The longest pauses of the window, by what was done beside it, in milliseconds."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._found: list[float] = []

    def during(self, work: Callable[[], None]) -> list[float]:
        """Give every pause while something is done, the longest first."""
        self._found, self._last = [], time.perf_counter()
        self._timer.start()
        work()
        self._timer.stop()
        return sorted(self._found, reverse=True)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._found.append(1000 * (now - self._last))
        self._last = now


def main() -> None:
    """Measure all three and print them side by side."""
    with running(FakeClock()) as (program, folder):
        _measure(program, folder)


def _measure(program: Program, folder: Path) -> None:
    pauses = Pauses()
    desk, bootcamp = one_day(program)
    desk.choose(bootcamp)
    wait(program)
    window = program.windows[0]
    _say("nothing", pauses.during(lambda: QTest.qWait(1500)))
    people = window.page("people")
    window.go("people.import")
    wizard = people.beside  # type: ignore[attr-defined]
    wizard.file.read(_list(folder))
    wait(program)
    _say(f"check of {PEOPLE} people", pauses.during(lambda: _press(program, wizard)))
    _say(f"import of {PEOPLE} people", pauses.during(lambda: _press(program, wizard)))
    _attend(desk)
    window.go("certificates")
    wait(program)

    def issue() -> None:
        window.go("certificates.issue")
        wait(program)
        window.go("certificates.print")
        wait(program)

    _say(f"{CERTIFICATES} certificates", pauses.during(issue))


def _press(program: Program, wizard: object) -> None:
    wizard.main.click()  # type: ignore[attr-defined]
    wait(program)


def _list(folder: Path) -> Path:
    file = folder / "people.csv"
    rows = [f"ចាន់ សុភា {n},PERSON {n},F,0{n + 10_000_000:08d}" for n in range(PEOPLE)]
    file.write_text("\n".join(["Khmer name,Name,Sex,Phone", *rows]), "utf-8")
    return file


def _attend(desk: Desk) -> None:
    bootcamp = desk.bootcamp
    assert bootcamp is not None
    people = desk.app.people.list(bootcamp, limit=CERTIFICATES)
    for session in desk.app.bootcamps.sessions(bootcamp):
        for badge in desk.app.badges.of(people):
            reading = Reading(badge.code, at=session.starts_at)
            desk.app.attendance.record_scan(session, reading)


def _say(what: str, found: list[float]) -> None:
    over = sum(pause > AIM_MS for pause in found)
    sys.stdout.write(
        f"{what:<24} longest {found[0]:5.0f} ms, then {found[1]:4.0f} and {found[2]:4.0f}; "
        f"{over} over {AIM_MS} ms in {len(found)}\n"
    )


if __name__ == "__main__":
    main()
