"""Who comes without being on a list: registered, given a badge and checked in, in one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.service import checked_in
from bootcamp_app.features.attendance.views import WalkedIn
from bootcamp_app.features.badges.service import Badges, bind_blank
from bootcamp_app.features.people.alike import alike
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.taking_part import (
    may_be_substituted,
    stands_in,
    take_the_seat,
)
from bootcamp_app.features.people.views import PersonAdded, PersonChanged

if TYPE_CHECKING:
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.features.people.person_views import Alike
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

MOST_ALIKE = 3


@dataclass(frozen=True)
class Arrival:
    """Who stands at the door: somebody new, or somebody known whom `person_id` means.

    Of somebody of this bootcamp already, only what the nominee answers is written.
    """

    nominee: Nominee
    person_id: str = ""
    in_place_of: Participant | None = None
    blank_badge: str = ""
    """The code of a blank badge that they get; a new code is made where none was scanned."""


class WalkIns:
    """Takes people in who are on no list."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def alike(self, bootcamp: Bootcamp, name_km: str, name_en: str) -> list[Alike]:
        """Give the few people, of any bootcamp, who may be the one that is being written down."""
        with self._database.read() as reader:
            return alike(reader, bootcamp.id, (name_km, name_en), MOST_ALIKE)

    def take_in(self, session: Session, arrival: Arrival) -> WalkedIn:
        """Register, give a badge and check in; all of it is durable when this returns, or nothing.

        Where the session takes nobody now, the person is registered and the scan says why not.
        """
        now = self._clock.now()
        with self._database.write() as work:
            registrar = Registrar(work, session.bootcamp_id, now)
            row, is_new = _registered(work, registrar, session.bootcamp_id, arrival)
            if arrival.blank_badge:
                bind_blank(work, row.id, arrival.blank_badge, now)
            elif is_new:
                Badges.give(work, [row.id])
            if arrival.in_place_of is not None:
                newly = arrival.nominee if is_new else None
                _substitute(work, row, arrival.in_place_of, newly)
            work.flush()
            scan = checked_in(work, session, row.id, now)
            [person] = participants(work, [row.id])
            came = WalkedIn(person, scan, work.act, is_new)
            work.announce(came)
        return came


def _registered(
    work: Work, registrar: Registrar, bootcamp_id: str, arrival: Arrival
) -> tuple[ParticipationRow, bool]:
    """Give the participation, and whether it is new."""
    nominee = arrival.nominee
    if arrival.person_id:
        person = work.get(PersonRow, arrival.person_id)
        if person is None:
            raise Refusal("This person is no longer in the list. Look for them again.")
        if (row := _part_in(work, person.id, bootcamp_id)) is not None:
            _answer(registrar, person, row, nominee)
            work.announce(PersonChanged(person.id))
            return row, False
        row = registrar.enrol(person.id, nominee, is_walk_in=True)
        _as_before(work, row, nominee)
    else:
        if not nominee.text("name_km") and not nominee.text("name_en"):
            raise Refusal("A person needs a name. Give it in Khmer, in Latin letters or in both.")
        person, row = registrar.register(nominee, is_walk_in=True)
    work.flush()
    work.announce(PersonAdded(person.id, row.id))
    return row, True


def _part_in(work: Work, person_id: str, bootcamp_id: str) -> ParticipationRow | None:
    query = select(ParticipationRow).where(
        ParticipationRow.person_id == person_id, ParticipationRow.bootcamp_id == bootcamp_id
    )
    return work.scalars(query.order_by(ParticipationRow.id)).first()


def _answer(
    registrar: Registrar, person: PersonRow, row: ParticipationRow, nominee: Nominee
) -> None:
    answers = {f"{CUSTOM}{name}": text for name, text in nominee.answers.items() if text}
    if answers:
        registrar.rewrite(person, row, nominee, answers)


def _as_before(work: Work, row: ParticipationRow, nominee: Nominee) -> None:
    """Have somebody of another bootcamp come from where they came last, unless they say else."""
    query = (
        select(ParticipationRow)
        .where(ParticipationRow.person_id == row.person_id, ParticipationRow.id != row.id)
        .order_by(ParticipationRow.id.desc())
    )
    if (last := work.scalars(query).first()) is None:
        return
    same = row.organisation_id in (None, last.organisation_id)
    if same:
        row.organisation_id = last.organisation_id
        for name in ("position", "sector", "province", "district"):
            if nominee.text(name) in {"", "not_stated"}:
                setattr(row, name, getattr(last, name))


def _substitute(
    work: Work, row: ParticipationRow, first: Participant, newly: Nominee | None
) -> None:
    seat = may_be_substituted(work, first)
    if seat.bootcamp_id != row.bootcamp_id or seat.id == row.id or seat.in_place_of == row.id:
        raise Refusal("Choose the colleague of this bootcamp who was expected and did not come.")
    if newly is not None:
        take_the_seat(row, seat, newly)
    stands_in(work, seat, row)
