"""Writing nominees as rows: a person, their participation, their organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.values import sector_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.storage.work import Work

PERSON_FIELDS = ("name_km", "name_en", "sex", "birth_year", "birth_date", "phone", "email",
                 "disability")  # fmt: skip
PARTICIPATION_FIELDS = ("role", "position", "sector", "province", "district", "status",
                        "external_id", "registered_at", "note")  # fmt: skip


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

    def found(self, nominees: Iterable[Nominee]) -> None:
        """Make the organisations of a list before its people, who may say less of them."""
        for nominee in nominees:
            self._organisation(nominee)

    def register(
        self, nominee: Nominee, *, is_walk_in: bool = False
    ) -> tuple[PersonRow, ParticipationRow]:
        """Add a new person and their participation."""
        person = PersonRow(**_known(nominee, PERSON_FIELDS), **_year_of_birth(nominee))
        row = ParticipationRow(
            person_id=person.id,
            bootcamp_id=self._bootcamp_id,
            is_walk_in=is_walk_in,
            answers=dict(nominee.answers),
            **{
                "registered_at": self._now,
                "sector": "not_stated",
                **_known(nominee, PARTICIPATION_FIELDS),
            },
        )
        self._work.add_all([person, row])
        self._settle(row, nominee)
        return person, row

    def update(self, person: PersonRow, row: ParticipationRow, nominee: Nominee) -> bool:
        """Write what the list says and only that; say whether anything changed."""
        _set_all(person, {**_year_of_birth(nominee, person), **_known(nominee, PERSON_FIELDS)})
        _set_all(row, _known(nominee, PARTICIPATION_FIELDS))
        _set_all(row, {"answers": {**row.answers, **nominee.answers}})
        self._settle(row, nominee)
        return self._work.is_modified(person) or self._work.is_modified(row)

    def rewrite(
        self, person: PersonRow, row: ParticipationRow, nominee: Nominee, fields: Mapping[str, Any]
    ) -> None:
        """Write single fields as a person has put them, empty ones too."""
        _set_all(person, {name: fields[name] for name in PERSON_FIELDS if name in fields})
        _set_all(row, {name: fields[name] for name in PARTICIPATION_FIELDS if name in fields})
        _set_all(person, _year_of_birth(nominee))
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
        if nominee.text("sector") not in {"", "not_stated"} or not (kind or organisation.kind):
            return
        if kind or is_other or row.sector == "not_stated":
            _set_all(row, {"sector": sector_of_kind(kind or organisation.kind)})

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


def _known(nominee: Nominee, names: Sequence[str]) -> dict[str, Any]:
    """Give the fields that the list has; an empty cell takes nothing away."""
    return {name: value for name in names if (value := nominee.fields.get(name)) not in (None, "")}


def _year_of_birth(nominee: Nominee, person: PersonRow | None = None) -> dict[str, Any]:
    """Give the year that a date or an age says; an age is not exact enough to correct a year."""
    if nominee.fields.get("birth_year"):
        return {}
    if day := nominee.fields.get("birth_date"):
        return {"birth_year": day.year}
    year: int | None = nominee.fields.get("age")
    known = person.birth_year if person else None
    return {} if year is None or (known and abs(known - year) <= 1) else {"birth_year": year}


def _set_all(
    row: OrganisationRow | ParticipationRow | PersonRow, fields: Mapping[str, Any]
) -> None:
    for name, value in fields.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
