"""A closed session changes with a reason only: undo takes back the closing, nothing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.storage.journal import JournalRow

if TYPE_CHECKING:
    from tests.clock import FakeClock
    from tests.desk import Desk, Guest

LOCKED = "The session is closed. Open it again in the list, or set there who was here."


@pytest.fixture
def guests(sqlite_desk: Desk, clock: FakeClock) -> list[Guest]:
    """One who came, one who did not; the session is over."""
    made = [sqlite_desk.walk_in(name) for name in ("Chan Dara", "Sok Dara")]
    sqlite_desk.scan(made[0].badge)
    clock.forward(minutes=240)
    return made


def act_of(desk: Desk, row_id: str) -> str:
    with desk.app.database.read() as reader:
        acts = reader.scalars(select(JournalRow.act).where(JournalRow.row_id == row_id)).all()
    return acts[0]


def put(desk: Desk, guest: Guest, state: str, reason: str = "") -> str:
    ids = [guest.participant.participation_id]
    return desk.app.states.set(desk.morning, ids, Mark(state, reason)).act


def refused(desk: Desk, act: str, only: list[str] | None = None) -> str:
    before = desk.counts()
    with pytest.raises(Refusal) as refusal:
        desk.app.records.undo_act(act, only)
    assert desk.counts() == before
    assert desk.morning.is_locked
    return str(refusal.value)


def test_a_scan_of_a_closed_session_is_not_taken_back(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    presence = desk.presence(guests[0])
    assert presence
    desk.app.sittings.close(desk.morning)

    assert refused(desk, act_of(desk, presence.event_id)) == LOCKED
    with pytest.raises(Refusal, match="The session is closed"):
        desk.app.records.undo(presence.event_id)


def test_a_state_set_before_or_after_closing_is_not_taken_back(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    before = put(desk, guests[1], "excused", "sick")
    desk.app.sittings.close(desk.morning)
    after = put(desk, guests[1], "present", "was here")

    assert [refused(desk, act) for act in (before, after)] == [LOCKED] * 2
    with pytest.raises(Refusal, match="The session is closed"):
        desk.app.records.undo()


def test_one_of_those_whom_closing_set_absent_is_not_taken_out(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    closed = desk.app.sittings.close(desk.morning)
    presence = desk.presence(guests[1])
    assert presence

    assert refused(desk, closed.act, [presence.event_id]) == LOCKED


def test_the_lock_alone_is_not_taken_back(sqlite_desk: Desk, guests: list[Guest]) -> None:
    desk = sqlite_desk
    closed = desk.app.sittings.close(desk.morning)

    said = refused(desk, closed.act, [desk.morning.id])

    assert len(guests) == 2
    assert said == (
        "“Day 1 – Morning” was closed or opened for everybody at once. Open or close it in the "
        "list."
    )


def test_closing_is_taken_back_done_again_and_taken_back(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    act = desk.app.sittings.close(desk.morning).act
    seen = []
    for _ in range(3):
        act = desk.app.records.undo_act(act).act
        seen.append((desk.morning.is_locked, desk.presence(guests[1]) is None))

    assert seen == [(False, True), (True, False), (False, True)]


def test_an_earlier_closing_is_not_taken_back_under_a_later_one(
    sqlite_desk: Desk, guests: list[Guest], clock: FakeClock
) -> None:
    desk = sqlite_desk
    first = desk.app.sittings.close(desk.morning).act
    reopened = desk.app.sittings.reopen(desk.morning, "the bus came late")
    clock.forward(minutes=1)
    last = desk.app.sittings.close(desk.morning).act

    assert [refused(desk, act) for act in (first, reopened)] == [LOCKED] * 2
    desk.app.records.undo_act(last)

    assert desk.morning.is_locked is False
    assert desk.counts().registered == len(guests)


def test_what_a_closed_session_is_called_and_when_it_was_stays(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    desk.app.agenda.change(desk.morning, {"title_en": "Opening"})
    act = act_of_change(desk)
    desk.app.sittings.close(desk.morning)

    said = refused(desk, act)

    assert said == "“Opening” is closed. Open it again in the list, then change it."
    assert desk.morning.title_en == "Opening"
    assert desk.counts().registered == len(guests)


def act_of_change(desk: Desk) -> str:
    with desk.app.database.read() as reader:
        query = select(JournalRow.act).where(JournalRow.row_id == desk.morning.id)
        return list(reader.scalars(query.order_by(JournalRow.seq)))[-1]


def test_two_people_who_were_one_are_two_again_whatever_is_closed(
    sqlite_desk: Desk, guests: list[Guest]
) -> None:
    desk = sqlite_desk
    keep, other = (one.participant.person_id for one in reversed(guests))
    desk.app.sittings.close(desk.morning)
    merged = desk.app.twins.merge(keep, other)
    together = desk.counts()

    desk.app.records.undo_act(merged.act)

    assert (together.registered, together.present) == (1, 1)
    assert (desk.counts().registered, desk.counts().present) == (2, 1)
