"""What the door asks of the services where one call is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.ui.attendance.recent_card import may_be_undone

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.attendance.views import Kept, Scan
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant


def take_person(app: App, session: Session, person: Participant, is_exit: bool) -> Scan:
    """Check somebody in who was found by name, or out."""
    if not is_exit:
        return app.attendance.check_in(session, person)
    [badge] = app.badges.of([person])
    reading = Reading(badge.code, method="name", is_exit=True)
    return app.attendance.record_scan(session, reading)


def take_back_last(attendance: Attendance, session: Session) -> Kept:
    """Take the newest scan back that let somebody in or out and still counts."""
    kept = next((one for one in attendance.recent(session) if may_be_undone(one)), None)
    if kept is None:
        raise Refusal("Nobody has been checked in here yet, so there is nothing to take back.")
    attendance.undo_scan(kept.event_id)
    return kept
