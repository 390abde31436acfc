"""Who is known already and may be the one who is being written down, while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.likeness import Traits, has_like_name, likeness_score, name_of
from bootcamp_app.features.people.person_views import Alike
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.traits import traits
from bootcamp_app.storage.search import some_with

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SHORTEST = 3
_WHOLE, _PART = 40, 60
"""So many who have all words of a name are compared, and so many who have one of them."""


def alike(session: Session, bootcamp_id: str, names: tuple[str, str], most: int) -> list[Alike]:
    """Give people of any bootcamp called like this (Khmer, Latin), the likeliest first."""
    name_km, name_en = (name_of(name) for name in names)
    typed = Traits("", (name_km,) if name_km else (), (name_en,) if name_en else ())
    have_all, have_some = set[str](), set[str]()
    for name in names:
        keys = [key for word in name.split() if len(key := comparison_key(word)) >= _SHORTEST]
        have_all |= _who_have(session, keys, _WHOLE)
        if len(keys) > 1:
            have_some |= {one for key in keys for one in _who_have(session, [key], _PART)}
    scored = [
        (likeness_score(typed, one), one.id in have_all, one.id)
        for one in traits(session, have_all | have_some)
        if one.id in have_all or has_like_name(typed, one)
    ]
    ranked = sorted(scored, key=lambda one: (-one[0], not one[1], one[2]))
    return _views(session, bootcamp_id, [person_id for _, _, person_id in ranked[:most]])


def _who_have(session: Session, keys: list[str], most: int) -> set[str]:
    if not keys:
        return set()
    taking_part = some_with(session.connection(), ParticipationRow.__tablename__, keys, most)
    theirs = select(ParticipationRow.person_id).where(ParticipationRow.id.in_(taking_part))
    return set(session.scalars(theirs))


def _views(session: Session, bootcamp_id: str, ids: list[str]) -> list[Alike]:
    query = (
        select(PersonRow, ParticipationRow, OrganisationRow)
        .outerjoin(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
        .where(PersonRow.id.in_(ids))
        .order_by(ParticipationRow.id)
    )
    found: dict[str, Alike] = {}
    for person, part, organisation in session.execute(query):
        is_here = part is not None and part.bootcamp_id == bootcamp_id
        if person.id in found and found[person.id].participation_id:
            continue
        found[person.id] = Alike(
            person_id=person.id,
            participation_id=part.id if is_here else "",
            name_km=person.name_km or "",
            name_en=person.name_en or "",
            organisation_km=(organisation.name_km or "") if organisation else "",
            organisation_en=(organisation.name_en or "") if organisation else "",
            phone=person.phone or "",
            status=part.status if is_here else "",
        )
    return [found[one] for one in ids if one in found]
