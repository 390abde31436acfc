"""Words on the screen turn with the language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from shiboken6 import delete

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.ui.kit.label import Label, breakable
from bootcamp_app.ui.words import clock_time, digits, say, tongue

if TYPE_CHECKING:
    from bootcamp_app.ui.choices import Choices

MOMENT = datetime(2026, 3, 2, 8, 4, tzinfo=UTC)


def test_what_was_said_once_turns_with_the_language(choices: Choices) -> None:
    label = QLabel()
    say(label, "Today")

    choices.change(language="km")
    khmer = label.text()
    choices.change(language="en")

    assert khmer == "ថ្ងៃនេះ"
    assert label.text() == "Today"


def test_a_sentence_keeps_its_values_in_the_other_language(choices: Choices) -> None:
    label = QLabel()
    say(label, Sentence("Bootcamp: {title}", title="Kampot"))

    choices.change(language="km")

    assert label.text() == "វគ្គបណ្ដុះបណ្ដាល៖ Kampot"


def test_tooltips_and_accessible_names_turn_too(choices: Choices) -> None:
    label = QLabel()
    say(label, "Today", "setToolTip")
    say(label, "People", "setAccessibleName")

    choices.change(language="km")

    assert (label.toolTip(), label.accessibleName()) == ("ថ្ងៃនេះ", "អ្នកចូលរួម")


def test_what_is_gone_is_left_alone(choices: Choices) -> None:
    label = QLabel()
    say(label, "Today")
    delete(label)

    choices.change(language="km")

    assert choices.now.language == "km"


def test_a_label_that_shows_data_does_not_turn(choices: Choices) -> None:
    label = Label("Today")
    label.show_data("CHAN Sreyneang")

    choices.change(language="km")

    assert label.text() == "CHAN Sreyneang"


def test_an_and_sign_marks_no_key_in_a_button_or_a_menu(choices: Choices) -> None:
    del choices
    button, action, label = QPushButton(), QAction(), QLabel()
    for thing in (button, action, label):
        say(thing, "Teams & canvases")

    assert (button.text(), action.text()) == ("Teams && canvases", "Teams && canvases")
    assert label.text() == "Teams & canvases"


def test_khmer_digits_are_shown_where_they_were_chosen_and_only_in_khmer(choices: Choices) -> None:
    shown = []
    for fields in (
        {"language": "km"},
        {"khmer_digits": True},
        {"language": "en"},
    ):
        choices.change(**fields)
        shown.append((digits(62), clock_time(MOMENT)))

    assert shown == [("62", "08:04"), ("៦២", "០៨:០៤"), ("62", "08:04")]


def test_whoever_shows_words_of_its_own_is_told(choices: Choices) -> None:
    told = []
    tongue.turned.connect(lambda: told.append(choices.now.language))

    choices.change(language="km")

    assert told[-1] == "km"


def test_khmer_may_break_between_words_and_keeps_its_text() -> None:
    text = "សូមនាំបញ្ជីឈ្មោះចូលជាមុនសិន"

    shown = breakable(text)

    assert shown.replace("\u200b", "") == text
    assert shown.count("\u200b") > 2
    assert breakable("Import a list first.") == "Import a list first."
