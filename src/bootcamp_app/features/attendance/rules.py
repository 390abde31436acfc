"""When a scan counts. No database, no window, no clock: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.attendance.views import PRESENT, Presence
from bootcamp_app.features.people.views import GONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.attendance.views import Event
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

ECHO = timedelta(seconds=3)
"""Within this time of an entry, the same code is the scanner's doing and no second visit."""


@dataclass(frozen=True)
class Holder:
    """Who holds a badge, as far as the judgement needs it."""

    bootcamp_id: str
    status: str
    open_questions: tuple[str, ...] = ()
    """What must be answered before this person is let in."""
    also_asked: tuple[str, ...] = ()
    """What is asked besides, and keeps nobody out."""
    is_replaced: bool = False
    role: str = ""
    team: str = ""


@dataclass(frozen=True)
class Question:
    """All that is known when a code is scanned: the code's holders and what came before."""

    is_code: bool
    holders: tuple[Holder, ...]
    session: Session
    at: datetime
    is_exit: bool = False
    earlier: Presence | None = None


@dataclass(frozen=True)
class Judgement:
    """The one result of a scan."""

    result: str
    minutes_late: int = 0


def judge(question: Question) -> Judgement:
    """Give the one result of a scan; the first that applies, in this order.

    malformed → unknown → replaced badge → ambiguous → withdrawn → not approved → locked,
    not open or closed (entries only) → not enrolled → needs answer → duplicate → late or
    recorded.
    """
    result = (
        _judge_code(question)
        or _judge_person(question.holders[0])
        or _judge_time(question)
        or _judge_place(question)
    )
    if result is not None:
        return Judgement(result)
    late = minutes_late(question.at, question.session)
    if question.is_exit or not late:
        return Judgement("recorded")
    return Judgement("late", late)


def is_expected_at(session: Session, role: str, team: str) -> bool:
    """Say whether a session expects whoever has this role and team; most expect everybody."""
    kind, _, wanted = session.expects.partition(":")
    has = {"role": role, "team": team}
    # What a later version may expect besides keeps nobody out here.
    return kind not in has or comparison_key(has[kind]) == comparison_key(wanted)


def is_expected(one: Participant, session: Session) -> bool:
    """Say whether somebody may come to a session: takes part, and is of those it expects."""
    return one.is_expected and is_expected_at(session, one.role, one.team)


def is_counted(session: Session, status: str, role: str, team: str) -> bool:
    """Say whether a session counts somebody who does not stand to it: who is expected there.

    Closing gave everybody a standing whom it expected; whoever is registered later was not meant,
    and what was reported of a closed session stays.
    """
    is_open = not session.is_locked
    return is_open and status not in GONE and is_expected_at(session, role, team)


def minutes_late(moment: datetime, session: Session) -> int:
    """Give the whole minutes after the start, at least 1, once the grace period is over; else 0."""
    if moment <= session.late_from:
        return 0
    return max(1, (moment - session.starts_at) // timedelta(minutes=1))


def is_echo(moment: datetime, events: Iterable[Event]) -> bool:
    """Say whether a scanner fired twice: an entry that counts was kept less than 3 s before."""
    came = [event.at for event in in_force(events) if event.kind == "entry"]
    return any(timedelta() <= moment - at < ECHO for at in came)


def in_force(events: Iterable[Event]) -> list[Event]:
    """Give the events that count, in order; an annulment may itself be annulled."""
    ordered = sorted(events, key=lambda event: (event.at, event.id))
    annulments: dict[str, list[str]] = {}
    for event in ordered:
        if event.kind == "annulment" and event.annuls:
            annulments.setdefault(event.annuls, []).append(event.id)

    def counts(key: str, above: frozenset[str] = frozenset()) -> bool:
        below = above | {key}
        return not any(counts(one, below) for one in annulments.get(key, ()) if one not in below)

    return [event for event in ordered if counts(event.id)]


def presence_of(events: Iterable[Event]) -> Presence | None:
    """Give how one person stands to one session after these events; None where nothing counts.

    The first entry that was not annulled makes somebody present; a state that was set by hand
    overrules what came before it, and who is marked away and comes in after all is present from
    then on. What closing set counts only where nothing else does, whatever its moment: laptops
    that meet later may bring a scan. However many entries arrive, there is one presence.
    """
    standing = in_force(events)
    moves = [event.kind for event in standing if event.kind in {"entry", "exit"}]
    decisive: Event | None = None
    filling: Event | None = None
    for event in standing:
        if event.fills_a_gap and event.kind == "state":
            filling = event
        elif event.kind == "state" or (event.kind == "entry" and not _is_there(decisive)):
            decisive = event
    decisive = decisive or filling
    if decisive is None:
        return None
    late = "late" if decisive.minutes_late else "present"
    return Presence(
        participation_id=decisive.participation_id,
        session_id=decisive.session_id,
        state=decisive.state or late,
        at=decisive.at,
        event_id=decisive.id,
        minutes_late=decisive.minutes_late,
        is_inside=moves[-1:] == ["entry"],
    )


def _is_there(event: Event | None) -> bool:
    """Say whether an event that decides makes somebody present."""
    return event is not None and (event.state or "present") in PRESENT


def _judge_code(question: Question) -> str | None:
    if not question.is_code:
        return "malformed"
    if not question.holders:
        return "unknown"
    current = [holder for holder in question.holders if not holder.is_replaced]
    if not current:
        return "replaced_badge"
    return "ambiguous" if len(question.holders) > 1 else None


def _judge_person(holder: Holder) -> str | None:
    if holder.status in {"withdrawn", "substituted"}:
        return "withdrawn"
    return "not_approved" if holder.status == "nominated" else None


def _judge_time(question: Question) -> str | None:
    session = question.session
    if session.is_locked:
        return "locked"
    if question.is_exit:
        return None
    if question.at < session.opens_at:
        return "not_open"
    return "closed" if question.at > session.ends_at else None


def _judge_place(question: Question) -> str | None:
    holder = question.holders[0]
    session = question.session
    was_there = question.earlier is not None and question.earlier.is_present
    # Groups may change while people sit there: who was let in comes back, and leaves.
    is_expected = was_there or is_expected_at(session, holder.role, holder.team)
    if holder.bootcamp_id != session.bootcamp_id or not is_expected:
        return "not_enrolled"
    if holder.open_questions:
        return "needs_answer"
    return "duplicate" if was_there and not question.is_exit else None
