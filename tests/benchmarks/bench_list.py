"""How soon a list of 100,000 people answers: each search, and a key press until its rows are seen.

The measure is bare SQLite: the same trigrams of the same file asked for the same page, without a
program around them. It finds who holds the words, sorts them by name and reads the first page.

    python -m tests.benchmarks.bench_list [a workspace file that is there already]
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtTest import QTest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.core.settings import Settings
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.people.filters import Look
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.storage.engines import connect
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp

PEOPLE, PAGE, TIMES = 100_000, 40, 7
SEARCH_AIM_MS, KEY_AIM_MS = 20, 50
WORDS = ("", "s", "so", "sok", "sophea", "ស្រី", "sok dara", "sok s", "commune", "commune sok",
         "មន្ទីរ", "012", "000864", "zzzz")  # fmt: skip
_BARE = """
SELECT p.id, a.name_km, a.name_en, a.sex, a.phone, p.province, p.sector, p.status, o.name_km
FROM (SELECT search.row_id, search."order" FROM {found}
      WHERE {holds} ORDER BY search."order" LIMIT {page}) AS first
JOIN participations p ON p.id = first.row_id JOIN people a ON a.id = p.person_id
LEFT JOIN organisations o ON o.id = p.organisation_id ORDER BY first."order" """
_BY_TRIGRAMS = "search_trigrams CROSS JOIN search ON search.id = search_trigrams.rowid"
_TRIGRAM = 3


def main() -> None:
    """Measure and print both."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = str(folder / variable.lower())
        file = Path(sys.argv[1]) if len(sys.argv) > 1 else _made(folder / "camp.bootcamp")
        _measure_searches(file)
        _measure_keys(file)


def _measure_searches(file: Path) -> None:
    app = build(file, SystemClock())
    bootcamp = app.bootcamps.find(None)
    _say("search, people, first page, counted, bare SQLite, first page / bare SQLite")
    for words in WORDS:
        look = Look(words)
        first = _median(partial(app.people.first, bootcamp, look, PAGE))
        counted = _median(partial(app.people.number, bootcamp, look))
        bare = _bare(file, words)
        number = app.people.number(bootcamp, look)
        flag = "" if first <= SEARCH_AIM_MS else f"  over {SEARCH_AIM_MS} ms"
        _say(
            f"{words or '(everybody)':<14}{number:>8}{first:>9.1f} ms{counted:>7.1f} ms"
            f"{bare:>10.1f} ms{first / bare:>7.2f}{flag}"
        )
    app.database.close()


def _measure_keys(file: Path) -> None:
    application()
    choices = Choices(Settings(is_set_up=True, theme="light"))
    choices.apply()
    program = Program(choices, Memory(), str(file), SystemClock())
    program.show_window()
    program.begin()
    while program.workspaces.desk is None:
        QTest.qWait(10)
    window = program.windows[0]
    window.resize(1366, 768)
    window.go("people")
    page: Any = window.page("people")
    _rest(program)
    painted = _Painted(page.list.table)
    for text in ("sophea", "sok dara", "ស្រី", "012 34"):
        page.list.search.clear()
        _rest(program)
        keys = []
        for char in text:
            began = time.perf_counter()
            page.list.search.insert(char)
            if (seen := painted.since(began)) is not None:
                keys.append(seen)
            _rest(program)
        took = sorted(one for one, _paint in keys)
        paint = sorted(one for _took, one in keys)
        over = sum(one > KEY_AIM_MS for one in took)
        _say(
            f"keys of {text!r}: middle {took[len(took) // 2]:.0f} ms, longest {took[-1]:.0f} ms, "
            f"of which painting {paint[len(paint) // 2]:.0f} ms; {over} over {KEY_AIM_MS} ms"
        )
    program.close()


class _Painted(QObject):
    """Hears when the table got other rows, and when they were painted."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._new = self._painted = self._took = 0.0
        table.model().modelReset.connect(self._renew)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Called by Qt before each event of the table: paint it, and look at the clock."""
        if event.type() != QEvent.Type.Paint:
            return False
        began = time.perf_counter()
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self._painted = time.perf_counter()
        self._took = self._painted - began
        return True

    def since(self, began: float) -> tuple[float, float] | None:
        """Give the milliseconds until new rows were painted, and those of painting them.

        A space changes nothing, and nothing found leaves none to paint.
        """
        # Sleeping between events, as a window does: who spins holds up the work beside it.
        waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while self._new < began or self._painted < self._new:
            QCoreApplication.processEvents(waiting)
            if time.perf_counter() - began > 1:
                return None
        return (self._painted - began) * 1000, self._took * 1000

    def _renew(self) -> None:
        self._new = time.perf_counter()


def _rest(program: Program) -> None:
    QTest.qWait(150)
    while program.workspaces.tasks.is_busy:
        QTest.qWait(10)
    QTest.qWait(50)


def _bare(file: Path, words: str) -> float:
    connection = connect(file, read_only=True)
    keys = [comparison_key(word) for word in words.split()]
    long = [f'"{key}"' for key in keys if len(key) >= _TRIGRAM]
    # Organisations stand in the same table, and have no order.
    holds = ["search.\"order\" != ''"]
    holds += ["search_trigrams MATCH ?"] if long else []
    holds += ["instr(search.words || search.beside, ?)" for key in keys if len(key) < _TRIGRAM]
    values = ([" AND ".join(long)] if long else []) + [key for key in keys if len(key) < _TRIGRAM]
    found = _BY_TRIGRAMS if long else "search"
    query = _BARE.format(found=found, holds=" AND ".join(holds), page=PAGE)
    took = _median(lambda: connection.execute(query, values).fetchall())
    connection.close()
    return took


def _median(ask: Callable[[], object]) -> float:
    took = []
    for _time in range(TIMES):
        began = time.perf_counter()
        ask()
        took.append((time.perf_counter() - began) * 1000)
    return sorted(took)[TIMES // 2]


def _made(file: Path) -> Path:
    app = build(file, SystemClock())
    _fill(app, app.bootcamps.make(NewBootcamp("Kampot bootcamp", date(2026, 12, 1))))
    app.database.close()
    return file


def _fill(app: App, bootcamp: Bootcamp) -> None:
    rows: list[list[Any]] = [list(HEADERS), *map(list, invented(PEOPLE))]
    app.importing.take_in(bootcamp, understand(rows, {}, bootcamp.starts_on))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
