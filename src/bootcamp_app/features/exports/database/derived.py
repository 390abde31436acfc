"""How everybody stands to every session, as every figure of the program counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.derived import presences
from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.bootcamps.service import bootcamp_view, session_view
from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.exports.database.described import Column, fact, refers
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session

    Someone = tuple[str, str, str, str, str]
    """Ids of the participation and the person; status, role and team."""

ATTENDANCE = "attendance"
MEANING = N_(
    "How people stand to the sessions that have begun, one row each, as the program counts it"
)
COLUMNS: tuple[Column, ...] = (
    refers("session_id", "sessions"),
    refers("participation_id", "participations"),
    refers("person_id", "people"),
    refers("bootcamp_id", "bootcamps"),
    fact("state", N_("present, late, excused, absent or not_yet")),
    fact("is_present", N_("1 where the state is present or late, else 0")),
    fact("at", N_("When the person came, or when the state was set")),
    fact("minutes_late", N_("How late the person came"), N_("Minutes")),
    fact("hours", N_("The hours of the session, where the person was there"), N_("hours")),
    refers("event_id", "attendance_events", N_("The event that decides")),
)
TYPES = {"is_present": "BOOLEAN", "at": "DATETIME", "minutes_late": "INTEGER", "hours": "REAL"}


def attendance(reading: Reading, now: datetime) -> Iterator[list[Any]]:
    """Give the rows, session by session; nothing is held longer than a bootcamp's people."""
    for row in reading.scalars(select(BootcampRow).order_by(BootcampRow.starts_on)).all():
        bootcamp = bootcamp_view(row)
        people = _people(reading, bootcamp.id)
        sessions = select(SessionRow).where(SessionRow.bootcamp_id == bootcamp.id)
        for one in reading.scalars(sessions.order_by(SessionRow.starts_at)).all():
            yield from _of_session(reading, session_view(one, bootcamp.zone), people, now)


def most_rows(reading: Reading) -> int:
    """Give how many rows there may be at most, which is told before they are counted."""
    total = 0
    for row in reading.scalars(select(BootcampRow)).all():
        sessions = select(SessionRow.id).where(SessionRow.bootcamp_id == row.id)
        people = select(ParticipationRow.id).where(ParticipationRow.bootcamp_id == row.id)
        total += _number(reading, sessions) * _number(reading, people)
    return total


def _of_session(
    reading: Reading, session: Session, people: list[Someone], now: datetime
) -> Iterator[list[Any]]:
    stands = {key: one for (_, key), one in presences(reading, [session.id]).items()}
    has_begun = session.starts_at <= now or any(one.is_present for one in stands.values())
    is_over = session.is_locked or session.ends_at < now
    counted: dict[tuple[str, ...], bool] = {}
    for key, person_id, *alike in people:
        stand = stands.get(key)
        if stand is not None:
            yield _standing(session, stand, person_id)
            continue
        kind = tuple(alike)
        if kind not in counted:
            counted[kind] = is_counted(session, *kind)
        if has_begun and counted[kind]:
            state = "absent" if is_over else "not_yet"
            yield [session.id, key, person_id, session.bootcamp_id, state, 0, None, 0, 0.0,
                   None]  # fmt: skip


def _standing(session: Session, one: Presence, person_id: str) -> list[Any]:
    return [
        session.id,
        one.participation_id,
        person_id,
        session.bootcamp_id,
        one.state,
        int(one.is_present),
        to_fact(one.at),
        one.minutes_late,
        session.hours if one.is_present else 0.0,
        one.event_id,
    ]


def _people(reading: Reading, bootcamp_id: str) -> list[Someone]:
    query = (
        select(ParticipationRow.id, PersonRow.id, ParticipationRow.status, ParticipationRow.role,
               ParticipationRow.team)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .order_by(ParticipationRow.id)
    )  # fmt: skip
    rows = reading.execute(query).tuples()
    return [(key, person, status, role, team or "") for key, person, status, role, team in rows]


def _number(reading: Reading, query: Any) -> int:  # noqa: ANN401 - a select of ids
    return reading.scalar(select(func.count()).select_from(query.subquery())) or 0
