"""Two laptops close one session before they meet: it is closed once, and opened at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from tests.desk import Desk
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bootcamp_app.features.attendance.state_views import Closing
    from tests.clock import FakeClock

NAMES = ("Chan Dara", "Sok Dara", "Kim Dara")


@pytest.fixture
def laptops(tmp_path: Path, clock: FakeClock) -> Iterator[tuple[Desk, Desk]]:
    """Two laptops that know the same bootcamp and its people, after its first morning."""
    desks = [
        Desk(build(tmp_path / f"{name}.bootcamp", clock, name), clock) for name in ("desk", "door")
    ]
    first, second = desks
    for name in NAMES:
        first.walk_in(name)
    meet(first, second)
    vars(second)["bootcamp"] = second.app.bootcamps.find()
    clock.forward(minutes=240)
    yield first, second
    for desk in desks:
        desk.app.database.close()


def meet(first: Desk, second: Desk) -> None:
    exchange(first.app.database, second.app.database)
    exchange(second.app.database, first.app.database)


def close(desk: Desk) -> Closing:
    return desk.app.sittings.close(desk.morning)


def kinds(desk: Desk) -> list[str]:
    return sorted(row.kind for row in desk.rows(AttendanceEventRow))


def test_two_closings_are_one(laptops: tuple[Desk, Desk]) -> None:
    for desk in laptops:
        close(desk)
    meet(*laptops)

    assert [kinds(desk) for desk in laptops] == [["closing", "state", "state", "state"]] * 2


def test_one_of_them_takes_it_back_and_all_of_it_is_gone(laptops: tuple[Desk, Desk]) -> None:
    first, second = laptops
    closed = close(first)
    close(second)
    meet(*laptops)

    first.app.records.undo_act(closed.act)
    meet(*laptops)

    for desk in laptops:
        assert desk.app.attendance.presences([desk.morning]) == {}
        assert desk.morning.is_locked is False


def test_a_session_that_was_closed_before_is_closed_again_all_the_same(
    laptops: tuple[Desk, Desk],
) -> None:
    first, _ = laptops
    closed = close(first)
    first.app.records.undo_act(closed.act)

    close(first)

    assert first.counts().absent == len(NAMES)
    assert len(first.app.attendance.presences([first.morning])) == len(NAMES)
