"""Which rows of a list are about somebody known. No database: rows and people in, who is who out.

People are never merged by name: equal names are normal. A row is a person of the bootcamp
already when its own id says so, or when names and phone agree, or when names agree and so does
everything that both know (phone, birth, organisation, id), which must be something unless the
list says only names. What is surer is decided first for all rows, whatever their order, and
who may be one of several is taken for nobody. Each person is taken once; but rows that were
found to be one person when two were merged stay that person.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.people.named import Line, Named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from bootcamp_app.features.people.compared import Compared
    from bootcamp_app.features.people.known import Known, KnownPeople
    from bootcamp_app.features.people.nominees import Nominee

    Taken = Collection[str]
    Fits = Callable[["_Index", "Sought", Taken], Iterator[Known]]
    Unchanged = Callable[[Nominee, Known], bool]


class Sought(NamedTuple):
    """A row of a list, and what of it is compared."""

    nominee: Nominee
    compared: Compared
    organisation: str
    """The name of whom they come from, as it compares."""


class Recognised(NamedTuple):
    """Who a row is; `is_again` where another row of the list is this person, too."""

    known: Known
    is_again: bool = False


class Recognising:
    """Finds who each row is. `unchanged` says whether a row says nothing new of somebody."""

    def __init__(self, people: KnownPeople, unchanged: Unchanged) -> None:
        self._unchanged = unchanged
        self._here, self._also = _Index(people.here), _Index(people.also)
        self._by_person = people.by_person
        self._taken: set[str] = set()
        self.found: dict[int, Recognised] = {}
        """Who is who, by the number of the row."""

    def choose(self, row: int, person_id: str) -> bool:
        """Take somebody whom a person chose; False where they are gone or taken already."""
        known = self._by_person.get(person_id)
        if known is None or person_id in self._taken:
            return False
        self._take(row, known)
        return True

    def recognise(self, rows: Iterable[Sought]) -> None:
        """Find who these rows are; what was chosen before stays."""
        waiting = list(rows)
        for fits, is_sure in _PASSES if self._here.has_people else ():
            self._pass(waiting, fits, is_sure=is_sure)
            waiting = [sought for sought in waiting if sought.nominee.row not in self.found]
        for sought in waiting if self._also.has_people else ():
            self._recognise_merged(sought)

    def _pass(self, waiting: list[Sought], fits: Fits, *, is_sure: bool) -> None:
        """Take whoever is the only one who fits a row; of rows that fit one, a sure one first."""
        claims: dict[str, list[tuple[Sought, Known]]] = defaultdict(list)
        doubtful = []
        for sought in waiting:
            found = list(islice(fits(self._here, sought, self._taken), 2))
            if len(found) == 1:
                claims[found[0].person_id].append((sought, found[0]))
            elif found:
                doubtful.append(sought)
        for of_one in claims.values():
            same = (one for one in of_one if self._unchanged(one[0].nominee, one[1]))
            is_one = len(of_one) == 1
            claim = of_one[0] if is_one else next(same, of_one[0] if is_sure else None)
            if claim is not None:
                self._take(claim[0].nominee.row, claim[1])
        for sought in doubtful:
            # Whichever of several it is: where the row says nothing new, nothing is written.
            may_be = fits(self._here, sought, self._taken)
            nothing_new = (one for one in may_be if self._unchanged(sought.nominee, one))
            if (known := next(nothing_new, None)) is not None:
                self._take(sought.nominee.row, known)

    def _recognise_merged(self, sought: Sought) -> None:
        """Find the one person who was known by another name or id before a merge."""
        for fits, _ in _PASSES:
            people = list(islice(fits(self._also, sought, ()), 2))
            if len(people) == 1:
                is_again = people[0].person_id in self._taken
                self._take(sought.nominee.row, people[0], is_again=is_again)
            if people:
                return

    def _take(self, row: int, known: Known, *, is_again: bool = False) -> None:
        self._taken.add(known.person_id)
        self.found[row] = Recognised(known, is_again)


class _Index:
    """People by what a row may say of them."""

    def __init__(self, people: Sequence[Known]) -> None:
        self.has_people = bool(people)
        self._named = Named(people)
        self._by_id: dict[str, Line] = {}
        for known in people:
            if key := known.compared.id_key:
                self._by_id.setdefault(key, Line([])).add(known)

    def with_id(self, sought: Sought, taken: Taken) -> Iterator[Known]:
        """Give who has the row's id and its name or telephone."""
        said = sought.compared
        for known in self._with_id(said, taken):
            if said.has_names_of(known.compared) or said.has_phone_of(known.compared):
                yield known

    def with_id_given_once(self, sought: Sought, taken: Taken) -> Iterator[Known]:
        """Give who has the row's id, if it is one that nobody else is given."""
        people = self._with_id(sought.compared, taken)
        if people and sought.compared.has_id_given_once:
            yield from people

    def with_phone(self, sought: Sought, taken: Taken) -> Iterator[Known]:
        """Give who has the row's name and telephone."""
        if phone := sought.compared.phone:
            lines = self._named.namesakes(sought.compared).with_phone(phone)
            for known in _distinct(lines, taken):
                if known.compared.phone == phone:
                    yield known

    def certainly_with_phone(self, sought: Sought, taken: Taken) -> Iterator[Known]:
        """Give who has the row's name and telephone, and of whom nothing else speaks against it."""
        for known in self.with_phone(sought, taken):
            if known.is_certainly(sought.compared, sought.organisation):
                yield known

    def certainly(self, sought: Sought, taken: Taken) -> Iterator[Known]:
        """Give who has the row's name, something more of it, and nothing that differs."""
        said, organisation = sought.compared, sought.organisation
        lines = self._named.namesakes(said).sharing(said, organisation)
        for known in _distinct(lines, taken):
            if known.is_certainly(said, organisation):
                yield known

    def _with_id(self, said: Compared, taken: Taken) -> list[Known]:
        line = self._by_id.get(said.id_key) if said.external_id else None
        return list(_distinct((line,), taken)) if line else []


_PASSES: tuple[tuple[Fits, bool], ...] = (
    (_Index.with_id, True),
    (_Index.with_id_given_once, True),
    (_Index.certainly_with_phone, True),
    (_Index.with_phone, True),
    (_Index.certainly, False),
)
"""What speaks for somebody, the surest first, and whether two rows of which it is so are one."""


def _distinct(lines: Sequence[Line], taken: Taken) -> Iterator[Known]:
    seen: set[str] = set()
    for line in lines:
        for known in line.without(taken):
            if known.person_id not in seen:
                seen.add(known.person_id)
                yield known
