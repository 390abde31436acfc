"""Reading what tells people from each other, for the whole workspace or for a few."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.likeness import Traits, name_of, phone_of_one
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.likeness import Name

_COLUMNS = (
    PersonRow.id,
    PersonRow.name_km,
    PersonRow.name_en,
    PersonRow.also_named,
    PersonRow.phone,
    PersonRow.email,
    PersonRow.birth_date,
    PersonRow.birth_year,
    PersonRow.sex,
)


def traits(session: Session, ids: Collection[str] | None = None) -> list[Traits]:
    """Give the traits of these people, or of everybody, the oldest first."""
    query = select(*_COLUMNS).order_by(PersonRow.id)
    offices = select(ParticipationRow.person_id, ParticipationRow.organisation_id).where(
        ParticipationRow.organisation_id.is_not(None)
    )
    if ids is not None:
        query = query.where(PersonRow.id.in_(ids))
        offices = offices.where(ParticipationRow.person_id.in_(ids))
    by_person: dict[str, set[str]] = defaultdict(set)
    for person_id, organisation_id in session.execute(offices):
        by_person[person_id].add(organisation_id)
    found = (dict(row) for row in session.execute(query).mappings())
    return [traits_of(row["id"], row, frozenset(by_person.get(row["id"], ()))) for row in found]


def traits_of(person_id: str, values: Mapping[str, Any], organisations: frozenset[str]) -> Traits:
    """Give the traits of somebody whose columns these are; those that are missing say nothing."""
    also = values.get("also_named") or ()
    return Traits(
        id=person_id,
        km=_names([values.get("name_km"), *filter(is_khmer, also)]),
        en=_names([values.get("name_en"), *(name for name in also if not is_khmer(name))]),
        phone=phone_of_one(values.get("phone") or ""),
        email=comparison_key(values.get("email") or ""),
        birth_date=values.get("birth_date"),
        birth_year=values.get("birth_year"),
        sex=values.get("sex") or "",
        organisations=organisations,
    )


def _names(texts: Sequence[str | None]) -> tuple[Name, ...]:
    return tuple(name for text in texts if (name := name_of(text or "")))
