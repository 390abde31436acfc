"""Beside the door: sounds, a screen for the queue, kiosk mode that only a PIN leaves."""

from __future__ import annotations

import wave
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.attendance.views import RESULTS, Scan
from bootcamp_app.ui.attendance import answers
from bootcamp_app.ui.attendance.attendance_page import AttendancePage
from bootcamp_app.ui.attendance.facing import Facing
from bootcamp_app.ui.attendance.kiosk import Kiosk, KioskDialog
from bootcamp_app.ui.kit.sounds import Player, Sounds
from tests.ui.attendance.conftest import Hands, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QLineEdit, QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock
    from tests.ui.program import Running

    Settle = Callable[[], None]

PIN = "2468"


class Heard:
    """A loudspeaker that remembers what it played."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def players(self, _parent: QObject) -> dict[str, Player]:
        return {name: Heard.Sound(self, name) for name in ("good", "again", "refused", "not-saved")}

    class Sound:
        """One sound."""

        def __init__(self, heard: Heard, name: str) -> None:
            self._heard, self._name = heard, name

        def play(self) -> None:
            self._heard.names.append(self._name)


@pytest.fixture
def heard(page: AttendancePage) -> Heard:
    """What the door lets be heard."""
    found = Heard()
    page.menu.sounds = Sounds(page, found.players)
    page.menu.sounds._load()
    return found


@pytest.fixture
def kiosk(page: AttendancePage) -> Iterator[Kiosk]:
    """Kiosk mode under way."""
    page.menu.begin_kiosk(PIN)
    begun = page.menu.facing[-1]
    assert isinstance(begun, Kiosk)
    yield begun
    if isValid(begun):
        begun.end()


def words_on(window: QWidget) -> str:
    found = window.findChildren(QLabel)
    text = "\n".join(label.text() for label in found if label.isVisibleTo(window))
    return text.replace("\u200b", "")


def a_badge(day: room.Desk, name: str = "SOK Vibol") -> str:
    return day.guest(day.person(name)).badge


def test_every_answer_has_a_sound_of_its_meaning(
    page: AttendancePage, hands: Hands, day: room.Desk, heard: Heard, clock: FakeClock
) -> None:
    hands.scan(a_badge(day))
    clock.forward(minutes=1)
    hands.scan(a_badge(day))
    hands.scan("12345678")
    page.door._show_refusal(NotSaved("The disk is full."))

    assert heard.names == ["good", "again", "refused", "not-saved"]


def test_a_scanner_that_fires_twice_leaves_the_answer_green(
    hands: Hands, day: room.Desk, heard: Heard
) -> None:
    hands.scan(a_badge(day))

    hands.scan(a_badge(day))

    assert [one.meaning for one in hands.answers] == ["good"]
    assert heard.names == ["good"]
    assert [one.result for one in day.app.attendance.recent(day.sessions[0])] == [
        "duplicate",
        "recorded",
    ]


def test_sounds_can_be_turned_off_and_on_at_the_door(
    page: AttendancePage, hands: Hands, day: room.Desk, heard: Heard, clock: FakeClock
) -> None:
    page.menu.action("sound").trigger()
    hands.scan(a_badge(day))
    clock.forward(minutes=1)
    assert page.menu.action("sound").text() == "Turn the sounds on"
    page.menu.action("sound").trigger()
    hands.scan(a_badge(day))

    assert heard.names == ["again"]


@pytest.mark.parametrize("name", sorted({*answers._SOUNDS.values(), "refused", "not-saved"}))
def test_a_sound_is_short_and_can_be_read(name: str) -> None:
    with wave.open(str(resource_folder("sounds") / f"{name}.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()

    assert 0.1 < seconds < 1.2


def test_the_screen_for_the_queue_follows_the_door(
    page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    page.menu.show_queue()
    page.menu.show_queue()
    [facing] = page.menu.facing
    assert "Ready for the next person" in words_on(facing)

    hands.scan(a_badge(day))

    assert "Checked in · 08:00" in words_on(facing)
    assert "សុខ វិបុល" in words_on(facing)
    facing.close()
    assert page.menu.facing == []


def test_an_answer_does_not_stand_until_the_next_takes_it_for_theirs(
    page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    page.menu.show_queue()
    [facing] = page.menu.facing
    hands.scan(a_badge(day))

    facing._stands.timeout.emit()

    assert "Ready for the next person" in words_on(facing)
    assert page.door.answer.big.plain.startswith("Checked in")
    facing.close()


def test_the_queue_reads_no_organisation_no_note_and_no_reason(
    page: AttendancePage, day: room.Desk
) -> None:
    person = replace(day.person("SOK Vibol"), note="Owes money", team="Lotus")
    scan = answers.answer_to(_scan("recorded", person), None)
    refused = answers.answer_to(_scan("withdrawn", person), None)
    page.menu.show_queue()
    [facing] = page.menu.facing

    page.door._say(scan)
    said = words_on(facing)
    assert "Team Lotus" in said
    assert not {"Owes money", person.organisation, person.phone} & set(said.split("\n"))
    page.door._say(refused)
    said = words_on(facing)
    assert "Please come to the desk" in said
    assert person.name_km not in said
    facing.close()


@pytest.mark.parametrize("result", RESULTS)
def test_a_name_is_shown_to_the_queue_only_of_who_is_here(day: room.Desk, result: str) -> None:
    answer = answers.for_the_queue(answers.answer_to(_scan(result, day.people()[0]), None))

    assert bool(answer.name) == (result in {"recorded", "late", "duplicate"})


def test_a_badge_is_taken_in_kiosk_mode(kiosk: Kiosk, hands: Hands, day: room.Desk) -> None:
    hands.page.scan(a_badge(day))
    hands._settle()

    assert "Checked in · 08:00" in words_on(kiosk)


def test_kiosk_mode_is_left_by_the_pin_alone(kiosk: Kiosk, page: AttendancePage) -> None:
    assert not kiosk.close()
    press(kiosk, Qt.Key.Key_Escape)
    assert kiosk.field.isVisibleTo(kiosk)
    type_pin(kiosk.field, "1111")
    assert page.menu.facing == [kiosk]
    assert kiosk.told.plain == "This is not the PIN."

    type_pin(kiosk.field, khmer_digits(PIN))

    assert page.menu.facing == []


def test_after_three_wrong_pins_nobody_may_try_for_a_while(kiosk: Kiosk) -> None:
    kiosk.ask()
    for _time in range(3):
        type_pin(kiosk.field, "1111")

    assert not kiosk.field.isEnabled()
    assert kiosk.told.plain == "This is not the PIN. Wait half a minute, then try again."


def test_no_key_reaches_the_window_behind_kiosk_mode(running: Running) -> None:
    day = running.fill()
    page = running.show("attendance").page("attendance")
    assert isinstance(page, AttendancePage)
    page.menu.begin_kiosk(PIN)
    [kiosk] = page.menu.facing
    running.program.come_forward()
    running.settle()

    for key in (Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_A):
        for window in (kiosk, running.window):
            QTest.keyClick(window.windowHandle(), key)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(running.window.windowHandle(), Qt.Key.Key_Q, control)
    running.window.close()
    running.settle()

    assert not page.door.is_registering
    assert page.door.entry.text() == ""
    assert running.window.isVisible()
    assert kiosk.isVisible()
    page.scan(a_badge(day))
    running.settle()
    assert "SOK Vibol" in words_on(kiosk)
    kiosk.end()
    assert running.window.isEnabled()


def test_what_only_who_works_here_may_see_waits_for_the_end_of_kiosk_mode(
    kiosk: Kiosk, page: AttendancePage
) -> None:
    shown: list[str] = []
    page.menu.show_when_free(lambda: shown.append("names"))
    assert shown == []

    kiosk.end()

    assert shown == ["names"]


def test_the_screen_for_the_queue_goes_with_the_workspace(running: Running) -> None:
    running.fill()
    page = running.show("attendance").page("attendance")
    assert isinstance(page, AttendancePage)
    page.menu.show_queue()
    [facing] = page.menu.facing

    running.window.drop_pages()
    running.qtbot.waitUntil(lambda: not isValid(facing) or not facing.isVisible())


def test_the_door_keeps_the_keys_when_the_queue_gets_its_screen(running: Running) -> None:
    running.fill()
    page = running.show("attendance").page("attendance")
    assert isinstance(page, AttendancePage)
    page.show_door()
    running.settle()

    page.menu.show_queue()
    running.settle()

    assert running.window.isActiveWindow()
    assert page.door.entry.hasFocus()
    page.menu.facing[0].close()


def test_without_a_session_the_queue_reads_no_name_any_more(
    page: AttendancePage, hands: Hands, day: room.Desk, desk: Desk, settle: Settle
) -> None:
    page.menu.show_queue()
    [facing] = page.menu.facing
    hands.scan(a_badge(day))
    assert "SOK Vibol" in words_on(facing)

    desk.choose(None)
    settle()

    said = words_on(facing)
    assert "SOK Vibol" not in said
    assert "No session is chosen" in said
    assert "are here" not in said
    facing.close()


def test_the_pin_is_not_asked_while_nobody_may_try(kiosk: Kiosk) -> None:
    kiosk.ask()
    for _time in range(3):
        type_pin(kiosk.field, "1111")

    kiosk._stop_asking()
    kiosk.ask()
    kiosk.leave()

    assert kiosk.told.plain == "This is not the PIN. Wait half a minute, then try again."
    assert not kiosk.go.isEnabled()
    kiosk._let_try()
    assert (kiosk.told.plain, kiosk.field.isEnabled(), kiosk.go.isEnabled()) == ("", True, True)


@pytest.mark.parametrize(
    ("pin", "again", "field", "said"),
    [
        ("123", "123", "pin", "A PIN has 4 to 8 digits and nothing else."),
        ("12ab", "12ab", "pin", "A PIN has 4 to 8 digits and nothing else."),
        ("1234", "1235", "again", "This is not the same PIN. Type it again."),
    ],
)
def test_a_pin_that_cannot_be_one_is_said_at_its_field(
    page: AttendancePage, pin: str, again: str, field: str, said: str
) -> None:
    dialog = KioskDialog(page)
    dialog.chosen.connect(page.menu.begin_kiosk)
    dialog._line("pin").setText(pin)
    dialog._line("again").setText(again)

    dialog.main.click()

    assert dialog.form.refusal(field) == said
    assert page.menu.facing == []
    QTest.qWait(0)
    dialog.deleteLater()


def test_a_pin_typed_with_a_khmer_keyboard_begins_kiosk_mode(page: AttendancePage) -> None:
    dialog = KioskDialog(page)
    dialog.chosen.connect(page.menu.begin_kiosk)
    for name in ("pin", "again"):
        dialog._line(name).setText(khmer_digits(PIN))

    dialog.main.click()

    [kiosk] = page.menu.facing
    assert isinstance(kiosk, Facing)
    assert kiosk.windowState() & Qt.WindowState.WindowFullScreen
    kiosk.field.setText(PIN)  # type: ignore[attr-defined]
    kiosk.leave()  # type: ignore[attr-defined]
    assert page.menu.facing == []


def test_the_last_scans_are_taken_back_one_after_the_other(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Settle
) -> None:
    for name in ("SOK Vibol", "LY Mary"):
        hands.scan(a_badge(day, name))

    for _time in range(2):
        page.carry_out("undo_scan")
        settle()

    told = dict.fromkeys((one.meaning, one.second) for one in hands.answers[2:])
    assert list(told) == [("info", "LY Mary"), ("info", "SOK Vibol")]
    assert day.app.attendance.counts(day.bootcamp, day.sessions[0]).present == 0


def test_a_face_is_shown_with_the_answer_and_goes_with_the_next(
    page: AttendancePage, hands: Hands, day: room.Desk, qtbot: QtBot
) -> None:
    day.app.photos.keep(day.person("SOK Vibol").person_id, a_face())
    hands.scan(a_badge(day))
    qtbot.waitUntil(page.door.answer.big.face.isVisible)

    hands.scan(a_badge(day, "LY Mary"))

    assert page.door.answer.big.face.isHidden()


def test_a_note_for_the_desk_stands_below_the_answer(
    page: AttendancePage, hands: Hands, day: room.Desk
) -> None:
    person = replace(day.person("SOK Vibol"), note="Needs a chair near the door")

    page.door._show(answers.answer_to(_scan("recorded", person), None))
    assert page.door.answer.note.plain == "Note: Needs a chair near the door"
    hands.scan(a_badge(day, "LY Mary"))

    assert page.door.answer.note.isHidden()


def a_face() -> bytes:
    picture, buffer = QImage(30, 40, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(Qt.GlobalColor.darkCyan)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def type_pin(field: QLineEdit, pin: str) -> None:
    for digit in pin:
        press(field, Qt.Key.Key_unknown, digit)
    press(field, Qt.Key.Key_Return)


def _scan(result: str, person: Participant) -> Scan:

    return Scan("7", result, datetime(2026, 3, 2, 1, tzinfo=UTC), "", person)
