"""Everybody who is marked: changed in one act and brought back, copied to a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bootcamp_app.ui.people import people_list
from bootcamp_app.ui.people.list_bulk import ChangeManyDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room
    from tests.ui.people.conftest import Said

CONTROL = Qt.KeyboardModifier.ControlModifier


def mark_all(page: PeoplePage) -> None:
    """Mark everybody with the keyboard."""
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_A, CONTROL)


def dialog_of(page: PeoplePage) -> ChangeManyDialog:
    """Give the dialog that asks what is to change."""
    assert isinstance(page.dialog, ChangeManyDialog)
    return page.dialog


def test_all_are_changed_at_once_and_one_undo_brings_them_back(
    page: PeoplePage, day: room.Desk, said: Said, settle: Callable[[], None]
) -> None:
    before = [day.app.people.details(one) for one in day.app.people.list(day.bootcamp)]
    mark_all(page)
    assert page.subtitle.plain.endswith("9 marked")
    QTest.keyClick(page.list.table, Qt.Key.Key_E, CONTROL)
    settle()
    form = dialog_of(page).form
    QTest.keyClicks(form.field("organisation"), "Green Kep")
    form.field("province").choose("23")  # type: ignore[attr-defined]
    QTest.keyClick(form.field("note"), Qt.Key.Key_Return)  # the main button
    settle()

    people = day.app.people.list(day.bootcamp)
    assert {(one.organisation, one.province) for one in people} == {("Green Kep", "23")}
    assert len(page.list.table.selected_ids()) == 9
    text, act = said[-1]
    assert text() == "9 people were changed."  # type: ignore[operator]

    day.app.records.undo_act(act)
    settle()

    after = day.app.people.list(day.bootcamp)
    assert [day.app.people.details(one) for one in after] == before


def test_a_form_that_changes_nothing_says_so(page: PeoplePage, settle: Callable[[], None]) -> None:
    mark_all(page)
    page.many.change()
    settle()
    dialog = dialog_of(page)
    dialog.main.click()

    assert dialog.isVisible()
    assert dialog.banner.isVisible()

    dialog.reject()


def test_with_nobody_marked_the_page_says_how(page: PeoplePage) -> None:
    page.list.table.clearSelection()
    page.many.copy()

    assert page.banner.isVisible()


def test_marked_people_are_copied_as_cells_of_a_spreadsheet(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.app.people.change(day.person("LY Mary"), organisation="=1+1", phone="+855 12 345 678")
    settle()
    mark_all(page)
    QTest.keyClick(page.list.table, Qt.Key.Key_C, CONTROL)
    settle()

    taken = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in taken.text().splitlines()]

    assert rows[0][:4] == ["Name in Khmer", "Name in Latin letters", "Sex", "Organisation"]
    assert len(rows) == 10
    mary = next(row for row in rows if "LY Mary" in row)
    assert mary[3] == "'=1+1"
    assert mary[6] == "+855 12 345 678"
    assert taken.html().count("<tr>") == 10


def test_without_personal_data_nobody_can_be_recognised(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    mark_all(page)
    page.many.copy_without()
    settle()

    text = QGuiApplication.clipboard().text()
    people = day.app.people.list(day.bootcamp)

    assert text.startswith("Person\tSex\tOrganisation")
    assert all(one.person_id in text for one in people)
    told = [said for one in people for said in (one.name_km, one.name_en, one.phone) if said]
    assert not any(said in text for said in told)


def test_all_of_a_long_list_are_meant_though_few_were_ever_read(
    day: room.Desk, monkeypatch: pytest.MonkeyPatch,
    open_page: Callable[[], PeoplePage], settle: Callable[[], None],
) -> None:  # fmt: skip
    rows = [["Name"], *([f"Person {n:03d}"] for n in range(100))]
    day.import_rows(rows)
    monkeypatch.setattr(people_list, "_FIRST", 30)
    page = open_page()
    assert page.list.table.model().rowCount() == 109
    assert not page.list.table.is_known
    asked: list[list[str]] = []
    mark_all(page)
    page.list.with_marked(asked.append)
    settle()

    assert [len(ids) for ids in asked] == [109]
    assert sorted(asked[0]) == sorted(day.app.people.ids(day.bootcamp))


def test_who_scrolls_far_down_sees_people_there(
    day: room.Desk, monkeypatch: pytest.MonkeyPatch,
    open_page: Callable[[], PeoplePage], settle: Callable[[], None],
) -> None:  # fmt: skip
    day.import_rows([["Name"], *([f"Person {n:03d}"] for n in range(100))])
    monkeypatch.setattr(people_list, "_FIRST", 30)
    page = open_page()
    model = page.list.table.model()
    last = model.index(model.rowCount() - 1, 1)
    assert last.data() == "…"
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_End, CONTROL)
    QTest.qWait(40)
    settle()
    QTest.qWait(40)
    settle()

    assert model.index(model.rowCount() - 1, 1).data() == "Person 099"
