"""Every figure is what counting by hand gives, whatever happened to whom."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bootcamp_app.bootstrap import build
from bootcamp_app.features.reports.indicator_views import MEASURES, Scope, Tally
from bootcamp_app.features.reports.views import Choice
from tests.clock import FakeClock
from tests.features.reports.random_programmes import ZONE, Took, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.tables import SessionRow
    from bootcamp_app.features.reports.indicator_views import Breakdown, Indicators

SEEDS, PEOPLE, BOOTCAMPS = st.integers(0, 10**6), st.integers(0, 14), st.integers(1, 4)
OF_BOOTCAMP = {"venue_province", "bootcamp", "programme"}
DAYS = st.none() | st.dates(date(2026, 3, 1), date(2026, 5, 5))
many = settings(max_examples=25, deadline=None,
                suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """One workspace, in which every example is a programme of its own."""
    opened = build(tmp_path_factory.mktemp("figures") / "camp.bootcamp", FakeClock(), "Sokha")
    yield opened
    opened.database.close()


@many
@given(SEEDS, PEOPLE, BOOTCAMPS, DAYS, DAYS)
def test_every_figure_is_what_counting_by_hand_gives(
    app: App, seed: int, people: int, bootcamps: int, first: date | None, last: date | None
) -> None:
    chance = Random(seed)
    made = write(app.database, chance, people, bootcamps)
    some = tuple(home.row.id for home in made.homes if chance.random() < 0.7)
    scope = Scope(some, made.programme, first, last)

    counted = app.indicators.count(scope)

    took = made.took_part(scope)
    assert counted.total == tallied(took, took)
    for breakdown in counted.breakdowns:
        for figure in breakdown.figures:
            assert (figure.key, figure.tally) == (figure.key, by_hand(took, figure.key))
        check_that_it_adds_up(counted, breakdown)


@settings(many, max_examples=3)
@given(SEEDS, st.integers(3, 14), BOOTCAMPS)
def test_files_say_what_counting_by_hand_gives(
    app: App, tmp_path: Path, seed: int, people: int, bootcamps: int
) -> None:
    made = write(app.database, Random(seed), people, bootcamps)
    took = made.took_part(Scope())
    choice = Choice(programme=made.programme)

    for form in ("json", "xlsx", "csv"):
        app.exports.write("indicators", choice, tmp_path / f"figures.{form}", form)

    rows = json_rows(tmp_path / "figures.json")
    numbers = {row["key"]: [row[name] for name in MEASURES] for row in rows}
    assert numbers == {key: measures(by_hand(took, key)) for key in numbers}
    assert numbers["all"] == measures(tallied(took, took))
    assert {key: row for key, *row in xlsx_rows(tmp_path / "figures.xlsx")} == numbers
    assert numbers.keys() >= {"sex=female", "sector=government&sex=female"}


@settings(many, max_examples=4)
@given(SEEDS, PEOPLE, BOOTCAMPS)
def test_behind_every_figure_stand_as_many_as_it_says(
    app: App, seed: int, people: int, bootcamps: int
) -> None:
    made = write(app.database, Random(seed), people, bootcamps)
    scope = Scope(programme=made.programme)
    counted = app.indicators.count(scope)
    figures = [one for breakdown in counted.breakdowns for one in breakdown.figures]

    for figure in Random(seed).sample(figures, 4):
        behind = app.indicators.behind(scope, figure.key)
        tally = figure.tally
        assert tally is not None
        assert behind.figure == figure
        assert len({one.person_id for one in behind.people}) == len(behind.people) == tally.people
        assert len(behind.participations) == tally.participations


def by_hand(took: Sequence[Took], key: str) -> Tally:
    """Count a figure with nothing but loops."""
    if key == "all":
        return tallied(took, took)
    wanted = dict(one.split("=") for one in key.split("&"))
    if "session" in wanted:
        there = [one for one in took if any(s.id == wanted["session"] for s in one.sessions)]
        return tallied(there, there, lambda session: session.id == wanted["session"])
    if "month" in wanted:
        within = [one for one in took if any(month(s) == wanted["month"] for s in one.sessions)]
        return tallied(within, within, lambda session: month(session) == wanted["month"])
    where = {name: value for name, value in wanted.items() if name in OF_BOOTCAMP}
    among = [one for one in took if where.items() <= one.traits.items()]
    latest = {id(one.person): one for one in among}
    described = [one for one in latest.values() if wanted.items() <= one.traits.items()]
    return tallied(described, [one for one in took if wanted.items() <= one.traits.items()])


def tallied(
    people: Sequence[Took],
    parts: Sequence[Took],
    counts: Callable[[SessionRow], bool] = lambda _session: True,
) -> Tally:
    """Give people, participations, days and hours."""
    attended = [[s for s in one.sessions if counts(s)] for one in parts]
    days = [{s.starts_at.astimezone(ZONE).date() for s in sessions} for sessions in attended]
    minutes = sum((s.ends_at - s.starts_at) // timedelta(minutes=1)
                  for sessions in attended for s in sessions)  # fmt: skip
    return Tally(len({id(one.person) for one in people}), len(parts), sum(map(len, days)),
                 minutes / 60)  # fmt: skip


def check_that_it_adds_up(counted: Indicators, breakdown: Breakdown) -> None:
    """Rows and columns add up, and nobody is counted more often than they took part."""
    tallies = {one.key: one.tally or Tally() for one in breakdown.figures}
    assert all(one.people <= one.participations <= one.person_days or not one.people
               for one in tallies.values())  # fmt: skip
    if breakdown.id == "session":
        assert sum(one.person_hours for one in tallies.values()) == pytest.approx(
            counted.total.person_hours
        )
        return
    names = MEASURES if not breakdown.overlaps else ("person_days", "person_hours")
    if "&" not in breakdown.id:
        for name in names:
            whole = sum(getattr(one, name) for one in tallies.values())
            assert whole == pytest.approx(getattr(counted.total, name))
        return
    for side in (0, 1):
        outer = breakdown.id.split("&")[1 - side]
        lines = {key.split("&")[side] for key in tallies}
        margin = {one.key: one.tally for one in counted.breakdown(
            breakdown.id.split("&")[side]).figures}  # fmt: skip
        for name in names if outer in OF_BOOTCAMP else MEASURES:
            for line in lines:
                whole = sum(
                    getattr(one, name) for key, one in tallies.items()
                    if key.split("&")[side] == line
                )  # fmt: skip
                assert whole == pytest.approx(getattr(margin[line], name))


def json_rows(path: Path) -> list[dict[str, Any]]:
    """Give the rows of the sheet with every figure, be it the only one in the file or not."""
    document = json.loads(path.read_text("utf-8"))
    rows: list[dict[str, Any]] = (
        document if isinstance(document, list) else document["sheets"]["figures"]
    )
    return rows


def xlsx_rows(path: Path) -> list[list[Any]]:
    """Give key and measures of every row of that sheet."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Figures").to_python()
    head = next(n for n, row in enumerate(rows) if "Key for programs" in row)
    at = rows[head].index("Key for programs")
    return [row[at : at + 5] for row in rows[head + 1 :] if row[at]]


def measures(tally: Tally) -> list[float]:
    return [getattr(tally, name) for name in MEASURES]


def month(session: SessionRow) -> str:
    return f"{session.starts_at.astimezone(ZONE):%Y-%m}"
