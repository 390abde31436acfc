"""Ctrl+K: everything is found by its name in either language, and done by Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.ui.actions import Actions, Doing
from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.pages import PAGES
from bootcamp_app.ui.palette import MOST_PEOPLE, Palette
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.people.person_page import PersonView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room


@pytest.fixture
def done() -> list[str]:
    """What actions were carried out."""
    return []


@pytest.fixture
def window(choices: Choices, desk: Desk, day: room.Desk, qtbot: QtBot) -> MainWindow:
    """A window on a day under way."""
    del day
    made = MainWindow(choices, Memory())
    qtbot.addWidget(made)
    made.show()
    made.desk = desk
    return made


@pytest.fixture
def palette(window: MainWindow, done: list[str], settle: Callable[[], None]) -> Palette:
    """The palette, open over the window."""
    actions = Actions(window)
    offered = [Doing("find", "Program", "Find anything")]
    for entry in PAGES:
        offered.append(Doing(entry.id, "Go to", entry.text))
        for act in entry.acts:
            doing = f"{entry.id}.{act.id}"
            offered.append(Doing(doing, entry.text, act.text, act.icon, act.shortcut))
    for one in offered:
        actions.add(one, partial(done.append, one.id))
    made = Palette(window, actions)
    made.open()
    settle()
    return made


def type_in(palette: Palette, text: str) -> None:
    """Type as a keyboard of any script does."""
    palette.field.clear()
    for letter in text:
        key = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(palette.field, key)


def found(palette: Palette) -> list[str]:
    """Give the lines of the list, as they are read out."""
    rows = range(palette.model.rowCount())
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(palette.model.index(at).data(role)) for at in rows]


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize("query", ["certif", "វិញ្ញាបន", "CERTIFICATES"])
def test_a_page_is_found_by_both_its_names_in_either_language(
    palette: Palette, choices: Choices, done: list[str], language: str, query: str
) -> None:
    choices.change(language=language)

    type_in(palette, query)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert done == ["certificates"]


def test_the_arrows_choose_while_words_are_typed(palette: Palette, done: list[str]) -> None:
    type_in(palette, "export")
    lines = found(palette)

    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert lines[:2] == ["Export attendance, Reports", "Export people, Reports"]
    assert done == ["reports.people"]


def test_a_person_is_found_by_the_khmer_name(
    palette: Palette, settle: Callable[[], None], qtbot: QtBot
) -> None:
    type_in(palette, "ស្រីនាង")
    qtbot.waitUntil(lambda: bool(found(palette)), timeout=3000)
    settle()

    assert found(palette) == ["CHAN Sreyneang · ចាន់ ស្រីនាង, Participant"]


def test_people_are_no_longer_offered_when_other_words_are_typed(
    palette: Palette, settle: Callable[[], None], qtbot: QtBot
) -> None:
    type_in(palette, "sre")
    qtbot.waitUntil(lambda: len(found(palette)) > 1, timeout=3000)
    some = found(palette)
    type_in(palette, "zzzz")
    qtbot.wait(200)
    settle()

    assert 0 < len([one for one in some if one.endswith("Participant")]) <= MOST_PEOPLE
    assert found(palette) == []


def test_choosing_a_person_shows_them_among_the_people(
    palette: Palette, window: MainWindow, settle: Callable[[], None], qtbot: QtBot
) -> None:
    shown: list[str] = []
    window.shown.connect(shown.append)
    type_in(palette, "vibol")
    qtbot.waitUntil(lambda: bool(found(palette)), timeout=3000)

    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle()

    assert shown == ["people"]
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    assert isinstance(page.beside, PersonView)
    assert "Vibol" in page.beside.person.name_en


def test_a_bootcamp_is_found_by_its_title_and_opened(
    palette: Palette, desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    settle()
    desk.choose(None)
    type_in(palette, day.bootcamp.title_en)

    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert desk.bootcamp == day.bootcamp


def test_settings_are_changed_from_the_palette(palette: Palette, choices: Choices) -> None:
    type_in(palette, "ងងឹត")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)

    assert choices.now.theme == "dark"


def test_the_palette_does_not_offer_itself_and_esc_closes_it(
    palette: Palette, done: list[str]
) -> None:
    type_in(palette, "find a person")
    lines = found(palette)

    QTest.keyClick(palette.field, Qt.Key.Key_Escape)

    assert lines == ["Find a person, People, Ctrl+F"]
    assert done == []


def test_the_lines_turn_with_the_language(palette: Palette, choices: Choices) -> None:
    type_in(palette, "reports")

    choices.change(language="km")

    assert found(palette)[0] == "របាយការណ៍, ទំព័រ"
