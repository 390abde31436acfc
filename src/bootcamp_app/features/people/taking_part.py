"""A person across bootcamps, and the colleague who came in their place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.people import listing
from bootcamp_app.features.people.merged import ids_of_one
from bootcamp_app.features.people.person_views import PartTaken, PersonSubstituted
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import Participant, PersonAdded, PersonChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Enrolled = Callable[[Work, Sequence[str]], None]
    Told = Callable[[Session, Sequence[str]], dict[str, Sentence]]

_OF_THE_SEAT = ("role", "team", "sector", "province", "district")
"""What a colleague takes over who says nothing else."""


class TakingPart:
    """In which bootcamps people take part, and who came for whom.

    `enrolled` gives badges inside the transaction, `told` says what later rooms know of a part.
    """

    def __init__(
        self, database: Database, clock: Clock, enrolled: Enrolled, told: Sequence[Told] = ()
    ) -> None:
        self._database = database
        self._clock = clock
        self._enrolled = enrolled
        self._told = told

    def of(self, person_id: str) -> list[PartTaken]:
        """Give a person's bootcamps, the newest first."""
        with self._database.read() as reader:
            rows = reader.execute(
                select(ParticipationRow, OrganisationRow, BootcampRow)
                .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
                .outerjoin(BootcampRow, BootcampRow.id == ParticipationRow.bootcamp_id)
                .where(ParticipationRow.person_id.in_(ids_of_one(reader, person_id)))
            ).all()
            parts = [_part(reader, row) for row in rows]
            facts = [tell(reader, [one.participation_id for one in parts]) for tell in self._told]
        told = [
            replace(part, facts=tuple(of_room[key] for of_room in facts if key in of_room))
            for part in parts
            for key in [part.participation_id]
        ]
        return sorted(
            told,
            key=lambda one: (one.starts_on is not None, one.starts_on, one.participation_id),
            reverse=True,
        )

    def substitute(self, first: Participant, nominee: Nominee) -> Participant:
        """Register the colleague who came in place of somebody, who is substituted from now on."""
        if not nominee.text("name_km") and not nominee.text("name_en"):
            raise Refusal("Write the name of the colleague in Khmer, in Latin letters or in both.")
        with self._database.write() as work:
            row = may_be_substituted(work, first)
            registrar = Registrar(work, row.bootcamp_id, self._clock.now())
            person, came = registrar.register(nominee)
            take_the_seat(came, row, nominee)
            self._enrolled(work, [came.id])
            work.announce(PersonAdded(person.id, came.id))
            return stands_in(work, row, came)

    def stand_in(self, first: Participant, came: Participant) -> Participant:
        """Say that somebody who is registered already came in place of another."""
        with self._database.write() as work:
            row = may_be_substituted(work, first)
            other = work.get(ParticipationRow, came.participation_id)
            if other is None or other.bootcamp_id != row.bootcamp_id or other.id == row.id:
                raise Refusal("Choose another person of the same bootcamp, who came instead.")
            if _came_for(work, row, other.id):
                raise Refusal("Each of the two cannot have come for the other. Choose another one.")
            work.announce(PersonChanged(other.person_id))
            return stands_in(work, row, other)


def _came_for(work: Work, row: ParticipationRow, other_id: str) -> bool:
    """Say whether somebody came for another, be it through colleagues between the two."""
    seen: set[str] = set()
    key = row.in_place_of
    while key is not None and key not in seen:
        if key == other_id:
            return True
        seen.add(key)
        between = work.get(ParticipationRow, key)
        key = between.in_place_of if between else None
    return False


def take_the_seat(came: ParticipationRow, row: ParticipationRow, nominee: Nominee) -> None:
    """Give a colleague whom the other comes from and what else goes with the seat."""
    if came.organisation_id is None:
        came.organisation_id = row.organisation_id
    for name in _OF_THE_SEAT:
        if nominee.text(name) in {"", "not_stated"}:
            setattr(came, name, getattr(row, name))


def stands_in(work: Work, row: ParticipationRow, came: ParticipationRow) -> Participant:
    """Say inside somebody's transaction who came in place of whom, and give who came."""
    row.status = "substituted"
    came.in_place_of = row.id
    came.status = "confirmed"
    work.flush()
    work.announce(PersonChanged(row.person_id))
    work.announce(PersonSubstituted(came.person_id, came.id, row.person_id))
    return listing.participants(work, [came.id])[0]


def may_be_substituted(work: Work, first: Participant) -> ParticipationRow:
    """Give the participation of somebody for whom a colleague may come; raises a Refusal."""
    row = work.get(ParticipationRow, first.participation_id)
    if row is None:
        raise Refusal("This person is no longer in the list. Look for them again.")
    if row.status == "substituted" and _name_where(work, ParticipationRow.in_place_of == row.id):
        raise Refusal(
            "A colleague came in place of {name} already. Open the colleague to change that.",
            name=first.name,
        )
    return row


def _part(session: Session, found: Row[Any]) -> PartTaken:
    row, organisation, bootcamp = found
    return PartTaken(
        person_id=row.person_id,
        participation_id=row.id,
        bootcamp_id=row.bootcamp_id,
        title_en=bootcamp.title_en if bootcamp else "",
        title_km=bootcamp.title_km if bootcamp else "",
        starts_on=bootcamp.starts_on if bootcamp else None,
        role=row.role or "",
        organisation_en=(organisation.name_en or "") if organisation else "",
        organisation_km=(organisation.name_km or "") if organisation else "",
        position=row.position or "",
        status=row.status,
        is_walk_in=row.is_walk_in,
        came_for=_name_where(session, ParticipationRow.id == (row.in_place_of or "")),
        stood_in=_name_where(session, ParticipationRow.in_place_of == row.id),
    )


def _name_where(session: Session, where: Any) -> tuple[str, str] | None:  # noqa: ANN401 - a condition
    query = (
        select(PersonRow.name_km, PersonRow.name_en)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(where)
    )
    found = session.execute(query.limit(1)).first()
    return (found[0] or "", found[1] or "") if found else None
