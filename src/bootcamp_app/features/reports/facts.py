"""What an export says besides what lists show: dates of birth, and how and why people stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

_STANDING = ("entry", "state")
"""The kinds of events by which somebody stands to a session."""


def births(session: Session, bootcamp_id: str) -> dict[str, date | None]:
    """Give the dates of birth of a bootcamp's people, by the id of the person."""
    query = (
        select(PersonRow.id, PersonRow.birth_date)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
    )
    return dict(session.execute(query).tuples().all())


def ways(session: Session, session_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Give method and reason of what decides how people stand, by the id of the event."""
    row = AttendanceEventRow
    query = select(row.id, row.method, row.reason).where(
        row.session_id.in_(session_ids), row.kind.in_(_STANDING)
    )
    return {key: (method, reason) for key, method, reason in session.execute(query).tuples()}
