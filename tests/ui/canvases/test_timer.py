"""The timer of the room: in the head of a board, heard, and running on while pages change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from bootcamp_app.ui.canvases.facilitation.room_timer import RoomTimer, timer_of
from bootcamp_app.ui.canvases.facilitation.timer_pill import MinutesDialog, TimerPill
from bootcamp_app.ui.kit.sounds import Player, Sounds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests.clock import FakeClock


class Heard:
    """Instead of the loudspeaker."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def players(self, _parent: object) -> dict[str, Player]:
        return {name: One(name, self.names) for name in ("time-soon", "time-over")}


class One:
    def __init__(self, name: str, heard: list[str]) -> None:
        self._name, self._heard = name, heard

    def play(self) -> None:
        self._heard.append(self._name)


@pytest.fixture
def timer(desk: Desk) -> RoomTimer:
    return timer_of(desk)


@pytest.fixture
def pill(timer: RoomTimer, qtbot: QtBot) -> TimerPill:
    made = TimerPill(timer, 45)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(pill: TimerPill, name: str) -> None:
    pill.action(name).trigger()


def test_it_runs_from_the_minutes_of_the_canvas(
    pill: TimerPill, timer: RoomTimer, clock: FakeClock
) -> None:
    choose(pill, "canvas")
    clock.forward(minutes=32)
    timer.look()

    assert (pill.text(), pill.property("meaning")) == ("13:00", "")
    assert pill.accessibleName() == "Timer: 13 min left"


def test_near_the_end_it_is_a_warning_and_then_over(
    pill: TimerPill, timer: RoomTimer, clock: FakeClock
) -> None:
    choose(pill, "canvas")
    told = []
    for minutes in (40, 4, 2):
        clock.forward(minutes=minutes)
        timer.look()
        told.append((pill.text(), pill.property("meaning")))

    assert told == [("05:00", "warning"), ("01:00", "warning"), ("Time is up", "bad")]


def test_it_is_heard_once_at_each_mark_and_not_where_sounds_are_off(
    timer: RoomTimer, clock: FakeClock, choices: Choices
) -> None:
    heard = Heard()
    timer.sounds = Sounds(timer, heard.players)
    timer.sounds._load()
    for is_on in (True, False):
        choices.change(sounds=is_on)
        timer.start(45)
        for minutes in (39, 1, 3, 1, 1, 1):
            clock.forward(minutes=minutes)
            timer.look()
            timer.look()

    assert heard.names == ["time-soon", "time-soon", "time-over"]


def test_it_is_lengthened_paused_and_stopped(
    pill: TimerPill, timer: RoomTimer, clock: FakeClock
) -> None:
    choose(pill, "more5")
    choose(pill, "more1")
    choose(pill, "pause")
    clock.forward(minutes=30)
    paused = pill.text()
    choose(pill, "pause")
    clock.forward(minutes=2)
    timer.look()
    running = pill.text()
    choose(pill, "stop")

    assert (paused, running, pill.text()) == ("06:00 · paused", "04:00", "Timer")
    assert not pill.action("pause").isEnabled()


def test_any_time_can_be_typed(pill: TimerPill, timer: RoomTimer) -> None:
    pill.ask()
    dialog = pill.window().findChild(MinutesDialog)
    assert dialog is not None
    field = dialog.form.field("minutes")
    assert isinstance(field, QSpinBox)
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    assert timer.seconds == 7 * 60


def test_there_is_one_timer_and_it_is_found_again_after_a_restart(
    desk: Desk, timer: RoomTimer, clock: FakeClock
) -> None:
    timer.start(45)
    clock.forward(minutes=5)

    assert timer_of(desk) is timer
    assert RoomTimer(desk).seconds == 40 * 60


def test_it_is_written_in_khmer_digits(pill: TimerPill, timer: RoomTimer, choices: Choices) -> None:
    timer.start(12)
    choices.change(language="km", khmer_digits=True)

    assert pill.text() == "១២:០០"
