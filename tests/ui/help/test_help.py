"""Help: for every page, in both languages, beside the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.ui.actions import Actions, Doing
from bootcamp_app.ui.finding import in_language
from bootcamp_app.ui.help.panel import HelpPanel
from bootcamp_app.ui.help.topics import BOARD, TOPICS
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.key_caps import KeyCap
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.pages import PAGES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.help.topics import Topic


def texts_of(topic: Topic) -> tuple[str, ...]:
    return (topic.purpose, *topic.steps, *topic.trouble)


@pytest.fixture
def panel(choices: Choices, qtbot: QtBot) -> HelpPanel:
    """The help of a window with two actions."""
    window = MainWindow(choices, Memory())
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.add(Doing("people.add", "People", "Add a person", "", "Ctrl+N"), lambda: None)
    actions.add(Doing("reports.people", "Reports", "Export people", "", "Ctrl+E"), lambda: None)
    made = HelpPanel(actions)
    window.side.addWidget(made)
    window.show()
    return made


def shown(panel: HelpPanel) -> list[str]:
    return [label.plain for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


@pytest.mark.parametrize("page_id", [*(entry.id for entry in PAGES), BOARD])
def test_every_page_has_help_in_both_languages(page_id: str) -> None:
    texts = texts_of(TOPICS[page_id])

    assert 120 <= len(" ".join(texts).split()) <= 200
    assert [text for text in texts if not is_khmer(in_language(text, "km"))] == []


NO_ACTS = ("Take back", "Change the rule…", "Correct…", "Exception…", "Overview", "Save…",
                   "E-mail draft…", "Save the draft…")  # fmt: skip
"""Buttons that no page offers to the palette."""


def test_help_names_buttons_as_they_are_called_in_both_languages() -> None:
    texts = [text for topic in TOPICS.values() for text in texts_of(topic)]
    of_pages = {act.text for entry in PAGES for act in entry.acts} | set(NO_ACTS)
    named = {(text, name) for text in texts for name in re.findall("“(.+?)”", text)}
    buttons = {(text, name) for text, name in named if name != "fit to page"}

    assert {name for _text, name in buttons} == {
        "Who is missing",
        "Overview",
        "Files for others",
        "Save…",
        "E-mail draft…",
        "Save the draft…",
        "Undo the last scan",
        "Take back",
        "Mark from paper…",
        *NO_ACTS[1:],
    }
    assert {name for _text, name in buttons} <= of_pages
    for text, name in buttons:
        assert f"«{in_language(name, 'km')}»" in in_language(text, "km")


def test_the_khmer_help_quotes_nothing_in_english() -> None:
    texts = [text for topic in TOPICS.values() for text in texts_of(topic)]

    assert [text for text in texts if "“" in in_language(text, "km")] == []


def test_help_promises_only_what_the_window_does() -> None:
    said = " ".join(text for topic in TOPICS.values() for text in texts_of(topic))
    not_there = (
        "beside the scan", "print who is missing", "recorded in Attendance", "A4 or A3",
        "English or in both", "those that you chose", "list of issuers",
    )  # fmt: skip

    assert [words for words in not_there if words in said] == []


def test_help_opens_closes_and_follows_the_page(panel: HelpPanel) -> None:
    panel.follow("people")
    stays_closed = not panel.isVisible()
    panel.show_page("people")
    of_people = shown(panel)
    panel.follow("reports")
    of_reports = shown(panel)
    panel.show_page("reports")

    assert stays_closed
    assert TOPICS["people"].purpose in of_people
    assert TOPICS["reports"].purpose in of_reports
    assert TOPICS["people"].purpose not in of_reports
    assert not panel.isVisible()


def test_help_ends_with_the_keys_of_its_page_only(panel: HelpPanel) -> None:
    panel.show_page("people")

    keys = [cap.text() for cap in panel.findChildren(KeyCap) if cap.isVisibleTo(panel)]
    assert keys == ["Ctrl", "N"]
    assert shown(panel)[-1] == "Add a person"


def test_a_board_has_its_own_help_and_keys(panel: HelpPanel) -> None:
    panel.show_page(BOARD)

    told = shown(panel)
    assert TOPICS[BOARD].purpose in told
    assert TOPICS["canvases"].purpose not in told
    assert {"Write a note", "To the fast entry", "Duplicate"} <= set(told)


def test_help_turns_with_the_language(panel: HelpPanel, choices: Choices) -> None:
    panel.show_page("today")

    choices.change(language="km")

    assert [text for text in shown(panel) if text and not is_khmer(text) and len(text) > 1] == []


def test_help_takes_no_more_than_a_third_of_the_window(panel: HelpPanel, choices: Choices) -> None:
    choices.change(text_percent=200)
    panel.show_page("today")

    assert 0 < panel.width() <= panel.window().width() // 3


def test_the_cross_closes_the_help(panel: HelpPanel) -> None:
    panel.show_page("people")
    assert panel.isVisible()
    cross = next(
        one for one in panel.findChildren(IconButton) if one.accessibleName() == "Close the help"
    )

    cross.click()

    assert not panel.isVisible()
