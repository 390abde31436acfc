"""What an export says besides what lists show: dates of birth, and how and why people stand."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from bootcamp_app.features.attendance.derived import presences
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Session

_STANDING = ("entry", "state")
"""The kinds of events by which somebody stands to a session."""


class Stood(NamedTuple):
    """How somebody stands to a session, and by what; small, because there may be 100,000."""

    state: str
    at: datetime | None = None
    """When they came, in local time; of who is away it says nothing."""
    minutes_late: int = 0
    method: str = ""
    reason: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the person was there, in time or late."""
        return self.at is not None


def births(session: Reading, bootcamp_id: str) -> dict[str, date | None]:
    """Give the dates of birth of a bootcamp's people, by the id of the person."""
    query = (
        select(PersonRow.id, PersonRow.birth_date)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
    )
    return dict(session.execute(query).tuples().all())


def stood(reading: Reading, sessions: Sequence[Session]) -> dict[str, dict[str, Stood]]:
    """Give who stands how, by session id and participation id; one session after the other."""
    return {one.id: _at(reading, one) for one in sessions}


def _at(reading: Reading, session: Session) -> dict[str, Stood]:
    ways = _ways(reading, session.id)
    zone = session.starts_at.tzinfo
    # The database gives the same few words and ids as new texts each time.
    return {
        intern(key): Stood(
            intern(presence.state),
            presence.at.astimezone(zone) if presence.is_present else None,
            presence.minutes_late if presence.is_present else 0,
            *map(intern, ways.get(presence.event_id, ("", ""))),
        )
        for (_session_id, key), presence in presences(reading, [session.id]).items()
    }


def _ways(reading: Reading, session_id: str) -> dict[str, tuple[str, str]]:
    """Give method and reason of what decides how people stand, by the id of the event."""
    row = AttendanceEventRow
    query = select(row.id, row.method, row.reason).where(
        row.session_id == session_id, row.kind.in_(_STANDING)
    )
    return {key: (method, reason) for key, method, reason in reading.execute(query).tuples()}
