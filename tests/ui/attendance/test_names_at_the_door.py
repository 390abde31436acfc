"""Finding people by name or number at the door, with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.attendance.conftest import Hands


def found(page: AttendancePage) -> list[str]:
    """Give the names in the list of matches, once it is shown."""
    model = page.door.matches.view.model()
    rows = range(model.rowCount())
    people = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in rows]
    return [person.name_en for person in people]


def test_khmer_letters_list_people_and_arrows_and_enter_check_one_in(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    hands.type("ស្រី")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())
    assert found(page) == ["CHAN Sreyneang", "PEN Sreymom"]

    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    settle()

    assert (hands.answers[-1].meaning, hands.answers[-1].second) == ("good", "PEN Sreymom")
    assert day.presence(day.guest(day.person("PEN Sreymom"))) is not None
    assert page.door.answer.isVisible()
    assert page.door.entry.text() == ""


def test_enter_takes_nobody_while_several_are_called_like_that(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    hands.type("ស្រី")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())

    hands.press(Qt.Key.Key_Return)
    settle()

    assert (hands.answers, day.counts().present) == ([], 0)
    assert page.door.matches.isVisible()
    assert page.door.matches.hint.plain.startswith("Several people are called that.")


def test_digits_of_a_phone_number_find_its_owner(
    page: AttendancePage, hands: Hands, settle: Callable[[], None], qtbot: QtBot
) -> None:
    hands.type("345 605")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())

    hands.press(Qt.Key.Key_Return)
    settle()

    assert hands.answers[-1].second == "KIM Rattana"


def test_enter_before_the_list_came_takes_the_only_one_it_finds(
    hands: Hands, settle: Callable[[], None]
) -> None:
    hands.enter("Vibol")
    settle()
    settle()

    assert (hands.answers[-1].meaning, hands.answers[-1].second) == ("good", "SOK Vibol")


def test_enter_before_the_list_came_shows_several_to_choose_from(
    page: AttendancePage, hands: Hands, settle: Callable[[], None], day: room.Desk
) -> None:
    hands.enter("Srey")
    settle()

    assert page.door.matches.isVisible()
    assert page.door.entry.text() == "Srey"
    assert (hands.answers, day.counts().present) == ([], 0)


def test_a_badge_scanned_right_after_a_name_loses_neither(
    hands: Hands, settle: Callable[[], None], day: room.Desk
) -> None:
    hands.enter("Vibol")
    hands.enter(day.guest(day.person("LY Mary")).badge)
    settle()
    settle()

    assert {answer.second for answer in hands.answers} == {"SOK Vibol", "LY Mary"}
    assert day.counts().present == 2


def test_a_name_that_nobody_has_is_answered(hands: Hands, settle: Callable[[], None]) -> None:
    hands.enter("Nobody Here")
    settle()

    assert (hands.answers[-1].meaning, in_words(hands.answers[-1].headline)) == (
        "bad",
        "Nobody found",
    )
    assert hands.answers[-1].second == "Nobody Here"


def test_escape_goes_back_to_the_answer(page: AttendancePage, hands: Hands, qtbot: QtBot) -> None:
    hands.type("Srey")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())

    hands.press(Qt.Key.Key_Escape)

    assert page.door.answer.isVisible()
    assert page.door.entry.text() == ""


def test_a_name_is_taken_to_the_session_that_enter_was_pressed_for(
    page: AttendancePage, hands: Hands, day: room.Desk, settle: Callable[[], None]
) -> None:
    hands.enter("Vibol")
    page.sessions.activated.emit(1)
    settle()
    settle()

    guest = day.guest(day.person("SOK Vibol"))
    assert day.presence(guest) is not None
    assert (hands.answers[-1].meaning, hands.answers[-1].second) == ("good", "SOK Vibol")


def test_matches_of_one_bootcamp_are_not_offered_in_another(
    page: AttendancePage,
    hands: Hands,
    desk: Desk,
    day: room.Desk,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> None:
    hands.type("Vibol")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())

    desk.choose(day.open_bootcamp("Kep bootcamp"))
    settle()
    settle()

    assert found(page) == []


def test_who_is_found_by_name_goes_out_by_name(
    page: AttendancePage, hands: Hands, settle: Callable[[], None], qtbot: QtBot
) -> None:
    hands.enter("Vibol")
    settle()
    settle()
    page.door.here.way.chosen.emit("out")

    hands.type("Vibol")
    qtbot.waitUntil(lambda: page.door.matches.isVisible())
    hands.press(Qt.Key.Key_Return)
    settle()

    assert in_words(hands.answers[-1].headline) == "Left · 08:00"
