"""What happened at the door of a session, the newest first, as the desk sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.derived import ids_in_force
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import Kept
from bootcamp_app.features.people.listing import participants

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Session

_REFUSED = ("refusal",)
_SCANS = ("entry", "exit", *_REFUSED)


def newest_first(
    reading: Reading, session: Session, limit: int, *, only_refused: bool = False
) -> list[Kept]:
    """Give the last scans of a session, accepted, repeated and refused alike, or refused only."""
    kinds = _REFUSED if only_refused else _SCANS
    query = (
        select(AttendanceEventRow)
        .where(AttendanceEventRow.session_id == session.id, AttendanceEventRow.kind.in_(kinds))
        .order_by(AttendanceEventRow.at.desc(), AttendanceEventRow.id.desc())
        .limit(limit)
    )
    rows = reading.scalars(query).all()
    ids = list({row.participation_id for row in rows if row.participation_id})
    people = {one.participation_id: one for one in participants(reading, ids)}
    standing = ids_in_force(reading, session.id, ids)
    return [
        Kept(
            event_id=row.id,
            at=row.at.astimezone(session.starts_at.tzinfo),
            result=row.result,
            participant=people.get(row.participation_id or ""),
            is_annulled=row.kind != "refusal" and row.id not in standing,
            is_exit=row.kind == "exit",
            # Kept also of who comes back, whose first entry may be annulled later.
            minutes_late=row.minutes_late if row.result == "late" else 0,
            kind=row.kind,
            code=row.code,
        )
        for row in rows
    ]
