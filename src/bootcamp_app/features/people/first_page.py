"""The first people of a long list, before all who are in it have been found and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import false, func, or_, select

from bootcamp_app.features.people import listing
from bootcamp_app.features.people.listing import matches, says, weight, words_of
from bootcamp_app.features.people.sorting import in_order, plain
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.filters import Look

MANY = 8000
"""So many are sorted in a few milliseconds; of more the first are met soon on the way by name."""
_BY_NAME = "name_km"


@dataclass(frozen=True)
class _Word:
    """A word of a search, whether people and organisations hold it, and how many that finds."""

    word: str
    is_of_people: bool
    is_of_organisations: bool
    number: int


def first_ids(session: Session, bootcamp_id: str, look: Look, limit: int) -> list[str]:
    """Give the first participation ids that `sorted_ids` would give."""
    weighed = _by_rarity(session, look.search)
    if weighed and not weighed[0].number:
        return []
    is_by_name = look.order[0] == _BY_NAME
    if is_by_name and _is_long(session, bootcamp_id, look, weighed):
        return _walked(session, bootcamp_id, look, limit)
    query = _found(session, bootcamp_id, look, weighed, needs_people=True)
    return list(session.scalars(in_order(session, query, look.order).limit(limit)))


def number(session: Session, bootcamp_id: str, look: Look) -> int:
    """Give how many people every word of the search finds and the filter lets by."""
    weighed = _by_rarity(session, look.search)
    if not weighed and look.wanted.is_empty:
        return listing.count(session, bootcamp_id)
    needs_people = len(weighed) > 1 or not look.wanted.is_empty
    found = _found(session, bootcamp_id, look, weighed, needs_people=needs_people).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def _by_rarity(session: Session, search: str) -> list[_Word]:
    weighed = [_weighed(session, word) for word in words_of(search)]
    return sorted(weighed, key=lambda one: one.number)


def _weighed(session: Session, word: str) -> _Word:
    people, organisations = weight(session, word, MANY + 1)
    if people + organisations > MANY:
        return _Word(word, True, True, MANY + 1)  # noqa: FBT003 - counting ended too early to know
    if not organisations:
        return _Word(word, bool(people), False, people)  # noqa: FBT003 - as named above
    _people, named = matches(session, word)
    theirs = select(ParticipationRow.id).where(ParticipationRow.organisation_id.in_(named))
    some = theirs.limit(MANY + 1).subquery()
    of_them = session.scalar(select(func.count()).select_from(some)) or 0
    return _Word(word, bool(people), True, people + of_them)  # noqa: FBT003 - as named above


def _is_long(session: Session, bootcamp_id: str, look: Look, weighed: list[_Word]) -> bool:
    """Say whether so many are found that they are not sorted for the sake of the first."""
    if weighed or look.wanted.is_empty:
        return all(one.number > MANY for one in weighed)
    some = listing.searched(session, bootcamp_id, "", look.wanted).limit(MANY + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > MANY


def _found(
    session: Session, bootcamp_id: str, look: Look, weighed: list[_Word], *, needs_people: bool
) -> Select[tuple[str]]:
    """Give the query that finds those of the rarest word and looks at each for the others."""
    if not weighed:
        return listing.searched(session, bootcamp_id, "", look.wanted)
    query = select(ParticipationRow.id)
    if needs_people:
        query = query.join(PersonRow, PersonRow.id == ParticipationRow.person_id)
    people, organisations = matches(session, weighed[0].word)
    arms = [ParticipationRow.person_id.in_(people)] if weighed[0].is_of_people else []
    if weighed[0].is_of_organisations:
        arms.append(ParticipationRow.organisation_id.in_(organisations))
    others = (says(session, one.word) for one in weighed[1:])
    conditions = look.wanted.conditions()
    return query.where(_is_in(bootcamp_id), or_(false(), *arms), *others, *conditions)


def _is_in(bootcamp_id: str) -> ColumnElement[bool]:
    # As an expression it has no index: of 100,000 people only those found are looked at.
    return ParticipationRow.bootcamp_id.concat("") == bootcamp_id


def _walked(session: Session, bootcamp_id: str, look: Look, limit: int) -> list[str]:
    """Go through the people by name, and stop as soon as enough have been met."""
    query = walk(session, bootcamp_id, look)
    found: list[str] = []
    for part in (PersonRow.name_km > "", PersonRow.name_km == ""):
        if len(found) < limit:
            found += session.scalars(query.where(part).limit(limit - len(found)))
    return found


def walk(session: Session, bootcamp_id: str, look: Look) -> Select[tuple[str]]:
    """Give the query that goes through the people by name, and looks at each."""
    names = (plain(session, name) for name in (PersonRow.name_km, PersonRow.name_en))
    return (
        select(ParticipationRow.id)
        .select_from(PersonRow)
        # As an expression it has no index: people are gone through, not participations.
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id.concat(""))
        .where(
            _is_in(bootcamp_id),
            *(says(session, word) for word in words_of(look.search)),
            *look.wanted.conditions(),
        )
        .order_by(*(name if look.order[1] else name.desc() for name in names), ParticipationRow.id)
    )
