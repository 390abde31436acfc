"""The indicators of a programme of the real size and of ten times that, counted and as a workbook.

The measure is 2 s for the real size, and 12 times as long for ten times as much.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.reports.indicator_views import Scope
from bootcamp_app.features.reports.views import Choice
from tests.programme import CIVIL_SERVANTS, REPRESENTATIVES, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App

TIMES = 5
AIM_S, AIM_RATIO = 2.0, 12.0


def main() -> None:
    """Print the times of both sizes, side by side, and their ratio."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        apps = {size: _made(folder / f"{size}.bootcamp", size) for size in (1, 10)}
        click.echo(f"{'':22}{'real size':>18}{'ten times':>18}{'ratio':>8}   (in brackets: CPU)")
        _compare("count", apps, _count)
        _compare("count, public", apps, _count_public)
        _judge(_compare("workbook", apps, partial(_write, Choice(), folder)))
        nobody = Choice(with_personal_data=False)
        _judge(_compare("workbook, no names", apps, partial(_write, nobody, folder)))
        for app in apps.values():
            app.database.close()


def _count(app: App) -> None:
    app.indicators.count(Scope())


def _count_public(app: App) -> None:
    app.indicators.count(Scope(), is_public=True)


def _write(choice: Choice, folder: Path, app: App) -> None:
    app.exports.write("indicators", choice, folder / "figures.xlsx", "xlsx")


def _compare(title: str, apps: dict[int, App], act: Callable[[App], None]) -> list[float]:
    """Measure both sizes in turn, so that what else runs slows both, and give the medians."""
    took: dict[int, list[tuple[float, float]]] = {size: [] for size in apps}
    for _time in range(TIMES):
        for size, app in apps.items():
            began, busy = time.perf_counter(), time.process_time()
            act(app)
            took[size].append((time.perf_counter() - began, time.process_time() - busy))
    (small, cpu), (large, large_cpu) = (
        [median(column) for column in zip(*of_size, strict=True)] for of_size in took.values()
    )
    click.echo(f"{title:22}{small:>8.2f} s ({cpu:4.2f})  {large:>8.2f} s ({large_cpu:4.2f})"
               f"{large / small:>8.1f}")  # fmt: skip
    return [small, large]


def _judge(took: list[float]) -> None:
    click.echo(f"  aims: {AIM_S} s {_met(took[0] <= AIM_S)}, "
               f"{AIM_RATIO} × {_met(took[1] <= AIM_RATIO * took[0])}")  # fmt: skip


def _made(file: Path, times: int) -> App:
    app = build(file, SystemClock())
    began = time.perf_counter()
    fill(app.database, times)
    sectors = app.indicators.count(Scope()).breakdown("sector").figures
    people = [one.tally.people for one in sectors[:2] if one.tally]
    assert people == [CIVIL_SERVANTS * times, REPRESENTATIVES * times]
    click.echo(f"{people[0]} civil servants and {people[1]} representatives, written in "
               f"{time.perf_counter() - began:.1f} s")  # fmt: skip
    return app


def _met(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


if __name__ == "__main__":
    main()
