"""The way of one scan through the service: its answer and what is kept of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import RESULTS, ScanRecorded
from bootcamp_app.features.badges.rules import new_code, spaced
from bootcamp_app.features.badges.tables import BadgeRow

if TYPE_CHECKING:
    from tests.desk import Desk


def kept(desk: Desk) -> list[tuple[str, str]]:
    return [(row.kind, row.result) for row in desk.rows(AttendanceEventRow)]


def test_somebody_expected_is_recorded_with_time_and_operator(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang", name_km="ចាន់ ស្រីនាង")
    heard = desk.announced(ScanRecorded)

    scan = desk.scan(guest.badge)

    assert (scan.result, scan.at, scan.first_at, scan.minutes_late) == (
        "recorded",
        desk.clock.start,
        None,
        0,
    )
    assert scan.participant == guest.participant
    assert [(fact.scan, fact.session_id) for fact in heard] == [(scan, desk.morning.id)]
    (row,) = desk.rows(AttendanceEventRow)
    assert (row.id, row.kind, row.code, row.method) == (scan.event_id, "entry", guest.badge, "code")
    assert row.participation_id == guest.participant.participation_id
    assert {entry.who for entry in desk.app.records.history(row.id)} == {"Sokha"}


def test_a_second_scan_of_a_session_keeps_the_first_time(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    desk.clock.forward(minutes=20)

    again = desk.scan(guest.badge)

    assert (again.result, again.first_at) == ("duplicate", desk.clock.start)
    assert again.is_accepted
    presence = desk.presence(guest)
    assert presence is not None
    assert presence.at == desk.clock.start
    assert kept(desk) == [("entry", "recorded"), ("refusal", "duplicate")]
    assert desk.counts().present == 1


def test_somebody_late_is_recorded_with_the_minutes(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")

    scan = desk.scan(guest.badge, at=desk.at("08:52:30"))

    assert (scan.result, scan.minutes_late) == ("late", 22)
    presence = desk.presence(guest)
    assert presence is not None
    assert (presence.state, presence.minutes_late) == ("late", 22)
    assert desk.counts().late == 1


def test_a_late_person_who_scans_again_stays_as_late_as_the_first_time(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge, at=desk.at("08:50"))

    again = desk.scan(guest.badge, at=desk.at("10:00"))

    assert (again.result, again.minutes_late, again.first_at) == ("duplicate", 0, desk.at("08:50"))
    presence = desk.presence(guest)
    assert presence is not None
    assert presence.minutes_late == 20


def refused(desk: Desk, word: str) -> str:
    """Arrange a badge that is answered with this word; give what is scanned."""
    guest = desk.walk_in("Chan Sreyneang")
    if word == "malformed":
        return guest.badge[:-1]
    if word == "unknown":
        return new_code()
    if word == "replaced_badge":
        desk.app.badges.replace(guest.participant)
    if word == "ambiguous":
        other = desk.walk_in("Sok Dara").participant.participation_id
        desk.write(BadgeRow(code=guest.badge, participation_id=other))
    if word in {"withdrawn", "not_approved"}:
        status = {"withdrawn": "withdrawn", "not_approved": "nominated"}[word]
        desk.app.people.change(guest.participant, status=status)
    if word == "not_enrolled":
        vars(desk)["bootcamp"] = desk.open_bootcamp("Another bootcamp")
    if word == "needs_answer":
        vars(desk)["bootcamp"] = desk.open_bootcamp("Asks", asked_at_door=("phone",))
        return desk.walk_in("Kim Sophea").badge
    if word == "locked":
        desk.lock(desk.morning)
    if word in {"not_open", "closed"}:
        desk.clock.forward(minutes={"not_open": -60, "closed": 300}[word])
    return guest.badge


@pytest.mark.parametrize(
    "word", [word for word in RESULTS if word not in {"recorded", "late", "duplicate"}]
)
def test_a_refused_scan_is_answered_with_its_word_and_kept(desk: Desk, word: str) -> None:
    badge = refused(desk, word)

    scan = desk.scan(badge)

    assert (scan.result, scan.is_accepted) == (word, False)
    (row,) = desk.rows(AttendanceEventRow)
    assert (row.kind, row.result, row.code) == ("refusal", word, badge)
    assert (row.id, row.session_id) == (scan.event_id, desk.morning.id)
    knows_whom = word not in {"malformed", "unknown", "ambiguous"}
    assert (scan.participant is not None) is knows_whom
    assert (row.participation_id is not None) is knows_whom
    assert desk.counts().present == 0
    assert desk.app.attendance.presences(desk.sessions) == {}


def test_the_window_is_kept_to_the_second(desk: Desk) -> None:
    moments = ["07:29:59", "07:30:00", "08:45:00", "08:45:01", "11:30:00", "11:30:01"]
    guests = [desk.walk_in(f"Guest {number}") for number in range(len(moments))]

    results = [
        desk.scan(one.badge, at=desk.at(at)).result for one, at in zip(guests, moments, strict=True)
    ]

    assert results == ["not_open", "recorded", "recorded", "late", "late", "closed"]


def test_the_session_is_judged_as_it_is_now_not_as_the_window_last_saw_it(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    seen = desk.morning
    desk.lock(seen)

    assert desk.scan(guest.badge, seen).result == "locked"


def test_a_code_is_read_however_it_was_written(desk: Desk) -> None:
    code = desk.walk_in("Chan Sreyneang").badge
    khmer = code.translate({ord("0") + n: chr(ord("០") + n) for n in range(10)})
    written = [spaced(code), khmer, "-".join(code), f"\ufeff {code}\r\n"]

    scans = [desk.scan(text) for text in written]

    assert [scan.result for scan in scans] == ["recorded", *["duplicate"] * 3]
    assert {scan.code for scan in scans} == {code}


def test_whatever_is_not_a_badge_is_malformed_and_kept_short(desk: Desk) -> None:
    texts = ["", "Chan Sreyneang", "7" * 17, "9" * 5000, "a\0b", "%", "ចាន់"]

    results = [desk.scan(text).result for text in texts]

    assert results == ["malformed"] * len(texts)
    assert [row.code for row in desk.rows(AttendanceEventRow)] == [
        "", "ChanSreyneang", "7" * 17, "9" * 200, "ab", "%", "ចាន់",
    ]  # fmt: skip


def test_the_code_of_a_canvas_is_answered_as_what_it_is(desk: Desk) -> None:
    canvas, wrong = desk.scan("81234567890011091"), desk.scan("81234567890011092")

    assert (canvas.result, wrong.result) == ("malformed", "malformed")
    assert str(canvas.told).startswith("This code is of a canvas, not of a badge.")
    assert str(wrong.told) == "This is not a badge. Scan again, or find the person by name."


def test_a_blank_badge_from_the_stock_is_unknown_until_it_is_bound(desk: Desk) -> None:
    code = new_code()
    desk.write(BadgeRow(code=code, participation_id=None))

    assert desk.scan(code).result == "unknown"


def test_a_scan_of_a_session_that_is_gone_is_refused_in_words(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    morning = desk.morning
    desk.app.agenda.remove(morning)

    with pytest.raises(Refusal, match="This session is gone"):
        desk.scan(guest.badge, morning)

    assert kept(desk) == [("entry", "recorded")]


def test_a_bootcamp_stays_with_its_sessions_once_somebody_was_recorded(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    desk.scan(guest.badge)
    act = desk.app.records.history(desk.bootcamp.id)[0].act

    undone = desk.app.records.undo_act(act)

    assert [one.why for one in undone.kept] == [("somebody was recorded there",)]
    assert desk.app.bootcamps.all() == [desk.bootcamp]
    assert len(desk.sessions) == 6
    assert desk.counts().present == 1


def test_the_questions_asked_at_the_door_are_those_without_an_answer(desk: Desk) -> None:
    vars(desk)["bootcamp"] = desk.open_bootcamp(
        "Asks", asked_at_door=("sex", "phone", "position", "custom:diet")
    )
    guest = desk.walk_in("Chan Sreyneang", position="Clerk")

    before = desk.scan(guest.badge)
    desk.app.people.change(
        guest.participant, sex="female", phone="012345678", **{"custom:diet": "-"}
    )
    after = desk.scan(guest.badge)

    assert (before.result, before.questions) == ("needs_answer", ("sex", "phone", "custom:diet"))
    assert (after.result, after.questions) == ("recorded", ())


def test_the_new_badge_of_somebody_is_good_and_the_old_one_stays_known(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    code = desk.app.badges.replace(guest.participant)

    results = {guest.badge: desk.scan(guest.badge).result, code: desk.scan(code).result}

    assert results == {guest.badge: "replaced_badge", code: "recorded"}


def test_each_session_has_its_own_presence(desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    morning, afternoon = desk.sessions[:2]

    results = [desk.scan(guest.badge, one, one.starts_at).result for one in (morning, afternoon)]

    assert results == ["recorded", "recorded"]
    key = guest.participant.participation_id
    assert set(desk.app.attendance.presences(desk.sessions)) == {
        (morning.id, key),
        (afternoon.id, key),
    }


def test_a_scan_is_known_after_the_workspace_was_closed(place: str, desk: Desk) -> None:
    guest = desk.walk_in("Chan Sreyneang")
    scan = desk.scan(guest.badge)
    morning = desk.morning
    desk.app.database.close()

    desk.app = build(place, desk.clock, "Sokha")
    again = desk.scan(guest.badge, morning, desk.clock.start + timedelta(minutes=1))
    desk.app.database.close()

    assert (again.result, again.first_at) == ("duplicate", scan.at)
