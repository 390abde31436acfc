"""What happened to one person at one session, and who wrote it down on which laptop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from bootcamp_app.features.attendance.derived import event_of
from bootcamp_app.features.attendance.rules import in_force
from bootcamp_app.features.attendance.state_views import Happening
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.storage.history import added

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.storage.history import Entry

_OF_SESSION = ("closing", "reopening")


def happenings(reading: Reading, session: Session, participation_id: str) -> list[Happening]:
    """Give everything, the newest first; scans that were refused and what was annulled, too."""
    of_person = AttendanceEventRow.participation_id == participation_id
    # Also what took a closing back, and brought it back again: annulments of nobody's events.
    of_nobody = AttendanceEventRow.participation_id.is_(None)
    of_session = AttendanceEventRow.kind.in_((*_OF_SESSION, "annulment"))
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.session_id == session.id,
        or_(of_person, and_(of_nobody, of_session)),
    )
    rows = list(reading.scalars(query))
    entries = added(reading, AttendanceEventRow.__tablename__, [row.id for row in rows])
    counting = {event.id for event in in_force(map(event_of, rows))}
    plain = {row.id: _happening(row, session, entries, counting) for row in rows}
    told = [replace(plain[row.id], annuls=plain.get(row.annuls or "")) for row in rows]
    # Entries come in the order of writing, which moments cannot tell apart to the letter.
    place = {key: number for number, key in enumerate(entries)}
    return sorted(
        told,
        key=lambda one: (one.written_at or one.at, place.get(one.event_id, 0)),
        reverse=True,
    )


def _happening(
    row: AttendanceEventRow, session: Session, entries: Mapping[str, Entry], counting: set[str]
) -> Happening:
    zone = session.starts_at.tzinfo
    entry = entries.get(row.id)
    return Happening(
        event_id=row.id,
        kind=row.kind,
        at=row.at.astimezone(zone),
        state=row.state,
        reason=row.reason,
        method=row.method,
        result=row.result,
        minutes_late=row.minutes_late,
        who=entry.who if entry else "",
        device=entry.device if entry else "",
        written_at=entry.at.astimezone(zone) if entry else None,
        is_annulled=row.kind != "refusal" and row.id not in counting,
    )
