"""Taking in a list of nominees: each row is somebody known, somebody changed or somebody new.

People are never merged by name: equal names are normal. A row is a person of the bootcamp
already when its own id says so, or when names and phone agree, or when names agree and so does
everything that both know (phone, birth, organisation, id), which must be something unless the
list says only names. Each person is taken once a file.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.registrar import Registrar, organisation_keys
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.values import phone_key
from bootcamp_app.features.people.views import ImportResult, PeopleImported, PossibleDuplicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Select

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.nominees import Nominee, Understood
    from bootcamp_app.features.people.service import Enrolled
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]

_STEP = 500
_LONG_ID = 12


class _DryRun(Exception):  # noqa: N818 - ends a dry run, tells nobody
    """What a dry run wanted to see is seen; nothing of it is kept."""


@dataclass(frozen=True)
class Known:
    """Somebody who is in the bootcamp already."""

    person: PersonRow
    row: ParticipationRow
    organisations: frozenset[str]

    def has_names_of(self, nominee: Nominee) -> bool:
        """Say whether no script has two different names."""
        return not any(
            said and known and comparison_key(said) != comparison_key(known)
            for said, known in (
                (nominee.text("name_km"), self.person.name_km),
                (nominee.text("name_en"), self.person.name_en),
            )
        )

    def has_phone_of(self, nominee: Nominee) -> bool:
        """Say whether both have the same telephone."""
        phone = phone_key(nominee.text("phone"))
        return bool(phone) and phone == phone_key(self.person.phone)

    def has_id_of(self, nominee: Nominee) -> bool:
        """Say whether an equal id means this person.

        Offices number each list anew, so a short id needs a name or telephone that agrees; a
        long one, such as Kobo's, is given once.
        """
        is_given_once = len(nominee.text("external_id")) >= _LONG_ID
        return is_given_once or self.has_names_of(nominee) or self.has_phone_of(nominee)

    def is_certainly(self, nominee: Nominee) -> bool:
        """Say whether something besides the names agrees, or nothing else is said at all."""
        organisation = comparison_key(nominee.text("organisation"))
        same = (
            organisation
            if organisation in self.organisations
            else next(iter(self.organisations), "")
        )
        evidence = [
            (phone_key(nominee.text("phone")), phone_key(self.person.phone)),
            (organisation, same),
            (_said(nominee.fields.get("birth_year")), _said(self.person.birth_year)),
            (_said(nominee.fields.get("birth_date")), _said(self.person.birth_date)),
            (nominee.text("external_id"), self.row.external_id),
        ]
        both = [said == known for said, known in evidence if said and known]
        return all(both) if both else all(said == known for said, known in evidence if said)


class Importing:
    """Takes lists into a bootcamp, as a whole or not at all."""

    def __init__(self, database: Database, clock: Clock, enrolled: Enrolled) -> None:
        self._database = database
        self._clock = clock
        self._enrolled = enrolled

    def take_in(
        self,
        bootcamp: Bootcamp,
        understood: Understood,
        *,
        is_dry_run: bool = False,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> ImportResult:
        """Add who is new, change who is different, leave the rest; one act for undo.

        A dry run gives the same answer and changes nothing.
        """
        outcome = _Outcome()
        try:
            with self._database.write() as work:
                registrar = Registrar(work, bootcamp.id, self._clock.now())
                registrar.found(understood.nominees)
                known = _KnownPeople(work, bootcamp)
                outcome.run(understood.nominees, known, registrar, progress)
                self._enrolled(work, outcome.added)
                work.announce(PeopleImported(bootcamp.id, outcome.added))
                if is_dry_run:
                    raise _DryRun
        except _DryRun:
            pass
        return ImportResult(
            rows=len(understood.nominees) + len({fault.row for fault in understood.rejected}),
            created=len(outcome.added),
            updated=outcome.updated,
            unchanged=len(understood.nominees) - len(outcome.added) - outcome.updated,
            possible_duplicates=outcome.duplicates,
            rejected=understood.rejected,
            mapping=understood.mapping,
        )


class _Outcome:
    """What has become of the rows so far."""

    def __init__(self) -> None:
        self.added: list[str] = []
        self.updated = 0
        self.duplicates: list[PossibleDuplicate] = []

    def run(
        self,
        nominees: Sequence[Nominee],
        known: _KnownPeople,
        registrar: Registrar,
        progress: Progress,
    ) -> None:
        """Take in every row; each is somebody known, changed or new afterwards."""
        for done, nominee in enumerate(nominees):
            if done % _STEP == 0:
                progress(done, len(nominees))
            found = known.take(nominee)
            if found is not None:
                self.updated += registrar.update(found.person, found.row, nominee)
            else:
                self._suspect(nominee, known)
                person, row = registrar.register(nominee)
                known.remember(person, row, nominee)
                self.added.append(row.id)
        progress(len(nominees), len(nominees))

    def _suspect(self, nominee: Nominee, known: _KnownPeople) -> None:
        for person_id, why in known.like(nominee):
            self.duplicates.append(PossibleDuplicate(nominee.row, person_id, Sentence(why)))


class _KnownPeople:
    """Those who were in the bootcamp before this file, each to be taken once."""

    def __init__(self, work: Work, bootcamp: Bootcamp) -> None:
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self._by_external_id: dict[str, list[Known]] = defaultdict(list)
        self._taken: set[str] = set()
        self._added: set[str] = set()
        for person, row, organisation in work.execute(_in(bootcamp.id)):
            self._remember(Known(person, row, organisation_keys(organisation)))

    def remember(self, person: PersonRow, row: ParticipationRow, nominee: Nominee) -> None:
        """Know somebody whom this file has just added; no other row of it is the same person."""
        self._added.add(row.id)
        key = comparison_key(nominee.text("organisation"))
        self._remember(Known(person, row, frozenset({key} if key else ())))

    def take(self, nominee: Nominee) -> Known | None:
        """Give the person whom a row is about, where it is certain."""
        with_id = self._by_external_id.get(nominee.text("external_id"), ())
        free_with_id = filter(self._is_free, with_id)
        known = next((one for one in free_with_id if one.has_id_of(nominee)), None)
        if known is None:
            free = [one for one in self._named(nominee) if self._is_free(one)]
            same = [one for one in free if one.is_certainly(nominee)]
            known = next(iter([*same, *(one for one in free if one.has_phone_of(nominee))]), None)
        if known is not None:
            self._taken.add(known.row.id)
        return known

    def like(self, nominee: Nominee) -> Iterator[tuple[str, str]]:
        """Give those who may be the person of a row that was found to be new, and why."""
        with_id = self._by_external_id.get(nominee.text("external_id"), ())
        for known in with_id:
            yield known.person.id, N_("Has the same id. Compare the two and decide.")
        for known in self._named(nominee):
            if known.row.id not in self._taken and known not in with_id:
                yield known.person.id, N_("Has the same name. Compare the two and decide.")

    def _remember(self, known: Known) -> None:
        person = known.person
        for key in {comparison_key(person.name_km or ""), comparison_key(person.name_en or "")}:
            self._by_name[key].append(known)
        if known.row.external_id:
            self._by_external_id[known.row.external_id].append(known)

    def _is_free(self, known: Known) -> bool:
        return known.row.id not in self._taken and known.row.id not in self._added

    def _named(self, nominee: Nominee) -> list[Known]:
        keys = [comparison_key(nominee.text(name)) for name in ("name_km", "name_en")]
        found = {one.row.id: one for key in keys if key for one in self._by_name.get(key, ())}
        return [one for one in found.values() if one.has_names_of(nominee)]


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _in(
    bootcamp_id: str,
) -> Select[tuple[PersonRow, ParticipationRow, OrganisationRow]]:
    return (
        select(PersonRow, ParticipationRow, OrganisationRow)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .order_by(ParticipationRow.id)
    )
