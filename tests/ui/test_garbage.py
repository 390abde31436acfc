"""The search for garbage: in the window's thread, whoever makes what is left lying."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from threading import current_thread, main_thread
from typing import TYPE_CHECKING
from weakref import finalize

import pytest
from PySide6.QtCore import QObject

from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

MANY = 60_000


class Ring:
    """Something that holds itself, as a page and its parts do; only a search finds it."""

    def __init__(self) -> None:
        self.whole = self


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    del qapp
    lanes = Tasks()
    yield lanes
    lanes.close()


def left_lying() -> list[bool]:
    """Leave something lying; the list will tell whether it went in the window's thread."""
    went: list[bool] = []
    finalize(Ring(), lambda: went.append(current_thread() is main_thread()))
    return went


def make_many() -> int:
    """Make more than Python makes before it searches."""
    return len([[number] for number in range(MANY)])


def test_what_is_left_lying_goes_in_the_windows_thread_and_not_where_much_is_made(
    tasks: Tasks, qtbot: QtBot
) -> None:
    went, page, made = left_lying(), QObject(), list[int]()

    tasks.read(page, make_many, made.append)
    qtbot.waitUntil(lambda: made == [MANY])
    assert went == []
    kept = [[number] for number in range(MANY)]
    tasks._garbage.search()

    assert len(kept) == MANY
    assert went == [True]


def test_while_a_long_list_is_read_nothing_is_searched(tasks: Tasks) -> None:
    went = left_lying()
    kept = [[number] for number in range(MANY)]

    with nothing_collected():
        tasks._garbage.search()
        assert went == []
    tasks._garbage.search()

    assert len(kept) == MANY
    assert went == [True]


def test_python_searches_again_once_the_last_lanes_are_closed(tasks: Tasks) -> None:
    with ExitStack() as closing:
        other = Tasks()
        closing.callback(other.close)
        tasks.close()
        assert not gc.isenabled()

    assert gc.isenabled()
    tasks.reopen()
    assert not gc.isenabled()
