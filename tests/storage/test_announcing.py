"""What a write and an undo announce, and doing again what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.tables import CertificateEventRow
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.records import Records, RecordsUndone
from tests.clock import START
from tests.storage.desks import add

if TYPE_CHECKING:
    from bootcamp_app.core.changes import Announcement, Changes
    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock


@pytest.fixture
def records(database: Database, clock: FakeClock) -> Records:
    return Records(database, clock)


@pytest.fixture
def heard(changes: Changes) -> list[Announcement]:
    """Everything that is announced from now on."""
    announced: list[Announcement] = []
    changes.subscribe_all(announced.append)
    return announced


def names(database: Database) -> list[str]:
    with database.read() as reader:
        return sorted(reader.scalars(select(PersonRow.name_en)))


def renamed(database: Database, person: str, name: str) -> str:
    """Rename a person; give the act."""
    with database.write() as work:
        work.get_one(PersonRow, person).name_en = name
    return work.act


def test_a_write_is_announced_with_the_act_that_undo_takes(
    database: Database, records: Records, heard: list[Announcement]
) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara"))
        work.announce("added")

    (announcement,) = heard
    records.undo_act(announcement.act)

    assert announcement.facts == ("added",)
    assert names(database) == []


def test_an_undo_says_what_it_took_back_and_which_rows_it_touched(
    database: Database, records: Records, heard: list[Announcement]
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    act = renamed(database, person, "Keo Pisey")

    done = records.undo_act(act)

    (announcement,) = heard
    assert announcement.facts == (RecordsUndone(act, (("people", person),)),)
    assert announcement.act == done.act != act
    assert names(database) == ["Sok Dara"]


def test_undo_of_the_last_change_is_announced_too(
    database: Database, records: Records, heard: list[Announcement]
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    act = renamed(database, person, "Keo Pisey")

    records.undo()

    assert [fact for one in heard for fact in one.facts] == [
        RecordsUndone(act, (("people", person),))
    ]


def test_taking_an_undo_back_does_the_thing_again_any_number_of_times(
    database: Database, records: Records
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    act = renamed(database, person, "Keo Pisey")
    shown = []

    for _time in range(3):
        act = records.undo_act(act).act
        shown += names(database)

    assert shown == ["Sok Dara", "Keo Pisey", "Sok Dara"]


def test_a_person_whose_adding_was_undone_and_done_again_is_there_whole(
    database: Database, records: Records
) -> None:
    with database.write() as work:
        work.add(PersonRow(name_en="Sok Dara", phone="012"))
    undone = records.undo_act(work.act)

    records.undo_act(undone.act)

    with database.read() as reader:
        (row,) = reader.scalars(select(PersonRow))
        assert (row.name_en, row.phone) == ("Sok Dara", "012")


def test_what_was_done_again_is_the_last_change_once_more(
    database: Database, records: Records
) -> None:
    person = add(database, PersonRow(name_en="Sok Dara"))
    act = renamed(database, person, "Keo Pisey")
    records.undo_act(records.undo().act)

    records.undo()

    assert names(database) == ["Sok Dara"]
    assert records.history(person)[-1].act.endswith(act)


def test_an_undo_that_would_change_nothing_is_refused_and_not_announced(
    database: Database, records: Records, heard: list[Announcement]
) -> None:
    with database.write() as work:
        work.add(CertificateEventRow(certificate_id="1", kind="revoked", at=START))

    with pytest.raises(Refusal, match="nothing to undo"):
        records.undo_act(work.act)

    assert heard == []
