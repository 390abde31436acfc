"""Who comes without being on a list: registered, given a badge and checked in, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.service import checked_in
from bootcamp_app.features.attendance.views import WalkedIn
from bootcamp_app.features.badges.service import Badges, bind_blank
from bootcamp_app.features.people.listing import participants

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

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
        with self._database.write() as work:
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
