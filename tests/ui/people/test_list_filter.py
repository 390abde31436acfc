"""The filter of the list: ticking, clearing, saving, asking again; and the columns shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.features.people.filters import Filter
from bootcamp_app.ui.people.list_columns import USUAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room


def names(page: PeoplePage) -> list[str]:
    """Give the names in Latin letters that the table shows."""
    model = page.list.table.model()
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]


def tick(page: PeoplePage, menu: str, key: str) -> None:
    """Open a menu of the filter with the keyboard, tick an entry, and leave the menu."""
    button = page.list.filters.menus[menu]
    ticks = button.menu()
    ticks.popup(button.mapToGlobal(button.rect().bottomLeft()))
    ticks.setActiveAction(button.choices[key])
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.isVisible()
    QTest.keyClick(ticks, Qt.Key.Key_Escape)


def test_ticking_shows_only_those_and_clearing_shows_everybody(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.list.filters.opener.click()
    tick(page, "sexes", "female")
    settle()
    women = {one.name_en for one in day.app.people.list(day.bootcamp) if one.sex == "female"}

    assert set(names(page)) == women
    assert 0 < len(women) < 9
    assert page.list.filters.opener.text() == "Filter (1)"
    assert page.list.filters.menus["sexes"].text() == "Sex: female"
    assert f"{len(women)} found" in page.subtitle.plain

    page.list.filters.clearer.click()
    settle()

    assert len(names(page)) == 9
    assert page.list.filters.opener.text() == "Filter"


def test_teams_are_offered_as_soon_as_somebody_has_one(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.list.filters.opener.click()
    teams = page.list.filters.menus["teams"]
    before = teams.isVisible()
    first, second, *_rest = day.app.people.list(day.bootcamp)
    day.app.people.change_all([first.participation_id, second.participation_id], team="A & B")
    settle()

    tick(page, "teams", "A & B")
    settle()

    assert (before, teams.isVisible()) == (False, True)
    assert set(names(page)) == {first.name_en, second.name_en}


def test_two_menus_ask_for_both_and_nobody_found_offers_everybody(
    page: PeoplePage, settle: Callable[[], None]
) -> None:
    page.list.filters.opener.click()
    tick(page, "sexes", "female")
    tick(page, "came", "is_walk_in")
    settle()

    assert page.list.empty["nothing_found"].isVisible()

    page.list.show_everybody()
    settle()

    assert len(names(page)) == 9


def test_a_filter_is_saved_and_asked_for_again(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    filters = page.list.filters
    filters.opener.click()
    tick(page, "sexes", "male")
    settle()
    found = names(page)
    filters.saved.ask_name()
    dialog = filters.saved.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.form.field("name"), "Men")
    QTest.keyClick(dialog.form.field("name"), Qt.Key.Key_Return)
    settle()
    filters.clear()
    settle()

    filters.saved.offers.actions()[0].trigger()
    settle()

    (saved,) = day.app.saved_filters.of(day.bootcamp)
    assert (saved.name, saved.wanted) == ("Men", Filter(sexes=("male",)))
    assert names(page) == found
    assert filters.menus["sexes"].keys == ("male",)


def test_a_saved_filter_needs_a_name(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.list.filters.ask(Filter(sexes=("male",)))
    page.list.filters.saved.ask_name()
    dialog = page.list.filters.saved.dialog
    assert dialog is not None
    QTest.keyClick(dialog.form.field("name"), Qt.Key.Key_Return)
    settle()

    assert dialog.isVisible()
    assert day.app.saved_filters.of(day.bootcamp) == []

    dialog.reject()


def test_columns_are_chosen_and_remembered(
    page: PeoplePage, open_page: Callable[[], PeoplePage]
) -> None:
    chooser = page.list.chooser
    chooser.choices["phone"].trigger()
    chooser.choices["position"].trigger()

    shown = [one.id for one in open_page().list.table.columns()]

    assert shown == [*(name for name in USUAL if name != "phone"), "position"]


def test_one_column_stays_whatever_is_taken_away(page: PeoplePage) -> None:
    for action in page.list.chooser.choices.values():
        action.setChecked(False)

    assert [one.id for one in page.list.table.columns()] == ["name_km"]


def test_the_filter_speaks_the_language_in_use(page: PeoplePage, choices: Choices) -> None:
    page.list.filters.ask(Filter(sexes=("female",)))

    choices.change(language="km")

    assert page.list.filters.menus["sexes"].text() == "ភេទ: ស្រី"
    assert page.list.filters.menus["sexes"].accessibleName() == "ភេទ: ស្រី"
