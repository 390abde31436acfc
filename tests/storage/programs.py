"""Three desks whose clocks disagree, and random days that they live through."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from sqlalchemy import select

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.undoing import undo
from tests.storage.desks import exchange, facts_for, take_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import InstrumentedAttribute

    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock

DESKS = 3
FIELDS = ("name_en", "name_km", "phone", "birth_year")

desks = st.integers(0, DESKS - 1)
places = st.integers(0, 50)


@dataclass
class Desk:
    """One laptop: its workspace and its own idea of the time."""

    database: Database
    clock: FakeClock


@dataclass(frozen=True)
class Step:
    """One thing that happens at one desk."""

    verb: str
    desk: int
    where: int
    value: str = ""
    field: str = FIELDS[0]
    other: int = 0


steps = st.builds(
    Step,
    verb=st.sampled_from(
        ["add", "edit", "edit", "delete", "undo", "undo", "scan", "exchange_one", "bring", "bring"]
    ),
    desk=desks,
    where=places,
    value=st.sampled_from(["", "Dara", "តារា", "012", "A\0B", "50%_"]),
    field=st.sampled_from(FIELDS),
    other=desks,
)
programs = st.lists(steps, min_size=15, max_size=40)
clock_differences = st.tuples(*[st.integers(-72 * 60, 72 * 60)] * DESKS)


def live_through(three: list[Desk], program: list[Step]) -> None:
    """Start with three people whom all desks know, then do every step of a program."""
    for number in range(DESKS):
        _add(three[0], Step("add", 0, number, f"Person {number}"), three[0])
    exchange_everything(three)
    for step in program:
        desk = three[step.desk]
        desk.clock.forward(minutes=step.where % 3)
        _VERBS[step.verb](desk, step, three[step.other])


def exchange_everything(three: list[Desk]) -> None:
    """Bring all facts to all desks."""
    for giver in three:
        for taker in three:
            exchange(giver.database, taker.database)


def _add(desk: Desk, step: Step, _other: Desk) -> None:
    with desk.database.write() as work:
        work.add(PersonRow(name_en=step.value, birth_year=1950 + step.where))


def _edit(desk: Desk, step: Step, _other: Desk) -> None:
    person = _pick(desk, PersonRow.id, step)
    if person:
        with desk.database.write() as work:
            _write(work.get_one(PersonRow, person), step)


def _delete(desk: Desk, step: Step, _other: Desk) -> None:
    person = _pick(desk, PersonRow.id, step)
    if person:
        with desk.database.write() as work:
            work.delete(work.get_one(PersonRow, person))


def _undo(desk: Desk, step: Step, _other: Desk) -> None:
    act = _pick(desk, JournalRow.act, step)
    if act:
        with desk.database.write() as work:
            undo(work, act, desk.clock.now())


def _scan(desk: Desk, step: Step, _other: Desk) -> None:
    person = _pick(desk, PersonRow.id, step)
    with desk.database.write() as work:
        work.add(AttendanceEventRow(kind="entry", participation_id=person, at=desk.clock.now()))


def _exchange_one(desk: Desk, step: Step, _other: Desk) -> None:
    """Edit a person, take them away, and put another in their place, all in one act."""
    person = _pick(desk, PersonRow.id, step)
    if person:
        with desk.database.write() as work:
            row = work.get_one(PersonRow, person)
            _write(row, step)
            work.flush()
            work.delete(row)
            work.flush()
            work.add(PersonRow(id=person, name_en=step.value))
            if step.where % 2:
                work.flush()
                work.delete(work.get_one(PersonRow, person))


def _bring(desk: Desk, step: Step, other: Desk) -> None:
    """Bring a part of the facts to another desk, shuffled, some of them twice."""
    random = Random(step.where)
    facts = facts_for(desk.database)
    part = random.choices(facts, k=random.randrange(2 * len(facts))) if facts else []
    take_in(other.database, part)


def _write(row: PersonRow, step: Step) -> None:
    setattr(row, step.field, step.where if step.field == "birth_year" else step.value)


def _pick(desk: Desk, column: InstrumentedAttribute[str], step: Step) -> str | None:
    with desk.database.read() as reader:
        found = reader.scalars(select(column).distinct().order_by(column)).all()
    return found[step.where % len(found)] if found else None


_VERBS: dict[str, Callable[[Desk, Step, Desk], None]] = {
    "add": _add,
    "edit": _edit,
    "delete": _delete,
    "undo": _undo,
    "scan": _scan,
    "exchange_one": _exchange_one,
    "bring": _bring,
}
