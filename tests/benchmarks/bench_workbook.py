"""How fast and how small a report of 100,000 rows becomes an Excel workbook.

Each runs in a child process of its own, which tells the seconds of the processor that it took and
the most memory that it held. The measure is XlsxWriter itself in its constant-memory mode:
`write_row` over the same cells, which lie ready. Ours reads the workspace as well, and says every
word in the language in use.

    python -m tests.benchmarks.bench_workbook [a workspace file that is there already]
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.exports.formats.xlsx import OPTIONS
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.features.reports.views import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp

PEOPLE, DAYS = 5_000, 10
KINDS = ("attendance", "workbook")
AIM, AIM_MB = 1.3, 150
TIMES = 3


def main() -> None:
    """Measure and print both kinds of reports, ours and the library's in turn."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = Path(sys.argv[1]) if len(sys.argv) > 1 else _made(folder / "camp.bootcamp")
        for kind in KINDS:
            _measure(kind, file, folder)


def ours(kind: str, file: str, target: str) -> None:
    """Write the report from the workspace, as the program does."""
    app = build(file, SystemClock())
    began = time.process_time()
    rows = app.exports.write(kind, Choice(), Path(target), "xlsx")
    _tell(began, rows)


def bare(source: str, target: str) -> None:
    """Write the cells of a workbook again with nothing but the library."""
    book = CalamineWorkbook.from_path(source)
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    ready = [[[cell if cell != "" else None for cell in row] for row in rows] for rows in sheets]
    del sheets, book
    began = time.process_time()
    with xlsxwriter.Workbook(target, OPTIONS) as written:
        for rows in ready:
            page = written.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    _tell(began, sum(map(len, ready)))


def _tell(began: float, rows: int) -> None:
    took = time.process_time() - began
    peak = _most_memory()
    sys.stdout.write(json.dumps({"seconds": took, "rows": rows, "mb": peak}) + "\n")


def _most_memory() -> float:
    """Give the most memory of this process in MB.

    What the system tells of a process that was begun by another counts that other one's as well.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("ascii").splitlines()
        return int(next(one for one in lines if one.startswith("VmHWM")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measure(kind: str, file: Path, folder: Path) -> None:
    target = folder / f"{kind}.xlsx"
    pairs = []
    for _time in range(TIMES):
        mine = _child("ours", kind, str(file), str(target))
        pairs.append((mine, _child("bare", str(target), str(folder / "bare.xlsx"))))
    best, library = (min((pair[at] for pair in pairs), key=_seconds) for at in (0, 1))
    ratio = best["seconds"] / library["seconds"]
    flag = "" if ratio <= AIM and best["mb"] <= AIM_MB else f"  over {AIM} or {AIM_MB} MB"
    _say(
        f"{kind:<12}{best['rows']:>8} rows{best['seconds']:>7.1f} s, most memory "
        f"{best['mb']:.0f} MB; the library alone{library['seconds']:>6.1f} s; "
        f"ratio {ratio:.2f}{flag}"
    )


def _seconds(told: dict[str, Any]) -> float:
    return float(told["seconds"])


def _child(*what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.bench_workbook", "--child", *what]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(told)
    return found


def _made(file: Path) -> Path:
    app = build(file, SystemClock())
    first = date.today() - timedelta(days=DAYS + 1)  # noqa: DTZ011 - any past day will do
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", first, days=DAYS))
    rows: list[list[Any]] = [list(HEADERS), *map(list, invented(PEOPLE))]
    app.importing.take_in(bootcamp, understand(rows, {}, first))
    _attend(app, bootcamp)
    app.database.close()
    return file


def _attend(app: App, bootcamp: Bootcamp) -> None:
    """Let everybody stand to every session: most of them came, some late, some are excused."""
    people = app.people.list(bootcamp)
    for session in app.bootcamps.sessions(bootcamp):
        events = [
            _event(session.id, one.participation_id, number, session.starts_at)
            for number, one in enumerate(people)
        ]
        with app.database.write() as work:
            work.add_in_bulk(AttendanceEventRow, events)


def _event(session: str, whose: str, number: int, at: datetime) -> dict[str, Any]:
    away = number % 10 == 0
    return {
        "kind": "state" if away else "entry",
        "session_id": session,
        "participation_id": whose,
        "at": at + timedelta(seconds=number % 3600),
        "state": "excused" if away else "",
        "minutes_late": 30 if number % 7 == 0 and not away else 0,
        "method": "hand" if away else "code",
        "reason": "sick" if away else "",
    }


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _run(what: Sequence[str]) -> None:
    if what[:1] == ["--child"]:
        (ours if what[1] == "ours" else bare)(*what[2:])
    else:
        main()


if __name__ == "__main__":
    _run(sys.argv[1:])
