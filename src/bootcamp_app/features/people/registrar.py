"""Writing nominees as rows: a person, their participation, their organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.values import sector_of_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.storage.work import Work

PERSON_FIELDS = ("name_km", "name_en", "sex", "birth_year", "birth_date", "phone", "email",
                 "disability")  # fmt: skip
PARTICIPATION_FIELDS = ("role", "position", "sector", "province", "district", "status",
                        "external_id", "registered_at", "note")  # fmt: skip


class Registrar:
    """Writes nominees of one bootcamp as rows, inside somebody's transaction."""

    def __init__(self, work: Work, bootcamp: Bootcamp, clock: Clock) -> None:
        self._work = work
        self._bootcamp = bootcamp
        self._now = clock.now()
        self._organisations: dict[str, OrganisationRow] = {}
        for row in work.scalars(select(OrganisationRow)):
            for name in (row.name_km, row.name_en):
                self._organisations.setdefault(comparison_key(name), row)

    def register(
        self, nominee: Nominee, *, is_walk_in: bool = False
    ) -> tuple[PersonRow, ParticipationRow]:
        """Add a new person and their participation."""
        person = PersonRow(**_known(nominee, PERSON_FIELDS), **_birth_year(nominee))
        row = ParticipationRow(
            person_id=person.id,
            bootcamp_id=self._bootcamp.id,
            is_walk_in=is_walk_in,
            answers=dict(nominee.answers),
            **{"registered_at": self._now, **_known(nominee, PARTICIPATION_FIELDS)},
        )
        self._work.add_all([person, row])
        self._settle(row, nominee)
        return person, row

    def update(self, person: PersonRow, row: ParticipationRow, nominee: Nominee) -> bool:
        """Write what the list says and only that; say whether anything changed."""
        fields = {**_known(nominee, PERSON_FIELDS), **_birth_year(nominee)}
        for name, value in fields.items():
            _set(person, name, value)
        for name, value in _known(nominee, PARTICIPATION_FIELDS).items():
            _set(row, name, value)
        _set(row, "answers", {**row.answers, **nominee.answers})
        self._settle(row, nominee)
        return self._work.is_modified(person) or self._work.is_modified(row)

    def _settle(self, row: ParticipationRow, nominee: Nominee) -> None:
        organisation = self._organisation(nominee)
        if organisation is None:
            return
        _set(row, "organisation_id", organisation.id)
        if nominee.fields.get("sector", "not_stated") == "not_stated" and organisation.kind:
            _set(row, "sector", sector_of_kind(organisation.kind))

    def _organisation(self, nominee: Nominee) -> OrganisationRow | None:
        name = nominee.text("organisation")
        if not name:
            return None
        key = comparison_key(name)
        if key not in self._organisations:
            row = OrganisationRow(**{"name_km" if is_khmer(name) else "name_en": name}, kind="")
            self._work.add(row)
            self._organisations[key] = row
        found = self._organisations[key]
        if kind := nominee.text("organisation_kind"):
            _set(found, "kind", kind)
        return found


def _known(nominee: Nominee, names: Sequence[str]) -> dict[str, Any]:
    """Give the fields that the list has; an empty cell takes nothing away."""
    return {name: value for name in names if (value := nominee.fields.get(name)) not in (None, "")}


def _birth_year(nominee: Nominee) -> dict[str, Any]:
    date_of_birth, age = nominee.fields.get("birth_date"), nominee.fields.get("age")
    if nominee.fields.get("birth_year") or not (date_of_birth or age):
        return {}
    return {"birth_year": date_of_birth.year if date_of_birth else age}


def _set(row: OrganisationRow | ParticipationRow | PersonRow, name: str, value: object) -> None:
    if getattr(row, name) != value:
        setattr(row, name, value)
