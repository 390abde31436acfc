"""Facts of other laptops: any part, in any order, any number of times."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.features.bootcamps.tables import ProgrammeRow
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.merging import apply, rebuild
from tests.storage.desks import add, device_of, exchange, facts_for, seen_by, state_of, take_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock

    Opener = Callable[[str], Database]


@pytest.fixture
def door(tmp_path: Path, open_place: Opener) -> Database:
    """Another laptop, with its own file."""
    return open_place(str(tmp_path / "door" / "camp.bootcamp"))


def test_what_one_desk_knows_comes_to_the_other_whole(database: Database, door: Database) -> None:
    person = add(door, PersonRow(name_en="Sok Dara", birth_year=1990))
    add(door, ProgrammeRow(title_en="Civic", donors=["EU", "សប្បុរសជន"]))

    new = exchange(door, database)

    assert new == 2
    with database.read() as reader:
        assert reader.get_one(PersonRow, person).birth_year == 1990
    assert state_of(database) == state_of(door)


def test_facts_that_came_before_change_nothing(database: Database, door: Database) -> None:
    add(door, PersonRow(name_en="Sok Dara"))
    facts = facts_for(door)
    take_in(database, facts)
    before = state_of(database)

    assert take_in(database, facts + facts) == 0
    assert state_of(database) == before


def test_a_change_may_come_before_the_row_that_it_changes(
    database: Database, door: Database
) -> None:
    person = add(door, PersonRow(name_en="Sok Dara", phone="012"))
    with door.write() as work:
        work.get_one(PersonRow, person).name_en = "Sok Dary"
    added, changed = facts_for(door)

    take_in(database, [changed])
    with database.read() as reader:
        while_only_the_change_is_known = reader.get(PersonRow, person)
    take_in(database, [added])

    assert while_only_the_change_is_known is None
    assert state_of(database) == state_of(door)


def test_the_version_vector_stops_before_a_gap_and_goes_on_when_it_closes(
    database: Database, door: Database
) -> None:
    for number in range(5):
        add(door, PersonRow(name_en=f"Person {number}"))
    facts = facts_for(door)

    reached = []
    for part in ([facts[0]], [facts[4], facts[2]], [facts[1]], [facts[3]]):
        take_in(database, part)
        reached.append(seen_by(database)[device_of(door)])

    assert reached == [1, 1, 3, 5]


def test_only_what_the_other_may_lack_is_handed_over(database: Database, door: Database) -> None:
    add(door, PersonRow(name_en="Sok Dara"))
    exchange(door, database)
    add(door, PersonRow(name_en="Keo Pisey"))
    add(database, PersonRow(name_en="Chan Sreyneang"))

    handed_over = facts_for(door, seen_by(database))

    assert [fact.changes["name_en"] for fact in handed_over] == [[None, "Keo Pisey"]]


def test_different_fields_of_one_person_are_both_kept(database: Database, door: Database) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    exchange(database, door)
    with database.write() as work:
        work.get_one(PersonRow, person).phone = "012"
    with door.write() as work:
        work.get_one(PersonRow, person).birth_year = 1990

    exchange(door, database)
    exchange(database, door)

    with database.read() as reader:
        merged = reader.get_one(PersonRow, person)
    assert (merged.phone, merged.birth_year) == ("012", 1990)
    assert state_of(database) == state_of(door)


def test_of_two_changes_of_one_field_the_later_wins_everywhere(
    database: Database, door: Database, clock: FakeClock
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    exchange(database, door)
    for desk, name in ((door, "Sok Dary"), (database, "Sok Daro")):
        clock.forward(minutes=1)
        with desk.write() as work:
            work.get_one(PersonRow, person).name_en = name

    exchange(door, database)
    exchange(database, door)

    with door.read() as reader:
        assert reader.get_one(PersonRow, person).name_en == "Sok Daro"
    assert state_of(database) == state_of(door)


def test_a_change_after_an_exchange_wins_over_a_clock_that_was_ahead(
    database: Database, door: Database, clock: FakeClock
) -> None:
    clock.forward(days=3)
    person = add(door, PersonRow(name_en="Sok Dara"))
    clock.forward(days=-3)
    exchange(door, database)

    with database.write() as work:
        work.get_one(PersonRow, person).name_en = "Sok Dary"
    exchange(database, door)

    with door.read() as reader:
        assert reader.get_one(PersonRow, person).name_en == "Sok Dary"


def test_a_deletion_wins_over_a_change_made_elsewhere(database: Database, door: Database) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    exchange(database, door)
    with database.write() as work:
        work.delete(work.get_one(PersonRow, person))
    with door.write() as work:
        work.get_one(PersonRow, person).phone = "012"

    exchange(door, database)
    exchange(database, door)

    with door.read() as reader:
        assert reader.get(PersonRow, person) is None
    assert state_of(database) == state_of(door)


def test_facts_go_on_through_a_third_desk(
    database: Database, door: Database, tmp_path: Path, open_place: Opener
) -> None:
    stick = open_place(str(tmp_path / "stick" / "camp.bootcamp"))
    add(door, PersonRow(name_en="Sok Dara"))
    exchange(door, stick)

    exchange(stick, database)

    assert seen_by(database)[device_of(door)] == 1
    assert state_of(database) == state_of(door)


def test_a_field_that_no_fact_names_has_its_default(database: Database, door: Database) -> None:
    programme = add(door, ProgrammeRow(title_en="Civic", donors=["EU"]))
    (fact,) = facts_for(door)
    older = {name: fact.changes[name] for name in ("+", "title_en")}

    take_in(database, [replace(fact, changes=older)])

    with database.read() as reader:
        row = reader.get_one(ProgrammeRow, programme)
    assert (row.title_en, row.title_km, row.donors) == ("Civic", "", [])


def test_facts_of_a_later_version_wait_in_the_journal(database: Database, door: Database) -> None:
    add(door, PersonRow(id="1", name_en="Sok Dara"))
    (fact,) = facts_for(door)
    later = replace(fact, changes={**fact.changes, "nickname": [None, "Ra"]})
    unknown = replace(fact, seq=2, table_name="drones", row_id="2")

    take_in(database, [later, unknown])

    assert facts_for(database) == [later, unknown]
    with database.read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Sok Dara"]


def test_what_a_work_has_not_flushed_yet_is_kept_when_facts_come_in(
    database: Database, door: Database
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    add(door, PersonRow(name_en="Keo Pisey"))

    with database.write() as work:
        work.get_one(PersonRow, person).phone = "012"
        apply(work, facts_for(door))
        rebuild(work)

    with database.read() as reader:
        assert reader.get_one(PersonRow, person).phone == "012"


def test_more_facts_than_a_batch_holds_come_over_whole(database: Database, door: Database) -> None:
    with door.write() as work:
        work.add_all(PersonRow(name_en=f"Person {number}") for number in range(1001))

    assert exchange(door, database) == 1001
    assert state_of(database) == state_of(door)


def test_a_desk_that_was_set_back_counts_on_as_another_device(
    sqlite_place: str, door: Database, open_place: Opener
) -> None:
    desk = open_place(sqlite_place)
    add(desk, PersonRow(name_en="Sok Dara"))
    exchange(desk, door)
    first_device = device_of(desk)
    elsewhere = replace(facts_for(desk)[0], seq=2, row_id="2")

    take_in(desk, [elsewhere])
    add(desk, PersonRow(name_en="Chan Sreyneang"))

    assert device_of(desk) != first_device
    assert exchange(desk, door) == 2
    assert state_of(desk) == state_of(door)
