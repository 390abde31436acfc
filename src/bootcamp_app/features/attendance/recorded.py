"""What was recorded at sessions, for those who change or remove them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.derived import event_of, presences
from bootcamp_app.features.attendance.rules import in_force
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.views import Recorded
from bootcamp_app.storage.merging import facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.facts import Fact

_BATCH = 400
_COUNTED = ("entry", "exit", "state")


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
