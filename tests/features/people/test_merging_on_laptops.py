"""Two people are merged on one laptop while another one goes on: nothing and nobody is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.merged import ids_of_one
from bootcamp_app.features.people.organisations import settle_organisations
from tests.desk import Desk
from tests.storage.desks import exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock
    from tests.desk import Guest

PHONE = "012 345 678"


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
def twins(laptops: tuple[Desk, Desk]) -> tuple[Guest, Guest]:
    """One woman, twice, known on both laptops."""
    desk, door = laptops
    made = desk.walk_in("Chan Sreyneang", phone=PHONE), desk.walk_in("Chan Sreynieng", phone=PHONE)
    meet(desk, door)
    return made


def meet(desk: Desk, door: Desk) -> None:
    """Have both laptops know the same, and settle it as each does after taking in facts."""
    for _ in range(2):
        exchange(desk.app.database, door.app.database)
        exchange(door.app.database, desk.app.database)
        for laptop in (desk, door):
            laptop.app.twins.settle()
            with laptop.app.database.write() as work:
                settle_organisations(work)
    exchange(desk.app.database, door.app.database)
    exchange(door.app.database, desk.app.database)
    assert state_of(desk.app.database) == state_of(door.app.database)
    assert desk.app.records.faults() == door.app.records.faults() == []


def test_who_was_scanned_at_the_door_after_the_merge_is_present(
    laptops: tuple[Desk, Desk], twins: tuple[Guest, Guest]
) -> None:
    desk, door = laptops
    listed, came = twins
    desk.app.twins.merge(listed.participant.person_id, came.participant.person_id)
    door.app.attendance.record_scan(desk.morning, Reading(came.badge))

    meet(desk, door)

    presence = desk.presence(listed)
    assert presence is not None
    assert (desk.counts().registered, desk.counts().present) == (1, 1)
    assert door.app.badges.holder(came.badge) == listed.participant.participation_id


def test_who_was_merged_both_ways_is_there_once(
    laptops: tuple[Desk, Desk], twins: tuple[Guest, Guest]
) -> None:
    desk, door = laptops
    ids = [one.participant.person_id for one in twins]
    desk.scan(twins[0].badge)
    desk.app.twins.merge(ids[0], ids[1])
    door.app.twins.merge(ids[1], ids[0])

    meet(desk, door)

    (left,) = desk.people()
    assert left.person_id == min(ids)
    assert (desk.counts().registered, desk.counts().present) == (1, 1)
    holders = {desk.app.badges.holder(one.badge) for one in twins}
    assert holders == {left.participation_id}


def test_a_chain_of_merges_leads_to_the_one_who_is_left(
    laptops: tuple[Desk, Desk], twins: tuple[Guest, Guest]
) -> None:
    desk, door = laptops
    third = desk.walk_in("Sreyneang Chan", phone=PHONE)
    meet(desk, door)
    first, second, last = (one.participant.person_id for one in (*twins, third))
    desk.app.twins.merge(first, second)
    door.app.twins.merge(second, last)

    meet(desk, door)

    (left,) = desk.people()
    assert left.person_id == first
    with desk.app.database.read() as reader:
        assert set(ids_of_one(reader, first)) == {first, second, last}
    assert {desk.app.badges.holder(one.badge) for one in (*twins, third)} == {left.participation_id}


def test_settling_where_nothing_came_writes_nothing(
    laptops: tuple[Desk, Desk], twins: tuple[Guest, Guest]
) -> None:
    desk, _ = laptops
    keep, other = (one.participant.person_id for one in twins)
    desk.app.twins.merge(keep, other)
    before = state_of(desk.app.database)

    desk.app.twins.settle()

    assert state_of(desk.app.database) == before


def test_organisations_merged_both_ways_are_there_once_with_everybody(
    laptops: tuple[Desk, Desk],
) -> None:
    desk, door = laptops
    desk.walk_in("Sok Dara", organisation="CCC")
    desk.walk_in("Chan Thy", organisation="C.C.C")
    meet(desk, door)
    ids = {one.name: one.id for one in desk.app.organisations.all()}
    desk.app.organisations.merge(ids["CCC"], ids["C.C.C"])
    door.app.organisations.merge(ids["C.C.C"], ids["CCC"])

    meet(desk, door)

    for laptop in laptops:
        (left,) = laptop.app.organisations.all()
        assert (left.id, left.people) == (min(ids.values()), 2)
        assert {laptop.app.organisations.find(name).id for name in ids} == {left.id}


@pytest.mark.parametrize("is_merged", [False, True])
def test_a_photo_taken_while_another_laptop_wrote_down_a_no_is_kept_nowhere(
    laptops: tuple[Desk, Desk], twins: tuple[Guest, Guest], is_merged: bool
) -> None:
    desk, door = laptops
    kept, other = (one.participant.person_id for one in twins)
    third = desk.walk_in("Ly Heng").participant.person_id
    meet(desk, door)
    door.app.photos.keep(other, b"jpeg")
    door.app.photos.keep(third, b"jpeg")
    desk.app.consents.record(other, Answered("photo", is_given=False))
    desk.app.consents.record(third, Answered("photo", is_given=True))
    if is_merged:
        desk.app.twins.merge(kept, other)

    meet(desk, door)

    for laptop in laptops:
        photos = laptop.app.photos
        assert [photos.of(one) for one in (kept, other, third)] == [None, None, b"jpeg"]
