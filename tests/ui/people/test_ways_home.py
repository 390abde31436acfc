"""The place in the rail leads back to the list from whatever is shown in its stead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from tests.ui.program import Running


def people_page(running: Running) -> Any:  # noqa: ANN401 - the page and what it shows beside
    running.choices.change(is_set_up=True)
    running.fill()
    return running.show("people").page("people")


def press_people(running: Running) -> None:
    running.window.rail.place_chosen.emit("people")
    running.settle()


def test_the_rail_leads_from_a_person_and_from_the_badges_to_the_list(running: Running) -> None:
    page = people_page(running)
    bootcamp = running.desk.bootcamp
    assert bootcamp is not None

    page.edit_person(running.desk.app.people.list(bootcamp)[0])
    running.settle()
    press_people(running)
    assert page.beside is None

    page.carry_out("badges")
    running.settle()
    press_people(running)
    assert page.beside is None
    assert page.list.isVisible()


def test_the_rail_throws_no_list_away_that_is_in_hand(running: Running) -> None:
    page = people_page(running)
    page.carry_out("import")
    running.settle()
    wizard = page.beside
    QGuiApplication.clipboard().setText("Name\tSex\nSok Dara\tM\nLy Heng\tF\n")
    wizard.file.take_pasted()
    running.qtbot.waitUntil(lambda: wizard.columns.isVisible())

    press_people(running)

    assert page.beside is wizard
    assert wizard.banner.plain.startswith("A list is in hand here.")
