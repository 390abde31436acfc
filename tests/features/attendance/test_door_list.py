"""What the desk sees of a session: the last scans, the arrivals, and who is missing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bootcamp_app.features.badges.rules import new_code

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import Kept
    from tests.desk import Desk


def recent(desk: Desk, limit: int = 50) -> list[Kept]:
    return desk.app.attendance.recent(desk.morning, limit)


def test_the_last_scans_come_newest_first_refused_ones_too(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    desk.clock.forward(minutes=1)
    desk.scan(guest.badge)
    desk.clock.forward(minutes=1)
    desk.scan(new_code())
    desk.clock.forward(minutes=60)
    desk.leave(guest.badge)

    kept = recent(desk)

    assert [(one.result, one.is_exit) for one in kept] == [
        ("recorded", True),
        ("unknown", False),
        ("duplicate", False),
        ("recorded", False),
    ]
    assert [one.participant for one in kept] == [
        guest.participant,
        None,
        guest.participant,
        guest.participant,
    ]
    assert kept[-1].at == desk.clock.start
    assert kept[-1].at.utcoffset() == timedelta(hours=7)


def test_minutes_are_told_of_those_who_came_late(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.clock.forward(minutes=60)
    desk.scan(guest.badge)
    desk.leave(guest.badge)
    desk.clock.forward(minutes=10)
    desk.scan(guest.badge)

    assert [(one.result, one.minutes_late) for one in recent(desk)] == [
        ("duplicate", 0),
        ("recorded", 0),
        ("late", 30),
    ]


def test_what_was_taken_back_says_so_and_the_annulment_is_no_line_of_its_own(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    other = desk.walk_in("Sok Dara")
    scan = desk.scan(guest.badge)
    desk.clock.forward(minutes=1)
    desk.scan(other.badge)
    desk.scan(new_code())

    desk.app.attendance.undo_scan(scan.event_id)

    kept = {one.event_id: one.is_annulled for one in recent(desk)}
    assert len(kept) == 3
    assert [key for key, is_annulled in kept.items() if is_annulled] == [scan.event_id]


def test_only_as_many_as_asked_for_and_only_of_this_session(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge, desk.sessions[1])
    for _time in range(3):
        desk.scan(guest.badge)
        desk.clock.forward(minutes=1)

    assert [one.result for one in recent(desk, 2)] == ["duplicate", "duplicate"]
    assert len(recent(desk)) == 3


def test_arrivals_are_the_first_entries_in_local_time(desk: Desk) -> None:
    first, second = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    taken_back = desk.walk_in("Keo Pisey")
    desk.scan(second.badge)
    desk.app.attendance.undo_scan(desk.scan(taken_back.badge).event_id)
    desk.clock.forward(minutes=5)
    desk.scan(first.badge)
    desk.scan(second.badge)

    arrivals = desk.figures().arrivals

    assert list(arrivals) == [desk.clock.start, desk.clock.start + timedelta(minutes=5)]
    assert {moment.utcoffset() for moment in arrivals} == {timedelta(hours=7)}


def test_missing_are_those_expected_who_are_neither_here_nor_excused(desk: Desk) -> None:
    here, excused = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    absent, gone = desk.walk_in("Keo Pisey"), desk.walk_in("Ly Heng")
    desk.walk_in("Nop Vanna")
    desk.scan(here.badge)
    desk.mark(excused, "excused")
    desk.mark(absent, "absent")
    desk.app.people.change(gone.participant, status="withdrawn")

    missing = desk.figures().missing

    assert [one.name_en for one in missing] == ["Keo Pisey", "Nop Vanna"]
    assert len(missing) == desk.counts().absent
