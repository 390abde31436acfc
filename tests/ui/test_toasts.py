"""What is said below the page: it lies on nothing, waits for who reads it, and Ctrl+Z stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.toast import SECONDS
from tests.ui.looking import place_in

if TYPE_CHECKING:
    from bootcamp_app.ui.choices import Choices
    from tests.ui.program import Running

SAID = "From now on people read version 2 of the notice."


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("page_id", ["attendance", "people", "settings"])
def test_a_toast_covers_nothing_of_a_page(
    running: Running, choices: Choices, page_id: str, percent: int
) -> None:
    running.fill()
    choices.change(text_percent=percent)
    window = running.show(page_id)
    window.resize(1000, 640)
    window.say(SAID, "an act")
    running.settle()

    toast = place_in(window, window.toast)

    assert toast.height() > 0
    assert window.toast.isVisible()
    assert window.rect().contains(toast)
    for other in (window.rail, window.page(page_id)):
        assert not toast.intersects(place_in(window, other))


def test_a_toast_stays_ten_seconds_and_while_the_focus_is_on_it(running: Running) -> None:
    running.fill()
    window = running.show("people")
    window.activateWindow()
    window.say(SAID, "an act")
    toast = window.toast
    assert SECONDS >= 10

    toast.findChildren(Button)[0].setFocus()
    toast.time_is_up()
    assert toast.isVisible()

    window.rail.menu.setFocus()
    toast.time_is_up()
    assert not toast.isVisible()


def test_ctrl_z_takes_back_the_last_change_from_a_field_where_nothing_was_typed(
    running: Running,
) -> None:
    day = running.fill()
    window = running.show("people")
    window.activateWindow()
    person = day.people()[0]
    window.page("people").show_person(person)  # type: ignore[attr-defined]
    running.settle()
    day.app.people.change(person, position="Chief")
    running.settle()
    field = window.page("people").beside.form.field("name_en")  # type: ignore[attr-defined]
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()

    assert day.people()[0].position == ""
