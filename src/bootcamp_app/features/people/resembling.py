"""Who may be the person of a row that is nobody known for certain. No database.

The judgement is that of who is who: the same likeness, told in the same words. Only those are
looked at who share an id, a telephone, an e-mail address or the letters of a name, or who sound
alike and share the organisation or the year of birth; and of each, the first few.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.likeness import SHORTEST_PHONE, STRONG, likeness
from bootcamp_app.features.people.traits import traits_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from bootcamp_app.features.people.compared import Compared
    from bootcamp_app.features.people.likeness import Likeness, Traits

_MOST_ALIKE = 5
"""More people of one name than these would help nobody to decide."""
_SAME_ID = Sentence("Has the same id. Compare the two and decide.")
_SAME_NAME = Sentence("Has the same name. Compare the two and decide.")
_FIRST = 1000
_UNHEARD = re.compile(r"[aeiouyhw'\u17b6-\u17d3]+")
_TWICE = re.compile(r"(.)\1+")


class Somebody(NamedTuple):
    """A person, or a row of a list, as it is compared with others."""

    person_id: str
    compared: Compared
    offices: frozenset[str]
    """The ids of the organisations that they come from."""
    values: Mapping[str, Any]


class Perhaps(NamedTuple):
    """Somebody who may be the one looked for, how likely (100 is most), and why."""

    person_id: str
    score: int
    why: Sentence


class Resembling:
    """People among whom to look for somebody.

    Of one list, `is_one_list`, the people are colleagues: names that only sound alike say nothing,
    and equal ones are told without a judgement.
    """

    def __init__(self, *, is_one_list: bool = False) -> None:
        self._is_one_list = is_one_list
        self._by_id: dict[str, list[Somebody]] = {}
        self._by_key: dict[Hashable, list[Somebody]] = {}
        self._traits: dict[str, Traits] = {}

    def add(self, one: Somebody) -> None:
        """Have somebody be found from now on."""
        if key := one.compared.id_key:
            _put(self._by_id, key, one)
        for shared in self._keys(one):
            _put(self._by_key, shared, one)

    def like(self, one: Somebody) -> list[Perhaps]:
        """Give who may be this one, the likeliest first."""
        if not self._by_key:
            return []
        found = self._with_id(one)
        mine, judged = None, 0
        for other in self._sharing(one):
            person_id = other.person_id
            if person_id in found:
                continue
            is_namesake = one.compared.has_names_of(other.compared)
            if is_namesake:
                found[person_id] = Perhaps(person_id, 0, _SAME_NAME)
            is_told = is_namesake and self._is_one_list and not _has_phone(one, other)
            if is_told or judged == _MOST_ALIKE:
                if len(found) >= _MOST_ALIKE:
                    break
                continue
            judged += 1
            mine = mine or _traits(one)
            if (how := likeness(mine, self._traits_of(other))) is not None:
                found[person_id] = Perhaps(person_id, how.score, _why(how))
                if how.score >= STRONG:
                    break
        ranked = sorted(found.values(), key=lambda perhaps: -perhaps.score)
        return ranked[:_MOST_ALIKE]

    def _with_id(self, one: Somebody) -> dict[str, Perhaps]:
        key = one.compared.id_key
        people = self._by_id.get(key, ()) if key else ()
        return {other.person_id: Perhaps(other.person_id, _FIRST, _SAME_ID) for other in people}

    def _sharing(self, one: Somebody) -> Iterator[Somebody]:
        seen: set[str] = set()
        for key in self._keys(one):
            is_by_letters = isinstance(key, str)
            for other in self._by_key.get(key, ()):
                if is_by_letters and not _is_named_as(one.compared, other.compared):
                    continue
                if other.person_id not in seen:
                    seen.add(other.person_id)
                    yield other

    def _keys(self, one: Somebody) -> Iterator[Hashable]:
        """Give what of somebody others may share, what says most first."""
        said = one.compared
        if len(said.phone) >= SHORTEST_PHONE:
            yield "phone", said.phone
        if email := one.values.get("email"):
            yield "email", comparison_key(email)
        names = [name for name in (said.name_km, said.name_en) if name]
        if not self._is_one_list:
            for shared in (*one.offices, *((said.year,) if said.year else ())):
                for name in names:
                    yield _sound(name), shared
        yield from names if self._is_one_list else map(_letters, names)

    def _traits_of(self, other: Somebody) -> Traits:
        if other.person_id not in self._traits:
            self._traits[other.person_id] = _traits(other)
        return self._traits[other.person_id]


def _put(people: dict[Any, list[Somebody]], key: Hashable, one: Somebody) -> None:
    there = people.get(key)
    if there is None:
        people[key] = [one]
    elif len(there) < _MOST_ALIKE:
        there.append(one)


def _traits(one: Somebody) -> Traits:
    values = {**one.values, "birth_year": one.compared.year or None}
    return traits_of(one.person_id, values, one.offices)


def _has_phone(one: Somebody, other: Somebody) -> bool:
    return one.compared.has_phone_of(other.compared)


def _why(how: Likeness) -> Sentence:
    return Sentence("{reasons}. Compare the two and decide.", reasons=how)


def _is_named_as(one: Compared, other: Compared) -> bool:
    """Say whether a name is the same, whichever part comes first: many have the same letters."""
    return any(
        mine == theirs or (len(mine) == len(theirs) and mine in theirs + theirs)
        for mine, theirs in zip(one[:2], other[:2], strict=True)
        if mine and theirs
    )


@lru_cache(maxsize=8192)
def _letters(name: str) -> str:
    """Give what a name shares with itself in another order."""
    return "".join(sorted(name))


@lru_cache(maxsize=8192)
def _sound(name: str) -> str:
    """Give the consonants of a name, whichever part comes first; most slips leave them alone."""
    return "".join(sorted(_TWICE.sub(r"\1", _UNHEARD.sub("", name))))
