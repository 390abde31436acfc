"""Somebody who is found by name at the door, badge or no badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import ScanRecorded
from bootcamp_app.features.badges.tables import BadgeRow

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import Scan
    from tests.desk import Desk, Guest


def check_in(desk: Desk, guest: Guest) -> Scan:
    return desk.app.attendance.check_in(desk.morning, guest.participant)


def test_somebody_found_by_name_is_recorded_as_with_the_badge(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    heard = desk.announced(ScanRecorded)

    scan = check_in(desk, guest)

    assert (scan.result, scan.participant, scan.code) == (
        "recorded",
        guest.participant,
        guest.badge,
    )
    assert [(fact.scan, fact.session_id) for fact in heard] == [(scan, desk.morning.id)]
    (row,) = desk.rows(AttendanceEventRow)
    assert (row.kind, row.method, row.code) == ("entry", "name", guest.badge)
    assert desk.counts().present == 1


def test_who_was_scanned_before_and_is_found_by_name_keeps_the_first_time(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    desk.clock.forward(minutes=20)

    again = check_in(desk, guest)

    assert (again.result, again.first_at) == ("duplicate", desk.clock.start)


def test_the_same_rules_hold_as_for_a_badge(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    late = desk.walk_in("Sok Dara")
    desk.app.people.change(guest.participant, status="withdrawn")
    desk.clock.forward(minutes=60)

    results = [check_in(desk, guest).result, check_in(desk, late).result]
    desk.lock(desk.morning)
    results.append(check_in(desk, late).result)

    assert results == ["withdrawn", "late", "locked"]


def test_a_person_without_a_badge_comes_in_by_name(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    with desk.app.database.write() as work:
        for badge in desk.rows(BadgeRow):
            work.delete(work.get_one(BadgeRow, badge.id))

    scan = check_in(desk, guest)

    assert (scan.result, scan.code) == ("recorded", "")
    assert desk.counts().present == 1


def test_of_two_people_with_one_code_each_comes_in_by_name(desk: Desk) -> None:
    first, second = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    for badge in desk.rows(BadgeRow):
        with desk.app.database.write() as work:
            work.get_one(BadgeRow, badge.id).code = first.badge

    refused = desk.scan(first.badge)
    by_name = check_in(desk, second)

    assert (refused.result, by_name.result) == ("ambiguous", "recorded")
    assert by_name.participant == second.participant


def test_somebody_whose_registration_was_undone_is_not_let_in(desk: Desk) -> None:
    acts: list[str] = []
    desk.app.changes.subscribe_all(lambda said: acts.append(said.act))
    guest = desk.walk_in("Chan Sreyneang")
    desk.app.records.undo_act(acts[-1])

    assert check_in(desk, guest).result == "unknown"
    assert desk.counts().present == 0
