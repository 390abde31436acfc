"""What the door asks of the services where one call is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.views import Kept
from bootcamp_app.ui.attendance.recent_card import may_be_undone

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant


def take_person(app: App, session: Session, person: Participant, is_exit: bool) -> Scan:
    """Check somebody in who was found by name, or out."""
    if not is_exit:
        return app.attendance.check_in(session, person)
    [badge] = app.badges.of([person])
    reading = Reading(badge.code, method="name", is_exit=True)
    return app.attendance.record_scan(session, reading)


def as_kept(scan: Scan) -> Kept | None:
    """Give a scan as it can be taken back, or None where it let nobody in or out."""
    kept = Kept(scan.event_id, scan.at, scan.result, scan.participant, is_exit=scan.is_exit)
    return kept if may_be_undone(kept) else None


def take_back(app: App, session: Session, kept: Kept | None = None) -> Kept:
    """Take a scan back, or the newest that still counts; a walk-in with person and badge."""
    meant = kept or next(filter(may_be_undone, app.attendance.recent(session)), None)
    if meant is None:
        raise Refusal("Nobody has been checked in here yet, so there is nothing to take back.")
    act = app.walk_ins.act_of(meant.event_id)
    if act:
        app.records.undo_act(act)
    else:
        app.attendance.undo_scan(meant.event_id)
    return meant
