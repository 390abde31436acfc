"""Who comes without being on a list: registered, given a badge and checked in, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.attendance.service import PATIENCE, checked_in
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import WalkedIn
from bootcamp_app.features.badges.service import Badges, bind_blank
from bootcamp_app.features.people.listing import participants
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.undoing import is_held

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.orm import Session as DatabaseSession

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Arrival
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Arrive = Callable[[Work, str, Arrival, datetime], tuple[str, bool]]


class WalkIns:
    """Takes people in who are on no list.

    `arrive` registers somebody inside the transaction; it gives the participation and whether
    that is new.
    """

    def __init__(self, database: Database, clock: Clock, arrive: Arrive) -> None:
        self._database = database
        self._clock = clock
        self._arrive = arrive

    def take_in(self, session: Session, arrival: Arrival) -> WalkedIn:
        """Register, give a badge and check in; all of it is durable when this returns, or nothing.

        Where the session takes nobody now, the person is registered and the scan says why not.
        """
        now = self._clock.now()
        with self._database.write(patience=PATIENCE) as work:
            key, is_new = self._arrive(work, session.bootcamp_id, arrival, now)
            if arrival.blank_badge:
                bind_blank(work, key, arrival.blank_badge, now)
            elif is_new:
                Badges.give(work, [key])
            work.flush()
            scan = checked_in(work, session, key, now)
            [person] = participants(work, [key])
            came = WalkedIn(person, scan, work.act, is_new)
            work.announce(came)
        return came

    def act_of(self, event_id: str) -> str:
        """Give the act that takes back all that came with a scan: person, badge and presence.

        Empty where the scan registered nobody, or where the person has come anywhere since or
        was changed, so that they stay.
        """
        with self._database.read() as reader:
            event = reader.get(AttendanceEventRow, event_id)
            if event is None or event.participation_id is None:
                return ""
            acts = {_made(reader, key) for key in (event_id, event.participation_id)}
            if len(acts) > 1 or any(is_held(reader, act) for act in acts):
                return ""
        return acts.pop()


def _made(session: DatabaseSession, row_id: str) -> str:
    """Give the act that wrote a record first."""
    query = select(JournalRow.act).where(JournalRow.row_id == row_id).order_by(JournalRow.seq)
    return session.scalars(query.limit(1)).first() or ""
