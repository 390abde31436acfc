"""How long the window ever waits while lists are taken in and certificates are made beside it.

A timer in the window fires every few milliseconds; the longest pause between two of its calls is
what a person would feel. The same timer with nothing to do beside it is the measure.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from bootcamp_app.core.settings import Settings
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application
from tests.clock import FakeClock
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.desk import Desk

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
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = str(folder / variable.lower())
        application()
        choices = Choices(Settings(is_set_up=True, theme="light"))
        choices.apply()
        program = Program(choices, Memory(), str(folder / "camp.bootcamp"), FakeClock())
        program.show_window()
        program.begin()
        _measure(program, folder)
        program.close()


def _measure(program: Program, folder: Path) -> None:
    pauses = Pauses()
    desk = _desk(program)
    window = program.windows[0]
    _say("nothing", pauses.during(lambda: QTest.qWait(1500)))
    people = window.page("people")
    window.go("people.import")
    wizard = people.beside  # type: ignore[attr-defined]
    wizard.read(_list(folder))
    _wait(program)
    _say(f"check of {PEOPLE} people", pauses.during(lambda: _press(program, wizard)))
    _say(f"import of {PEOPLE} people", pauses.during(lambda: _press(program, wizard)))
    _attend(desk)
    window.go("certificates")
    _wait(program)

    def issue() -> None:
        window.go("certificates.issue")
        _wait(program)
        window.go("certificates.print")
        _wait(program)

    _say(f"{CERTIFICATES} certificates", pauses.during(issue))


def _press(program: Program, wizard: object) -> None:
    wizard.main.click()  # type: ignore[attr-defined]
    _wait(program)


def _wait(program: Program) -> None:
    QTest.qWait(50)
    while program.workspaces.tasks.is_busy:
        QTest.qWait(10)
    QTest.qWait(100)


def _desk(program: Program) -> Desk:
    while program.workspaces.desk is None:
        QTest.qWait(10)
    desk = program.workspaces.desk
    wanted = NewBootcamp("Kampot bootcamp", FIRST_DAY, province="Kampot", days=1)
    desk.choose(desk.app.bootcamps.make(wanted))
    _wait(program)
    return desk


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
