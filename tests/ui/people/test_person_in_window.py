"""The page of a person in the window of the program: reached, read whole, undone, left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.people.person_page import PersonView
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    place_in,
    sideways,
    tab_order,
)

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant
    from tests.ui.program import Running


def opened(running: Running) -> tuple[PeoplePage, Participant]:
    """Open the page of somebody of whom much is known."""
    day = running.fill()
    app, person = day.app, day.person("CHAN Sreyneang")
    asked = AskedQuestion("Days", "ថ្ងៃ", "choices", ("one | មួយ", "two | ពីរ"), is_required=True)
    app.questions.add(day.bootcamp, asked)
    app.consents.record(person.person_id, Answered("photo", is_given=True))
    app.people.change(person, position="Chief", birth_year=1985)
    running.window.resize(1366, 768)
    page = running.show("people").page("people")
    assert isinstance(page, PeoplePage)
    page.show_person(person)
    running.settle()
    return page, person


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_can_be_read_whole(running: Running, language: str) -> None:
    running.choices.change(language=language)
    page, _person = opened(running)

    wrong: list[str] = []
    for percent in (100, 150, 200):
        running.choices.change(text_percent=percent)
        running.settle()
        for look in (clipped, overlapping, outside, sideways):
            wrong += [f"{percent} %: {fault}" for fault in look(running.window)]

    assert wrong == []
    assert [one for one in tab_order(page) if not name_of(one).strip()] == []
    # One under the other at this size: Tab goes down.
    view = page.beside
    assert view is not None
    stops = [one for one in tab_order(page) if view.isAncestorOf(one)]
    tops = [place_in(view, one).center().y() for one in stops]
    assert len(tops) > 30
    rows = [round(top / 60) for top in tops]
    assert rows == sorted(rows)


def test_the_page_turns_with_the_language_and_leaves_no_word_behind(running: Running) -> None:
    page, _person = opened(running)

    running.choices.change(language="km")
    running.settle()

    assert left_behind(page, "km") == []


def test_undo_of_the_window_and_escape_work_on_the_page(running: Running) -> None:
    page, person = opened(running)
    view = page.beside
    assert isinstance(view, PersonView)
    sex = view.form.field("sex")
    assert isinstance(sex, QComboBox)
    sex.setCurrentIndex(sex.findData("male"))
    running.settle()
    changed = running.desk.app.people.details(person)["sex"]
    QTest.keyClick(running.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()

    assert changed == "male"
    assert running.desk.app.people.details(person)["sex"] == "female"
    assert sex.currentData() == "female"
    running.window.activateWindow()
    running.qtbot.waitUntil(running.window.isActiveWindow)
    sex.setFocus()
    QTest.keyClick(sex, Qt.Key.Key_Escape)
    running.settle()
    assert page.beside is None
    assert page.list.isVisible()


def test_a_picture_that_cannot_be_read_is_refused_on_the_page(running: Running) -> None:
    page, _person = opened(running)
    view = page.beside
    assert isinstance(view, PersonView)
    view.doings.take_shot(b"no picture")
    running.settle()

    assert view.banner.isVisible()
    assert not view.photo.portrait.has_picture
