"""A session is removed on one laptop while another one records people at it: nobody is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.bootstrap import build
from bootcamp_app.features.bootcamps.agenda import Planned
from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.bootcamps.views import Recorded, SessionsChanged
from tests.desk import Desk
from tests.storage.desks import exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock
    from tests.desk import Guest


@pytest.fixture
def laptops(tmp_path: Path, clock: FakeClock) -> Iterator[tuple[Desk, Desk]]:
    """Two laptops that know the same bootcamp."""
    apps = [build(str(tmp_path / name / "camp.bootcamp"), clock, name) for name in ("desk", "door")]
    first, second = (Desk(app, clock) for app in apps)
    assert first.morning
    yield first, second
    for app in apps:
        app.database.close()


@pytest.fixture
def guests(laptops: tuple[Desk, Desk]) -> tuple[Guest, Guest]:
    """Two people, known on both laptops."""
    made = laptops[0].walk_in("Chan Sreyneang"), laptops[0].walk_in("Sok Dara")
    meet(*laptops)
    return made


def meet(desk: Desk, door: Desk) -> None:
    """Have both laptops know the same, and settle it as each does after taking in facts."""
    for _ in range(2):
        exchange(desk.app.database, door.app.database)
        exchange(door.app.database, desk.app.database)
        for laptop in (desk, door):
            laptop.app.removed_sessions.settle()
    exchange(desk.app.database, door.app.database)
    exchange(door.app.database, desk.app.database)
    assert state_of(desk.app.database) == state_of(door.app.database)
    assert desk.app.records.faults() == door.app.records.faults() == []


def test_a_session_comes_back_where_a_scan_was_not_known_to_who_removed_it(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    morning = desk.morning
    door.scan(guests[0].badge, morning)
    clock.forward(minutes=1)
    desk.app.agenda.remove(morning, Recorded())
    heard = desk.announced(SessionsChanged)

    meet(desk, door)

    assert desk.morning == door.app.bootcamps.sessions(desk.bootcamp)[0] == morning
    assert desk.counts(morning).present == 1
    assert heard == [SessionsChanged(desk.bootcamp.id)]


def test_a_session_stays_away_where_all_that_counts_was_known(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    morning = desk.morning
    scan = door.scan(guests[1].badge, morning)
    door.scan(guests[0].badge, morning)
    meet(desk, door)
    clock.forward(minutes=1)
    desk.app.agenda.remove(morning)
    door.scan("1234", morning)
    door.app.attendance.undo_scan(scan.event_id)

    meet(desk, door)

    assert len(desk.sessions) == 5
    (gone,) = door.app.removed_sessions.with_records()
    assert (gone.id, gone.title, gone.who) == (morning.id, "Day 1 – Morning", "desk")
    assert gone.recorded == Recorded(1, 1)


def test_what_came_back_is_removed_for_good_by_who_knows(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    door.scan(guests[0].badge, desk.morning)
    desk.app.agenda.remove(desk.morning)
    meet(desk, door)
    clock.forward(minutes=1)
    desk.app.agenda.remove(desk.morning)

    meet(desk, door)

    assert len(desk.sessions) == 5


def test_an_agenda_made_anew_here_loses_no_scan_from_there(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    morning = desk.morning
    door.scan(guests[0].badge, morning)
    clock.forward(minutes=1)
    desk.app.agenda.make_anew(desk.bootcamp)

    meet(desk, door)

    assert morning in desk.sessions
    assert len(desk.sessions) == 7


def test_undoing_that_a_session_was_added_loses_no_scan_from_there(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    plan = Planned(desk.at("18:00"), desk.at("20:00"), "Film")
    (film,) = desk.app.agenda.add(desk.bootcamp, plan)
    exchange(desk.app.database, door.app.database)
    door.scan(guests[0].badge, film, desk.at("18:00"))
    clock.forward(minutes=1)
    desk.app.records.undo()
    assert film not in desk.sessions

    meet(desk, door)

    assert film in desk.sessions


def test_nothing_comes_back_into_a_bootcamp_that_is_gone(
    laptops: tuple[Desk, Desk], guests: tuple[Guest, Guest], clock: FakeClock
) -> None:
    desk, door = laptops
    door.scan(guests[0].badge, desk.morning)
    clock.forward(minutes=1)
    with desk.app.database.write() as work:
        for row in work.scalars(select(SessionRow)):
            work.delete(row)
        work.delete(work.get_one(BootcampRow, desk.bootcamp.id))

    meet(desk, door)

    assert desk.rows(SessionRow) == []


def test_history_says_that_a_session_was_removed_and_nothing_of_what_was_seen(
    laptops: tuple[Desk, Desk],
) -> None:
    desk, _door = laptops
    key = desk.morning.id
    desk.app.agenda.remove(desk.morning)

    removed = desk.app.records.history(key)[-1]

    assert (removed.kind, dict(removed.changes)) == ("removed", {})
