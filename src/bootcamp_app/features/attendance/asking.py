"""What is asked at the door: the answers are kept and the person is let in, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.service import checked_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Write = Callable[[Work, str, Mapping[str, str], datetime], None]


class AskedAtDoor:
    """Takes the answers of somebody who stands at the door.

    `write` keeps them inside the transaction: participation id, texts by field, and when.
    """

    def __init__(self, database: Database, clock: Clock, write: Write) -> None:
        self._database = database
        self._clock = clock
        self._write = write

    def answer(self, participant: Participant, answers: Mapping[str, str]) -> None:
        """Keep answers, by field as a scan names them; a wrong one raises its Refusal."""
        with self._database.write() as work:
            self._write(work, participant.participation_id, answers, self._clock.now())

    def answer_and_check_in(
        self, session: Session, participant: Participant, answers: Mapping[str, str]
    ) -> Scan:
        """Keep answers and judge the person again; both are durable when this returns, or none."""
        now = self._clock.now()
        with self._database.write() as work:
            self._write(work, participant.participation_id, answers, now)
            work.flush()
            return checked_in(work, session, participant.participation_id, now)
