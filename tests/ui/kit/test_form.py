"""Forms, fields and dialogs: filled in by keyboard, refused in place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.date_field import DateField, day_in
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

_DAY = date(2026, 12, 1)
_WRONG = N_("Write the title, in Khmer or in English.")


def test_a_form_gives_what_was_filled_in(qtbot: QtBot) -> None:
    form = _form(qtbot)
    heard: list[bool] = []
    form.changed.connect(lambda: heard.append(True))

    _line(form, "title").setText("វគ្គ កំពត")
    _choice(form).choose("08")
    QTest.keyClick(form.field("first"), Qt.Key.Key_Up)
    QTest.keyClick(form.field("days"), Qt.Key.Key_Up)
    QTest.keyClick(form.field("without"), Qt.Key.Key_Space)

    assert form.values() == {
        "title": "វគ្គ កំពត",
        "province": "08",
        "first": date(2026, 12, 2),
        "days": 4,
        "without": True,
    }
    assert len(heard) == 5


def test_a_refusal_stands_at_its_field_until_the_field_changes(
    qtbot: QtBot, choices: Choices
) -> None:
    form = _form(qtbot)

    form.refuse("title", _WRONG)
    shown = _said_under(form)
    choices.change(language="km")
    turned = _said_under(form)
    _line(form, "title").setText("Kampot")

    assert shown == [_WRONG]
    assert turned == [_(_WRONG)]
    assert turned != shown
    assert form.field("title").property("wrong") == "false"
    assert _said_under(form) == []


def test_a_refusal_is_read_out_with_its_field(qtbot: QtBot) -> None:
    form = _form(qtbot)
    hinted = form.field("title").accessibleDescription()

    form.refuse("title", _WRONG)
    refused = form.field("title").accessibleDescription()
    form.clear_refusals()

    assert (hinted, refused) == ("In Khmer or in English", _WRONG)
    assert form.field("title").accessibleDescription() == hinted
    assert form.field("title").accessibleName() == "Title"


def test_choices_turn_with_the_language(qtbot: QtBot, choices: Choices) -> None:
    field = ChoiceField([("a", N_("present")), ("b", N_("late"))], "b")
    qtbot.addWidget(field)

    choices.change(language="km")

    assert (field.key, field.currentText()) == ("b", _("late"))
    assert field.currentText() != "late"


def test_a_number_is_taken_in_khmer_digits_and_shown_as_chosen(
    qtbot: QtBot, choices: Choices
) -> None:
    field = NumberField(3, 1, 31)
    qtbot.addWidget(field)

    field.lineEdit().selectAll()
    _type(field, "១២")
    QTest.keyClick(field, Qt.Key.Key_Return)
    choices.change(language="km", khmer_digits=True)

    assert field.value() == 12
    assert field.lineEdit().text() == "១២"


@pytest.mark.parametrize("text", ["3/12/2026", "០៣/១២/២០២៦", "3.12.2026", "2026-12-03"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day_in(text) == date(2026, 12, 3)


@pytest.mark.parametrize("text", ["31/02/2026", "3/12", "soon", "", "3/12/26"])
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert day_in(text) is None


def test_what_cannot_be_read_gives_way_to_the_day_before_it(qtbot: QtBot) -> None:
    field = DateField(_DAY)
    qtbot.addWidget(field)

    field.selectAll()
    QTest.keyClicks(field, "31/02/2026")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.day, field.text()) == (_DAY, "01/12/2026")


def test_a_day_is_picked_from_the_month_by_keyboard(qtbot: QtBot) -> None:
    field = DateField(_DAY)
    qtbot.addWidget(field)
    field.show()

    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (month,) = field.findChildren(QCalendarWidget)
    view = month.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert field.day == date(2026, 12, 2)


def test_a_dialog_is_confirmed_by_its_button_and_by_ctrl_enter(
    qtbot: QtBot, window: QWidget
) -> None:
    dialog = _dialog(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    heard: list[bool] = []
    dialog.confirmed.connect(lambda: heard.append(True))

    dialog.main.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert heard == [True, True]
    assert dialog.isVisible()


def test_a_dialog_says_a_refusal_in_place_and_escape_leaves_it(
    window: QWidget, choices: Choices
) -> None:
    dialog = _dialog(window)

    dialog.refuse(Refusal("There is nothing to undo here."))
    choices.change(language="km")

    assert dialog.banner.isVisible()
    assert dialog.banner.plain == _("There is nothing to undo here.")
    assert dialog.windowTitle() == _("Add a person")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_first_field_of_a_dialog_has_the_keys(window: QWidget) -> None:
    dialog = _dialog(window)

    assert isinstance(dialog.focusWidget(), QLineEdit)


def _form(qtbot: QtBot) -> Form:
    form = Form()
    form.add_text("title", N_("Title"), "", N_("In Khmer or in English"))
    form.add_choice("province", N_("Province"), [("07", lambda: "កំពត"), ("08", lambda: "កណ្ដាល")])
    form.add_date("first", N_("First day"), _DAY)
    form.add_number("days", N_("Days"), 3, 1, 31)
    form.add_yes_no("without", N_("Leave out personal data"), value=False)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _dialog(window: QWidget) -> Dialog:
    form = Form()
    form.add_text("name", N_("Name in Khmer"))
    dialog = Dialog(window, N_("Add a person"), form, N_("Add"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's order
    dialog.open()
    return dialog


def _line(form: Form, name: str) -> QLineEdit:
    field = form.field(name)
    assert isinstance(field, QLineEdit)
    return field


def _choice(form: Form) -> ChoiceField:
    field = form.field("province")
    assert isinstance(field, ChoiceField)
    return field


def _said_under(form: Form) -> list[str]:
    labels = form.findChildren(QLabel)
    return [
        label.text().replace("\u200b", "")
        for label in labels
        if label.isVisible() and label.property("meaning") == "bad"
    ]


def _type(widget: QWidget, text: str) -> None:
    for char in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(widget, event)
