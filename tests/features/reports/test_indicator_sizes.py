"""A programme of the real size is counted exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.attendance import derived
from bootcamp_app.features.reports.indicator_views import Scope
from tests.clock import FakeClock
from tests.programme import BOOTCAMPS, CIVIL_SERVANTS, REPRESENTATIVES, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.bootstrap import App


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The real programme, with two sessions in each bootcamp instead of six."""
    opened = build(tmp_path_factory.mktemp("real") / "camp.bootcamp", FakeClock(), "Sokha")
    fill(opened.database, sessions=2)
    yield opened
    opened.database.close()


def test_the_real_programme_has_340_civil_servants_and_1433_representatives(app: App) -> None:
    (programme,) = app.programmes.all()
    counted = app.indicators.count(Scope(programme=programme.id))

    tallies = {one.key: one.tally for one in counted.breakdown("sector").figures}
    people = {key: tally.people for key, tally in tallies.items() if tally}
    assert people == {
        "sector=government": CIVIL_SERVANTS,
        "sector=civil_society": REPRESENTATIVES,
        "sector=other": 0,
        "sector=not_stated": 0,
    }
    assert counted.total.people == 340 + 1_433
    assert counted.total.participations > counted.total.people
    assert len(counted.breakdown("bootcamp").figures) == BOOTCAMPS


def test_standings_are_what_presences_say(app: App) -> None:
    sessions = [one.id for home in app.bootcamps.all() for one in app.bootcamps.sessions(home)]

    with app.database.read() as reader:
        standings = derived.standings(reader, sessions)
        presences = derived.presences(reader, sessions)

    assert len(presences) > 4000
    assert {(session, whose): state for whose, of_one in standings.items()
            for session, state in of_one.items() if state} == {
        key: one.state for key, one in presences.items()
    }  # fmt: skip


def test_standings_of_some_sessions_are_of_those_alone(app: App) -> None:
    home = app.bootcamps.all()[0]
    sessions = [one.id for one in app.bootcamps.sessions(home)][:1]

    with app.database.read() as reader:
        standings = derived.standings(reader, sessions)
        presences = derived.presences(reader, sessions)

    found = {whose: dict(of_one) for whose, of_one in standings.items() if any(of_one.values())}
    assert len(found) > 20
    assert found == {whose: {key: one.state} for (key, whose), one in presences.items()}
