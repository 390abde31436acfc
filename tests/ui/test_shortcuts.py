"""F1: every key that does something stands on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.ui.actions import Actions, Doing
from bootcamp_app.ui.kit.key_caps import KeyCap, shown_keys
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.shortcuts import Group, ShortcutSheet, groups_of, in_columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices


def actions_of(choices: Choices, qtbot: QtBot) -> tuple[MainWindow, Actions]:
    window = MainWindow(choices, Memory())
    qtbot.addWidget(window)
    window.show()
    actions = Actions(window)
    actions.add(Doing("today", "Go to", "Today", "", "Ctrl+1"), lambda: None)
    actions.add(Doing("people.add", "People", "Add a person", "", "Ctrl+N"), lambda: None)
    actions.add(Doing("people.import", "People", "Import a list"), lambda: None)
    actions.add(Doing("people", "Go to", "People", "", "Ctrl+2"), lambda: None)
    return window, actions


def test_keys_are_grouped_and_actions_without_keys_left_out(choices: Choices, qtbot: QtBot) -> None:
    _window, actions = actions_of(choices, qtbot)

    groups = dict(groups_of(actions))

    assert groups["Go to"] == [("Today", "Ctrl+1"), ("People", "Ctrl+2")]
    assert groups["People"] == [("Add a person", "Ctrl+N")]
    assert ("Close a form or a list", "Esc") in groups["Everywhere"]


def test_the_sheet_shows_each_key_as_a_cap_in_both_languages(
    choices: Choices, qtbot: QtBot
) -> None:
    window, actions = actions_of(choices, qtbot)
    sheet = ShortcutSheet(window, actions)
    sheet.open()

    choices.change(language="km")

    caps = [cap.text() for cap in sheet.findChildren(KeyCap)]
    said = [label.plain for label in sheet.findChildren(Label)]
    assert {"Ctrl", "1", "2", "N", "Shift", "Tab", "Esc"} <= set(caps)
    assert [text for text in said if not is_khmer(text)] == []


def test_keys_are_named_as_on_the_keyboard_in_khmer_too(choices: Choices) -> None:
    choices.change(language="km")

    assert shown_keys("Ctrl+Shift+Z") == ["Ctrl", "Shift", "Z"]


def test_columns_keep_the_order_and_lose_nothing() -> None:
    groups: list[Group] = [(str(n), [("x", "y")] * n) for n in (7, 4, 1, 1, 9, 5)]

    columns = in_columns(groups, 3)

    assert [one for column in columns for one in column] == groups
    assert len(columns) == 3
