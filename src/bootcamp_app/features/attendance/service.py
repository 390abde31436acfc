"""The way of one scan, its undoing, and what follows from all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance import derived
from bootcamp_app.features.attendance.door_list import newest_first
from bootcamp_app.features.attendance.rules import Question, is_expected_at, judge, minutes_late
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import (
    ACCEPTED,
    RESULTS,
    Counts,
    Scan,
    ScanAnnulled,
    ScanRecorded,
)
from bootcamp_app.features.badges.rules import is_code, read_code
from bootcamp_app.features.badges.service import codes_of, is_blank_badge
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.listing import found, participants
from bootcamp_app.features.people.tables import ParticipationRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.rules import Holder, Judgement
    from bootcamp_app.features.attendance.views import Kept, Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

PATIENCE = 60
"""So many seconds the door waits longer than others for a file that another process writes:
nobody comes twice to be checked in."""
_LONGEST_CODE = 200
_LOCKED = RESULTS["locked"]


@dataclass(frozen=True)
class Reading:
    """What was read and how: with what, when (now, where it is not said), going in or out."""

    code: str
    method: str = "code"
    at: datetime | None = None
    is_exit: bool = False


class Attendance:
    """Who was there, by session."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record_scan(self, session: Session, reading: Reading) -> Scan:
        """Judge a code and keep what came of it; durable when this returns, refused or not."""
        with self._database.write(patience=PATIENCE) as work:
            code = read_code(reading.code)[:_LONGEST_CODE]
            holders = derived.holders_of(work, code) if is_code(code) else {}
            shown = _Shown(code, is_code(code), holders)
            scan = _record(work, session, reading, shown, reading.at or self._clock.now())
            work.announce(ScanRecorded(scan, session.id))
        return scan

    def check_in(self, session: Session, participant: Participant) -> Scan:
        """Judge somebody who was found by name, with or without a badge, as a scan is judged."""
        with self._database.write(patience=PATIENCE) as work:
            return checked_in(work, session, participant.participation_id, self._clock.now())

    def recent(self, session: Session, limit: int = 50) -> list[Kept]:
        """Give the last scans of a session, the newest first; refused and annulled ones too."""
        with self._database.read() as reader:
            return newest_first(reader, session, limit)

    def undo_scan(self, event_id: str) -> None:
        """Take an entry, exit or state back; the event stays known, with its annulment."""
        with self._database.write() as work:
            row = work.get(AttendanceEventRow, event_id)
            inverse = row.inverse(self._clock.now()) if row else None
            if row is None or inverse is None or not derived.is_in_force(work, row):
                raise Refusal("This scan has nothing to take back. Choose an entry in the list.")
            session = work.get(SessionRow, row.session_id) if row.session_id else None
            if session and session.is_locked:
                raise Refusal(_LOCKED)
            work.add(inverse)
            work.announce(ScanAnnulled(event_id, row.session_id or ""))

    def presences(self, sessions: Sequence[Session]) -> dict[tuple[str, str], Presence]:
        """Give who stands how to these sessions, by (session id, participation id)."""
        with self._database.read() as reader:
            return derived.presences(reader, [session.id for session in sessions])

    def arrivals(self, session: Session) -> list[datetime]:
        """Give when each of those present came, in local time and in this order."""
        standing = self.presences([session]).values()
        came = [presence.at for presence in standing if presence.is_present]
        return [moment.astimezone(session.starts_at.tzinfo) for moment in sorted(came)]

    def missing(self, bootcamp: Bootcamp, session: Session) -> list[Participant]:
        """Give those who are expected and are neither present nor excused, by name."""
        with self._database.read() as reader:
            people = participants(reader, found(reader, bootcamp.id, "", None))
            standing = derived.presences(reader, [session.id])
        settled = {
            key for (_, key), one in standing.items() if one.is_present or one.state == "excused"
        }
        expected = [one for one in people if _is_expected(one, session)]
        return [one for one in expected if one.participation_id not in settled]

    def counts(self, bootcamp: Bootcamp, session: Session) -> Counts:
        """Count a session's people, and those present by sex, sector and province."""
        with self._database.read() as reader:
            people = participants(reader, found(reader, bootcamp.id, "", None))
            standing = derived.presences(reader, [session.id])
        by_person = {key: presence for (_, key), presence in standing.items()}
        registered = [
            one for one in people if _is_expected(one, session) or one.participation_id in by_person
        ]
        return _count(registered, by_person)


def checked_in(work: Work, session: Session, participation_id: str, at: datetime) -> Scan:
    """Judge somebody who was found by name, inside a transaction, and announce what came of it."""
    code = codes_of(work, [participation_id]).get(participation_id, "")
    shown = _Shown(code, is_code=True, holders=derived.found_by_name(work, participation_id))
    scan = _record(work, session, Reading(code, "name"), shown, at)
    work.announce(ScanRecorded(scan, session.id))
    return scan


@dataclass(frozen=True)
class _Shown:
    """What was shown at the door: a code, or a face that was found by name, and whose it is."""

    code: str
    is_code: bool
    holders: dict[str, Holder]


def _record(work: Work, session: Session, reading: Reading, shown: _Shown, at: datetime) -> Scan:
    present_session = _as_it_is_now(work, session)
    whose = next(iter(shown.holders)) if len(shown.holders) == 1 else None
    key = (session.id, whose or "")
    question = Question(
        is_code=shown.is_code,
        holders=tuple(shown.holders.values()),
        session=present_session,
        at=at,
        is_exit=reading.is_exit,
        earlier=derived.presences(work, [session.id], whose).get(key) if whose else None,
    )
    judgement = judge(question)
    earlier = question.earlier if question.earlier and question.earlier.is_present else None
    row = _event(reading, question, judgement)
    row.code, row.participation_id = shown.code, whose
    work.add(row)
    return Scan(
        code=shown.code,
        result=judgement.result,
        at=at,
        event_id=row.id,
        participant=next(iter(participants(work, [whose] if whose else [])), None),
        first_at=earlier.at if earlier else None,
        minutes_late=judgement.minutes_late,
        questions=_questions(question, judgement),
        is_exit=reading.is_exit,
        is_blank=judgement.result == "unknown" and is_blank_badge(work, shown.code),
        instead=_instead(work, whose) if whose and judgement.result == "withdrawn" else None,
    )


def _instead(work: Work, whose: str) -> Participant | None:
    """Give the colleague who came in place of somebody, where one did."""
    stands_in = select(ParticipationRow.id).where(ParticipationRow.in_place_of == whose)
    return next(iter(participants(work, list(work.scalars(stands_in.limit(1))))), None)


def _event(reading: Reading, question: Question, judgement: Judgement) -> AttendanceEventRow:
    return AttendanceEventRow(
        kind=_kind(question, judgement),
        session_id=question.session.id,
        at=question.at,
        result=judgement.result,
        method=reading.method,
        # Also of who comes back: the first entry may be annulled later.
        minutes_late=0 if question.is_exit else minutes_late(question.at, question.session),
    )


def _kind(question: Question, judgement: Judgement) -> str:
    if judgement.result in ACCEPTED:
        return "exit" if question.is_exit else "entry"
    # Who went out and comes back is inside again, though the first time counts.
    is_outside = question.earlier is not None and not question.earlier.is_inside
    return "entry" if judgement.result == "duplicate" and is_outside else "refusal"


def _questions(question: Question, judgement: Judgement) -> tuple[str, ...]:
    """Give what is to be asked now: of who is let in what may be asked, else what must be."""
    if judgement.result == "needs_answer":
        return question.holders[0].open_questions
    is_asked = judgement.result in (*ACCEPTED, "duplicate") and not question.is_exit
    return question.holders[0].also_asked if is_asked else ()


def _as_it_is_now(work: Work, session: Session) -> Session:
    """Give the session as stored: the caller's copy may be older than a lock or a move."""
    row = work.get(SessionRow, session.id)
    if row is None:
        raise Refusal("This session is gone. Choose another one.")
    zone = session.starts_at.tzinfo
    return session_view(row, zone)


def _is_expected(one: Participant, session: Session) -> bool:
    return one.is_expected and is_expected_at(session, one.role, one.team)


def _count(registered: Sequence[Participant], standing: dict[str, Presence]) -> Counts:
    known = [(one, standing.get(one.participation_id)) for one in registered]
    here = [(one, presence) for one, presence in known if presence and presence.is_present]
    excused = sum(presence is not None and presence.state == "excused" for _, presence in known)
    people = [one for one, _ in here]
    return Counts(
        registered=len(registered),
        present=len(here),
        late=sum(presence.state == "late" for _, presence in here),
        excused=excused,
        absent=len(registered) - len(here) - excused,
        inside=sum(presence.is_inside for _, presence in here),
        walk_ins=sum(one.is_walk_in for one in people),
        by={
            "sex": _tally(one.sex for one in people),
            "sector": _tally(one.sector for one in people),
            "province": _tally(province_in_english(one.province) for one in people),
        },
    )


def _tally(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(value or "not_stated" for value in values).items()))
