"""Every write of a row is a fact beside it, with old and new values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, insert, select, text, update

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.storage.facts import clock_ms
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.merging import rebuild
from tests.clock import START

if TYPE_CHECKING:
    from sqlalchemy import Executable

    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock


def test_a_row_that_is_added_becomes_a_fact_with_all_its_values(
    database: Database, clock: FakeClock
) -> None:
    person = PersonRow(name_en="Sok Dara", birth_date=date(1990, 2, 1), phone="012 345 678")

    with database.write() as work:
        work.add(person)

    (fact,) = _facts(database)
    assert (fact.table_name, fact.row_id, fact.who) == ("people", person.id, "Sokha")
    assert (fact.seq, fact.act) == (1, work.act)
    assert clock_ms(fact.clock) == clock.start.timestamp() * 1000
    assert fact.changes == {
        "+": [None, True],
        "name_km": [None, ""],
        "name_en": [None, "Sok Dara"],
        "sex": [None, "not_stated"],
        "birth_year": [None, None],
        "birth_date": [None, "1990-02-01"],
        "phone": [None, "012 345 678"],
        "email": [None, ""],
        "disability": [None, ""],
        "also_named": [None, []],
    }


def test_a_field_that_is_changed_becomes_a_fact_with_the_old_and_the_new_value(
    database: Database,
) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara", birth_year=1990))

    with database.write() as work:
        row = work.get_one(PersonRow, person)
        row.name_en, row.birth_year = "Sok Dary", None

    assert _facts(database)[1].changes == {
        "name_en": ["Sok Dara", "Sok Dary"],
        "birth_year": [1990, None],
    }


def test_the_old_value_is_known_of_a_field_that_was_never_read(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara"))

    with database.write() as work:
        row = work.get_one(PersonRow, person)
        work.expire_all()
        row.name_en = "Sok Dary"

    assert _facts(database)[1].changes == {"name_en": ["Sok Dara", "Sok Dary"]}


def test_a_row_that_is_deleted_becomes_a_fact(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara"))

    with database.write() as work:
        work.delete(work.get_one(PersonRow, person))

    assert _facts(database)[1].changes == {"+": [True, False]}
    with database.read() as reader:
        assert reader.get(PersonRow, person) is None


def test_writing_what_is_there_already_makes_no_fact(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara"))

    with database.write() as work:
        row = work.get_one(PersonRow, person)
        row.name_en = "Sok Dary"
        row.name_en = "Sok Dara"
    with database.write() as work:
        work.get_one(PersonRow, person).name_en = "Sok Dara\0"

    assert len(_facts(database)) == 1


def test_what_one_work_writes_is_one_act_in_the_order_of_the_clock(database: Database) -> None:
    with database.write() as first:
        first.add_all([PersonRow(name_en="Sok Dara"), OrganisationRow(name_en="CARE")])
    with database.write() as second:
        second.add(PersonRow(name_en="Keo Pisey"))

    facts = _facts(database)

    assert [fact.act for fact in facts] == [first.act, first.act, second.act]
    assert [fact.seq for fact in facts] == [1, 2, 3]
    assert facts[0].clock < facts[1].clock < facts[2].clock


def test_the_clock_goes_on_where_the_laptops_own_goes_back(
    database: Database, clock: FakeClock
) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara"))
    clock.forward(days=-400)

    with database.write() as work:
        work.get_one(PersonRow, person).name_en = "Sok Dary"

    first, second = _facts(database)
    assert second.clock == first.clock + 1


def test_a_row_put_in_the_place_of_a_deleted_one_is_what_its_facts_say(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara", birth_year=1990))
    with database.write() as work:
        work.delete(work.get_one(PersonRow, person))
    with database.write() as work:
        work.add(PersonRow(id=person, name_en="Keo Pisey"))

    with database.write() as work:
        as_written = _values(work.get_one(PersonRow, person))
        rebuild(work)
        as_rebuilt = _values(work.get_one(PersonRow, person))

    assert as_written["birth_year"] is None
    assert as_rebuilt == as_written


def test_a_row_exchanged_in_one_work_is_what_its_facts_say(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara", phone="012"))

    with database.write() as work:
        work.delete(work.get_one(PersonRow, person))
        work.flush()
        work.add(PersonRow(id=person, name_en="Keo Pisey"))
    with database.write() as work:
        as_written = _values(work.get_one(PersonRow, person))
        rebuild(work)
        as_rebuilt = _values(work.get_one(PersonRow, person))

    assert (as_written["name_en"], as_written["phone"]) == ("Keo Pisey", "")
    assert as_rebuilt == as_written


def test_a_row_exchanged_in_one_breath_is_a_bug(database: Database) -> None:
    person = _add(database, PersonRow(name_en="Sok Dara", phone="012"))

    with pytest.raises(RuntimeError, match="flush before its id is used again"):
        _exchange_in_one_breath(database, person)

    with database.read() as reader:
        assert reader.get_one(PersonRow, person).name_en == "Sok Dara"


def test_every_kind_of_value_is_the_same_after_a_rebuild(database: Database) -> None:
    moment = datetime(2026, 3, 2, 8, 15, 30, 123456, tzinfo=UTC)
    rows: list[Mergeable] = [
        PersonRow(id="1", name_km="ចាន់ ស្រីនាង", birth_date=date(1999, 12, 31), birth_year=1999),
        ParticipationRow(
            id="2",
            person_id="1",
            bootcamp_id="3",
            registered_at=moment,
            answers={"អាហារ": ["បន្លែ"]},
        ),
        SessionRow(id="4", bootcamp_id="3", starts_at=moment, ends_at=moment, is_mandatory=True),
        AttendanceEventRow(id="5", kind="entry", session_id="4", participation_id="2", at=moment),
    ]

    with database.write() as work:
        work.add_all(rows)
    with database.write() as work:
        as_written = [_values(work.get_one(type(row), row.id)) for row in rows]
        rebuild(work)
        as_rebuilt = [_values(work.get_one(type(row), row.id)) for row in rows]

    assert as_written == [_values(row) for row in rows]
    assert as_rebuilt == as_written


@pytest.mark.parametrize(
    "statement",
    [
        update(PersonRow).values(name_en=""),
        delete(PersonRow),
        insert(PersonRow).values(id="1"),
        text("DELETE FROM people"),
    ],
)
def test_a_bulk_statement_is_refused_because_it_would_leave_no_facts(
    database: Database, statement: Executable
) -> None:
    _add(database, PersonRow(name_en="Sok Dara"))

    with pytest.raises(RuntimeError, match="would leave no facts"), database.write() as work:
        work.execute(statement)

    with database.read() as reader:
        assert reader.scalars(select(PersonRow.name_en)).all() == ["Sok Dara"]


def test_what_is_only_ever_added_cannot_be_changed(database: Database) -> None:
    event = _add(database, AttendanceEventRow(kind="entry", at=START))

    with pytest.raises(RuntimeError, match="only ever added"), database.write() as work:
        work.get_one(AttendanceEventRow, event).kind = "exit"

    with database.read() as reader:
        assert reader.get_one(AttendanceEventRow, event).kind == "entry"


def test_what_is_only_ever_added_cannot_be_deleted(database: Database) -> None:
    event = _add(database, AttendanceEventRow(kind="entry", at=START))

    with pytest.raises(RuntimeError, match="only ever added"), database.write() as work:
        work.delete(work.get_one(AttendanceEventRow, event))

    with database.read() as reader:
        assert reader.get_one(AttendanceEventRow, event).kind == "entry"


def _exchange_in_one_breath(database: Database, person: str) -> None:
    with database.write() as work:
        work.delete(work.get_one(PersonRow, person))
        work.add(PersonRow(id=person, name_en="Keo Pisey"))


def _add(database: Database, row: Mergeable) -> str:
    with database.write() as work:
        work.add(row)
    return row.id


def _facts(database: Database) -> list[JournalRow]:
    with database.read() as reader:
        return list(reader.scalars(select(JournalRow).order_by(JournalRow.seq)))


def _values(row: Mergeable) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}
