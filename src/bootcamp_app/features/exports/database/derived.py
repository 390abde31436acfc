"""How everybody stands to every session, as every figure of the program counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.derived import stood
from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.attendance.views import PRESENT
from bootcamp_app.features.bootcamps.service import bootcamp_view, session_view
from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.exports.database.described import Column, fact, refers
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.attendance.derived import Stood
    from bootcamp_app.features.bootcamps.views import Session

    Someone = tuple[str, str, tuple[str, str, str]]
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
    fact("hours", N_("The hours of the session, where the person was there"), N_("Hours")),
    refers("event_id", "attendance_events", N_("The event that decides")),
)
TYPES = {"is_present": "BOOLEAN", "at": "DATETIME", "minutes_late": "INTEGER", "hours": "REAL"}


def attendance(
    reading: Reading, now: datetime, look: Callable[[], None] = lambda: None
) -> Iterator[Sequence[Any]]:
    """Give the rows, session by session; nothing is held longer than a bootcamp's people.

    What is called between two long steps may raise.
    """
    for row in reading.scalars(select(BootcampRow).order_by(BootcampRow.starts_on)).all():
        bootcamp = bootcamp_view(row)
        people = _people(reading, bootcamp.id)
        sessions = select(SessionRow).where(SessionRow.bootcamp_id == bootcamp.id)
        for one in reading.scalars(sessions.order_by(SessionRow.starts_at)).all():
            look()
            session = session_view(one, bootcamp.zone)
            stands = stood(reading, session.id)
            look()
            yield from _of_session(session, stands, people, now)


def most_rows(reading: Reading) -> int:
    """Give how many rows there may be at most, which is told before they are counted."""
    total = 0
    for row in reading.scalars(select(BootcampRow)).all():
        sessions = select(SessionRow.id).where(SessionRow.bootcamp_id == row.id)
        people = select(ParticipationRow.id).where(ParticipationRow.bootcamp_id == row.id)
        total += _number(reading, sessions) * _number(reading, people)
    return total


def _of_session(
    session: Session, stands: Mapping[str, Stood], people: list[Someone], now: datetime
) -> Iterator[Sequence[Any]]:
    has_begun = session.starts_at <= now or any(one[0] in PRESENT for one in stands.values())
    unseen = "absent" if session.is_locked or session.ends_at < now else "not_yet"
    counted: dict[tuple[str, ...], bool] = {}
    of, bootcamp, hours = session.id, session.bootcamp_id, session.hours
    for key, person_id, kind in people:
        stand = stands.get(key)
        if stand is not None:
            state, at, late, event = stand
            is_there = state in PRESENT
            # A server gives moments, a file gives them as they are written.
            when = at if isinstance(at, str) else to_fact(at)
            yield (of, key, person_id, bootcamp, state, int(is_there), when, late,
                   hours if is_there else 0.0, event)  # fmt: skip
            continue
        if kind not in counted:
            counted[kind] = is_counted(session, *kind)
        if has_begun and counted[kind]:
            yield (of, key, person_id, bootcamp, unseen, 0, None, 0, 0.0, None)


def _people(reading: Reading, bootcamp_id: str) -> list[Someone]:
    # Also of somebody who was merged into another: they were there all the same.
    query = (
        select(ParticipationRow.id, ParticipationRow.person_id, ParticipationRow.status,
               ParticipationRow.role, ParticipationRow.team)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .order_by(ParticipationRow.id)
    )  # fmt: skip
    rows = reading.execute(query).tuples()
    return [(key, person, (status, role, team or "")) for key, person, status, role, team in rows]


def _number(reading: Reading, query: Any) -> int:  # noqa: ANN401 - a select of ids
    return reading.scalar(select(func.count()).select_from(query.subquery())) or 0
