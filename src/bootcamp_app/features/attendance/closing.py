"""Closing a session: who has not come is absent, and no scan changes it any more."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.current import as_it_is_now
from bootcamp_app.features.attendance.figures import figures
from bootcamp_app.features.attendance.standing import Standings, expected
from bootcamp_app.features.attendance.state_views import (
    Closing,
    SessionClosed,
    SessionReopened,
    kept_reason,
)
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import CLOSING
from bootcamp_app.features.bootcamps.service import set_locked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.figures import Figures
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database

_BEFORE_ANYBODY = timedelta(minutes=1)


class Sittings:
    """Sessions are closed when they are over, and opened again with a reason."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def figures(
        self, bootcamp: Bootcamp, sessions: Sequence[Session], looked_at: Session | None
    ) -> Figures:
        """Count some sessions of a bootcamp at once; `looked_at` is one of them or none."""
        with self._database.read() as reader:
            return figures(reader, bootcamp.id, sessions, looked_at)

    def look(self, session: Session) -> Closing:
        """Say what closing a session would do, without doing it."""
        now = self._clock.now()
        with self._database.read() as reader:
            now_so = _to_close(reader, session, now)
            return _closing(reader, now_so, expected(reader, now_so))

    def close(self, session: Session) -> Closing:
        """Mark everyone absent who is expected and has no standing, and lock; one act."""
        now = self._clock.now()
        with self._database.write() as work:
            now_so = _to_close(work, session, now)
            told = _closing(work, now_so, expected(work, now_so))
            before = now_so.opens_at - _BEFORE_ANYBODY
            ids = _Ids(work, session)
            work.add_in_bulk(
                AttendanceEventRow,
                [
                    {"id": ids.of(one.participation_id), "kind": "state", "state": "absent",
                     "session_id": session.id, "participation_id": one.participation_id,
                     "at": before, "method": CLOSING}
                    for one in told.missing
                ],
            )  # fmt: skip
            work.add(
                AttendanceEventRow(
                    id=ids.of(""), kind="closing", session_id=session.id, at=now, method=CLOSING
                )
            )
            set_locked(work, session.id, is_locked=True)
            work.announce(SessionClosed(session.id, len(told.missing)))
            return replace(told, act=work.act)

    def reopen(self, session: Session, reason: str) -> str:
        """Let scans in again; the reason is kept. Gives what takes it back.

        Who was marked absent by closing stays so until they come or are marked otherwise.
        """
        kept = kept_reason(reason)
        if not kept:
            raise Refusal("Write why the session is opened again. The reason is kept.")
        with self._database.write() as work:
            if not as_it_is_now(work, session).is_locked:
                raise Refusal("This session is open already. Close it once it is over.")
            work.add(
                AttendanceEventRow(
                    kind="reopening", session_id=session.id, at=self._clock.now(), reason=kept
                )
            )
            set_locked(work, session.id, is_locked=False)
            work.announce(SessionReopened(session.id))
            return work.act


class _Ids:
    """Names the events of a closing alike on laptops that close a session without having met.

    So they are one closing, and whoever takes it back takes all of it back.
    """

    def __init__(self, reading: Reading, session: Session) -> None:
        query = select(func.count()).where(
            AttendanceEventRow.session_id == session.id, AttendanceEventRow.kind == "closing"
        )
        self._begin = f"{session.id} {CLOSING} {reading.scalar(query) or 0}"

    def of(self, participation_id: str) -> str:
        """Give the id of somebody's state, or of the closing itself where nobody is named."""
        return str(uuid5(NAMESPACE_OID, f"{self._begin} {participation_id}"))


def _to_close(reading: Reading, session: Session, now: datetime) -> Session:
    now_so = as_it_is_now(reading, session)
    if now_so.is_locked:
        raise Refusal("This session is closed already. To let scans in, open it again.")
    if now < now_so.starts_at:
        raise Refusal(
            "This session has not begun. Close it once it has, or correct its hours in the agenda."
        )
    return now_so


def _closing(reading: Reading, session: Session, people: Sequence[Participant]) -> Closing:
    standings = Standings(reading, session.id, None)
    count = Counter(presence.state for presence in standings.all())
    missing = tuple(one for one in people if standings.presence(one.participation_id) is None)
    return Closing(
        present=count["present"],
        late=count["late"],
        excused=count["excused"],
        absent=count["absent"],
        missing=missing,
    )
