"""What a person chose is shown at once and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from bootcamp_app.core.settings import Settings, load_settings
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices


def test_a_choice_is_kept_for_the_next_start(choices: Choices) -> None:
    choices.change(language="km", theme="dark", text_percent=150, khmer_digits=True)

    assert load_settings() == replace(
        Settings(), language="km", theme="dark", text_percent=150, khmer_digits=True
    )


def test_a_theme_and_a_text_size_are_shown_at_once(choices: Choices) -> None:
    choices.change(theme="dark", text_percent=200)

    assert theme.is_dark
    assert theme.px(15) == 30
    assert theme.font().pixelSize() == 30


def test_the_same_choice_again_tells_nobody(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.change(language=choices.now.language)


def test_a_language_for_one_sitting_is_not_kept(choices: Choices) -> None:
    choices.speak("km")
    choices.apply()

    assert choices.now.language == "km"
    assert load_settings().language == "en"


def test_the_window_comes_back_where_and_as_large_as_it_was(qtbot: QtBot) -> None:
    window, later = QMainWindow(), QMainWindow()
    qtbot.addWidget(window)
    qtbot.addWidget(later)
    window.resize(711, 466)
    Memory().keep_window(window)

    was_placed = Memory().place_window(later)

    assert was_placed
    assert (later.width(), later.height()) == (711, 466)


def test_small_things_are_remembered() -> None:
    Memory().keep("page", "people")

    assert Memory().kept("page", "today") == "people"
    assert Memory().kept("nothing", "today") == "today"
