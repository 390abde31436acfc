"""Questions at the door, as short as they can be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bootcamp_app.features.attendance.rules import Holder, Question
from bootcamp_app.features.attendance.views import Presence
from bootcamp_app.features.bootcamps.views import Session

ZONE = ZoneInfo("Asia/Phnom_Penh")
STARTS = datetime(2026, 3, 2, 8, 30, tzinfo=ZONE)
SESSION = Session(
    id="morning",
    bootcamp_id="camp",
    title_en="Day 1 – Morning",
    title_km="ថ្ងៃទី១ – ព្រឹក",
    starts_at=STARTS,
    ends_at=STARTS + timedelta(hours=3),
    opens_before=60,
    late_after=15,
    is_mandatory=False,
    counts=True,
    is_locked=False,
)
EXPECTED = Holder("camp", "confirmed")
IN_TIME = STARTS - timedelta(minutes=30)
SECOND = timedelta(seconds=1)


def presence(state: str = "present", *, is_inside: bool = True) -> Presence:
    """Give how somebody stood before the scan."""
    return Presence("person", "morning", state, IN_TIME, "event", is_inside=is_inside)


def asked(*troubles: str, at: datetime = IN_TIME, is_exit: bool = False) -> Question:
    """Give the question of somebody expected, in time, with these troubles and no others."""
    plain = Question(is_code=True, holders=(EXPECTED,), session=SESSION, at=at, is_exit=is_exit)
    question = plain
    for trouble in troubles:
        question = _TROUBLES[trouble](question)
    return question


def _holder(question: Question, **fields: object) -> Question:
    holders = tuple(replace(holder, **fields) for holder in question.holders)  # type: ignore[arg-type]
    return replace(question, holders=holders)


def _session(question: Question, **fields: object) -> Question:
    return replace(question, session=replace(question.session, **fields))  # type: ignore[arg-type]


_TROUBLES: dict[str, Callable[[Question], Question]] = {
    "malformed": lambda question: replace(question, is_code=False),
    "unknown": lambda question: replace(question, holders=()),
    "replaced_badge": lambda question: _holder(question, is_replaced=True),
    "ambiguous": lambda question: replace(question, holders=(*question.holders, EXPECTED)),
    "withdrawn": lambda question: _holder(question, status="withdrawn"),
    "substituted": lambda question: _holder(question, status="substituted"),
    "not_approved": lambda question: _holder(question, status="nominated"),
    "locked": lambda question: _session(question, is_locked=True),
    "not_open": lambda question: replace(
        question, at=question.session.opens_at - timedelta(minutes=5)
    ),
    "closed": lambda question: replace(
        question, at=question.session.ends_at + timedelta(minutes=5)
    ),
    "not_enrolled": lambda question: _holder(question, bootcamp_id="another camp"),
    "needs_answer": lambda question: _holder(question, open_questions=("sex",)),
    "duplicate": lambda question: replace(question, earlier=presence()),
    "late": lambda question: replace(question, at=STARTS + timedelta(minutes=20)),
}
