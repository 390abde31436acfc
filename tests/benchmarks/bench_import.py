"""An import of 100,000 rows from XLSX, beside the time that calamine alone needs to read it."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path

import click
from python_calamine import CalamineWorkbook

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.exports.formats.xlsx import ENTRY
from bootcamp_app.features.exports.views import Column, Sheet
from bootcamp_app.features.people.nominees import understand
from bootcamp_app.reading.sheets import read_table

PEOPLE = 99_999  # and a row of headers


def main() -> None:
    """Print both times, each step of ours, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        ENTRY.write(Sheet("list", tuple(Column(h, h) for h in HEADERS), invented(PEOPLE)), path)
        start = time.perf_counter()
        CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        bare = time.perf_counter() - start
        ours = _steps(path, Path(folder) / "workspace.bootcamp")
    click.echo(f"calamine alone  {bare:6.2f} s")
    for name, seconds in ours.items():
        click.echo(f"{name:14}  {seconds:6.2f} s")
    click.echo(f"ratio           {sum(ours.values()) / bare:6.1f}")


def _steps(path: Path, workspace: Path) -> dict[str, float]:
    app = build(workspace, SystemClock())
    bootcamp = app.bootcamps.make(NewBootcamp("Benchmark", date(2026, 12, 1)))
    times = [time.perf_counter()]
    table = read_table(path)
    times.append(time.perf_counter())
    understood = understand(table.rows, {}, bootcamp.starts_on)
    times.append(time.perf_counter())
    app.importing.take_in(bootcamp, understood)
    times.append(time.perf_counter())
    app.database.close()
    names = ("read", "understand", "take in")
    return {name: b - a for name, a, b in zip(names, times[:-1], times[1:], strict=True)}


if __name__ == "__main__":
    main()
