"""The first run: a language, then a bootcamp, a file or the sample."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.core.settings import load_settings
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.welcome.sample import SampleBanner
from bootcamp_app.ui.welcome.welcome import Welcome
from bootcamp_app.ui.workspaces import Workspaces, sample_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.tasks import Progress
    from tests.clock import FakeClock


@pytest.fixture
def workspaces(choices: Choices, clock: FakeClock, qtbot: QtBot) -> Iterator[Workspaces]:
    """No workspace is open yet."""
    del qtbot
    made = Workspaces(choices, Memory(), clock)
    yield made
    made.leave()
    made.tasks.close()


@pytest.fixture
def welcome(choices: Choices, workspaces: Workspaces, qtbot: QtBot) -> Welcome:
    """What is seen first."""
    made = Welcome(choices, workspaces)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_the_first_run_goes_by_keyboard_alone(welcome: Welcome, choices: Choices) -> None:
    wanted: list[str] = []
    welcome.new_wanted.connect(lambda: wanted.append("new"))
    welcome.sample_wanted.connect(lambda: wanted.append("sample"))

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    language = choices.now.language
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert language == "km"
    assert words.language == "km"
    assert wanted == ["new", "sample"]


def test_the_chosen_language_is_not_asked_for_again(welcome: Welcome) -> None:
    welcome.languages.buttons["km"].click()

    kept = load_settings()
    assert (kept.language, kept.is_set_up) == ("km", True)
    assert welcome.new.isVisible()
    assert not welcome.languages.isVisible()


def test_the_question_for_the_language_is_asked_in_both(welcome: Welcome, choices: Choices) -> None:
    asked = {label.plain for label in welcome.languages.labels}

    choices.change(language="km")

    assert "Choose your language · សូមជ្រើសរើសភាសា" in asked
    assert {label.plain for label in welcome.languages.labels} == asked


def test_work_is_shown_in_place_and_can_be_stopped(
    welcome: Welcome, workspaces: Workspaces, qtbot: QtBot
) -> None:
    welcome.languages.buttons["en"].click()
    workspaces.tasks.long(workspaces, Job(_endless, _nothing, welcome.refuse, "Sample"))
    qtbot.waitUntil(welcome.preparing.isVisible)
    assert not welcome.sample.isVisible()

    welcome.preparing.cancel.click()
    qtbot.waitUntil(lambda: not welcome.preparing.isVisible())

    assert welcome.banner.plain == "Stopped. Nothing of it was kept."
    assert welcome.sample.isVisible()
    assert welcome.sample.isEnabled()


def test_a_file_that_cannot_be_opened_is_refused_in_place(welcome: Welcome) -> None:
    welcome.languages.buttons["en"].click()

    welcome.refuse(Refusal("The folder “{name}” cannot be made. Choose another one.", name="x"))

    assert welcome.banner.isVisible()
    assert welcome.banner.plain == "The folder “x” cannot be made. Choose another one."


def test_the_sample_goes_only_after_a_second_yes(
    workspaces: Workspaces, choices: Choices, qtbot: QtBot
) -> None:
    place = sample_place()
    place.parent.mkdir(parents=True)
    place.write_text("sample")
    choices.change(recent=(str(place), "/elsewhere/mine.bootcamp"), workspace=str(place))
    banner = SampleBanner(workspaces)
    qtbot.addWidget(banner)
    banner.show()

    banner.remove.click()
    was_there = place.exists()
    banner.keep.click()
    is_asking = banner.confirm.isVisible()
    banner.remove.click()
    with qtbot.waitSignal(workspaces.opened):
        banner.confirm.click()

    assert was_there
    assert not is_asking
    assert not place.parent.exists()
    assert str(place) not in choices.now.recent
    assert "/elsewhere/mine.bootcamp" in choices.now.recent


def _endless(step: Progress) -> None:
    while True:
        step(1, 2)
        time.sleep(0.005)


def _nothing(_answer: object) -> None: ...
