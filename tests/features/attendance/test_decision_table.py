"""Every line of the decision table, through the service and through the command `checkin`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.cli.main import run
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.views import RESULTS
from tests.clock import FakeClock
from tests.features.attendance.arranging import Arranged, Hall
from tests.features.attendance.decision_table import CASES, Case, Step

if TYPE_CHECKING:
    from collections.abc import Iterator


class Told(NamedTuple):
    """What the door said."""

    result: str
    minutes: int
    first_at: datetime | None
    human: str | None


WAYS = ("service", "checkin")
Ask = Callable[[Arranged, Step], Told]
"""Shows something at the door and gives what it said."""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One workspace for all cases, each of which has a session and people of its own."""
    app = build(tmp_path_factory.mktemp("table") / "camp.bootcamp", FakeClock())
    yield Hall(app, CASES, WAYS)
    app.database.close()


@pytest.fixture
def service(hall: Hall) -> Ask:
    """The service, as the window asks it."""

    def ask(case: Arranged, step: Step) -> Told:
        reading = Reading(case.shown(step.what), at=step.at, is_exit=step.is_exit)
        scan = hall.app.attendance.record_scan(case.session, reading)
        assert scan.is_echo is step.is_echo
        human = scan.participant.person_id if scan.participant else None
        return Told(scan.result, scan.minutes_late, scan.first_at, human)

    return ask


@pytest.fixture
def checkin(hall: Hall, capsys: pytest.CaptureFixture[str]) -> Ask:
    """The command line, as a program asks it."""

    def ask(case: Arranged, step: Step) -> Told:
        assert step.at
        place = ["--db", str(hall.app.database.path), "--json"]
        when = ["--session", case.session_id, "--at", f"{step.at.replace(tzinfo=None)}"]
        out = ["--exit"] if step.is_exit else []
        assert run([*place, "checkin", case.shown(step.what), *when, *out]) == 0
        [told] = json.loads(capsys.readouterr().out)
        first_at = told["first_at"] and datetime.fromisoformat(told["first_at"])
        human = told["person"] and told["person"]["id"]
        return Told(told["result"], told["minutes_late"], first_at, human)

    return ask


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line.replace("→", "gives"))
def test_the_door_decides_and_keeps_as_the_table_says(
    hall: Hall, case: Case, way: str, request: pytest.FixtureRequest
) -> None:
    ask: Ask = request.getfixturevalue(way)
    here = hall.arranged[case, way]

    for step in case.steps:
        if step.verb == "undo":
            here.undo()
        elif step.verb == "now":
            here.change(step.what)
        else:
            shown(here, step, ask)

    assert here.standing == case.afterwards
    assert len(here.events) == case.events


def shown(here: Arranged, step: Step, ask: Ask) -> None:
    """Show something at the door; what is said and what is kept must be what the table says."""
    before = {row.id for row in here.events}

    told = ask(here, step)

    minutes = step.minutes if step.result == "late" else 0
    assert told == Told(step.result, minutes, step.since, here.humans.get(step.whose))
    new = [row for row in here.events if row.id not in before]
    [row] = [one for one in new if one.kind != "annulment"]
    kept = (row.kind, row.result, row.minutes_late, row.participation_id, row.at)
    assert kept == (step.kind, step.result, step.minutes, here.people.get(step.whose), step.at)


def test_the_table_has_a_hundred_lines_and_every_word() -> None:
    assert len(CASES) == len({case.line for case in CASES}) >= 100
    assert {step.result for case in CASES for step in case.steps if step.result} == set(RESULTS)
