"""Who is known before a list is taken in: under which names and ids, and in which bootcamps."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.compared import Compared, compared
from bootcamp_app.features.people.filling import PARTICIPATION_FIELDS, PERSON_FIELDS
from bootcamp_app.features.people.merged import ids_of_those_gone
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.directory import Directory

_OF_PERSON = (*PERSON_FIELDS, "also_named")
_PERSON = tuple(getattr(PersonRow, name) for name in _OF_PERSON)
_NONE = frozenset[str]()
_TAKING_PART = ("organisation_id", "answers", *PARTICIPATION_FIELDS)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is known; in other bootcamps only where `participation_id` is empty."""

    person_id: str
    participation_id: str
    compared: Compared
    organisations: frozenset[str]
    """The names of whom they come from, as they compare."""
    offices: frozenset[str]
    """The ids of whom they come from, in any bootcamp."""
    values: Mapping[str, Any]

    def is_certainly(self, other: Compared, organisation: str) -> bool:
        """Say whether something besides the names agrees, or nothing else is said at all."""
        both = other.agreements(self.compared)
        if organisation and self.organisations:
            both.append(organisation in self.organisations)
        return all(both) if both else not (organisation or other.says_more_than_names)


@dataclass(frozen=True)
class KnownPeople:
    """Those who were known before a list, the oldest first."""

    here: Sequence[Known]
    also: Sequence[Known]
    """People of this bootcamp again, under names and ids of those who were merged into them."""
    elsewhere: Sequence[Known]

    @property
    def by_person(self) -> dict[str, Known]:
        """Everybody by the person's id."""
        return {one.person_id: one for people in (self.elsewhere, self.here) for one in people}


def known_people(session: Session, bootcamp_id: str, directory: Directory) -> KnownPeople:
    """Give everybody of the workspace, apart by whether they take part in this bootcamp."""
    here = list(_those_here(session, bootcamp_id, directory))
    ids = ids_of_those_gone(session)
    also = [other for one in here for other in _otherwise(one, ids.get(one.participation_id, ()))]
    return KnownPeople(here, also, list(_those_elsewhere(session, here)))


def _those_here(session: Session, bootcamp_id: str, directory: Directory) -> Iterator[Known]:
    columns = [getattr(ParticipationRow, name) for name in _TAKING_PART]
    query = (
        select(PersonRow.id, ParticipationRow.id, *_PERSON, *columns)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .order_by(ParticipationRow.id)
    )
    names = (*_OF_PERSON, *_TAKING_PART)
    for person_id, participation_id, *row in session.execute(query):
        values = dict(zip(names, row, strict=True))
        entry = directory.by_id(values["organisation_id"])
        keys, offices = (entry.keys, frozenset({entry.id})) if entry else (_NONE, _NONE)
        yield Known(person_id, participation_id, compared(values), keys, offices, values)


def _those_elsewhere(session: Session, here: Iterable[Known]) -> Iterator[Known]:
    are_here = {one.person_id for one in here}
    offices: dict[str, set[str]] = defaultdict(set)
    of_somebody = select(ParticipationRow.person_id, ParticipationRow.organisation_id)
    for person_id, organisation_id in session.execute(of_somebody):
        if organisation_id and person_id not in are_here:
            offices[person_id].add(organisation_id)
    query = select(PersonRow.id, *_PERSON).order_by(PersonRow.id)
    for person_id, *row in session.execute(query):
        if person_id not in are_here:
            values = dict(zip(_OF_PERSON, row, strict=True))
            theirs = frozenset(offices.get(person_id, _NONE))
            yield Known(person_id, "", compared(values), _NONE, theirs, values)


def _otherwise(known: Known, ids: Iterable[str]) -> Iterator[Known]:
    """Give somebody under each other name and id that they had before they were merged."""
    also = known.values["also_named"] or ()
    mine = known.compared
    if not also and not ids:
        return
    km = {mine.name_km, *(comparison_key(name) for name in also if is_khmer(name))}
    en = {mine.name_en, *(comparison_key(name) for name in also if not is_khmer(name))}
    for names in product(sorted(km), sorted(en)):
        for external_id in (mine.external_id, *ids):
            other = mine._replace(name_km=names[0], name_en=names[1], external_id=external_id)
            if other != mine:
                yield replace(known, compared=other)
