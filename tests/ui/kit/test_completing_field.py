"""A field that offers what is known, driven by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.kit.layouts import column
from tests.ui.attendance.conftest import press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk

KNOWN = (
    Completion("Kampot Hall", "សាលាខេត្តកំពត", 1),
    Completion("Kampot Women", "", 2),
    Completion("សាលាស្រុក", "District hall", 3),
)


def suggest(text: str) -> list[Completion]:
    """Find by any part of either name."""
    return [one for one in KNOWN if text.lower() in f"{one.text} {one.more}".lower()]


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> Iterator[CompletingField]:
    """The field in a window, with another one after it."""
    window = QWidget()
    made = CompletingField(desk.tasks, suggest, "Organisation")
    window.setLayout(column(made, QLineEdit(), 1))
    window.resize(400, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.close()


def type_in(field: CompletingField, text: str) -> None:
    """Type letter by letter."""
    for letter in text:
        press(field, Qt.Key.Key_unknown, letter)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_arrows_choose_and_enter_or_tab_takes(
    field: CompletingField, key: Qt.Key, qtbot: QtBot
) -> None:
    type_in(field, "kam")
    qtbot.waitUntil(lambda: field.is_open)
    assert [one.value for one in field.offered] == [1, 2]

    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Down)
    press(field, key)

    assert (field.text(), field.value, field.is_open) == ("Kampot Women", 2, False)
    assert field.hasFocus() == (key == Qt.Key.Key_Return)


def test_khmer_finds_and_what_was_typed_stays_where_nothing_was_chosen(
    field: CompletingField, qtbot: QtBot
) -> None:
    type_in(field, "សាលា")
    qtbot.waitUntil(lambda: field.is_open)
    assert [one.value for one in field.offered] == [1, 3]

    press(field, Qt.Key.Key_Tab)

    assert (field.text(), field.value, field.is_open) == ("សាលា", None, False)


def test_escape_closes_the_list_and_goes_no_further(field: CompletingField, qtbot: QtBot) -> None:
    heard: list[Qt.Key] = []
    field.window().keyPressEvent = lambda event: heard.append(Qt.Key(event.key()))  # type: ignore[method-assign]
    type_in(field, "kam")
    qtbot.waitUntil(lambda: field.list.isVisible())

    press(field, Qt.Key.Key_Escape)
    assert (field.list.isVisible(), field.text(), heard) == (False, "kam", [])
    press(field, Qt.Key.Key_Escape)

    assert heard == [Qt.Key.Key_Escape]


def test_a_text_that_was_changed_after_it_was_taken_stands_for_nothing(
    field: CompletingField, qtbot: QtBot
) -> None:
    type_in(field, "kam")
    qtbot.waitUntil(lambda: field.is_open)
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)

    type_in(field, "x")

    assert field.value is None


def test_a_name_that_is_written_out_in_full_is_taken(field: CompletingField, qtbot: QtBot) -> None:
    type_in(field, "kampot hall")
    qtbot.waitUntil(lambda: field.is_open)
    field.setText("Kampot Hal")
    type_in(field, "l")

    qtbot.waitUntil(lambda: field.value == 1)

    assert not field.is_open


def test_who_cannot_see_the_list_hears_what_is_chosen(field: CompletingField, qtbot: QtBot) -> None:
    type_in(field, "kam")
    qtbot.waitUntil(lambda: field.is_open)
    assert field.accessibleDescription() == "2 are offered. Down chooses."

    press(field, Qt.Key.Key_Down)

    assert field.accessibleDescription() == "Kampot Hall · សាលាខេត្តកំពត"
    assert field.list.accessibleName() == "Organisation"
