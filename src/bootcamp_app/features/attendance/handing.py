"""What becomes of presences when two participations turn out to be one."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.attendance.derived import event_of
from bootcamp_app.features.attendance.rules import in_force, is_expected_at, presence_of
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.tables import ParticipationRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.work import Work

_MOVES = ("entry", "exit", "state")
_KEPT = ("kind", "session_id", "at", "result", "code", "method", "state", "reason", "minutes_late")


class HandingOver:
    """Has the events of one participation count for another, as they were: when, how and why.

    Events are only ever added: each is annulled and added again. Where both stand somehow to a
    session and only one was there, the one who was there is believed.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, work: Work, goes: str, stays: str) -> None:
        """Hand over what counts of one participation to the one that stays."""
        theirs, mine = _counting(work, goes), _counting(work, stays)
        for session_id, rows in theirs.items():
            here, there = _is_present(mine.get(session_id, ())), _is_present(rows)
            if there and here is False:
                self._annul(work, _states(mine[session_id]))
            is_believed = not here or there is not False
            for row in rows:
                if is_believed:
                    values = {name: getattr(row, name) for name in _KEPT}
                    work.add(AttendanceEventRow(**values, participation_id=stays))
            self._annul(work, rows)

    def _annul(self, work: Work, rows: Iterable[AttendanceEventRow]) -> None:
        moment: datetime = self._clock.now()
        work.add_all(one for row in rows if (one := row.inverse(moment)) is not None)


def told(session: Session, participation_ids: Sequence[str]) -> dict[str, Sentence]:
    """Give at how many of the sessions that ask for them each was present, in a sentence."""
    asked = _sessions(session, participation_ids)
    said = {}
    for key in participation_ids:
        counting = _counting(session, key)
        came = {session_id for session_id, rows in counting.items() if _is_present(rows)}
        of = len(came | asked.get(key, set()))
        said[key] = Sentence("Present at {n} of {of} sessions", n=len(came), of=of)
    return said


def _counting(session: Session, participation_id: str) -> dict[str, list[AttendanceEventRow]]:
    """Give the moves and states of a participation that were not annulled, by session."""
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.participation_id == participation_id,
        AttendanceEventRow.session_id.is_not(None),
    )
    rows = {row.id: row for row in session.scalars(query)}
    counting: dict[str, list[AttendanceEventRow]] = defaultdict(list)
    for event in in_force(map(event_of, rows.values())):
        if event.kind in _MOVES:
            counting[event.session_id].append(rows[event.id])
    return counting


def _is_present(rows: Sequence[AttendanceEventRow]) -> bool | None:
    """Say whether these events make somebody present; None where they say nothing."""
    presence = presence_of(map(event_of, rows))
    return None if presence is None else presence.is_present


def _states(rows: Iterable[AttendanceEventRow]) -> list[AttendanceEventRow]:
    return [row for row in rows if row.kind == "state"]


def _sessions(reading: Session, participation_ids: Sequence[str]) -> dict[str, set[str]]:
    """Give the ids of the sessions that expect each of these participations."""
    query = (
        select(ParticipationRow.id, ParticipationRow.role, ParticipationRow.team, SessionRow)
        .join(SessionRow, SessionRow.bootcamp_id == ParticipationRow.bootcamp_id)
        .where(ParticipationRow.id.in_(participation_ids))
    )
    found: dict[str, set[str]] = defaultdict(set)
    for key, role, team, row in reading.execute(query):
        if is_expected_at(session_view(row, UTC), role, team or ""):
            found[key].add(row.id)
    return found
