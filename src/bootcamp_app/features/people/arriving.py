"""Who comes to the door without being on the list: registered inside somebody's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.taking_part import may_be_substituted, stands_in, take_the_seat
from bootcamp_app.features.people.views import PersonAdded, PersonChanged

if TYPE_CHECKING:
    from datetime import datetime

    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.features.people.views import Arrival, Participant
    from bootcamp_app.storage.work import Work


def arrive(work: Work, bootcamp_id: str, arrival: Arrival, now: datetime) -> tuple[str, bool]:
    """Register who stands at the door; give the participation's id, and whether it is new."""
    registrar = Registrar(work, bootcamp_id, now)
    row, is_new = _registered(work, registrar, bootcamp_id, arrival)
    if arrival.in_place_of is not None:
        _substitute(work, row, arrival.in_place_of, arrival.nominee if is_new else None)
    return row.id, is_new


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
