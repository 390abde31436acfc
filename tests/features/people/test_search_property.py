"""Whatever was written, merged and taken back, a search gives what a look at each row would."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.people.filters import Filter, Look
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.values import phone_key
from bootcamp_app.storage.merging import rebuild
from tests.clock import FakeClock
from tests.desk import Desk
from tests.storage.desks import exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Thing = TypeVar("Thing")
NAMES = ("", "Sok Dara", "SOK dara", "Sokha", "Chan Sreyneang", "Ly O'Heng", "zoé Sok", "AB")
KHMER = ("", "", "សុខ ដារ៉ា", "សុខ ស្រី", "ចាន់ ស្រីនាង", "ចាន់", "A លី", "ឳ")
PHONES = ("", "012 345 678", "+855 97 111 2222", "0121")
OFFICES = ("", "Department of Health", "Health Sok", "មន្ទីរសុខាភិបាល", "Office 12")
SEARCHES = (
    "", "s", "so", "sok", "Sok D", "dara sok", "k", "ស", "ស្រី", "សុខ", "ចាន់ ស្រី", "ab", "b", "zz",
    "health", "heal sok", "12", "012", "0121", "012-345", "2222", "មន្ទីរ", "o'h", "é", "q", "s q",
)  # fmt: skip
UP, DOWN = ("name_km", True), ("name_km", False)


@dataclass(frozen=True)
class Found:
    """A row as somebody reads it."""

    row_id: str
    person: PersonRow
    beside: list[str]


@dataclass(frozen=True)
class Step:
    """One thing that somebody does: what, to whom, and with which values."""

    verb: str
    one: int
    other: int
    value: int


steps = st.builds(
    Step,
    verb=st.sampled_from(
        [
            "add",
            "import",
            "rename",
            "move",
            "merge",
            "office",
            "offices",
            "undo",
            "undo",
            "give",
            "take",
            "elsewhere",
            "rebuild",
            "delete",
        ]
    ),
    one=st.integers(0, 30),
    other=st.integers(0, 30),
    value=st.integers(0, 100),
)
programs = st.lists(steps, min_size=5, max_size=25)
checks = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(checks, max_examples=12)
@given(program=programs)
def test_the_search_of_a_file_is_that_of_its_rows(program: list[Step]) -> None:
    with _two_laptops(None) as (desk, door):
        _live_through(desk, door, program)


@settings(checks, max_examples=4)
@given(program=programs)
def test_the_search_of_a_shared_workspace_is_that_of_its_rows(
    new_postgresql: Callable[[], str], program: list[Step]
) -> None:
    with _two_laptops(new_postgresql()) as (desk, door):
        _live_through(desk, door, program)


def test_lists_longer_than_a_page_begin_with_their_first(sqlite_desk: Desk) -> None:
    names = [[f"Sok {n % 7} {n:03}", "សុខ" if n % 3 else ""] for n in range(120)]
    sqlite_desk.import_rows([["Name", "Khmer name"], *names])

    _assert_true(sqlite_desk)


@pytest.mark.parametrize("order", [UP, DOWN])
def test_names_of_any_letters_stand_by_code_point(
    sqlite_desk: Desk, order: tuple[str, bool]
) -> None:
    letters = "\x02 !09AZ_az{~éĀกកខឣៗ៛០ᨀꯀ𐀀😀"
    names = [f"{first}{second}" for first in letters for second in letters]
    bootcamp_id = sqlite_desk.bootcamp.id
    with sqlite_desk.app.database.write() as work:
        for number, name in enumerate(names):
            person = PersonRow(name_km=name, name_en=names[-number])
            work.add(person)
            work.add(ParticipationRow(person_id=person.id, bootcamp_id=bootcamp_id))

    for limit in (1, 50, len(names)):
        found = sqlite_desk.app.people.first(sqlite_desk.bootcamp, Look(order=order), limit)
        expected = _expected(_all(sqlite_desk), "", is_ascending=order[1])[:limit]
        assert [one.participation_id for one in found] == expected


def _live_through(desk: Desk, door: Desk, program: list[Step]) -> None:
    for step in program:
        desk.clock.forward(minutes=1)
        # What cannot be done just then is not done.
        with suppress(Refusal):
            _VERBS[step.verb](desk, door, step)
    _assert_true(desk)
    before = state_of(desk.app.database)["search"]

    with desk.app.database.write() as work:
        rebuild(work)

    assert state_of(desk.app.database)["search"] == before


def _assert_true(desk: Desk) -> None:
    people, bootcamp, rows = desk.app.people, desk.bootcamp, _all(desk)
    for search in SEARCHES:
        for order in (UP, DOWN):
            expected = _expected(rows, search, is_ascending=order[1])
            first = people.first(bootcamp, Look(search, Filter(), order), 3)
            assert people.ids(bootcamp, search, order) == expected, search
            assert [one.participation_id for one in first] == expected[:3], search
        listed = [one.participation_id for one in people.list(bootcamp, search)]
        assert sorted(listed) == sorted(expected), search
        if search:
            assert people.number(bootcamp, Look(search)) == len(expected), search


def _all(desk: Desk) -> list[Found]:
    people = {row.id: row for row in desk.rows(PersonRow)}
    offices = {row.id: row for row in desk.rows(OrganisationRow)}
    return [
        Found(row.id, person, _names(offices.get(row.organisation_id or "")))
        for row in desk.rows(ParticipationRow)
        if row.bootcamp_id == desk.bootcamp.id and (person := people.get(row.person_id))
    ]


def _expected(rows: Sequence[Found], search: str, *, is_ascending: bool) -> list[str]:
    found = [one for one in rows if all(_holds(one, word) for word in search.split())]
    found.sort(key=lambda one: one.row_id)
    found.sort(key=lambda one: _order(one.person), reverse=not is_ascending)
    found.sort(key=lambda one: not one.person.name_km)
    return [one.row_id for one in found]


def _order(person: PersonRow) -> tuple[str, str]:
    lower = (letter.lower() if letter.isascii() else letter for letter in person.name_en or "")
    return person.name_km or "", "".join(lower)


def _own(person: PersonRow) -> list[str]:
    digits = "".join(filter(str.isdecimal, latin_digits(person.phone or "")))
    return [*_names(person), digits, comparison_key(person.email or "")]


def _names(row: PersonRow | OrganisationRow | None) -> list[str]:
    names = [row.name_en, row.name_km, *(row.also_named or ())] if row else []
    return [comparison_key(name or "") for name in names]


def _holds(one: Found, word: str) -> bool:
    digits = word.replace("-", "")
    key = phone_key(digits) if digits.isdecimal() else comparison_key(word)
    beside = comparison_key(word)
    return any(key in own for own in _own(one.person)) or any(beside in its for its in one.beside)


def _add(desk: Desk, _door: Desk, step: Step) -> None:
    desk.walk_in(
        _at(NAMES, step.one),
        name_km=_at(KHMER, step.other),
        phone=_at(PHONES, step.value),
        organisation=_at(OFFICES, step.value),
    )


def _import(desk: Desk, _door: Desk, step: Step) -> None:
    rows = [
        [_at(NAMES, n), _at(KHMER, n + step.other), _at(PHONES, n), _at(OFFICES, n + step.value)]
        for n in range(step.one, step.one + 4)
    ]
    desk.import_rows([["Name", "Khmer name", "Phone", "Organisation"], *rows])


def _rename(desk: Desk, _door: Desk, step: Step) -> None:
    if people := desk.people():
        field, texts = _at([("name_en", NAMES), ("name_km", KHMER), ("phone", PHONES)], step.value)
        desk.app.people.change(_at(people, step.one), **{field: _at(texts, step.other)})


def _move(desk: Desk, _door: Desk, step: Step) -> None:
    if people := desk.people():
        office = _at(OFFICES, step.value)
        desk.app.people.change_all([_at(people, step.one).participation_id], organisation=office)


def _merge(desk: Desk, _door: Desk, step: Step) -> None:
    if people := desk.people():
        both = _at(people, step.one).person_id, _at(people, step.other).person_id
        desk.app.twins.merge(*both, {})


def _office(desk: Desk, _door: Desk, step: Step) -> None:
    if offices := desk.app.organisations.all():
        name = _at(NAMES, step.value)
        desk.app.organisations.change(_at(offices, step.one).id, name_en=name, kind="ngo")


def _offices(desk: Desk, _door: Desk, step: Step) -> None:
    if offices := desk.app.organisations.all():
        desk.app.organisations.merge(_at(offices, step.one).id, _at(offices, step.other).id)


def _undo(desk: Desk, _door: Desk, _step: Step) -> None:
    desk.app.records.undo()


def _give(desk: Desk, door: Desk, _step: Step) -> None:
    exchange(desk.app.database, door.app.database)
    door.app.twins.settle()


def _take(desk: Desk, door: Desk, _step: Step) -> None:
    exchange(door.app.database, desk.app.database)
    desk.app.twins.settle()


def _elsewhere(desk: Desk, door: Desk, step: Step) -> None:
    _give(desk, door, step)
    other = Desk(door.app, door.clock)
    other.bootcamp = desk.bootcamp
    _at([_rename, _move, _merge, _office, _offices, _undo, _add], step.other)(other, desk, step)


def _rebuild(desk: Desk, _door: Desk, _step: Step) -> None:
    with desk.app.database.write() as work:
        rebuild(work)


def _delete(desk: Desk, _door: Desk, step: Step) -> None:
    """Take a person away, but leave what refers to them, as facts that came early may."""
    if people := desk.people():
        with desk.app.database.write() as work:
            work.delete(work.get_one(PersonRow, _at(people, step.one).person_id))


_VERBS = {
    "add": _add, "import": _import, "rename": _rename, "move": _move, "merge": _merge,
    "office": _office, "offices": _offices, "undo": _undo, "give": _give, "take": _take,
    "elsewhere": _elsewhere, "rebuild": _rebuild, "delete": _delete,
}  # fmt: skip


def _at(things: Sequence[Thing], number: int) -> Thing:
    return things[number % len(things)]


@contextmanager
def _two_laptops(shared: str | None) -> Iterator[tuple[Desk, Desk]]:
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        places = [shared or f"{folder}/desk/camp.bootcamp", f"{folder}/door/camp.bootcamp"]
        desk, door = (Desk(build(place, clock, "Sokha"), clock) for place in places)
        assert desk.bootcamp
        yield desk, door
        for one in (desk, door):
            one.app.database.close()
