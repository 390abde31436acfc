"""What must be known is asked at the door, and the person is let in by the last answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.words import in_words
from tests import desk as room
from tests.ui.attendance.conftest import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.attendance.asking import Asking
    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock
    from tests.ui.attendance.conftest import Hands

HOTEL = AskedQuestion(
    "Hotel", "សណ្ឋាគារ", "choice", ("Yes | បាទ", "No | ទេ"), is_required=True, is_asked_at_door=True
)
BUS = AskedQuestion("Bus number", kind="number", is_asked_at_door=True)


@pytest.fixture
def asking(page: AttendancePage) -> Asking:
    return page.door.questions.panel


@pytest.fixture
def guest(day: room.Desk) -> Participant:
    return day.person("SOK Vibol")


def wait_for(asking: Asking, qtbot: QtBot, title: str) -> None:
    qtbot.waitUntil(lambda: asking.is_asking and asking.accessibleName() == title)


def type_into(asking: Asking, text: str) -> None:
    assert asking.way is not None
    assert isinstance(asking.way.field, QLineEdit)
    asking.way.field.setText(text)
    press(asking.way.field, Qt.Key.Key_Return)


def test_a_digit_answers_and_the_person_is_in(
    hands: Hands, asking: Asking, day: room.Desk, guest: Participant, qtbot: QtBot
) -> None:
    hotel = day.app.questions.add(day.bootcamp, HOTEL)

    answer = hands.scan(day.guest(guest).badge)
    assert (answer.meaning, in_words(answer.headline)) == ("warning", "Ask first")
    wait_for(asking, qtbot, "Hotel")
    press(asking, Qt.Key.Key_2, "2")
    qtbot.waitUntil(lambda: len(hands.answers) > 1)

    assert hands.answers[-1].meaning == "good"
    assert hands.answers[-1].name == "សុខ វិបុល"
    assert not asking.is_asking
    assert day.app.people.details(guest)[hotel.field] == "No | ទេ"
    assert day.presence(day.guest(guest)) is not None


def test_khmer_digits_answer_and_the_words_turn_with_the_language(
    hands: Hands, asking: Asking, day: room.Desk, guest: Participant, desk: Desk, qtbot: QtBot
) -> None:
    day.app.questions.add(day.bootcamp, HOTEL)
    desk.choices.change(language="km")

    hands.scan(day.guest(guest).badge)
    wait_for(asking, qtbot, "សណ្ឋាគារ")
    assert asking.way is not None
    assert [one.accessibleName() for one in asking.way.buttons] == ["1 · បាទ", "2 · ទេ"]
    press(asking, Qt.Key.Key_unknown, "១")
    qtbot.waitUntil(lambda: len(hands.answers) > 1)

    assert day.presence(day.guest(guest)) is not None


def test_the_next_badge_is_no_answer(
    hands: Hands, asking: Asking, day: room.Desk, guest: Participant, qtbot: QtBot
) -> None:
    day.app.questions.add(day.bootcamp, HOTEL)
    other = day.guest(day.person("LY Mary"))
    hands.scan(day.guest(guest).badge)
    wait_for(asking, qtbot, "Hotel")

    for digit in other.badge:
        press(asking, Qt.Key.Key_unknown, digit)
    press(asking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(hands.answers) > 1)

    assert hands.answers[-1].name == "លី ម៉ារី"
    wait_for(asking, qtbot, "Hotel")
    assert "custom:Hotel" not in day.app.people.details(guest)


def test_a_wrong_answer_is_said_at_its_field_and_nobody_is_let_in(
    desk: Desk, hands: Hands, asking: Asking, day: room.Desk, settle: Callable[[], None],
    qtbot: QtBot,
) -> None:  # fmt: skip
    elsewhere = day.open_bootcamp("Kep bootcamp", asked_at_door=("birth_year", "sex"))
    person = day.app.people.add(elsewhere, nominee_from({"name_en": "SOM Dara"}, room.FIRST_DAY))
    desk.choose(elsewhere)
    settle()

    hands.scan(day.guest(person).badge)
    wait_for(asking, qtbot, "Ask for the year of birth")
    type_into(asking, "1785")
    assert asking.is_asking
    type_into(asking, "1985")
    wait_for(asking, qtbot, "Ask for the sex")
    press(asking, Qt.Key.Key_1, "1")
    qtbot.waitUntil(lambda: len(hands.answers) > 1)

    details = day.app.people.details(person)
    assert hands.answers[-1].meaning == "good"
    assert (details["birth_year"], details["sex"]) == (1985, "female")


def test_what_may_be_left_open_keeps_nobody_out(
    hands: Hands, asking: Asking, day: room.Desk, guest: Participant, qtbot: QtBot,
    clock: FakeClock,
) -> None:  # fmt: skip
    bus = day.app.questions.add(day.bootcamp, BUS)

    assert hands.scan(day.guest(guest).badge).meaning == "good"
    wait_for(asking, qtbot, "Bus number")
    press(asking, Qt.Key.Key_Escape)
    assert not asking.is_asking
    clock.forward(minutes=1)
    hands.scan(day.guest(guest).badge)
    wait_for(asking, qtbot, "Bus number")
    type_into(asking, "១២")

    qtbot.waitUntil(lambda: day.app.people.details(guest).get(bus.field) == "12")
    assert hands.answers[-1].meaning == "info"


def test_esc_leaves_who_must_answer_outside(
    hands: Hands, asking: Asking, page: AttendancePage, day: room.Desk, guest: Participant,
    qtbot: QtBot,
) -> None:  # fmt: skip
    day.app.questions.add(day.bootcamp, HOTEL)
    hands.scan(day.guest(guest).badge)
    wait_for(asking, qtbot, "Hotel")

    press(asking, Qt.Key.Key_Escape)

    assert not asking.is_asking
    assert day.presence(day.guest(guest)) is None
    assert page.door.entry.hasFocus()
