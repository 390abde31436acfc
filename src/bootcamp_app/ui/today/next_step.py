"""The one thing to do next. No database, no window, no clock: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Session

_NEAR = timedelta(minutes=60)


@dataclass(frozen=True)
class Situation:
    """How a bootcamp stands: who is on its list, who came to the session meant now."""

    now: datetime
    sessions: Sequence[Session]
    people: int
    missing: int = 0
    has_certificates: bool = False


@dataclass(frozen=True)
class Step:
    """What its button says, and the page or act that it leads to."""

    text: str
    wanted: str


IMPORT = Step(N_("Import a list"), "people.import")
BADGES = Step(N_("Print badges"), "people.badges")
DOOR = Step(N_("Open the door"), "attendance")
CANVAS = Step(N_("Choose a canvas"), "canvases")
CERTIFICATES = Step(N_("Issue certificates"), "certificates.issue")
EXPORT = Step(N_("Export attendance"), "reports.workbook")


def next_step(situation: Situation) -> Step:
    """Give what to do next; the first that applies, from the list to the handing over."""
    if not situation.people:
        return IMPORT
    if not situation.sessions:
        return BADGES
    if all(one.ends_at < situation.now for one in situation.sessions):
        return EXPORT if situation.has_certificates else CERTIFICATES
    if any(_is_near(one, situation.now) for one in situation.sessions):
        return DOOR if situation.missing else CANVAS
    if situation.now < situation.sessions[0].opens_at:
        return BADGES
    return CANVAS


def _is_near(session: Session, now: datetime) -> bool:
    return session.opens_at - _NEAR <= now <= session.ends_at
