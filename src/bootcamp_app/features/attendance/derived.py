"""What follows from the events at the door: holders of a code, and who stands how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.rules import Holder, in_force, presence_of
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import Event
from bootcamp_app.features.badges.service import badges_with
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.people.questions import asked_at_door
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.attendance.views import Presence

_COUNTED = ("entry", "exit", "state", "annulment")


def holders_of(session: Session, code: str) -> dict[str, Holder]:
    """Give everybody who has or had this code, by participation id."""
    holders = {}
    for badge in badges_with(session, code):
        # A blank badge from the stock is nobody's until it is bound.
        key = badge.participation_id
        row = session.get(ParticipationRow, key) if key else None
        if row is not None:
            holders[row.id] = _holder(session, row, is_replaced=badge.replaced_at is not None)
    return holders


def found_by_name(session: Session, participation_id: str) -> dict[str, Holder]:
    """Give one person as the holder of whatever badge they have; nobody where they are gone."""
    row = session.get(ParticipationRow, participation_id)
    return {row.id: _holder(session, row)} if row else {}


def presences(
    session: Session, session_ids: Sequence[str], participation_id: str | None = None
) -> dict[tuple[str, str], Presence]:
    """Give who stands how, by (session id, participation id); of one person where named."""
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.session_id.in_(session_ids), AttendanceEventRow.kind.in_(_COUNTED)
    )
    if participation_id is not None:
        query = query.where(AttendanceEventRow.participation_id == participation_id)
    events: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in map(event_of, session.scalars(query)):
        events[event.session_id, event.participation_id].append(event)
    found = {key: presence_of(of_one) for key, of_one in events.items()}
    return {key: presence for key, presence in found.items() if presence is not None}


def is_in_force(session: Session, row: AttendanceEventRow) -> bool:
    """Say whether an event still counts, that is, was not annulled."""
    return row.id in ids_in_force(session, row.session_id, [row.participation_id])


def ids_in_force(
    session: Session, session_id: str | None, people: Sequence[str | None]
) -> set[str]:
    """Give the ids of the events of these people at a session that were not annulled."""
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.session_id == session_id,
        AttendanceEventRow.participation_id.in_(people),
    )
    return {event.id for event in in_force(map(event_of, session.scalars(query)))}


def _holder(session: Session, row: ParticipationRow, *, is_replaced: bool = False) -> Holder:
    must, may = _open_questions(session, row)
    return Holder(
        bootcamp_id=row.bootcamp_id,
        status=row.status,
        open_questions=must,
        also_asked=may,
        is_replaced=is_replaced,
        role=row.role,
        team=row.team or "",
    )


def _open_questions(
    session: Session, row: ParticipationRow
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what must be answered before somebody is let in, and what is asked besides."""
    # Either may come later than the participation when laptops are merged.
    bootcamp = session.get(BootcampRow, row.bootcamp_id)
    named = tuple(bootcamp.asked_at_door or ()) if bootcamp else ()
    own = asked_at_door(session, row.bootcamp_id, row.answers)
    if not named and not own:
        return (), ()
    person = session.get(PersonRow, row.person_id)
    is_open = {name: not _answer(person, row, name) for name in named if name not in own}
    is_open |= {name: not asked.is_answered for name, asked in own.items()}
    needed = dict.fromkeys([*named, *(name for name, asked in own.items() if asked.is_required)])
    may = (name for name in own if name not in needed)
    return tuple(name for name in needed if is_open[name]), tuple(filter(is_open.get, may))


def _answer(person: PersonRow | None, row: ParticipationRow, name: str) -> object:
    column = {"organisation": "organisation_id"}.get(name, name)
    given = row.answers.get(name.partition(":")[2])  # custom:NAME
    value = getattr(person, column, None) or getattr(row, column, None) or given
    return None if value == "not_stated" else value


def event_of(row: AttendanceEventRow) -> Event:
    """Give an event as the rules judge it."""
    return Event(
        id=row.id,
        kind=row.kind,
        session_id=row.session_id or "",
        participation_id=row.participation_id or "",
        at=row.at,
        state=row.state,
        minutes_late=row.minutes_late,
        annuls=row.annuls,
    )
