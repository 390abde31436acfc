"""Going out, being marked by hand, and taking a wrong scan back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import ScanAnnulled
from bootcamp_app.features.badges.rules import new_code

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.service import Attendance
    from tests.desk import Desk


def kept(desk: Desk) -> list[tuple[str, str]]:
    return [(row.kind, row.result) for row in desk.rows(AttendanceEventRow)]


def test_who_goes_out_and_comes_back_is_inside_and_keeps_the_first_time(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    desk.clock.forward(minutes=30)

    left = desk.leave(guest.badge)
    inside_after_leaving = desk.counts().inside
    desk.clock.forward(minutes=30)
    back = desk.scan(guest.badge)

    assert (left.result, back.result, back.first_at) == ("recorded", "duplicate", desk.clock.start)
    assert (inside_after_leaving, desk.counts().inside) == (0, 1)
    assert [kind for kind, _ in kept(desk)] == ["entry", "exit", "entry"]
    presence = desk.presence(guest)
    assert presence is not None
    assert presence.at == desk.clock.start


def test_people_may_leave_after_the_end_and_leaving_alone_is_no_presence(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.clock.forward(minutes=600)

    assert desk.leave(guest.badge).result == "recorded"
    assert desk.presence(guest) is None
    assert desk.counts().present == 0


@pytest.mark.parametrize("state", ["absent", "excused"])
def test_who_is_marked_away_and_comes_after_all_is_recorded(desk: Desk, state: str) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.mark(guest, state)
    desk.clock.forward(minutes=10)

    scan = desk.scan(guest.badge)

    assert (scan.result, scan.first_at) == ("recorded", None)
    presence = desk.presence(guest)
    assert presence is not None
    assert (presence.state, presence.at) == ("present", scan.at)


def test_an_undone_scan_leaves_its_annulment_and_the_next_one_is_recorded(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    first = desk.scan(guest.badge)
    heard = desk.announced(ScanAnnulled)
    desk.clock.forward(minutes=5)

    desk.app.attendance.undo_scan(first.event_id)
    counted = desk.counts().present
    again = desk.scan(guest.badge)

    assert counted == 0
    assert [(fact.event_id, fact.session_id) for fact in heard] == [
        (first.event_id, desk.morning.id)
    ]
    assert (again.result, again.at) == ("recorded", desk.clock.now())
    assert kept(desk) == [("entry", "recorded"), ("annulment", ""), ("entry", "recorded")]
    assert [row.annuls for row in desk.rows(AttendanceEventRow)] == [None, first.event_id, None]
    assert desk.counts().present == 1


def undo(attendance: Attendance, event_id: str) -> None:
    with pytest.raises(Refusal, match="This scan has nothing to take back"):
        attendance.undo_scan(event_id)


def test_only_what_counts_can_be_taken_back(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    entry = desk.scan(guest.badge)
    refusal = desk.scan(new_code())
    desk.app.attendance.undo_scan(entry.event_id)

    undo(desk.app.attendance, entry.event_id)
    undo(desk.app.attendance, refusal.event_id)
    undo(desk.app.attendance, "no such scan")

    assert [kind for kind, _ in kept(desk)] == ["entry", "refusal", "annulment"]


def test_a_locked_session_keeps_its_scans(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    entry = desk.scan(guest.badge)
    desk.lock(desk.morning)

    with pytest.raises(Refusal, match="The session is closed"):
        desk.app.attendance.undo_scan(entry.event_id)

    assert desk.counts().present == 1


def test_a_scan_taken_back_by_mistake_is_brought_back_by_undo(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    scan = desk.scan(guest.badge)
    before = desk.presence(guest)
    desk.clock.forward(minutes=1)

    desk.app.attendance.undo_scan(scan.event_id)
    gone = desk.presence(guest)
    desk.clock.forward(minutes=1)
    desk.app.records.undo()

    assert gone is None
    assert desk.presence(guest) == before
    assert desk.counts().present == 1


def test_undo_takes_the_last_scan_that_counted_and_passes_over_refused_ones(desk: Desk) -> None:
    first, second = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    for badge in (first.badge, second.badge, second.badge, "no badge"):
        desk.scan(badge)

    desk.app.records.undo()

    assert [kind for kind, _ in kept(desk)] == ["entry", "entry", "refusal", "refusal", "annulment"]
    assert (desk.presence(first) is None, desk.presence(second) is None) == (False, True)
