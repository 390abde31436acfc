"""A time of day: written as people write one, in either kind of digits."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.ui.kit.time_field import TimeField, time_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("8:30", time(8, 30)),
        ("08:30", time(8, 30)),
        ("0830", time(8, 30)),
        ("830", time(8, 30)),
        ("8.30", time(8, 30)),
        ("8h30", time(8, 30)),
        (" 8 : 30 ", time(8, 30)),
        ("8", time(8)),
        ("២:៣០", time(2, 30)),
        ("១៤៣០", time(14, 30)),
        ("១៤៖៣០", time(14, 30)),
        ("2:30 pm", time(14, 30)),
        ("12:15 pm", time(12, 15)),
        ("12:15 am", time(0, 15)),
        ("២:៣០ រសៀល", time(14, 30)),
        ("8:30 ព្រឹក", time(8, 30)),
        ("0:00", time()),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("8:60", None),
        ("8:3", None),
        ("25", None),
        ("14:30 am", time(14, 30)),
        ("", None),
        ("morning", None),
        ("8:30:00", None),
        ("-8", None),
    ],
)
def test_what_is_written_is_understood_or_is_no_time(text: str, wanted: time | None) -> None:
    assert time_in(text) == wanted


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField(time(8, 30))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_time_is_shown_in_the_digits_of_the_language(field: TimeField, choices: Choices) -> None:
    choices.change(language="km", khmer_digits=True)

    assert field.text() == "០៨:៣០"
    field.selectAll()
    for letter in "២៣០":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.written, field.text()) == (time(2, 30), "០២:៣០")


def test_arrows_move_by_minutes_and_page_keys_by_an_hour_round_the_day(field: TimeField) -> None:
    heard: list[time | None] = []
    field.changed.connect(lambda: heard.append(field.written))

    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(field, key)
    field.show_time(time(23, 58))
    QTest.keyClick(field, Qt.Key.Key_Up)

    assert heard == [time(8, 35), time(9, 35), time(9, 30), time(8, 30), time(23, 58), time(0, 3)]


def test_what_is_no_time_stays_to_be_corrected(field: TimeField) -> None:
    field.selectAll()
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.written, field.text()) == (None, "soon")
