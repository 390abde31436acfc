"""Reading what tells people from each other, for the whole workspace or for a few."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.likeness import Traits, name_of, phone_of_one
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Row
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
    return [_traits(row, frozenset(by_person.get(row[0], ()))) for row in session.execute(query)]


def _traits(row: Row[Any], organisations: frozenset[str]) -> Traits:
    also = row.also_named or ()
    return Traits(
        id=row.id,
        km=_names([row.name_km, *filter(is_khmer, also)]),
        en=_names([row.name_en, *(name for name in also if not is_khmer(name))]),
        phone=phone_of_one(row.phone or ""),
        email=comparison_key(row.email or ""),
        birth_date=row.birth_date,
        birth_year=row.birth_year,
        sex=row.sex or "",
        organisations=organisations,
    )


def _names(texts: Sequence[str | None]) -> tuple[Name, ...]:
    return tuple(name for text in texts if (name := name_of(text or "")))
