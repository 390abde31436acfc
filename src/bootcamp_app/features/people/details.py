"""Everything that is known of one person, as a form shows it and `People.change` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.filling import PARTICIPATION_FIELDS, PERSON_FIELDS
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def details(session: Session, participation_id: str) -> dict[str, Any]:
    """Give every field by its name on the command line, as it is kept."""
    row = session.get(ParticipationRow, participation_id)
    person = session.get(PersonRow, row.person_id) if row else None
    if row is None or person is None:
        raise Refusal("This person is no longer in the list. Close the form and look again.")
    organisation = session.get(OrganisationRow, row.organisation_id or "")
    names = (organisation.name_en, organisation.name_km) if organisation else ("", "")
    return {
        **{name: getattr(person, name) for name in PERSON_FIELDS},
        **{name: getattr(row, name) for name in PARTICIPATION_FIELDS},
        "organisation": in_words(*names),
        "organisation_kind": organisation.kind if organisation else "",
        **{f"{CUSTOM}{name}": answer for name, answer in row.answers.items()},
    }


def known(session: Session, person_id: str) -> dict[str, Any]:
    """Give every field of somebody, as of the bootcamp that they took part in last."""
    taking_part = select(ParticipationRow.id).where(ParticipationRow.person_id == person_id)
    latest = session.scalars(taking_part.order_by(ParticipationRow.id.desc())).first()
    return details(session, latest or "")
