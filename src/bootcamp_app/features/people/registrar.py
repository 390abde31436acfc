"""Writing nominees as rows: a person, their participation, their organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.filling import (
    PARTICIPATION_FIELDS,
    PERSON_FIELDS,
    birth,
    participation_values,
    person_values,
    sector_by_kind,
)
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.storage.work import Work


class Registrar:
    """Writes nominees of one bootcamp as rows, inside somebody's transaction."""

    def __init__(self, work: Work, bootcamp_id: str, now: datetime) -> None:
        self._work = work
        self._bootcamp_id = bootcamp_id
        self._now = now
        self._organisations: dict[str, OrganisationRow] = {}
        for row in work.scalars(select(OrganisationRow).order_by(OrganisationRow.id)):
            for key in organisation_keys(row):
                self._organisations.setdefault(key, row)

    def register(
        self, nominee: Nominee, *, is_walk_in: bool = False
    ) -> tuple[PersonRow, ParticipationRow]:
        """Add a new person and their participation."""
        person = PersonRow(**person_values(nominee))
        self._work.add(person)
        return person, self.enrol(person.id, nominee, is_walk_in=is_walk_in)

    def enrol(
        self, person_id: str, nominee: Nominee, *, is_walk_in: bool = False
    ) -> ParticipationRow:
        """Add the participation of somebody who is known."""
        row = ParticipationRow(
            person_id=person_id,
            bootcamp_id=self._bootcamp_id,
            is_walk_in=is_walk_in,
            **participation_values(nominee, self._now),
        )
        self._work.add(row)
        self._settle(row, nominee)
        return row

    def rewrite(
        self, person: PersonRow, row: ParticipationRow, nominee: Nominee, fields: Mapping[str, Any]
    ) -> None:
        """Write single fields as a person has put them, empty ones too."""
        known_day = fields.get("birth_date", person.birth_date)
        _set_all(person, {name: fields[name] for name in PERSON_FIELDS if name in fields})
        _set_all(row, {name: fields[name] for name in PARTICIPATION_FIELDS if name in fields})
        _set_all(person, birth(nominee, None, known_day))
        if person.birth_date:
            _set_all(person, {"birth_year": person.birth_date.year})
        custom = [name for name in fields if name.startswith(CUSTOM)]
        answers = {name.removeprefix(CUSTOM): fields[name] for name in custom}
        _set_all(row, {"answers": {**row.answers, **answers}})
        if "organisation" in fields and not fields["organisation"]:
            _set_all(row, {"organisation_id": None})
        present = self._work.get(OrganisationRow, row.organisation_id or "")
        self._settle(row, nominee, present if "organisation_kind" in fields else None)

    def _settle(
        self, row: ParticipationRow, nominee: Nominee, present: OrganisationRow | None = None
    ) -> None:
        """Bind to the organisation; where nobody says the sector, its kind does."""
        organisation = self._organisation(nominee) or present
        if organisation is None:
            return
        if kind := nominee.text("organisation_kind"):
            _set_all(organisation, {"kind": kind})
        is_other = row.organisation_id != organisation.id
        _set_all(row, {"organisation_id": organisation.id})
        _set_all(row, sector_by_kind(nominee, organisation.kind, row.sector, is_other=is_other))

    def _organisation(self, nominee: Nominee) -> OrganisationRow | None:
        name = nominee.text("organisation")
        key = comparison_key(name)
        if not key:
            return None
        if key not in self._organisations:
            row = OrganisationRow(**{"name_km" if is_khmer(name) else "name_en": name}, kind="")
            self._work.add(row)
            self._organisations[key] = row
        found = self._organisations[key]
        if kind := nominee.text("organisation_kind"):
            _set_all(found, {"kind": kind})
        return found


def organisation_keys(row: OrganisationRow | None) -> frozenset[str]:
    """Give the names of an organisation as they compare."""
    names = (row.name_km, row.name_en, *(row.also_named or ())) if row else ()
    return frozenset(key for name in names if (key := comparison_key(name or "")))


def _set_all(
    row: OrganisationRow | ParticipationRow | PersonRow, fields: Mapping[str, Any]
) -> None:
    for name, value in fields.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
