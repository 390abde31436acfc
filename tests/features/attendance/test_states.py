"""States set by hand: once a person, with a reason where one is needed, and never forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.state_views import (
    PAPER,
    WHY_AWAY,
    Mark,
    StatesSet,
    kept_reason,
    told_reason,
)
from bootcamp_app.features.attendance.tables import AttendanceEventRow

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.state_views import Marked
    from tests.clock import FakeClock
    from tests.desk import Desk, Guest


def put(desk: Desk, state: str, *guests: Guest, reason: str = "") -> Marked:
    ids = [guest.participant.participation_id for guest in guests]
    return desk.app.states.set(desk.morning, ids, Mark(state, reason))


def state_of(desk: Desk, guest: Guest) -> str:
    presence = desk.presence(guest)
    return presence.state if presence else ""


@pytest.mark.parametrize("state", ["present", "late", "excused", "absent"])
def test_a_state_is_set_for_several_people_in_one_act_that_is_taken_back_in_one(
    sqlite_desk: Desk, state: str
) -> None:
    desk = sqlite_desk
    guests = [desk.walk_in(name) for name in ("Chan Sreyneang", "Sok Dara")]
    told = desk.announced(StatesSet)

    marked = put(desk, state, *guests, reason="sick")
    after = [state_of(desk, guest) for guest in guests]
    desk.app.records.undo_act(marked.act)

    assert after == [state, state]
    assert [state_of(desk, guest) for guest in guests] == ["", ""]
    assert [len(fact.participation_ids) for fact in told] == [2]


def test_whoever_stands_so_already_is_left_alone_whatever_arrives_twice(desk: Desk) -> None:
    here, new = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    desk.scan(here.badge)

    first = put(desk, "present", here, new, new)
    again = put(desk, "present", here, new)

    assert [word for word, _one in first.results] == ["marked", "already"]
    assert [word for word, _one in again.results] == ["already", "already"]
    assert again.act == ""
    assert desk.counts().present == 2
    assert len([row for row in desk.rows(AttendanceEventRow) if row.kind == "state"]) == 1


def test_who_was_scanned_late_and_is_set_present_counts_from_the_start(
    sqlite_desk: Desk, clock: FakeClock
) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    clock.forward(minutes=60)
    desk.scan(guest.badge)

    put(desk, "present", guest)

    presence = desk.presence(guest)
    assert presence
    assert (presence.state, presence.at, presence.minutes_late) == ("present", desk.at("08:30"), 0)


@pytest.mark.parametrize(
    ("at", "minutes"),
    [("08:00", 15), ("08:45", 15), ("09:10", 40), ("13:00", 15)],
    ids=["before it begins", "to the minute", "within", "after the end"],
)
def test_late_by_hand_has_minutes(
    sqlite_desk: Desk, clock: FakeClock, at: str, minutes: int
) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    clock.forward(seconds=(desk.at(at) - clock.now()).total_seconds())

    put(desk, "late", guest)

    presence = desk.presence(guest)
    assert presence
    assert (presence.state, presence.minutes_late) == ("late", minutes)


def test_the_later_word_counts_also_where_it_is_about_an_earlier_moment(
    sqlite_desk: Desk, clock: FakeClock
) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    states = []
    for state in ("excused", "present", "absent", "late", "excused", "absent", "present"):
        clock.forward(minutes=10)
        put(desk, state, guest, reason="sick")
        states.append(state_of(desk, guest))

    assert states == ["excused", "present", "absent", "late", "excused", "absent", "present"]
    assert desk.counts().present == 1


@pytest.mark.parametrize("state", ["excused", "absent"])
def test_who_is_set_away_is_away_whatever_time_is_given(sqlite_desk: Desk, state: str) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    ids = [guest.participant.participation_id]

    desk.app.states.set(desk.morning, ids, Mark(state, "sick", at=desk.at("07:30")))

    assert state_of(desk, guest) == state


def test_taking_a_state_back_gives_the_one_before(sqlite_desk: Desk, clock: FakeClock) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    put(desk, "excused", guest, reason="sick")
    clock.forward(minutes=50)
    later = put(desk, "present", guest)

    desk.app.records.undo_act(later.act)

    assert state_of(desk, guest) == "excused"


def test_who_is_marked_away_and_comes_is_here(sqlite_desk: Desk, clock: FakeClock) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    put(desk, "excused", guest, reason="sick")
    clock.forward(minutes=5)

    assert desk.scan(guest.badge).result == "recorded"
    assert state_of(desk, guest) == "present"


def test_excused_needs_a_reason_and_says_so(sqlite_desk: Desk) -> None:
    guest = sqlite_desk.walk_in("Chan Sreyneang")

    with pytest.raises(Refusal) as refused:
        put(sqlite_desk, "excused", guest, reason="  ")

    assert str(refused.value) == "Write why they are excused, such as: sick, on mission."
    assert state_of(sqlite_desk, guest) == ""


def test_another_reason_for_the_same_state_is_written_and_the_same_one_is_not(
    sqlite_desk: Desk,
) -> None:
    guest = sqlite_desk.walk_in("Chan Sreyneang")
    put(sqlite_desk, "excused", guest, reason="sick")

    same = put(sqlite_desk, "excused", guest, reason="ឈឺ")
    other = put(sqlite_desk, "excused", guest, reason="wedding of her sister")

    assert ([word for word, _ in same.results], [word for word, _ in other.results]) == (
        ["already"],
        ["marked"],
    )


def test_usual_reasons_are_kept_alike_in_both_languages_and_others_as_they_are() -> None:
    assert kept_reason("  ឈឺ ") == kept_reason("Sick") == "sick"
    assert kept_reason("wedding  of a sister") == "wedding of a sister"
    assert [told_reason(one) for one in WHY_AWAY] == list(WHY_AWAY)


def test_after_a_session_is_locked_every_change_needs_a_reason(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.lock(desk.morning)

    with pytest.raises(Refusal) as refused:
        put(desk, "present", guest)
    assert str(refused.value) == "This session is closed. Write the reason for the change."
    put(desk, "present", guest, reason="was here and was not scanned")

    assert state_of(desk, guest) == "present"


def test_a_dry_run_says_the_same_and_writes_nothing(desk: Desk) -> None:
    here, new, gone = (desk.walk_in(name) for name in ("Chan Dara", "Sok Dara", "Kim Dara"))
    desk.scan(here.badge)
    desk.app.people.change(gone.participant, status="withdrawn")
    ids = [one.participant.participation_id for one in (here, new, gone)]
    before = len(desk.rows(AttendanceEventRow))

    looked = desk.app.states.look(desk.morning, ids, Mark("present"))
    written = len(desk.rows(AttendanceEventRow)) - before
    done = desk.app.states.set(desk.morning, ids, Mark("present"))

    assert written == 0
    assert looked.results == done.results
    assert [(word, one.name_en) for word, one in done.results] == [
        ("marked", "Sok Dara"),
        ("already", "Chan Dara"),
        ("withdrawn", "Kim Dara"),
    ]


def test_who_is_not_expected_at_a_session_is_not_marked(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    trainer, guest = desk.walk_in("Chan Dara", role="trainer"), desk.walk_in("Sok Dara")
    desk.expect(desk.morning, "role:trainer")

    marked = put(desk, "present", trainer, guest)

    assert [(word, one.name_en) for word, one in marked.results] == [
        ("marked", "Chan Dara"),
        ("not_enrolled", "Sok Dara"),
    ]


def test_the_history_of_a_person_says_what_who_when_and_why(
    sqlite_desk: Desk, clock: FakeClock
) -> None:
    desk = sqlite_desk
    guest, other = desk.walk_in("Chan Dara"), desk.walk_in("Sok Dara")
    desk.scan(other.badge)
    scan = desk.scan(guest.badge)
    clock.forward(minutes=1)
    desk.app.attendance.undo_scan(scan.event_id)
    clock.forward(minutes=1)
    put(desk, "excused", guest, reason="sick")

    told = desk.app.states.history(desk.morning, guest.participant)

    assert [(one.kind, one.state, one.reason, one.is_annulled) for one in told] == [
        ("state", "excused", "sick", False),
        ("annulment", "", "", False),
        ("entry", "", "", True),
    ]
    assert {one.who for one in told} == {"Sokha"}
    assert told[0].written_at == desk.at("08:02")
    assert told[1].annuls
    assert told[1].annuls.event_id == scan.event_id


def test_a_late_time_is_corrected_by_hand(sqlite_desk: Desk, clock: FakeClock) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    clock.forward(minutes=60)
    desk.scan(guest.badge)
    ids = [guest.participant.participation_id]

    def late_since(at: str) -> tuple[str, int]:
        mark = Mark("late", "came by another door", desk.at(at))
        ((word, _one),) = desk.app.states.set(desk.morning, ids, mark).results
        presence = desk.presence(guest)
        assert presence
        return word, presence.minutes_late

    assert [late_since(at) for at in ("08:50", "08:50", "09:10", "08:47")] == [
        ("marked", 20), ("already", 20), ("marked", 40), ("marked", 17),
    ]  # fmt: skip
    assert desk.counts().late == 1


def test_a_signed_list_leaves_the_moment_of_a_scan_as_it_is(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    scan = desk.scan(guest.badge)
    mark = Mark("present", at=desk.at("08:30"), method=PAPER)

    desk.app.states.set(desk.morning, [guest.participant.participation_id], mark)

    presence = desk.presence(guest)
    assert presence
    assert presence.at == scan.at
