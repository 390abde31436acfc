"""A day of a bootcamp as it stands at one moment: read at once, shown by the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.features.bootcamps.rules import session_at
from bootcamp_app.ui.today.next_step import Situation, Step, next_step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant


@dataclass(frozen=True)
class Day:
    """What the page shows."""

    bootcamp: Bootcamp
    now: datetime
    people: int
    session: Session | None
    """The one that is meant now: open, or next, or the last."""
    counts: Counts | None
    arrivals: list[datetime]
    average_late: int
    missing: tuple[Participant, ...]
    """The first of those who are missing now, by name."""
    to_close: Session | None
    """A session that is over and was not closed yet."""
    agenda: list[AgendaItem]
    step: Step

    @property
    def number(self) -> int:
        """Which day of the bootcamp it is; below 1 before it, above `length` after it."""
        return self.now.date().toordinal() - self.bootcamp.starts_on.toordinal() + 1

    @property
    def length(self) -> int:
        """How many days the bootcamp has."""
        return self.bootcamp.ends_on.toordinal() - self.bootcamp.starts_on.toordinal() + 1


@dataclass(frozen=True)
class AgendaItem:
    """A session of the day; its state is `over`, `now`, `next` or `later`."""

    session: Session
    state: str
    counts: Counts

    @property
    def came(self) -> int:
        """How many came, in time or late."""
        return self.counts.present


def read_day(app: App, bootcamp: Bootcamp) -> Day:
    """Give how a bootcamp stands now; reads, so not in the window's thread."""
    now = app.clock.now().astimezone(bootcamp.zone)
    sessions = app.bootcamps.sessions(bootcamp)
    session = session_at(now, sessions)
    shown = sessions_of_the_day(sessions, now)
    counted = [*shown, *([session] if session and session not in shown else [])]
    figures = app.sittings.figures(bootcamp, counted, session)
    counts = figures.by_session[session.id] if session else None
    is_over = bool(sessions) and all(one.ends_at < now for one in sessions)
    situation = Situation(
        now=now,
        sessions=sessions,
        people=figures.people,
        missing=counts.absent if counts else figures.people,
        has_certificates=is_over and bool(app.certificates.issued(bootcamp)),
    )
    return Day(
        bootcamp=bootcamp,
        now=now,
        people=figures.people,
        session=session,
        counts=counts,
        arrivals=list(figures.arrivals),
        average_late=figures.average_late,
        missing=figures.missing,
        to_close=to_close(sessions, now),
        agenda=[
            AgendaItem(one, state_of(one, sessions, now), figures.by_session[one.id])
            for one in shown
        ],
        step=next_step(situation),
    )


def to_close(sessions: Sequence[Session], now: datetime) -> Session | None:
    """Give the last session of this day or an earlier one that is over and not closed yet."""
    over = [one for one in sessions if one.ends_at < now and not one.is_locked]
    recent = [one for one in over if (now.date() - one.starts_at.date()).days <= 1]
    return recent[-1] if recent else None


def sessions_of_the_day(sessions: Sequence[Session], now: datetime) -> list[Session]:
    """Give today's sessions; else those of the next day that has any; else of the last."""
    days = sorted({one.starts_at.date() for one in sessions})
    meant = next((day for day in days if day >= now.date()), days[-1] if days else None)
    return [one for one in sessions if one.starts_at.date() == meant]


def state_of(session: Session, sessions: Sequence[Session], now: datetime) -> str:
    """Say whether a session is over, now, next or later."""
    if session.ends_at < now:
        return "over"
    if session.opens_at <= now:
        return "now"
    coming = [one for one in sessions if now < one.opens_at]
    return "next" if coming[0] == session else "later"
