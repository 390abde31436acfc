"""Adding somebody, by hand-like events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.ui.people.person_dialogs import AddPersonDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

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


def write(dialog: AddPersonDialog, name: str, text: str) -> None:
    """Put a text into a field."""
    field = dialog.form.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def confirm(dialog: AddPersonDialog) -> None:
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
