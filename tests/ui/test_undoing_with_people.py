"""What the window says when somebody stays although their coming was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.ui.tasks import Job, Task
from bootcamp_app.ui.undo import UndoStack
from bootcamp_app.ui.words import in_words

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


def take_in(day: room.Desk, desk: Desk, number: int) -> str:
    """Take a list in and give its act."""
    rows = [["Name"], *([f"New Person {count}"] for count in range(number))]
    acts: list[str] = []
    unsubscribe = desk.app.changes.subscribe_all(lambda told: acts.append(told.act))
    day.import_rows(rows)
    unsubscribe()
    return acts[-1]


def test_how_many_went_and_who_stays_and_why_is_said(
    desk: Desk, stack: UndoStack, day: room.Desk, said: list[str], settle: Callable[[], None]
) -> None:
    act = take_in(day, desk, 6)
    for number in (1, 2, 3, 4):
        day.app.people.change(day.person(f"New Person {number}"), phone="012345678")
    settle()

    stack.undo(act)
    settle()

    assert said == [
        "2 people were taken back. 4 stay as they are: New Person 1 (was changed since), "
        "New Person 2 (was changed since), New Person 3 (was changed since), 1 more"
    ]
    assert len(day.names("New Person")) == 4


def test_where_everybody_stays_it_is_said_that_nothing_was_taken_back(
    desk: Desk, stack: UndoStack, day: room.Desk, said: list[str], settle: Callable[[], None]
) -> None:
    act = take_in(day, desk, 1)
    day.scan(day.guest(day.person("New Person 0")).badge)
    settle()

    stack.undo(act)
    settle()

    assert said == [
        "Nothing was taken back. 1 stays as it is: New Person 0 (was checked in or marked)"
    ]


def test_a_long_list_shows_how_far_its_undo_is(
    desk: Desk, stack: UndoStack, day: room.Desk, said: list[str], settle: Callable[[], None]
) -> None:
    act = take_in(day, desk, 400)
    began: list[Job] = []
    desk.tasks.began.connect(
        lambda task: began.append(task.job if isinstance(task, Task) else task)
    )
    settle()

    stack.undo(act)
    settle()

    assert [job.title for job in began] == ["Taking it back"]
    assert said == ["Taken back."]
    assert day.names("New Person") == []
