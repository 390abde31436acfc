"""What people are told about the life of a record."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.certificates.tables import CertificateEventRow
from bootcamp_app.features.people.tables import OrganisationRow, PersonRow
from bootcamp_app.storage.history import Entry, history, latest_act
from bootcamp_app.storage.undoing import undo
from tests.clock import START
from tests.storage.desks import add, device_of, exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock

    Opener = Callable[[str], Database]


def test_the_history_of_a_person_tells_each_change_in_order(
    database: Database, clock: FakeClock
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara", birth_year=1990))
    clock.forward(minutes=5)
    with database.write() as changing:
        changing.get_one(PersonRow, person).birth_year = 1991
    clock.forward(minutes=5)
    with database.write() as removing:
        removing.delete(removing.get_one(PersonRow, person))
    clock.forward(minutes=5)
    with database.write() as restoring:
        undo(restoring, removing.act, clock.now())

    told = _history(database, person)

    assert [(entry.kind, entry.at - clock.start) for entry in told] == [
        ("added", timedelta(0)),
        ("changed", timedelta(minutes=5)),
        ("removed", timedelta(minutes=10)),
        ("restored", timedelta(minutes=15)),
    ]
    assert told[1] == Entry(
        at=START + timedelta(minutes=5),
        who="Sokha",
        device=device_of(database),
        act=changing.act,
        table="people",
        row_id=person,
        kind="changed",
        changes={"birth_year": (1990, 1991)},
    )


def test_what_was_empty_and_stayed_so_is_not_told(database: Database) -> None:
    person = add(database, PersonRow(name_en="Sok Dara", birth_year=None))

    (entry,) = _history(database, person)

    assert entry.changes["name_en"] == (None, "Sok Dara")
    assert "birth_year" not in entry.changes
    assert "+" not in entry.changes


def test_the_history_of_a_scan_is_found_by_its_id(database: Database) -> None:
    event = add(database, AttendanceEventRow(kind="entry", at=START))
    add(database, PersonRow(name_en="Somebody else"))

    (entry,) = _history(database, event)

    assert (entry.table, entry.kind) == ("attendance_events", "added")
    assert entry.changes["at"] == (None, "2026-03-02T01:00:00.000000+00:00")


def test_a_row_that_never_was_has_no_history(database: Database) -> None:
    add(database, PersonRow(name_en="Somebody else"))

    assert _history(database, "no such row") == []


def test_changes_of_two_desks_are_told_in_the_order_of_their_clocks(
    database: Database, clock: FakeClock, tmp_path: Path, open_place: Opener
) -> None:
    door = open_place(str(tmp_path / "door" / "camp.bootcamp"))
    person = add(database, PersonRow(name_en="Sok Dara"))
    exchange(database, door)
    for number, desk in enumerate((door, database, door)):
        clock.forward(minutes=1)
        with desk.write() as work:
            work.get_one(PersonRow, person).phone = f"01{number}"

    exchange(door, database)

    assert [entry.changes.get("phone", (None, ""))[1] for entry in _history(database, person)] == [
        "",
        "010",
        "011",
        "012",
    ]


def test_the_newest_act_is_the_last_one_here_that_touched_a_row(database: Database) -> None:
    first, second = PersonRow(name_en="Sok Dara"), OrganisationRow(name_en="CARE")
    with database.write() as adding:
        adding.add_all([first, second])
    with database.write() as changing:
        changing.get_one(PersonRow, first.id).phone = "012"

    assert _latest(database, [first.id, second.id]) == changing.act
    assert _latest(database, [second.id]) == adding.act
    assert _latest(database, ["no such row"]) is None
    assert _latest(database, []) is None


def test_the_newest_act_is_found_among_very_many_rows(database: Database) -> None:
    people = [PersonRow(name_en=f"Person {number}") for number in range(900)]
    with database.write() as work:
        work.add_all(people)
    with database.write() as changing:
        changing.get_one(PersonRow, people[10].id).phone = "012"

    assert _latest(database, [person.id for person in people]) == changing.act


def test_what_another_desk_did_is_not_the_newest_act_here(
    database: Database, clock: FakeClock, tmp_path: Path, open_place: Opener
) -> None:
    door = open_place(str(tmp_path / "door" / "camp.bootcamp"))
    person = PersonRow(name_en="Sok Dara")
    with database.write() as adding:
        adding.add(person)
    exchange(database, door)
    clock.forward(minutes=1)
    with door.write() as work:
        work.get_one(PersonRow, person.id).phone = "012"

    exchange(door, database)

    assert _latest(database, [person.id]) == adding.act


def test_undo_after_undo_goes_further_back(database: Database, clock: FakeClock) -> None:
    person = PersonRow(name_en="Sok Dara", phone="1")
    with database.write() as adding:
        adding.add(person)
    with database.write() as changing:
        changing.get_one(PersonRow, person.id).phone = "2"
    with database.write() as undoing:
        undo(undoing, changing.act, clock.now())

    assert _latest(database, None) == adding.act


def test_a_refused_scan_is_nothing_to_take_back(database: Database, clock: FakeClock) -> None:
    with database.write() as adding:
        adding.add(PersonRow(name_en="Sok Dara"))
    with database.write() as refusing:
        refusing.add(AttendanceEventRow(kind="refusal", at=clock.now(), result="unknown"))

    assert _latest(database, None) == adding.act


def test_past_what_stays_on_record_nothing_older_is_taken_back(
    database: Database, clock: FakeClock
) -> None:
    with database.write() as adding:
        adding.add(person := PersonRow(name_en="Sok Dara"))
    with database.write() as revoking:
        revoking.add(CertificateEventRow(certificate_id="c", kind="revoked", at=clock.now()))
    with database.write() as refusing:
        refusing.add(AttendanceEventRow(kind="refusal", at=clock.now(), result="unknown"))

    with pytest.raises(Refusal, match="say which record"):
        _latest(database, None)
    assert _latest(database, [person.id]) == adding.act


def _history(database: Database, row_id: str) -> list[Entry]:
    with database.read() as reader:
        return history(reader, row_id)


def _latest(database: Database, row_ids: Sequence[str] | None) -> str | None:
    with database.read() as reader:
        return latest_act(reader, row_ids)
