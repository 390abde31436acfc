"""How people stand to one session and by which events; read once for all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.rules import in_force, is_expected_at, presence_of
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import Event, Presence
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

    _Row = tuple[str, str, str | None, str | None, datetime, str, int, str | None, str]

_COUNTED = ("entry", "exit", "state", "annulment")
_FEW = 200
_COLUMNS = (
    AttendanceEventRow.id, AttendanceEventRow.kind, AttendanceEventRow.session_id,
    AttendanceEventRow.participation_id, AttendanceEventRow.at, AttendanceEventRow.state,
    AttendanceEventRow.minutes_late, AttendanceEventRow.annuls, AttendanceEventRow.reason,
)  # fmt: skip


class Standings:
    """The events of some people at a session, or of everybody, and what follows from them."""

    def __init__(self, reading: Reading, session_id: str, people: Collection[str] | None) -> None:
        self._reasons: dict[str, str] = {}
        self._presences: dict[str, Presence | None] = {}
        self._events: dict[str, list[Event]] = defaultdict(list)
        for row in _rows(reading, [session_id], people):
            event = _event(row)
            self._events[event.participation_id].append(event)
            if row[-1]:
                self._reasons[event.id] = row[-1]

    def all(self) -> Iterator[Presence]:
        """Give how everybody stands of whom something counts."""
        return filter(None, map(self.presence, self._events))

    def presence(self, participation_id: str) -> Presence | None:
        """Give how somebody stands; None where nothing counts."""
        if participation_id not in self._presences:
            events = self._events.get(participation_id, ())
            self._presences[participation_id] = presence_of(events)
        return self._presences[participation_id]

    def reason(self, participation_id: str) -> str:
        """Give why somebody stands so, as it is kept."""
        presence = self.presence(participation_id)
        return self._reasons.get(presence.event_id, "") if presence else ""

    def counting(self, participation_id: str) -> list[Event]:
        """Give somebody's events that were not annulled, in order."""
        return in_force(self._events.get(participation_id, ()))


@dataclass(frozen=True)
class Stand:
    """One person and how they stand to a session; the reason as it is kept."""

    participant: Participant
    presence: Presence | None
    reason: str = ""


def everybody(reading: Reading, session: Session) -> list[Stand]:
    """Give all who are expected at a session or stand somehow to it, by name."""
    standings = Standings(reading, session.id, None)
    people = participants(reading, found(reading, session.bootcamp_id, "", None))
    stands = (
        (one, standings.presence(one.participation_id), standings.reason(one.participation_id))
        for one in people
    )
    return [Stand(*one) for one in stands if one[1] is not None or is_expected(one[0], session)]


def expected(reading: Reading, session: Session) -> list[Participant]:
    """Give all who are expected at a session, by name."""
    people = participants(reading, found(reading, session.bootcamp_id, "", None))
    return [one for one in people if is_expected(one, session)]


def is_expected(one: Participant, session: Session) -> bool:
    """Say whether somebody may come to a session: takes part, and is of those it expects."""
    return one.is_expected and is_expected_at(session, one.role, one.team)


def presences_of(reading: Reading, session_ids: Sequence[str]) -> dict[str, dict[str, Presence]]:
    """Give who stands how, by session id and then by participation id."""
    rows: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _rows(reading, session_ids, None):
        rows[row[2] or "", row[3] or ""].append(row)
    found: dict[str, dict[str, Presence]] = defaultdict(dict)
    for (session_id, key), of_one in rows.items():
        # Most people have one event: the rules need not put it in order.
        presence = _of_one(of_one[0]) if len(of_one) == 1 else presence_of(map(_event, of_one))
        if presence is not None:
            found[session_id][key] = presence
    return found


def _of_one(row: _Row) -> Presence | None:
    key, kind, session_id, whose, at, state, late, _annuls, _reason = row
    if kind not in ("entry", "state"):
        return None
    stands = state or ("late" if late else "present")
    return Presence(whose or "", session_id or "", stands, at, key, late, kind == "entry")


def _event(row: _Row) -> Event:
    key, kind, session_id, whose, at, state, late, annuls, _reason = row
    return Event(key, kind, session_id or "", whose or "", at, state, late, annuls)


def _rows(
    reading: Reading, session_ids: Sequence[str], people: Collection[str] | None
) -> Iterator[_Row]:
    """Give events as columns, which is a third of the work of rows."""
    query = select(*_COLUMNS).where(
        AttendanceEventRow.session_id.in_(session_ids), AttendanceEventRow.kind.in_(_COUNTED)
    )
    if people is not None and len(people) <= _FEW:
        query = query.where(AttendanceEventRow.participation_id.in_(people))
    wanted = None if people is None else set(people)
    found: Iterator[_Row] = iter(reading.execute(query).tuples())
    return (row for row in found if wanted is None or row[3] in wanted)
