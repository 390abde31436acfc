"""From a code that was read to its answer on the screen, with 10,000 people and much else going on.

Scans come five a second to the door of one window, while a second window shows the list of people
being searched, a third one the dashboard, and everybody is exported over and over beside them.
The same scans with nothing else going on are the measure. `python3 packaging/dev.py bench door`
takes about three minutes.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import cycle
from typing import TYPE_CHECKING, Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest

from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.ui.tasks import Job
from tests.benchmarks.bench_window import Pauses
from tests.benchmarks.running import one_day, running, until, wait
from tests.clock import FakeClock
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.program import Program

PEOPLE, QUIET, BUSY = 10_000, 100, 500
EVERY = 200  # milliseconds
AIM_MS = 100
WORDS = ("sok", "ចាន់", "dara", "12", "kampot", "")


class Answers(QObject):
    """How long each code took until its answer was painted, in milliseconds."""

    def __init__(self, page: AttendancePage) -> None:
        super().__init__()
        self.took: list[float] = []
        self._page = page
        self._read_at = 0.0
        self._is_answered = False
        page.door.answered.connect(self._answered)
        page.door.answer.big.installEventFilter(self)

    def scan(self, code: str) -> None:
        """Have a code read, and wait for its answer to be painted."""
        self._read_at, self._is_answered = time.perf_counter(), False
        before = len(self.took)
        self._page.scan(code)
        until(lambda: len(self.took) > before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Called by Qt: the first painting after the answer came."""
        if event.type() == QEvent.Type.Paint and self._is_answered:
            self._is_answered = False
            QTimer.singleShot(0, self, self._painted)
        return super().eventFilter(watched, event)

    def _answered(self, _answer: object) -> None:
        self._is_answered = True

    def _painted(self) -> None:
        self.took.append(1000 * (time.perf_counter() - self._read_at))


def main() -> None:
    """Measure the door in peace and in the middle of everything, side by side."""
    with running(FakeClock()) as (program, folder):
        _measure(program, folder)


def _measure(program: Program, folder: Path) -> None:
    desk = _desk(program)
    codes = iter(_codes(desk))
    door = program.windows[0]
    door.go("attendance")
    wait(program)
    answers = Answers(cast("AttendancePage", door.page("attendance")))
    answers.scan(next(codes))  # the first one imports and prepares
    quiet = _scans(answers, codes, QUIET)
    others = [program.show_window() for _page in ("today", "people")]
    wait(program)
    for window, page in zip(others, ("today", "people"), strict=True):
        window.go(page)
    wait(program)
    stop = _much_else(desk, others[1], folder)
    pauses = Pauses()
    busy: list[float] = []
    waits = pauses.during(lambda: busy.extend(_scans(answers, codes, BUSY)))
    stop()
    _say("in peace", quiet)
    _say("in the middle of it", busy)
    ratio = _share(busy, 95) / _share(quiet, 95)
    sys.stdout.write(
        f"ratio of the 95th: {ratio:.1f}; aim {AIM_MS} ms: "
        f"{'reached' if _share(busy, 95) <= AIM_MS else 'missed'}; "
        f"longest pause of the window {waits[0]:.0f} ms, then {waits[1]:.0f}\n"
    )


def _scans(answers: Answers, codes: Iterator[str], count: int) -> list[float]:
    answers.took.clear()
    begun = time.perf_counter()
    for number in range(count):
        answers.scan(next(codes))
        left = begun + (number + 1) * EVERY / 1000 - time.perf_counter()
        if left > 0:
            QTest.qWait(round(1000 * left))
    return list(answers.took)


def _much_else(desk: Desk, people: MainWindow, folder: Path) -> Callable[[], None]:
    """Search the list and export everybody again and again until told to stop."""
    words = cycle(WORDS)
    page = people.page("people")
    typing = QTimer(interval=700)
    is_going = True

    def search() -> None:
        page.list.search.setText(next(words))  # type: ignore[attr-defined]

    def export() -> None:
        if is_going:
            bootcamp = desk.bootcamp
            assert bootcamp is not None
            target, exports = folder / "people.xlsx", desk.app.exports
            desk.tasks.long(desk, Job(
                lambda step: exports.write(
                    "people", Choice(bootcamps=(bootcamp.id,)), target, "xlsx", step
                ),
                again,
            ))  # fmt: skip

    def again(_written: object) -> None:
        QTimer.singleShot(0, export)

    def stop() -> None:
        nonlocal is_going
        is_going = False
        typing.stop()

    typing.timeout.connect(search)
    typing.start()
    export()
    return stop


def _desk(program: Program) -> Desk:
    desk, bootcamp = one_day(program)
    rows: list[list[Any]] = [list(HEADERS), *map(list, invented(PEOPLE))]
    desk.app.importing.take_in(bootcamp, understand(rows, {}, FIRST_DAY))
    desk.choose(bootcamp)
    wait(program)
    return desk


def _codes(desk: Desk) -> list[str]:
    bootcamp = desk.bootcamp
    assert bootcamp is not None
    people = desk.app.people.list(bootcamp, limit=QUIET + BUSY + 1)
    return [badge.code for badge in desk.app.badges.of(people)]


def _share(found: list[float], percent: int) -> float:
    return sorted(found)[min(len(found) - 1, len(found) * percent // 100)]


def _say(what: str, found: list[float]) -> None:
    sys.stdout.write(
        f"{what:<20} {len(found)} scans: median {_share(found, 50):4.0f} ms, 95th "
        f"{_share(found, 95):4.0f}, longest {max(found):4.0f}\n"
    )


if __name__ == "__main__":
    main()
