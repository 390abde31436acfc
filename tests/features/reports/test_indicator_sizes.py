"""A programme of the real size is counted exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.bootstrap import build
from bootcamp_app.features.reports.indicator_views import Scope
from tests.programme import BOOTCAMPS, CIVIL_SERVANTS, REPRESENTATIVES, fill

if TYPE_CHECKING:
    from tests.clock import FakeClock


def test_the_real_programme_has_340_civil_servants_and_1433_representatives(
    sqlite_place: str, clock: FakeClock
) -> None:
    app = build(sqlite_place, clock, "Sokha")
    programme = fill(app.database, sessions=2)

    counted = app.indicators.count(Scope(programme=programme))

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
    app.database.close()
