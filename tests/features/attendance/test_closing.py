"""Closing a session: the rest is absent, scans are refused, and all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.state_views import Mark, SessionClosed, SessionReopened
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.tables import SessionRow

if TYPE_CHECKING:
    from tests.clock import FakeClock
    from tests.desk import Desk, Guest

NAMES = ("Chan Dara", "Sok Dara", "Kim Dara", "Ly Dara", "Keo Dara", "Meas Dara")


@pytest.fixture
def guests(desk: Desk) -> list[Guest]:
    """Six people: here, late, excused, set absent, and two of whom nothing is known."""
    return gathered(desk)


def gathered(desk: Desk) -> list[Guest]:
    made = [desk.walk_in(name) for name in NAMES]
    desk.scan(made[0].badge)
    desk.clock.forward(minutes=31)
    desk.scan(made[1].badge, at=desk.at("09:00"))
    ids = [one.participant.participation_id for one in made]
    desk.app.states.set(desk.morning, ids[2:3], Mark("excused", "sick"))
    desk.app.states.set(desk.morning, ids[3:4], Mark("absent"))
    return made


def states(desk: Desk, guests: list[Guest]) -> list[str]:
    found = [desk.presence(guest) for guest in guests]
    return [one.state if one else "" for one in found]


def test_closing_says_first_what_it_will_do_and_then_does_it(
    desk: Desk, guests: list[Guest]
) -> None:
    told = desk.announced(SessionClosed)

    looked = desk.app.sittings.look(desk.morning)
    before = (states(desk, guests), desk.morning.is_locked)
    closed = desk.app.sittings.close(desk.morning)

    assert (looked.here, looked.late, looked.excused, looked.absent) == (2, 1, 1, 1)
    assert sorted(one.name_en for one in looked.missing) == ["Keo Dara", "Meas Dara"]
    assert before == (["present", "late", "excused", "absent", "", ""], False)
    assert states(desk, guests) == ["present", "late", "excused", "absent", "absent", "absent"]
    assert desk.morning.is_locked
    assert closed.missing == looked.missing
    assert [fact.absent for fact in told] == [2]


@pytest.mark.usefixtures("guests")
def test_counts_are_right_after_closing(desk: Desk) -> None:
    before = desk.counts()

    desk.app.sittings.close(desk.morning)

    assert desk.counts() == before
    assert (before.present, before.excused, before.absent) == (2, 1, 3)


def test_one_undo_takes_closing_back_and_unlocks(desk: Desk, guests: list[Guest]) -> None:
    closed = desk.app.sittings.close(desk.morning)

    desk.app.records.undo_act(closed.act)

    assert states(desk, guests) == ["present", "late", "excused", "absent", "", ""]
    assert desk.morning.is_locked is False
    assert desk.scan(guests[4].badge).result == "recorded"


def test_a_closed_session_refuses_scans_and_takes_a_state_with_a_reason(
    desk: Desk, guests: list[Guest]
) -> None:
    desk.app.sittings.close(desk.morning)
    ids = [guests[5].participant.participation_id]

    assert desk.scan(guests[5].badge).result == "locked"
    desk.app.states.set(desk.morning, ids, Mark("late", "was here and was not scanned"))

    assert states(desk, guests)[5] == "late"
    assert [one.kind for one in desk.app.states.history(desk.morning, guests[5].participant)] == [
        "state",
        "refusal",
        "closing",
        "state",
    ]


def test_a_session_is_closed_once(desk: Desk) -> None:
    desk.clock.forward(minutes=30)
    desk.app.sittings.close(desk.morning)

    with pytest.raises(Refusal) as refused:
        desk.app.sittings.close(desk.morning)

    assert str(refused.value) == "This session is closed already. To let scans in, open it again."


def test_a_session_that_has_not_begun_is_not_closed(desk: Desk) -> None:
    guest = desk.walk_in("Chan Dara")
    desk.clock.forward(minutes=29.9)

    for closing in (desk.app.sittings.look, desk.app.sittings.close):
        with pytest.raises(Refusal) as refused:
            closing(desk.morning)
        assert str(refused.value) == (
            "This session has not begun. Close it once it has, or correct its hours in the agenda."
        )

    assert desk.morning.is_locked is False
    assert states(desk, [guest]) == [""]


def test_opening_again_needs_a_reason_which_is_kept(desk: Desk, guests: list[Guest]) -> None:
    desk.app.sittings.close(desk.morning)
    told = desk.announced(SessionReopened)

    with pytest.raises(Refusal):
        desk.app.sittings.reopen(desk.morning, " ")
    desk.app.sittings.reopen(desk.morning, "the bus came late")

    assert desk.morning.is_locked is False
    assert [row.reason for row in desk.rows(AttendanceEventRow) if row.kind == "reopening"] == [
        "the bus came late"
    ]
    assert len(told) == 1
    assert states(desk, guests)[4:] == ["absent", "absent"]
    assert desk.scan(guests[4].badge).result == "recorded"
    assert states(desk, guests)[4:] == ["present", "absent"]


def test_an_open_session_is_not_opened_again(sqlite_desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        sqlite_desk.app.sittings.reopen(sqlite_desk.morning, "the bus came late")

    assert str(refused.value) == "This session is open already. Close it once it is over."


def test_a_scan_of_another_laptop_counts_although_this_one_closed_without_it(
    sqlite_desk: Desk, clock: FakeClock
) -> None:
    """What is merged arrives as facts; the scan was made before, but is known only now."""
    desk = sqlite_desk
    guests = gathered(desk)
    clock.forward(minutes=240)
    desk.app.sittings.close(desk.morning)

    desk.write(
        AttendanceEventRow(
            kind="entry",
            session_id=desk.morning.id,
            participation_id=guests[5].participant.participation_id,
            at=desk.at("08:20"),
        )
    )

    assert states(desk, guests)[4:] == ["absent", "present"]


def test_a_scan_of_another_laptop_counts_also_where_the_session_was_moved_since(
    sqlite_desk: Desk, clock: FakeClock
) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Sok Dara")
    scanned = AttendanceEventRow(
        kind="entry",
        session_id=desk.morning.id,
        participation_id=guest.participant.participation_id,
        at=desk.at("08:20"),
    )
    clock.forward(minutes=480)
    with desk.app.database.write() as work:
        row = work.get_one(SessionRow, desk.morning.id)
        row.starts_at, row.ends_at = desk.at("14:00"), desk.at("17:00")
    desk.app.sittings.close(desk.morning)

    desk.write(scanned)

    assert states(desk, [guest]) == ["present"]
    assert desk.counts().absent == 0


def test_only_those_whom_the_session_expects_become_absent(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.walk_in("Chan Dara", role="trainer")
    guest = desk.walk_in("Sok Dara")
    withdrawn = desk.walk_in("Kim Dara", role="trainer")
    desk.clock.forward(minutes=30)
    desk.app.people.change(withdrawn.participant, status="withdrawn")
    desk.expect(desk.morning, "role:trainer")

    closed = desk.app.sittings.close(desk.morning)

    assert [one.name_en for one in closed.missing] == ["Chan Dara"]
    assert states(desk, [guest]) == [""]


def test_the_history_says_that_a_closing_was_taken_back_and_a_reopening_done_again(
    desk: Desk, guests: list[Guest]
) -> None:
    one = guests[0].participant
    closed = desk.app.sittings.close(desk.morning)

    def told() -> list[tuple[str, bool]]:
        history = desk.app.states.history(desk.morning, one)
        return [
            (each.kind, each.is_annulled) for each in history
            if each.kind in {"closing", "reopening"} or (each.annuls and not each.state)
        ]  # fmt: skip

    undo = desk.app.records.undo_act(closed.act)
    taken_back = told()
    desk.app.records.undo_act(undo.act)
    done_again = told()

    assert taken_back == [("annulment", False), ("closing", True)]
    assert done_again == [("annulment", False), ("annulment", True), ("closing", False)]


def test_a_session_that_is_over_and_that_nobody_recorded_is_named(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara")
    first, second, third, *_later = desk.sessions
    desk.scan(guest.badge)
    unrecorded = desk.app.attendance.unrecorded

    assert unrecorded(desk.sessions) == []
    desk.clock.forward(days=2)
    missed = [one for one in desk.sessions if one.id != first.id and one.ends_at < desk.clock.now()]
    assert unrecorded(desk.sessions) == missed
    assert second in missed
    assert third in missed
    desk.app.sittings.close(second)  # which marks everybody absent, and records nobody
    desk.app.states.set(third, [guest.participant.participation_id], Mark("absent", "Ill"))
    assert [one.id for one in unrecorded(desk.sessions)] == [
        one.id for one in missed if one.id != third.id
    ]
    desk.app.records.undo()
    desk.app.agenda.change(third, {"counts": False})
    named = [one.id for one in unrecorded(desk.sessions)]
    assert named == [one.id for one in missed if one.id != third.id]


def test_a_session_whose_only_scan_was_taken_back_has_no_record(desk: Desk) -> None:
    scan = desk.scan(desk.walk_in("Sok Dara").badge)
    desk.clock.forward(days=9)
    taken_back = desk.app.attendance.undo_scan

    before = desk.app.attendance.unrecorded(desk.sessions)
    taken_back(scan.event_id)

    assert before == desk.sessions[1:]
    assert desk.app.attendance.unrecorded(desk.sessions) == desk.sessions
