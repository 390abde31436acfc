"""The people of a bootcamp in the order of one field, as a long table shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, collate, func

from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.listing import searched
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import SECTORS, SEXES, STATUSES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, SQLColumnExpression
    from sqlalchemy.orm import Session

    Order = tuple[str, bool]
    """A field, and whether it ascends."""

_NAMES = (PersonRow.name_km, PersonRow.name_en)
_UNSAID = ("", "not_stated")
_CHOICES = {
    "sex": (PersonRow.sex, SEXES),
    "sector": (ParticipationRow.sector, SECTORS),
    "status": (ParticipationRow.status, STATUSES),
}
_TEXTS = {
    "name_km": PersonRow.name_km,
    "name_en": PersonRow.name_en,
    "province": ParticipationRow.province,
    "phone": PersonRow.phone,
}


def sorted_ids(session: Session, bootcamp_id: str, search: str, order: Order) -> list[str]:
    """Give the participation ids that a search finds, in the order of one field.

    Who says nothing there comes last, whichever way; equal ones follow each other by name.
    """
    field, is_ascending = order
    value = _value(field)
    keys = [_key(session, field), *(_plain(session, name) for name in _NAMES)]
    query = searched(session, bootcamp_id, search)
    if field == "organisation":
        of_row = OrganisationRow.id == ParticipationRow.organisation_id
        query = query.outerjoin(OrganisationRow, of_row)
    query = query.order_by(
        case((value.in_(_UNSAID), 1), else_=0),
        *(key if is_ascending else key.desc() for key in keys),
        ParticipationRow.id,
    )
    return list(session.scalars(query))


def _value(field: str) -> ColumnElement[Any]:
    if field == "organisation":
        names = (OrganisationRow.name_en, OrganisationRow.name_km)
        first, second = names[::-1] if words.language == "km" else names
        return func.coalesce(func.nullif(first, ""), second, "")
    if field in _CHOICES:
        return func.coalesce(_CHOICES[field][0], "")
    return func.coalesce(_TEXTS[field], "")


def _key(session: Session, field: str) -> ColumnElement[Any]:
    if field not in _CHOICES:
        return _plain(session, _value(field))
    column, choices = _CHOICES[field]
    return case({name: place for place, name in enumerate(choices)}, value=column, else_=-1)


def _plain(session: Session, text: SQLColumnExpression[Any]) -> ColumnElement[Any]:
    """Give what sorts: by code point, as both engines can, and without regard to case."""
    folded = func.lower(text)
    on_server = session.connection().dialect.name == "postgresql"
    return collate(folded, "C") if on_server else folded
