"""The one thing to do next, from the list to the handing over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bootcamp_app.features.bootcamps.views import Session
from bootcamp_app.ui.today.next_step import (
    BADGES,
    CANVAS,
    CERTIFICATES,
    DOOR,
    EXPORT,
    IMPORT,
    Situation,
    Step,
    next_step,
)

BEGINS = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def session(begins: datetime) -> Session:
    return Session(
        id=begins.isoformat(),
        bootcamp_id="",
        title_en="",
        title_km="",
        starts_at=begins,
        ends_at=begins + timedelta(hours=3),
        opens_before=60,
        late_after=15,
        is_mandatory=True,
        counts=True,
        is_locked=False,
    )


SESSIONS = (session(BEGINS), session(BEGINS + timedelta(hours=24)))


def at(hours: float, people: int = 9, missing: int = 9, **more: bool) -> Situation:
    """Give how it stands so many hours after the first session began."""
    return Situation(BEGINS + timedelta(hours=hours), SESSIONS, people, missing, **more)


@pytest.mark.parametrize(
    ("situation", "step"),
    [
        (at(-100, people=0), IMPORT),
        (at(1, people=0), IMPORT),
        (Situation(BEGINS, (), 9), BADGES),
        (at(-100), BADGES),
        (at(-2.1), BADGES),
        (at(-2), DOOR),
        (at(0), DOOR),
        (at(1, missing=2), DOOR),
        (at(1, missing=0), CANVAS),
        (at(3), DOOR),
        (at(3.5), CANVAS),
        (at(22), DOOR),
        (at(27), DOOR),
        (at(27.1), CERTIFICATES),
        (at(27.1, missing=0), CERTIFICATES),
        (at(27.1, has_certificates=True), EXPORT),
        (at(27.1, people=0), IMPORT),
    ],
)
def test_the_first_thing_that_is_still_to_do_is_next(situation: Situation, step: Step) -> None:
    assert next_step(situation) == step
