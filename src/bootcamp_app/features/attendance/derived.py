"""What follows from the events at the door: who stands how."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from bootcamp_app.features.attendance.rules import in_force, presence_of
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import Event
from bootcamp_app.storage.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from bootcamp_app.features.attendance.views import Presence

COUNTED = ("entry", "exit", "state", "annulment")
"""The kinds of events from which it follows how somebody stands."""

_EVENTS = select(
    AttendanceEventRow.id,
    AttendanceEventRow.kind,
    AttendanceEventRow.session_id,
    AttendanceEventRow.participation_id,
    AttendanceEventRow.at,
    AttendanceEventRow.state,
    AttendanceEventRow.minutes_late,
    AttendanceEventRow.annuls,
).where(AttendanceEventRow.kind.in_(COUNTED))
_OF_PEOPLE = Prepared(
    lambda people: _EVENTS.where(
        AttendanceEventRow.session_id == bindparam("session", ""),
        AttendanceEventRow.participation_id.in_(people),
    )
)


def presences(
    session: Session, session_ids: Sequence[str], participation_id: str | None = None
) -> dict[tuple[str, str], Presence]:
    """Give who stands how, by (session id, participation id); of one person where named."""
    query = _EVENTS.where(AttendanceEventRow.session_id.in_(session_ids))
    if participation_id is not None:
        query = query.where(AttendanceEventRow.participation_id == participation_id)
    events: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in map(event_of, session.execute(query)):
        events[event.session_id, event.participation_id].append(event)
    found = {key: presence_of(of_one) for key, of_one in events.items()}
    return {key: presence for key, presence in found.items() if presence is not None}


def events_of(
    session: Session, session_id: str, people: Sequence[str]
) -> defaultdict[str, list[Event]]:
    """Give what counts, or once did, of these people at a session, by participation id."""
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in map(event_of, _OF_PEOPLE(session.connection(), people, session=session_id)):
        events[event.participation_id].append(event)
    return events


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


def event_of(row: AttendanceEventRow | Row[Any]) -> Event:
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
