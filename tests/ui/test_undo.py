"""Ctrl+Z and Ctrl+Shift+Z at this desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.views import Arrival
from bootcamp_app.ui.undo import UndoStack
from bootcamp_app.ui.words import in_words
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


@pytest.fixture
def stack(desk: Desk) -> UndoStack:
    return UndoStack(desk)


@pytest.fixture
def said(stack: UndoStack) -> list[str]:
    heard: list[str] = []
    stack.said.connect(lambda text, _act: heard.append(in_words(text)))
    return heard


def test_nothing_done_is_nothing_to_undo(stack: UndoStack, said: list[str]) -> None:
    stack.undo()

    assert said == ["There is nothing to undo here."]


def test_the_last_change_is_taken_back_and_done_again(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    add(desk, "MAO Sokly", settle)

    stack.undo()
    settle()
    after_undo = day.names()
    stack.redo()
    settle()

    assert "MAO Sokly" not in after_undo
    assert "MAO Sokly" in day.names()


def test_changes_are_taken_back_in_the_opposite_order(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    before = day.names()
    add(desk, "MAO Sokly", settle)
    add(desk, "HUN Vannda", settle)

    stack.undo()
    settle()
    after_one = set(day.names()) - set(before)
    stack.undo()
    settle()

    assert after_one == {"MAO Sokly"}
    assert day.names() == before


def test_a_new_change_leaves_nothing_to_do_again(
    desk: Desk, stack: UndoStack, day: room.Desk, said: list[str], settle: Callable[[], None]
) -> None:
    add(desk, "MAO Sokly", settle)
    stack.undo()
    settle()
    add(desk, "HUN Vannda", settle)

    stack.redo()
    settle()

    assert said[-1] == "There is nothing to do again."
    assert "MAO Sokly" not in day.names()


def test_a_refused_scan_is_no_change_to_take_back(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    add(desk, "MAO Sokly", settle)
    desk.tasks.write(desk, lambda: day.scan("12345"), lambda _: None)
    settle()

    stack.undo()
    settle()

    assert "MAO Sokly" not in day.names()


def test_a_check_in_is_taken_back(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    guest = day.guest(day.person("SOK Vibol"))
    desk.tasks.write(desk, lambda: day.scan(guest.badge), lambda _: None)
    settle()
    present = day.counts().present

    stack.undo()
    settle()

    assert present == 1
    assert day.counts().present == 0


def test_a_check_in_that_was_taken_back_at_the_door_is_not_taken_back_again(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    add(desk, "MAO Sokly", settle)
    guest = day.guest(day.person("SOK Vibol"))
    desk.tasks.write(desk, lambda: day.scan(guest.badge), lambda _: None)
    settle()
    [kept] = desk.app.attendance.recent(day.morning)
    desk.tasks.write(desk, lambda: desk.app.attendance.undo_scan(kept.event_id), lambda _: None)
    settle()

    stack.undo()
    settle()

    assert "MAO Sokly" not in day.names()


def test_what_was_taken_back_elsewhere_is_not_taken_back_again(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    before = day.names()
    add(desk, "MAO Sokly", settle)
    add(desk, "HUN Vannda", settle)
    desk.tasks.write(desk, lambda: desk.app.records.undo(), lambda _: None)
    settle()

    stack.undo()
    settle()

    assert day.names() == before


def test_what_was_taken_back_elsewhere_is_done_again_by_the_keys(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    add(desk, "MAO Sokly", settle)
    desk.tasks.write(desk, lambda: desk.app.records.undo(), lambda _: None)
    settle()
    after_undo = day.names()

    stack.redo()
    settle()

    assert "MAO Sokly" not in after_undo
    assert "MAO Sokly" in day.names()


def test_a_walk_in_to_a_session_that_takes_nobody_can_be_taken_back(
    desk: Desk, stack: UndoStack, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.lock(day.morning)
    arrival = Arrival(nominee_from({"name_en": "MAO Sokly"}, FIRST_DAY))
    desk.tasks.write(desk, lambda: desk.app.walk_ins.take_in(day.morning, arrival), lambda _: None)
    settle()
    registered = "MAO Sokly" in day.names()

    stack.undo()
    settle()

    assert registered
    assert "MAO Sokly" not in day.names()


def add(desk: Desk, name: str, settle: Callable[[], None]) -> None:
    bootcamp = desk.bootcamp
    assert bootcamp is not None
    nominee = nominee_from({"name_en": name}, FIRST_DAY)
    desk.tasks.write(desk, lambda: desk.app.people.add(bootcamp, nominee), lambda _: None)
    settle()
