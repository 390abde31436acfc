"""A bootcamp out of three fields."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget, desk: Desk) -> NewBootcampDialog:
    """The dialog over an empty window."""
    made = NewBootcampDialog(window, desk)
    made.open()
    return made


def title(dialog: NewBootcampDialog) -> QLineEdit:
    field = dialog.form.field("title")
    assert isinstance(field, QLineEdit)
    return field


def test_three_fields_make_a_bootcamp_and_open_it(
    dialog: NewBootcampDialog, desk: Desk, settle: Callable[[], None]
) -> None:
    heard: list[str] = []
    desk.bootcamps_changed.connect(lambda: heard.append("changed"))
    title(dialog).setText("វគ្គនវានុវត្តន៍ កំពត")
    province, day = dialog.form.field("province"), dialog.form.field("starts_on")
    assert isinstance(province, ChoiceField)
    assert isinstance(day, DateField)
    province.setCurrentIndex(province.findText("Kampot"))
    QTest.keyClick(title(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    made = desk.bootcamp
    assert made is not None
    assert (made.title_km, made.title_en) == ("វគ្គនវានុវត្តន៍ កំពត", "")
    assert (made.province, (made.ends_on - made.starts_on).days) == ("07", 2)
    assert len(desk.app.bootcamps.sessions(made)) == 6
    assert heard == ["changed"]


def test_a_latin_title_and_other_days_are_taken_as_they_are(
    dialog: NewBootcampDialog, desk: Desk, settle: Callable[[], None]
) -> None:
    title(dialog).setText("Kep bootcamp")
    days = dialog.form.field("days")
    assert isinstance(days, NumberField)
    days.setValue(5)

    dialog.main.click()
    settle()

    made = desk.bootcamp
    assert made is not None
    assert (made.title_km, made.title_en) == ("", "Kep bootcamp")
    assert (made.ends_on - made.starts_on).days == 4
    assert made.starts_on == desk.app.clock.now().astimezone().date() != date.min


def test_without_a_title_it_stays_open_and_says_so_at_the_field(
    dialog: NewBootcampDialog, desk: Desk, settle: Callable[[], None]
) -> None:
    title(dialog).setText("   ")

    dialog.main.click()
    settle()

    assert dialog.isVisible()
    assert dialog.form.refusal("title") == "Write the title, in Khmer or in English."
    assert desk.app.bootcamps.count() == 0


def test_provinces_turn_with_the_language(dialog: NewBootcampDialog, choices: Choices) -> None:
    province = dialog.form.field("province")
    assert isinstance(province, ChoiceField)
    english = [province.itemText(index) for index in range(province.count())]

    choices.change(language="km")

    khmer = [province.itemText(index) for index in range(province.count())]
    assert len(english) == 26
    assert "Kampot" in english
    assert "កំពត" in khmer
    assert set(english).isdisjoint(khmer)


def test_in_the_sample_it_warns_that_the_bootcamp_goes_with_it(desk: Desk, window: QWidget) -> None:
    desk.is_sample = True

    made = NewBootcampDialog(window, desk)

    assert made.banner.plain.startswith("The sample is open")


def test_the_name_at_this_desk_is_asked_once_and_signs_what_is_written(
    dialog: NewBootcampDialog,
    window: QWidget,
    desk: Desk,
    choices: Choices,
    settle: Callable[[], None],
) -> None:
    title(dialog).setText("Kampot")
    field = dialog.form.field("operator")
    assert isinstance(field, QLineEdit)
    field.setText(" Dara, door A ")
    dialog.main.click()
    settle()
    made = desk.app.bootcamps.make(NewBootcamp("Kep", date(2026, 3, 2)))

    assert choices.now.operator == "Dara, door A"
    assert desk.app.records.history(made.id)[0].who == "Dara, door A"
    assert "operator" not in NewBootcampDialog(window, desk).form.values()
