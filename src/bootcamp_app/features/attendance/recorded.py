"""What was recorded at sessions, for those who change or remove them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from bootcamp_app.features.attendance.derived import event_of, presences
from bootcamp_app.features.attendance.rules import in_force
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import CLOSING
from bootcamp_app.features.bootcamps.views import Recorded
from bootcamp_app.storage.merging import facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Session as Planned
    from bootcamp_app.storage.facts import Fact

_BATCH = 400
_COUNTED = ("entry", "exit", "state")
_STANDING = ("entry", "state")


def facts_at(session: Session, session_ids: Sequence[str]) -> dict[str, list[Fact]]:
    """Give for each of these sessions the facts of what was recorded there and counts."""
    query = select(AttendanceEventRow).where(AttendanceEventRow.session_id.in_(session_ids))
    events = in_force(map(event_of, session.scalars(query)))
    places = {one.id: one.session_id for one in events if one.kind in _COUNTED}
    found: dict[str, list[Fact]] = defaultdict(list)
    ids = list(places)
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        for fact in facts_of(session.connection(), AttendanceEventRow.__tablename__, batch):
            found[places[fact.row_id]].append(fact)
    return found


def recorded(session: Session, session_ids: Sequence[str]) -> dict[str, Recorded]:
    """Give for each of these sessions how much counts of what was recorded; only where any does."""
    query = select(AttendanceEventRow).where(AttendanceEventRow.session_id.in_(session_ids))
    events = in_force(map(event_of, session.scalars(query)))
    entries = Counter(one.session_id for one in events if one.kind in _COUNTED)
    standing = presences(session, session_ids)
    people = Counter(key for (key, _), one in standing.items() if one.is_present)
    return {key: Recorded(number, people[key]) for key, number in entries.items()}


def unrecorded(session: Session, sessions: Sequence[Planned], now: datetime) -> list[Planned]:
    """Give the sessions that are over and of which nobody recorded who was there.

    Only those that a certificate asks for: everybody counts as having missed them. That closing
    one marked all of them absent is no record.
    """
    asked = [one for one in sessions if one.counts or one.is_mandatory]
    over = {one.id: one for one in asked if one.is_locked or one.ends_at < now}
    event, annulment = AttendanceEventRow, aliased(AttendanceEventRow)
    # Nearly all events were never annulled, so that of few the rules need be asked.
    is_annulled = select(annulment.id).where(annulment.annuls == event.id).exists()
    found = select(event.session_id).distinct().where(
        event.session_id.in_(over), event.kind.in_(_STANDING), event.method != CLOSING,
        ~is_annulled,
    )  # fmt: skip
    held = set(session.scalars(found))
    doubtful = [key for key in over if key not in held]
    standing = presences(session, doubtful) if doubtful else {}
    held |= {key for (key, _), one in standing.items() if one.state != "absent"}
    return [one for key, one in over.items() if key not in held]
