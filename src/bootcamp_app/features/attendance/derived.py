"""What follows from the events at the door: who stands how."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, select, type_coerce
from sqlalchemy.types import NullType

from bootcamp_app.features.attendance.rules import in_force, presence_of
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import Event, Presence
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.prepared import Prepared
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    Columns = tuple[str, str, str | None, str | None, datetime, str, int, str | None, str, str]
    """A `Event` as it is kept, and the reason behind it."""
    Stood = tuple[str, Any, int, str]
    """The state, when, how many minutes late, and the event that decides."""

COUNTED = ("entry", "exit", "state", "annulment")
"""The kinds of events from which it follows how somebody stands."""

_STANDING = ("entry", "state")
_FEW = 200
_EVENTS = select(
    AttendanceEventRow.id,
    AttendanceEventRow.kind,
    AttendanceEventRow.session_id,
    AttendanceEventRow.participation_id,
    AttendanceEventRow.at,
    AttendanceEventRow.state,
    AttendanceEventRow.minutes_late,
    AttendanceEventRow.annuls,
    AttendanceEventRow.method,
    AttendanceEventRow.reason,
).where(AttendanceEventRow.kind.in_(COUNTED))
_WITHIN, _NEXT = "\x1f", "\x1e"
_TOLD = (
    select(
        AttendanceEventRow.participation_id,
        func.aggregate_strings(
            func.coalesce(AttendanceEventRow.session_id, "")
            + _WITHIN
            + AttendanceEventRow.kind
            + _WITHIN
            + AttendanceEventRow.state
            + _WITHIN
            + case((AttendanceEventRow.minutes_late != 0, "1"), else_="0"),
            _NEXT,
        ),
    )
    .where(AttendanceEventRow.kind.in_(COUNTED))
    .group_by(AttendanceEventRow.participation_id)
)
_OF_PEOPLE = Prepared(
    lambda people: _EVENTS.where(
        AttendanceEventRow.session_id == bindparam("session", ""),
        AttendanceEventRow.participation_id.in_(people),
    )
)


def presences(
    session: Session, session_ids: Sequence[str], people: Sequence[str] | None = None
) -> dict[tuple[str, str], Presence]:
    """Give who stands how, by (session id, participation id); of these people or of everybody."""
    rows: dict[tuple[str, str], list[Columns]] = defaultdict(list)
    for row in columns(session, session_ids, people):
        rows[row[2] or "", row[3] or ""].append(row)
    # Most people have one event: the rules need not put it in order.
    found = {
        key: _of_one(of_one[0]) if len(of_one) == 1 else presence_of(map(event, of_one))
        for key, of_one in rows.items()
    }
    return {key: presence for key, presence in found.items() if presence is not None}


def standings(session: Session, session_ids: Sequence[str]) -> dict[str, Mapping[str, str]]:
    """Give as what everybody stands to sessions, by participation id and session id.

    It is what `presences` says of who is on the list of a session's bootcamp, for those who count a
    hundred thousand of them: the database gives all that happened to somebody as one text, and who
    has the same text has the same answer, one and the same object. Where there is more than one
    event of a session, the rules decide.
    """
    listed = select(ParticipationRow.id).where(
        ParticipationRow.bootcamp_id.in_(
            select(SessionRow.bootcamp_id).where(SessionRow.id.in_(session_ids))
        )
    )
    query = _TOLD.where(AttendanceEventRow.participation_id.in_(listed))
    reading = _Reading(session_ids)
    found: dict[str, Mapping[str, str]] = {}
    several: dict[str, list[str]] = {}
    for whose, told in session.connection().execute(query).all():
        found[whose], twice = reading.of(told)
        if twice:
            several[whose] = twice
    if several:
        asked = sorted({one for sessions in several.values() for one in sessions})
        judged = presences(session, asked, sorted(several))
        for whose, sessions in several.items():
            states = ((one, judged.get((one, whose))) for one in sessions)
            found[whose] = {
                **found[whose], **{one: had.state if had else "" for one, had in states}
            }  # fmt: skip
    return found


class _Reading:
    """What the texts of the database say, each read once."""

    def __init__(self, session_ids: Sequence[str]) -> None:
        self._wanted = set(session_ids)
        self._events: dict[str, tuple[str, str]] = {}
        self._texts: dict[str, tuple[dict[str, str], list[str]]] = {}

    def of(self, told: str) -> tuple[dict[str, str], list[str]]:
        """Give the states by session, and of which sessions there is more than one event."""
        known = self._texts.get(told)
        if known is None:
            known = self._texts[told] = self._read(told)
        return known

    def _read(self, told: str) -> tuple[dict[str, str], list[str]]:
        events = [self._events.get(one) or self._event(one) for one in told.split(_NEXT)]
        states = dict(events)
        often: Counter[str] = Counter()
        if len(states) < len(events):
            often.update(key for key, _state in events)
        if not self._wanted.issuperset(states):
            states = {key: state for key, state in states.items() if key in self._wanted}
        return states, [key for key in states if often[key] > 1]

    def _event(self, text: str) -> tuple[str, str]:
        session_id, kind, state, is_late = text.split(_WITHIN)
        stands = (state or ("late" if is_late == "1" else "present")) if kind in _STANDING else ""
        event = self._events[text] = (session_id, stands)
        return event


def stood(session: Session, session_id: str) -> dict[str, Stood]:
    """Give how everybody stands to a session, by participation id, as `presences` says it.

    For those who write a hundred thousand of them: the moment stays as the engine keeps it.
    """
    event = AttendanceEventRow
    query = select(
        event.participation_id,
        event.kind,
        event.state,
        type_coerce(event.at, NullType()),
        event.minutes_late,
        event.id,
    ).where(event.kind.in_(COUNTED), event.session_id == session_id)
    found: dict[str, Stood] = {}
    seen: set[str] = set()
    several: set[str] = set()
    for named, kind, state, at, late, key in session.connection().execute(query).all():
        whose = named or ""
        if whose in seen:
            several.add(whose)
        seen.add(whose)
        if kind in _STANDING:
            found[whose] = (state or ("late" if late else "present"), at, late, key)
    if several:
        judged = presences(session, [session_id], sorted(several))
        for whose in several:
            one = judged.get((session_id, whose))
            found.pop(whose, None)
            if one is not None:
                found[whose] = (one.state, to_fact(one.at), one.minutes_late, one.event_id)
    return found


def columns(
    session: Session, session_ids: Sequence[str], people: Sequence[str] | None
) -> Iterator[Columns]:
    """Give events as columns, which is a third of the work of rows."""
    query = _EVENTS.where(AttendanceEventRow.session_id.in_(session_ids))
    if people is not None and len(people) <= _FEW:
        query = query.where(AttendanceEventRow.participation_id.in_(people))
    wanted = None if people is None else set(people)
    found: Iterator[Columns] = iter(session.execute(query).tuples())
    return (row for row in found if wanted is None or row[3] in wanted)


def event(row: Columns) -> Event:
    """Give an event as the rules judge it."""
    key, kind, session_id, whose, at, state, late, annuls, method, _reason = row
    return Event(key, kind, session_id or "", whose or "", at, state, late, annuls, method)


def _of_one(row: Columns) -> Presence | None:
    key, kind, session_id, whose, at, state, late, *_ = row
    if kind not in _STANDING:
        return None
    stands = state or ("late" if late else "present")
    return Presence(whose or "", session_id or "", stands, at, key, late, kind == "entry")


def events_of(
    session: Session, session_id: str, people: Sequence[str]
) -> defaultdict[str, list[Event]]:
    """Give what counts, or once did, of these people at a session, by participation id."""
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for row in _OF_PEOPLE(session.connection(), people, session=session_id):
        events[row.participation_id].append(event(row))
    return events


def is_in_force(session: Session, row: AttendanceEventRow) -> bool:
    """Say whether an event still counts, that is, was not annulled."""
    return row.id in ids_in_force(session, row.session_id, [row.participation_id])


def ids_in_force(
    session: Session, session_id: str | None, people: Sequence[str | None]
) -> set[str]:
    """Give the ids of the events of these people at a session that were not annulled."""
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.session_id == session_id,
        AttendanceEventRow.participation_id.in_(people),
    )
    return {event.id for event in in_force(map(event_of, session.scalars(query)))}


def overruled_by(session: Session, entry: AttendanceEventRow) -> list[AttendanceEventRow]:
    """Give the annulments that came with an entry: of what said that somebody is not here."""
    is_event = JournalRow.table_name == AttendanceEventRow.__tablename__
    acts = select(JournalRow.act).where(is_event, JournalRow.row_id == entry.id)
    with_it = select(JournalRow.row_id).where(is_event, JournalRow.act.in_(acts))
    query = select(AttendanceEventRow).where(
        AttendanceEventRow.id.in_(with_it),
        AttendanceEventRow.kind == "annulment",
        AttendanceEventRow.session_id == entry.session_id,
        AttendanceEventRow.participation_id == entry.participation_id,
    )
    return list(session.scalars(query))


def event_of(row: AttendanceEventRow | Row[Any]) -> Event:
    """Give an event as the rules judge it."""
    return Event(
        id=row.id,
        kind=row.kind,
        session_id=row.session_id or "",
        participation_id=row.participation_id or "",
        at=row.at,
        state=row.state,
        minutes_late=row.minutes_late,
        annuls=row.annuls,
        method=row.method,
    )
