"""The door: every code that is entered is answered in colour and words, when it is durable."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from shiboken6 import isValid

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.kit import big_answer
from bootcamp_app.ui.words import in_words
from tests.ui.attendance.conftest import Hands

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from PySide6.QtGui import QAccessibleAnnouncementEvent
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock
    from tests.ui.program import Running

LONGER_THAN_A_SLOW_WRITE = 450


def badge(day: room.Desk, name: str) -> str:
    return day.guest(day.person(name)).badge


def test_the_session_of_this_moment_is_chosen_and_said(page: AttendancePage) -> None:
    assert page.title.plain == "Attendance · Day 1 – Morning"
    assert page.subtitle.plain == "Opens 07:30 · late from 08:45 · ends 11:30"
    assert page.sessions.count() == 6


def test_a_badge_is_answered_green_with_the_name_in_both_scripts(
    page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    answer = hands.scan(badge(day, "SOK Vibol"))

    assert (answer.meaning, in_words(answer.headline)) == ("good", "Checked in · 08:00")
    assert (answer.name, answer.second) == ("សុខ វិបុល", "SOK Vibol")
    assert in_words(answer.detail) == "រដ្ឋបាលខេត្តកំពត"
    assert page.door.entry.text() == ""
    qtbot.waitUntil(lambda: page.door.here.number.plain == "1")
    assert page.door.here.words.plain == "here of 9"


def test_an_answer_is_shown_only_when_it_is_durable(hands: Hands, day: room.Desk) -> None:
    kept: list[int] = []
    hands.page.door.answered.connect(lambda _answer: kept.append(len(day.rows(AttendanceEventRow))))

    hands.scan(badge(day, "SOK Vibol"))

    assert kept == [1]


def test_an_answer_is_read_aloud_once_however_many_screens_show_it(
    page: AttendancePage, hands: Hands, day: room.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud: list[str] = []

    class Reader:
        """A screen reader."""

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - as Qt calls it
            aloud.append(event.message())

    page.menu.show_queue()
    [facing] = page.menu.facing
    monkeypatch.setattr(big_answer, "QAccessible", Reader)
    hands.scan(badge(day, "SOK Vibol"))
    facing.close()

    assert [one for one in aloud if "SOK Vibol" in one] == [page.door.answer.big.plain]


def test_khmer_digits_are_a_code_too(hands: Hands, day: room.Desk) -> None:
    answer = hands.scan(khmer_digits(badge(day, "LY Mary")))

    assert (answer.meaning, answer.name) == ("good", "លី ម៉ារី")


def test_a_second_scan_says_when_the_first_one_was(
    hands: Hands, day: room.Desk, clock: FakeClock
) -> None:
    hands.scan(badge(day, "SOK Vibol"))
    clock.forward(minutes=20)

    answer = hands.scan(badge(day, "SOK Vibol"))

    assert (answer.meaning, in_words(answer.headline)) == ("info", "Already checked in at 08:00")


def test_who_comes_late_is_told_by_how_much(hands: Hands, day: room.Desk, clock: FakeClock) -> None:
    clock.forward(minutes=57)

    answer = hands.scan(badge(day, "SOK Vibol"))

    assert answer.meaning == "warning"
    assert in_words(answer.headline) == "Late by 27 minutes · 08:57"


def test_an_unknown_code_and_a_misread_one_are_refused(hands: Hands) -> None:
    unknown, misread = hands.scan(new_code()), hands.scan("71234567890123456")

    assert (unknown.meaning, in_words(unknown.headline)) == ("bad", "Not on the list")
    assert (misread.meaning, in_words(misread.headline)) == ("bad", "Not a badge")


def test_who_may_not_come_in_is_refused_by_name(hands: Hands, day: room.Desk) -> None:
    person = day.person("SOK Vibol")
    day.app.people.change(person, status="withdrawn")

    answer = hands.scan(day.guest(person).badge)

    assert (answer.meaning, in_words(answer.headline)) == ("bad", "Has withdrawn")
    assert (answer.name, in_words(answer.detail)) == (
        "សុខ វិបុល",
        "This person has withdrawn. Open People to take them back in.",
    )


def test_twenty_scans_without_waiting_are_all_answered_in_order(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    guests = [day.walk_in(f"GUEST Number{number:02}") for number in range(20)]

    for guest in guests:
        hands.enter(guest.badge)
    settle()

    assert [answer.name for answer in hands.answers] == [
        f"GUEST Number{number:02}" for number in range(20)
    ]
    assert {answer.meaning for answer in hands.answers} == {"good"}
    assert day.counts().present == 20
    qtbot.waitUntil(lambda: page.door.here.number.plain == "20")


def test_what_could_not_be_saved_is_said_and_scanning_goes_on(
    hands: Hands, day: room.Desk, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = badge(day, "SOK Vibol")
    hands.type(code)
    with monkeypatch.context() as full:
        full.setattr(type(day.app.database), "write", full_disk)
        hands.press(Qt.Key.Key_Return)
        settle()
    failed = hands.answers[-1]

    saved = hands.scan(code)

    assert (failed.meaning, in_words(failed.headline)) == ("bad", "Not saved")
    assert in_words(failed.detail) == "The disk is full."
    assert saved.meaning == "good"


def test_a_locked_session_answers_in_words(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.lock(day.morning)
    page.came_to_front()
    settle()

    assert page.door.answer.big.accessibleName().startswith("The session is closed")
    assert in_words(hands.scan(badge(day, "SOK Vibol")).headline) == "The session is closed"


def test_another_session_is_chosen_by_hand_and_not_open_yet(
    page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    page.sessions.activated.emit(1)

    assert page.title.plain == "Attendance · Day 1 – Afternoon"
    assert page.door.answer.big.accessibleName().startswith("The door opens at 13:00")
    assert in_words(hands.scan(badge(day, "SOK Vibol")).headline) == "Not open yet"


def test_going_out_is_counted_as_such(
    page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    hands.scan(badge(day, "SOK Vibol"))
    hands.scan(badge(day, "LY Mary"))
    page.door.here.way.choose("out")
    page.door.here.way.chosen.emit("out")

    answer = hands.scan(badge(day, "SOK Vibol"))

    assert in_words(answer.headline) == "Left · 08:00"
    qtbot.waitUntil(lambda: page.door.here.number.plain == "1")
    assert page.door.here.words.plain == "still inside"


def test_the_last_scan_is_taken_back(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    hands.scan(badge(day, "LY Mary"))
    hands.scan(badge(day, "SOK Vibol"))
    qtbot.waitUntil(lambda: page.door.recent.whom.plain == "Takes back: SOK Vibol")

    page.door.recent.undo.click()
    settle()

    assert (hands.answers[-1].name, in_words(hands.answers[-1].headline)) == (
        "សុខ វិបុល",
        "Taken back",
    )
    assert day.counts().present == 1
    qtbot.waitUntil(lambda: page.door.here.number.plain == "1")
    assert page.door.recent.lines[0].pill.accessibleName() == "Taken back"


def test_an_answer_that_was_taken_back_elsewhere_does_not_stand(
    page: AttendancePage, hands: Hands, day: room.Desk, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.bridge.acted) as acted:
        hands.scan(badge(day, "SOK Vibol"))

    day.app.records.undo_act(acted.args[0].act)

    qtbot.waitUntil(lambda: in_words(hands.answers[-1].headline) == "Taken back")
    assert hands.answers[-1].second == "SOK Vibol"
    assert page.door.answer.big.plain.startswith("Taken back")


def test_the_field_takes_the_focus_back_after_an_answer(
    page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    page.sessions.setFocus()
    assert page.focusWidget() is page.sessions

    hands.scan(badge(day, "SOK Vibol"))

    assert page.focusWidget() is page.door.entry


def test_a_slow_disk_is_not_answered_before_it_is_done(
    page: AttendancePage, hands: Hands, day: room.Desk, desk: Desk, qtbot: QtBot
) -> None:
    first, second = badge(day, "SOK Vibol"), badge(day, "LY Mary")
    hands.scan(first)
    go_on = Event()
    desk.tasks.write(desk, lambda: go_on.wait(10), lambda _done: None)

    hands.enter(second)
    qtbot.waitUntil(lambda: page.door.answer.big.plain.startswith("Saving…"))
    go_on.set()

    qtbot.waitUntil(lambda: hands.answers[-1].second == "LY Mary")


def test_there_may_be_nothing_to_take_back(
    page: AttendancePage, hands: Hands, settle: Callable[[], None]
) -> None:
    page.carry_out("undo_scan")
    settle()

    assert hands.answers[-1].meaning == "bad"
    assert in_words(hands.answers[-1].detail).startswith("Nobody has been checked in here yet")


def test_an_answer_turns_with_the_language(
    page: AttendancePage, hands: Hands, day: room.Desk, choices: Choices
) -> None:
    hands.scan(badge(day, "SOK Vibol"))
    before = page.door.answer.big.accessibleName()

    choices.change(language="km")

    assert page.door.answer.big.accessibleName() != before
    assert page.title.plain == "វត្តមាន · ថ្ងៃទី១ – ព្រឹក"


def test_a_page_closed_during_a_scan_harms_nothing_and_the_scan_is_kept(
    desk: Desk, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    page = AttendancePage(desk)
    settle()
    hands = Hands(page, settle)
    hands.enter(badge(day, "SOK Vibol"))
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    settle()

    assert hands.answers == []
    assert day.counts().present == 1


def test_after_a_bug_in_a_write_the_next_answer_stays(
    page: AttendancePage,
    hands: Hands,
    day: room.Desk,
    settle: Callable[[], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = badge(day, "SOK Vibol")
    with capture_exceptions() as bugs, monkeypatch.context() as broken:
        broken.setattr(type(day.app.attendance), "record_scan", of_a_bug)
        hands.enter(code)
        settle()

    hands.scan(code)
    answer = page.door.answer.big.plain
    qtbot.wait(LONGER_THAN_A_SLOW_WRITE)

    assert [kind for kind, _bug, _trace in bugs] == [KeyError]
    assert answer.startswith("Checked in · 08:00")
    assert page.door.answer.big.plain == answer


def test_a_bug_in_a_slow_write_does_not_leave_the_door_saving(
    page: AttendancePage,
    hands: Hands,
    day: room.Desk,
    desk: Desk,
    qtbot: QtBot,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = badge(day, "SOK Vibol")
    go_on = Event()
    desk.tasks.write(desk, lambda: go_on.wait(10), lambda _done: None)
    monkeypatch.setattr(type(day.app.attendance), "record_scan", of_a_bug)
    with capture_exceptions():
        hands.enter(code)
        qtbot.waitUntil(lambda: page.door.answer.big.plain.startswith("Saving…"))
        go_on.set()
        settle()

    assert not page.door.answer.big.plain.startswith("Saving…")


def test_ctrl_z_at_the_door_takes_the_last_scan_back(running: Running, qtbot: QtBot) -> None:
    day = running.fill(0)
    window = running.show("attendance")
    page = window.page("attendance")
    assert isinstance(page, AttendancePage)
    hands = Hands(page, running.settle)
    hands.scan(badge(day, "SOK Vibol"))
    assert day.counts().present == 1
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.door.entry.setFocus()

    QTest.keyClick(page.door.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: day.counts().present == 0)
    assert page.door.entry.text() == ""


def test_ctrl_z_takes_typing_back_while_there_is_some(page: AttendancePage) -> None:
    QTest.keyClicks(page.door.entry, "vib")

    QTest.keyClick(page.door.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert page.door.entry.text() == ""


def of_a_bug(*_whatever: object) -> None:
    raise KeyError("a bug")


def full_disk(_database: object, **_how: object) -> None:
    raise NotSaved("The disk is full.")
