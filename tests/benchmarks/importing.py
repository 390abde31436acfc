"""Every step of an import of 100,000 rows, timed; the benchmark that prints it begins with less."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.exports.formats.xlsx import ENTRY
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.reports.views import Column, Report, Sheet
from bootcamp_app.reading.sheets import read_table

PEOPLE = 99_999  # and a row of headers


def measured() -> tuple[float, dict[str, float], list[float]]:
    """Give the seconds of calamine alone, of each step of ours, and between calls of progress.

    The last pause is what comes after the last call: the transaction becomes durable.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        columns = tuple(Column(header, header) for header in HEADERS)
        ENTRY.write(Report.of(Sheet("list", columns, invented(PEOPLE))), path)
        start = time.perf_counter()
        CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        bare = time.perf_counter() - start
        return bare, *_steps(path, Path(folder) / "workspace.bootcamp")


def _steps(path: Path, workspace: Path) -> tuple[dict[str, float], list[float]]:
    app = build(workspace, SystemClock())
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", date(2026, 12, 1)))
    times = [time.perf_counter()]
    table = read_table(path)
    times.append(time.perf_counter())
    understood = understand(table.rows, {}, bootcamp.starts_on)
    times.append(time.perf_counter())
    told = [times[-1]]
    app.importing.take_in(
        bootcamp, understood, progress=lambda _done, _of: told.append(time.perf_counter())
    )
    times.append(time.perf_counter())
    app.database.close()
    names = ("read", "understand", "take in")
    steps = {name: b - a for name, (a, b) in zip(names, pairwise(times), strict=True)}
    return steps, [b - a for a, b in pairwise([*told, times[-1]])]
