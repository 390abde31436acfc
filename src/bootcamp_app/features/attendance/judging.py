"""The one way in which what is shown at the door is judged, kept and announced."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance.current import as_it_is_now
from bootcamp_app.features.attendance.derived import COUNTED, events_of
from bootcamp_app.features.attendance.rules import (
    Question,
    in_force,
    is_echo,
    judge,
    minutes_late,
    presence_of,
)
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import ACCEPTED, Event, Scan, ScanRecorded
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.tables import ParticipationRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.attendance.rules import Judgement
    from bootcamp_app.features.attendance.shown import Shown
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.work import Work


class Seen(NamedTuple):
    """What was shown at the door, when, with what it was read, and whether going out."""

    shown: Shown
    at: datetime
    method: str = "code"
    is_exit: bool = False


class _Case(NamedTuple):
    """Something that was shown, and how it was judged."""

    seen: Seen
    question: Question
    judgement: Judgement
    row: dict[str, Any]
    """The event that is kept of it."""
    is_echo: bool
    overruled: Sequence[dict[str, Any]] = ()
    """The annulments of what would say otherwise."""


def keep_judged(
    work: Work, session: Session, seen: Sequence[Seen], act: str | None = None
) -> list[Scan]:
    """Judge one after the other inside a transaction, keep and announce what came of each.

    What came before counts for what comes after. The first belongs to an act, that of the work
    unless named, each other one is an act of its own, so that each is taken back alone.
    """
    now = as_it_is_now(work, session)
    known = events_of(work, session.id, list({key for one in seen if (key := one.shown.whose)}))
    cases = []
    for one in seen:
        events = known[one.shown.whose or ""]
        cases.append(_judged(one, now, events))
        if one.shown.whose and cases[-1].row["kind"] in COUNTED:
            events += map(_as_event, (*cases[-1].overruled, cases[-1].row))
    acts = [act or work.act, *(new_id() for _ in cases[1:])][: len(cases)]
    written = [
        (row, act)
        for case, act in zip(cases, acts, strict=True)
        for row in (*case.overruled, case.row)
    ]
    rows = [row for row, _ in written]
    work.add_in_bulk(AttendanceEventRow, rows, [act for _, act in written])
    scans = [_scan(work, case) for case in cases]
    for scan, act in zip(scans, acts, strict=True):
        work.announce(ScanRecorded(scan, session.id), act)
    return scans


def _judged(seen: Seen, session: Session, events: Sequence[Event]) -> _Case:
    question = Question(
        is_code=seen.shown.is_code,
        holders=tuple(seen.shown.holders.values()),
        session=session,
        at=seen.at,
        is_exit=seen.is_exit,
        earlier=presence_of(events),
    )
    judgement = judge(question)
    row = {
        "id": new_id(),
        "kind": _kind(question, judgement),
        "session_id": session.id,
        "participation_id": seen.shown.whose,
        "at": seen.at,
        "result": judgement.result,
        "code": seen.shown.code,
        "method": seen.method,
        # Also of who comes back: the first entry may be annulled later.
        "minutes_late": 0 if seen.is_exit else minutes_late(seen.at, session),
    }
    is_repeated = judgement.result == "duplicate" and row["kind"] == "refusal"
    is_let_in = judgement.result in ACCEPTED and row["kind"] == "entry"
    return _Case(
        seen,
        question,
        judgement,
        row,
        is_repeated and is_echo(seen.at, events),
        _overruled(row, events) if is_let_in else (),
    )


def _overruled(row: dict[str, Any], events: Sequence[Event]) -> list[dict[str, Any]]:
    """Give the annulments of states for a later moment: who is let in now is here.

    A session was moved forward, a time was given, or the clock was set back.
    """
    later = [one for one in events if one.kind == "state" and one.at >= row["at"]]
    if not later:
        return []
    counting = {one.id for one in in_force(events)}
    return [
        {
            "id": new_id(),
            "kind": "annulment",
            "session_id": row["session_id"],
            "participation_id": row["participation_id"],
            "at": row["at"],
            "annuls": one.id,
        }
        for one in later
        if one.id in counting and not one.fills_a_gap
    ]


def _scan(work: Work, case: _Case) -> Scan:
    shown, result = case.seen.shown, case.judgement.result
    earlier = case.question.earlier
    return Scan(
        code=shown.code,
        result=result,
        at=case.seen.at,
        event_id=case.row["id"],
        session_id=case.row["session_id"],
        participant=shown.people.get(shown.whose or ""),
        first_at=earlier.at if earlier and earlier.is_present else None,
        minutes_late=case.judgement.minutes_late,
        questions=_questions(case.question, case.judgement),
        is_exit=case.seen.is_exit,
        is_blank=result == "unknown" and shown.is_blank,
        is_echo=case.is_echo,
        instead=_instead(work, shown.whose) if shown.whose and result == "withdrawn" else None,
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


def _as_event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"],
        kind=row["kind"],
        session_id=row["session_id"],
        participation_id=row["participation_id"],
        at=row["at"].astimezone(UTC),
        minutes_late=row.get("minutes_late", 0),
        annuls=row.get("annuls"),
    )


def _instead(work: Work, whose: str) -> Participant | None:
    """Give the colleague who came in place of somebody, where one did."""
    stands_in = select(ParticipationRow.id).where(ParticipationRow.in_place_of == whose)
    return next(iter(participants(work, list(work.scalars(stands_in.limit(1))))), None)
