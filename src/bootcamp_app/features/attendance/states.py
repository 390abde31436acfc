"""Setting by hand how people stand to a session, with a reason, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.current import as_it_is_now
from bootcamp_app.features.attendance.happenings import happenings
from bootcamp_app.features.attendance.rules import is_expected, minutes_late
from bootcamp_app.features.attendance.standing import Standings, everybody
from bootcamp_app.features.attendance.state_views import (
    PAPER,
    STATES,
    Mark,
    Marked,
    StatesSet,
    kept_reason,
)
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import PRESENT
from bootcamp_app.features.people.listing import participants

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.standing import Stand
    from bootcamp_app.features.attendance.state_views import Happening
    from bootcamp_app.features.attendance.views import Event
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

_LONGEST = 500
_MINUTE = timedelta(minutes=1)


class States:
    """Present, late, excused, absent: set by hand, for one or for many, in one act.

    States are only ever added. Whoever stands so already is left alone, so that nothing that
    arrives twice counts twice.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def look(self, session: Session, ids: Sequence[str], mark: Mark) -> Marked:
        """Say what setting a state would do, without doing it; raises what setting would raise."""
        with self._database.read() as reader:
            now_so = as_it_is_now(reader, session)
            return self._plan(reader, now_so, ids, checked(mark, now_so)).told

    def set(self, session: Session, ids: Sequence[str], mark: Mark) -> Marked:
        """Set how these participations stand to a session; a Refusal says what is missing."""
        with self._database.write() as work:
            now_so = as_it_is_now(work, session)
            plan = self._plan(work, now_so, ids, checked(mark, now_so))
            if not plan.told.people:
                return plan.told
            self._write(work, now_so, plan)
            return replace(plan.told, act=work.act)

    def everybody(self, session: Session) -> list[Stand]:
        """Give all who are expected at a session or stand somehow to it, by name, with reasons."""
        with self._database.read() as reader:
            return everybody(reader, as_it_is_now(reader, session))

    def history(self, session: Session, participant: Participant) -> list[Happening]:
        """Give everything that happened to somebody at a session, the newest first."""
        with self._database.read() as reader:
            return happenings(reader, session, participant.participation_id)

    def _plan(self, reading: Reading, session: Session, ids: Sequence[str], mark: Mark) -> _Plan:
        people = participants(reading, list(dict.fromkeys(ids)))
        standings = Standings(reading, session.id, [one.participation_id for one in people])
        groups: dict[str, list[Participant]] = defaultdict(list)
        for one in people:
            groups[_place(one, session, standings, mark)].append(one)
        told = Marked(
            mark,
            people=tuple(groups["people"]),
            already=tuple(groups["already"]),
            withdrawn=tuple(groups["withdrawn"]),
            not_expected=tuple(groups["not_expected"]),
        )
        return _Plan(told, standings)

    def _write(self, work: Work, session: Session, plan: _Plan) -> None:
        mark, now = plan.told.mark, self._clock.now()
        rows: list[dict[str, Any]] = []
        for one in plan.told.people:
            key = one.participation_id
            counting = plan.standings.counting(key)
            at = _moment(mark, session, now, counting)
            late = _late(mark, at, session)
            shared = {"session_id": session.id, "participation_id": key}
            # What was set for a later moment would overrule this.
            rows += [
                {"kind": "annulment", "at": now, "annuls": event.id, **shared}
                for event in counting
                if event.kind == "state" and event.at >= at
            ]
            rows.append(
                {"kind": "state", "at": at, "state": mark.state, "reason": mark.reason,
                 "method": mark.method, "code": mark.code, "minutes_late": late, **shared}
            )  # fmt: skip
        work.add_in_bulk(AttendanceEventRow, rows)
        ids = tuple(one.participation_id for one in plan.told.people)
        work.announce(StatesSet(session.id, ids))


@dataclass(frozen=True)
class _Plan:
    told: Marked
    standings: Standings


def checked(mark: Mark, session: Session) -> Mark:
    """Give a mark with its reason as it is kept; a Refusal says which reason is missing."""
    if mark.state not in STATES:
        raise ValueError(mark.state)
    reason = kept_reason(mark.reason)
    if session.is_locked and not reason:
        raise Refusal("This session is closed. Write the reason for the change.")
    if mark.state == "excused" and not reason:
        raise Refusal("Write why they are excused, such as: sick, on mission.")
    if len(reason) > _LONGEST:
        raise Refusal("A reason has at most {most} letters. Shorten it.", most=_LONGEST)
    return replace(mark, reason=reason)


def _place(one: Participant, session: Session, standings: Standings, mark: Mark) -> str:
    """Say in which group of a `Marked` somebody is."""
    presence = standings.presence(one.participation_id)
    if mark.only_missing and presence is not None and presence.state != "absent":
        return "not_missing"
    if presence is None and not one.is_expected:
        return "withdrawn"
    if presence is None and not is_expected(one, session):
        return "not_expected"
    if presence is None or presence.state != mark.state:
        return "people"
    if mark.state in PRESENT:
        # Who comes late or in time keeps the first moment, unless a person corrects it; that a
        # list was signed says nothing against what was scanned.
        is_same = mark.at in (None, presence.at) or mark.method == PAPER
    else:
        is_same = mark.reason in ("", standings.reason(one.participation_id))
    return "already" if is_same else "people"


def _moment(mark: Mark, session: Session, now: datetime, counting: Sequence[Event]) -> datetime:
    """Give when a state begins.

    Who was here was so from the start, or late from now or from the last moment that is not;
    who is away is so after all that happened until now.
    """
    if mark.at is not None and mark.state in PRESENT:
        return mark.at
    if mark.state == "present":
        return max(session.opens_at, min(now, session.starts_at))
    if mark.state == "late":
        return now if session.late_from < now <= session.ends_at else session.late_from
    return max([now, session.opens_at, *(event.at for event in counting)])


def _late(mark: Mark, at: datetime, session: Session) -> int:
    if mark.state != "late":
        return 0
    return minutes_late(at, session) or max(1, (at - session.starts_at) // _MINUTE)
