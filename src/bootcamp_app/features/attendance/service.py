"""The way of one scan, its undoing, and what follows from all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance import derived
from bootcamp_app.features.attendance.door_list import newest_first
from bootcamp_app.features.attendance.figures import figures
from bootcamp_app.features.attendance.judging import Seen, keep_judged
from bootcamp_app.features.attendance.recorded import unrecorded
from bootcamp_app.features.attendance.rules import is_expected_at
from bootcamp_app.features.attendance.shown import shown_codes, shown_face
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import RESULTS, ScanAnnulled
from bootcamp_app.features.bootcamps.tables import SessionRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.shown import Shown
    from bootcamp_app.features.attendance.views import Counts, Kept, Presence, Scan
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

PATIENCE = 60
"""So many seconds the door waits longer than others for a file that another process writes:
nobody comes twice to be checked in."""
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
        [scan] = self.record_scans(session, [reading])
        return scan

    def record_scans(self, session: Session, readings: Sequence[Reading]) -> list[Scan]:
        """Judge codes in their order, as if each came alone; durable when this returns, or none.

        They share one sync of the disk; each stays an act of its own, which is undone alone.
        """
        return self.record_scans_among([session], readings)

    def record_scans_among(
        self, sessions: Sequence[Session], readings: Sequence[Reading]
    ) -> list[Scan]:
        """Judge codes that may be meant for several sessions, which are open at one time.

        Each is judged at the first session that expects whoever holds it, else at the first.
        """
        with self._database.write(patience=PATIENCE) as work:
            shown = shown_codes(work, [reading.code for reading in readings])
            seen = list(map(self._seen, shown, readings))
            if len(sessions) == 1:
                return keep_judged(work, sessions[0], seen)
            places = [_place(one, sessions) for one in shown]
            scans: dict[int, Scan] = {}
            for session in sessions:
                here = [number for number, place in enumerate(places) if place is session]
                act = new_id() if scans else work.act
                judged = keep_judged(work, session, [seen[number] for number in here], act)
                scans |= zip(here, judged, strict=True)
            return [scans[number] for number in range(len(seen))]

    def check_in(self, session: Session, participant: Participant) -> Scan:
        """Judge somebody who was found by name, with or without a badge, as a scan is judged."""
        with self._database.write(patience=PATIENCE) as work:
            return checked_in(work, session, participant.participation_id, self._clock.now())

    def recent(
        self, session: Session, limit: int = 50, *, only_refused: bool = False
    ) -> list[Kept]:
        """Give the last scans of a session, the newest first; refused and annulled ones too."""
        with self._database.read() as reader:
            return newest_first(reader, session, limit, only_refused=only_refused)

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
            # What the entry overruled says again how somebody stands.
            for one in derived.overruled_by(work, row):
                work.add(one.inverse(self._clock.now()))
            work.announce(ScanAnnulled(event_id, row.session_id or ""))

    def presences(
        self, sessions: Sequence[Session], people: Sequence[str] | None = None
    ) -> dict[tuple[str, str], Presence]:
        """Give who stands how to these sessions, by (session id, participation id)."""
        with self._database.read() as reader:
            return derived.presences(reader, [session.id for session in sessions], people)

    def unrecorded(self, sessions: Sequence[Session]) -> list[Session]:
        """Give those that are over, that a certificate asks for, and that nobody recorded."""
        with self._database.read() as reader:
            return unrecorded(reader, sessions, self._clock.now())

    def counts(self, bootcamp: Bootcamp, session: Session) -> Counts:
        """Count a session's people, and those present by sex, sector and province."""
        with self._database.read() as reader:
            return figures(reader, bootcamp.id, [session], None).by_session[session.id]

    def _seen(self, shown: Shown, reading: Reading) -> Seen:
        at = reading.at or self._clock.now()
        return Seen(shown, at, reading.method, is_exit=reading.is_exit)


def _place(shown: Shown, sessions: Sequence[Session]) -> Session:
    holder = shown.holders[shown.whose] if shown.whose else None
    expecting = (
        one for one in sessions if holder and is_expected_at(one, holder.role, holder.team)
    )
    return next(expecting, sessions[0])


def checked_in(work: Work, session: Session, participation_id: str, at: datetime) -> Scan:
    """Judge somebody who was found by name, inside a transaction, and announce what came of it."""
    seen = Seen(shown_face(work, participation_id), at, "name")
    [scan] = keep_judged(work, session, [seen])
    return scan
