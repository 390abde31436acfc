"""Adding and changing somebody, by hand-like events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from bootcamp_app.features.people.views import Participant
from bootcamp_app.ui.people.person_dialogs import AddPersonDialog, EditPersonDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room
    from tests.ui.people.conftest import Hands, Said


@pytest.fixture
def adding(page: PeoplePage, qtbot: QtBot) -> AddPersonDialog:
    """The form for somebody new."""
    page.carry_out("add")
    dialog = page.dialog
    assert isinstance(dialog, AddPersonDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.form.field("name_km").hasFocus())
    return dialog


@pytest.fixture
def editing(page: PeoplePage, day: room.Desk, settle: Callable[[], None]) -> EditPersonDialog:
    """The form of CHAN Sreyneang."""
    page.edit_person(day.person("CHAN Sreyneang"))
    settle()
    assert isinstance(page.dialog, EditPersonDialog)
    return page.dialog


def write(dialog: AddPersonDialog | EditPersonDialog, name: str, text: str) -> None:
    """Put a text into a field."""
    field = dialog.form.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def confirm(dialog: AddPersonDialog | EditPersonDialog) -> None:
    """Press the keys that confirm a dialog."""
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_somebody_is_added_with_the_keyboard_alone_and_taken_back_from_the_toast(
    page: PeoplePage, adding: AddPersonDialog, day: room.Desk, hands: Hands,
    settle: Callable[[], None], said: Said,
) -> None:  # fmt: skip
    hands("លី ហេង", Qt.Key.Key_Tab, "LY Heng", Qt.Key.Key_Tab, Qt.Key.Key_Home)
    hands(Qt.Key.Key_Tab, "១៩៨៥", Qt.Key.Key_Tab, "NGO Forum")
    confirm(adding)
    settle()

    added = day.person("LY Heng")
    assert (added.name_km, added.sex, added.organisation_en) == ("លី ហេង", "female", "NGO Forum")
    assert day.app.people.details(added)["birth_year"] == 1985
    assert page.dialog is None
    assert page.list.table.model().rowCount() == 10

    ((text, act),) = said
    assert str(text) == "LY Heng was added."
    day.app.records.undo_act(act)
    settle()
    assert page.list.table.model().rowCount() == 9


def test_somebody_without_a_name_is_refused_at_the_name(
    adding: AddPersonDialog, day: room.Desk, settle: Callable[[], None]
) -> None:
    write(adding, "phone", "012 1")
    confirm(adding)
    settle()

    assert adding.isVisible()
    assert adding.form.refusal("name_km").startswith("A person needs a name.")
    assert len(day.people()) == 9


def test_every_wrong_field_is_said_at_its_place_and_then_may_be_put_right(
    adding: AddPersonDialog, day: room.Desk, settle: Callable[[], None]
) -> None:
    write(adding, "name_en", "LY Heng")
    write(adding, "birth_year", "85")
    confirm(adding)
    settle()
    assert adding.form.refusal("birth_year").startswith("This is not a year of birth.")
    assert len(day.people()) == 9

    write(adding, "birth_year", "1985")
    confirm(adding)
    settle()

    assert len(day.people()) == 10


def test_only_what_was_changed_is_written(
    editing: EditPersonDialog, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    province = editing.form.field("province")
    assert isinstance(province, QComboBox)
    province.setCurrentIndex(province.findData("08"))
    write(editing, "phone", "")
    day.app.people.change(day.person("CHAN Sreyneang"), position="Chief")
    confirm(editing)
    settle()

    person = day.person("CHAN Sreyneang")
    ((text, act),) = said

    assert (person.province, person.phone, person.position) == ("08", "", "Chief")
    assert str(text) == "CHAN Sreyneang was changed."
    day.app.records.undo_act(act)
    assert day.person("CHAN Sreyneang").phone == "012 345 601"


def test_enter_on_a_row_opens_the_person(page: PeoplePage, settle: Callable[[], None]) -> None:
    table = page.list.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    current = table.current()
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()

    assert isinstance(current, Participant)
    assert isinstance(page.dialog, EditPersonDialog)
    assert page.dialog.form.values()["name_en"] == current.name_en


def test_history_is_shown_with_the_person(
    editing: EditPersonDialog, settle: Callable[[], None]
) -> None:
    settle()

    assert editing.history.lines == ["2 March 2026, 08:00 · Sokha\nadded"]


def test_a_new_badge_is_given_only_after_a_second_press(
    page: PeoplePage, editing: EditPersonDialog, day: room.Desk,
    settle: Callable[[], None], said: Said,
) -> None:  # fmt: skip
    before = day.guest(day.person("CHAN Sreyneang")).badge
    card = editing.badge
    QTest.mouseClick(card.replace, Qt.MouseButton.LeftButton)
    settle()
    assert day.guest(day.person("CHAN Sreyneang")).badge == before

    QTest.mouseClick(card.sure, Qt.MouseButton.LeftButton)
    settle()
    code = day.guest(day.person("CHAN Sreyneang")).badge

    assert code != before
    assert card.code.plain.replace(" ", "") == code
    assert [str(text) for text, _act in said] == ["CHAN Sreyneang has a new badge."]
    assert page.dialog is editing


def test_an_open_form_turns_with_the_language_and_keeps_what_was_typed(
    editing: EditPersonDialog, choices: Choices, settle: Callable[[], None]
) -> None:
    write(editing, "phone", "099")
    choices.change(language="km")
    settle()

    sex = editing.form.field("sex")

    assert isinstance(sex, QComboBox)
    assert sex.currentText() == "ស្រី"
    assert editing.form.values()["phone"] == "099"
    assert editing.form.values()["sex"] == "female"
    assert editing.windowTitle() == "ចាន់ ស្រីនាង"


def test_a_form_that_is_closed_while_it_looks_does_no_harm(
    page: PeoplePage, desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.edit_person(day.person("LY Mary"))
    desk.choose(None)
    settle()

    assert page.dialog is None


def test_two_quick_presses_give_one_new_badge(
    editing: EditPersonDialog, settle: Callable[[], None], said: Said
) -> None:
    card = editing.badge
    QTest.mouseClick(card.replace, Qt.MouseButton.LeftButton)
    for _press in range(2):
        QTest.mouseClick(card.sure, Qt.MouseButton.LeftButton)
    settle()

    assert [str(text) for text, _act in said] == ["CHAN Sreyneang has a new badge."]


def test_printing_a_badge_keeps_what_was_typed_and_prints_it(
    page: PeoplePage, editing: EditPersonDialog, day: room.Desk, settle: Callable[[], None],
    said: Said,
) -> None:  # fmt: skip
    wanted: list[str] = []
    editing.badge_wanted.connect(lambda person: wanted.append(person.name_en))
    write(editing, "name_en", "CHAN Sreyneang Meas")
    QTest.mouseClick(editing.badge.print, Qt.MouseButton.LeftButton)
    settle()

    assert wanted == ["CHAN Sreyneang Meas"]
    assert day.names("Meas") == ["CHAN Sreyneang Meas"]
    assert str(said[0][0]) == "CHAN Sreyneang Meas was changed."
    assert page.title.plain == "Print badges"


def test_a_wrong_field_is_said_before_a_badge_is_printed(
    page: PeoplePage, editing: EditPersonDialog, settle: Callable[[], None]
) -> None:
    write(editing, "birth_year", "85")
    QTest.mouseClick(editing.badge.print, Qt.MouseButton.LeftButton)
    settle()

    assert editing.form.refusal("birth_year").startswith("This is not a year of birth.")
    assert page.beside is None
    assert page.dialog is editing
