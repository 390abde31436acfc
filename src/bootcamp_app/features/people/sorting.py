"""The people of a bootcamp in the order of one field, as a long table shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func

from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.listing import hits, searched
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import ORGANISATION_KINDS, SECTORS, SEXES, STATUSES
from bootcamp_app.storage.engines import by_code_point

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, SQLColumnExpression
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.filters import Look

_NAMES = (PersonRow.name_km, PersonRow.name_en)
_UNSAID = ("", "not_stated")
_CHOICES = {
    "sex": (PersonRow.sex, SEXES),
    "sector": (ParticipationRow.sector, SECTORS),
    "status": (ParticipationRow.status, STATUSES),
    "organisation_kind": (OrganisationRow.kind, ORGANISATION_KINDS),
}
_TEXTS = {
    "name_km": PersonRow.name_km,
    "name_en": PersonRow.name_en,
    "province": ParticipationRow.province,
    "district": ParticipationRow.district,
    "phone": PersonRow.phone,
    "email": PersonRow.email,
    "position": ParticipationRow.position,
    "role": ParticipationRow.role,
    "team": ParticipationRow.team,
    "note": ParticipationRow.note,
    "disability": PersonRow.disability,
}
SORTED_BY = ("organisation", "birth_year", *_TEXTS, *_CHOICES)
"""The fields by which people can be sorted."""
_OF_ORGANISATIONS = ("organisation", "organisation_kind")
BY_NAME = "name_km"
"""The order in which the search itself stands."""


def sorted_ids(session: Session, bootcamp_id: str, look: Look) -> list[str]:
    """Give the participation ids that a look finds, in the order of one field.

    Who says nothing there comes last, whichever way; equal ones follow each other by name.
    """
    field, is_ascending = look.order
    if field == BY_NAME and look.wanted.is_empty:
        return hits(session, bootcamp_id, look.search).first(None, is_ascending=is_ascending)
    query = searched(session, bootcamp_id, look.search, look.wanted)
    return list(session.scalars(in_order(session, query, look.order)))


def in_order(
    session: Session, query: Select[tuple[str]], order: tuple[str, bool]
) -> Select[tuple[str]]:
    """Give a query of `searched` in the order of a field."""
    field, is_ascending = order
    value = _value(field)
    keys = [_key(session, field), *(plain(session, name) for name in _NAMES)]
    if field in _OF_ORGANISATIONS:
        of_row = OrganisationRow.id == ParticipationRow.organisation_id
        query = query.outerjoin(OrganisationRow, of_row)
    unsaid = value.is_(None) if field == "birth_year" else value.in_(_UNSAID)
    return query.order_by(
        case((unsaid, 1), else_=0),
        *(key if is_ascending else key.desc() for key in keys),
        ParticipationRow.id,
    )


def _value(field: str) -> ColumnElement[Any]:
    if field == "organisation":
        names = (OrganisationRow.name_en, OrganisationRow.name_km)
        first, second = names[::-1] if words.language == "km" else names
        return func.coalesce(func.nullif(first, ""), second, "")
    if field in _CHOICES:
        return func.coalesce(_CHOICES[field][0], "")
    if field == "birth_year":
        return PersonRow.birth_year.expression
    return func.coalesce(_TEXTS[field], "")


def _key(session: Session, field: str) -> SQLColumnExpression[Any]:
    if field == "birth_year":
        return _value(field)
    if field == "name_km":
        return plain(session, PersonRow.name_km)
    if field not in _CHOICES:
        return plain(session, _value(field))
    column, choices = _CHOICES[field]
    return case({name: place for place, name in enumerate(choices)}, value=column, else_=-1)


def plain(session: Session, text: SQLColumnExpression[Any]) -> SQLColumnExpression[Any]:
    """Give what sorts: by code point, as both engines can, and without regard to Latin case."""
    sorts = by_code_point(session.connection(), text)
    # Khmer knows no case.
    return sorts if text is PersonRow.name_km else func.lower(sorts)
