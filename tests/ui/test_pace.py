"""Showing again: soon, never more often than wanted, and never while a read is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from bootcamp_app.ui.pace import Pace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pace(qtbot: QtBot) -> Pace:
    """A pace whose owner lives as long as the test."""
    owner = QObject()
    made = Pace(owner)
    made.owner = owner  # type: ignore[attr-defined]
    del qtbot
    return made


def test_many_asks_are_answered_once(pace: Pace, qtbot: QtBot) -> None:
    fired: list[bool] = []
    pace.due.connect(lambda: fired.append(True))

    for _ask in range(20):
        pace.ask()
    qtbot.wait(600)  # so long that more than one answer would have come

    assert fired == [True]


def test_nothing_is_due_while_a_read_is_under_way_and_the_ask_is_not_lost(
    pace: Pace, qtbot: QtBot
) -> None:
    fired: list[bool] = []
    pace.due.connect(lambda: fired.append(True))
    pace.began()

    pace.ask()
    qtbot.wait(40)
    during = list(fired)
    pace.ended()

    qtbot.waitUntil(lambda: fired == [True])
    assert during == []


def test_an_end_without_a_beginning_asks_for_nothing(pace: Pace, qtbot: QtBot) -> None:
    fired: list[bool] = []
    pace.due.connect(lambda: fired.append(True))

    pace.ended()
    qtbot.wait(20)

    assert fired == []
