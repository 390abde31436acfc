"""The list of who is here and who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.ui.attendance import attendance_page
from bootcamp_app.ui.attendance.who import Standing, everybody

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from tests import desk as room


@pytest.fixture
def one_here(day: room.Desk) -> room.Guest:
    guest = day.guest(day.person("SOK Vibol"))
    day.scan(guest.badge)
    return guest


def test_everybody_stands_somehow_and_who_has_withdrawn_is_left_out(
    day: room.Desk, one_here: room.Guest
) -> None:
    day.app.people.change(day.person("LY Mary"), status="withdrawn")

    standing = everybody(day.app, day.morning)

    assert len(standing) == 8
    assert [(one.person, one.time) for one in standing if one.state == "present"] == [
        (one_here.participant, "08:00")
    ]


@pytest.mark.usefixtures("one_here")
def test_the_missing_are_listed_and_the_list_follows_the_door(
    page: AttendancePage, day: room.Desk, qtbot: QtBot
) -> None:
    page.carry_out("missing")
    qtbot.waitUntil(lambda: page.who.count.plain == "8 of 9")

    day.scan(day.guest(day.person("LY Mary")).badge)

    qtbot.waitUntil(lambda: page.who.count.plain == "7 of 9")


@pytest.mark.usefixtures("one_here")
def test_after_a_list_that_could_not_be_read_the_next_change_is_shown(
    page: AttendancePage, day: room.Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
    settle: Callable[[], None],
) -> None:  # fmt: skip
    def refuse(*_of: object) -> list[Standing]:
        raise Refusal("The file is busy. Try again.")

    page.carry_out("missing")
    qtbot.waitUntil(lambda: page.who.count.plain == "8 of 9")
    with monkeypatch.context() as busy:
        busy.setattr(attendance_page, "everybody", refuse)
        page.refresh()
        settle()
    told = page.banner.plain

    day.scan(day.guest(day.person("LY Mary")).badge)

    qtbot.waitUntil(lambda: page.who.count.plain == "7 of 9")
    assert told == "The file is busy. Try again."


@pytest.mark.usefixtures("one_here")
def test_a_check_in_is_taken_back_from_the_list(
    page: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    page.show_list("here")
    qtbot.waitUntil(lambda: page.who.count.plain == "1 of 9")
    assert not page.who.undo.isEnabled()

    page.who.table.setCurrentIndex(page.who.table.model().index(0, 0))
    page.who.undo.click()
    settle()

    assert day.counts().present == 0
    qtbot.waitUntil(lambda: page.who.count.plain == "0 of 9")


def test_the_chosen_person_stays_chosen_when_somebody_checks_in_above(
    page: AttendancePage, day: room.Desk, settle: Callable[[], None], qtbot: QtBot
) -> None:
    people = [one.person for one in everybody(day.app, day.morning)]
    day.scan(day.guest(people[4]).badge)
    page.show_list("here")
    qtbot.waitUntil(lambda: page.who.count.plain == "1 of 9")
    page.who.table.setCurrentIndex(page.who.table.model().index(0, 0))

    day.scan(day.guest(people[0]).badge)
    qtbot.waitUntil(lambda: page.who.count.plain == "2 of 9")
    page.who.undo.click()
    settle()

    states = {one.id: one.state for one in everybody(day.app, day.morning)}
    above, chosen = people[0].participation_id, people[4].participation_id
    assert (states[above], states[chosen]) == ("present", "missing")
