"""Taking an act back, whatever it wrote, and no more than it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.tables import ProgrammeRow
from bootcamp_app.features.certificates.tables import CertificateEventRow
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.records import Records
from bootcamp_app.storage.undoing import Kept, Undone, undo
from tests.clock import START
from tests.storage.desks import add, exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work
    from tests.clock import FakeClock

    Opener = Callable[[str], Database]


@pytest.fixture
def dara(database: Database) -> str:
    """A person who is there before anything is done."""
    return add(database, PersonRow(name_en="Sok Dara", phone="012", birth_year=1990))


def test_an_added_person_is_gone_and_no_longer_found(database: Database) -> None:
    before = _rows(database)
    act = _act(database, lambda work: work.add(PersonRow(name_en="Keo Pisey")))

    done = _undo(database, act)

    assert done == Undone(rows=1, kept=())
    assert _rows(database) == before


def test_a_deleted_person_is_back_with_every_value_and_found_again(
    database: Database, dara: str
) -> None:
    add(database, ParticipationRow(person_id=dara, bootcamp_id="camp"))
    before = _rows(database)
    act = _act(database, lambda work: work.delete(work.get_one(PersonRow, dara)))

    _undo(database, act)

    assert _rows(database) == before
    assert len(before["people"]) == len(before["search"]) == 1


def test_a_changed_field_has_its_old_value_again(database: Database, dara: str) -> None:
    before = _rows(database)
    act = _act(database, lambda work: _change(work, dara, name_en="Sok Dary", birth_year=None))

    _undo(database, act)

    assert _rows(database) == before


def test_a_field_that_was_written_over_since_is_kept_and_named(
    database: Database, dara: str
) -> None:
    act = _act(database, lambda work: _change(work, dara, name_en="Sok Dary", phone="099"))
    _act(database, lambda work: _change(work, dara, phone="077"))

    done = _undo(database, act)

    assert done == Undone(rows=1, kept=(Kept("people", dara, "phone"),))
    with database.read() as reader:
        row = reader.get_one(PersonRow, dara)
        assert (row.name_en, row.phone) == ("Sok Dara", "077")


def test_an_act_of_many_steps_is_taken_back_whole(database: Database, dara: str) -> None:
    before = _rows(database)

    def do_much(work: Work) -> None:
        passing = PersonRow(name_en="Somebody else")
        work.add(passing)
        _change(work, dara, name_en="Sok Dary")
        work.flush()
        _change(work, dara, name_en="Sok Daro")
        work.delete(passing)
        work.flush()
        work.delete(work.get_one(PersonRow, dara))
        work.add(ProgrammeRow(title_en="Civic", donors=["EU"]))

    done = _undo(database, _act(database, do_much))

    assert done == Undone(rows=2, kept=())
    assert _rows(database) == before


def test_a_person_whom_an_act_deleted_and_made_anew_is_not_lost(
    database: Database, dara: str
) -> None:
    def make_anew(work: Work) -> None:
        work.delete(work.get_one(PersonRow, dara))
        work.flush()
        work.add(PersonRow(id=dara, name_en="Sok Dara"))

    _undo(database, _act(database, make_anew))

    with database.read() as reader:
        assert reader.get_one(PersonRow, dara).name_en == "Sok Dara"


def test_undoing_an_undo_does_it_again(database: Database, dara: str) -> None:
    act = _act(database, lambda work: _change(work, dara, name_en="Sok Dary"))
    changed = _rows(database)
    with database.write() as work:
        undo(work, act, START)

    _undo(database, work.act)

    assert _rows(database) == changed


def test_undoing_twice_changes_nothing_more(database: Database) -> None:
    act = _act(database, lambda work: work.add(PersonRow(name_en="Keo Pisey")))
    _undo(database, act)
    once = _rows(database)

    _undo(database, act)

    assert _rows(database) == once


def test_a_scan_is_taken_back_by_an_annulment_that_names_it(
    database: Database, clock: FakeClock
) -> None:
    event = AttendanceEventRow(kind="entry", session_id="1", participation_id="2", at=START)
    act = _act(database, lambda work: work.add(event))
    clock.forward(minutes=3)

    _undo(database, act, clock)

    with database.read() as reader:
        first, second = reader.scalars(select(AttendanceEventRow).order_by(AttendanceEventRow.at))
    assert (first.kind, second.kind, second.annuls) == ("entry", "annulment", event.id)
    assert (second.session_id, second.participation_id, second.at) == ("1", "2", clock.now())


def test_what_can_never_be_taken_back_stays(database: Database) -> None:
    row = CertificateEventRow(certificate_id="1", kind="printed", at=START)
    act = _act(database, lambda work: work.add(row))
    before = _rows(database)

    _undo(database, act)

    assert _rows(database) == before


def test_an_act_that_nobody_knows_is_refused(database: Database) -> None:
    with pytest.raises(Refusal, match=r"nothing to undo any more\. Open History"):
        _undo(database, "no such act")


def test_an_undo_reaches_the_other_desk_as_facts(
    database: Database, dara: str, tmp_path: Path, open_place: Opener
) -> None:
    door = open_place(str(tmp_path / "door" / "camp.bootcamp"))
    act = _act(database, lambda work: work.delete(work.get_one(PersonRow, dara)))
    exchange(database, door)

    _undo(database, act)
    exchange(database, door)

    assert len(state_of(door)["people"]) == 1
    assert state_of(door) == state_of(database)


def test_what_the_other_desk_did_can_be_undone_here(
    database: Database, tmp_path: Path, open_place: Opener
) -> None:
    door = open_place(str(tmp_path / "door" / "camp.bootcamp"))
    act = _act(door, lambda work: work.add(PersonRow(name_en="Keo Pisey")))
    exchange(door, database)

    _undo(database, act)
    exchange(database, door)

    assert state_of(door)["people"] == []
    assert state_of(door) == state_of(database)


def test_an_undo_is_told_in_the_journal_as_an_act_of_its_own(database: Database, dara: str) -> None:
    act = _act(database, lambda work: _change(work, dara, phone="099"))

    _undo(database, act)

    with database.read() as reader:
        last = reader.scalars(select(JournalRow).order_by(JournalRow.seq.desc()).limit(1)).one()
    assert last.changes == {"phone": ["099", "012"]}
    assert last.act != act


def _act(database: Database, doing: Callable[[Work], None]) -> str:
    with database.write() as work:
        doing(work)
    return work.act


def _undo(database: Database, act: str, clock: FakeClock | None = None) -> Undone:
    with database.write() as work:
        return undo(work, act, clock.now() if clock else START)


def _change(work: Work, person: str, **values: str | int | None) -> None:
    row = work.get_one(PersonRow, person)
    for name, value in values.items():
        setattr(row, name, value)


def _rows(database: Database) -> dict[str, list[object]]:
    return {name: rows for name, rows in state_of(database).items() if name != "journal"}


def test_one_record_alone_is_taken_back_and_never_out_of_what_it_came_with(
    database: Database, clock: FakeClock
) -> None:
    dara, pisey = PersonRow(name_en="Sok Dara"), PersonRow(name_en="Keo Pisey")
    records = Records(database, clock)
    with database.write() as work:
        work.add_all([dara, pisey])
    with database.write() as work:
        for person in (dara, pisey):
            work.get_one(PersonRow, person.id).phone = "012"

    undone = records.undo(dara.id)
    with pytest.raises(Refusal, match="came together with others"):
        records.undo(dara.id)

    assert undone.rows == 1
    with database.read() as reader:
        rows = reader.execute(select(PersonRow.name_en, PersonRow.phone)).all()
    assert {row.name_en: row.phone for row in rows} == {"Sok Dara": "", "Keo Pisey": "012"}
