"""Who is who, as somebody decides it at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.people.merge_page import MergeView
from bootcamp_app.ui.people.people_page import PeoplePage
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.choices import Choices
    from tests import desk as room
    from tests.ui.people.conftest import Said
    from tests.ui.program import Running

SLIP = "CHAN Sreynieng"


def tab_to(wanted: QWidget) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is wanted:
            return
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def press(widget: QWidget) -> None:
    """Press a button with the space bar."""
    tab_to(widget)
    QTest.keyClick(widget, Qt.Key.Key_Space)


@pytest.fixture
def view(day: room.Desk, page: PeoplePage, settle: Callable[[], None]) -> MergeView:
    """Two pairs who may be one: the likelier by phone, the other by name alone."""
    day.walk_in(SLIP, phone="012 345 601", birth_year="1990")
    day.walk_in("LY Mary", name_km="លី ម៉ារី")
    page.carry_out("twins")
    settle()
    assert isinstance(page.beside, MergeView)
    return page.beside


def test_two_are_merged_and_undone_by_keyboard_in_the_real_window(running: Running) -> None:
    day = running.fill()
    day.scan(day.walk_in(SLIP, phone="012 345 601").badge)
    before = [(one.person_id, one.name_en) for one in day.people()], day.counts()
    window = running.show("people")
    window.activateWindow()
    page = window.stack.currentWidget()
    assert isinstance(page, PeoplePage)
    page.carry_out("twins")
    running.settle()
    view = page.beside
    assert isinstance(view, MergeView)
    assert len(view.pairs) == 1

    press(view.card.merge)
    running.settle()

    assert view.empty.isVisible()
    assert len(day.people()) == len(before[0]) - 1
    assert (day.counts().present, day.names("sreynieng")) == (4, day.names("sreyneang"))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()
    assert ([(one.person_id, one.name_en) for one in day.people()], day.counts()) == before
    assert len(view.pairs) == 1


def test_the_likeliest_pair_is_shown_first_with_its_reasons(view: MergeView) -> None:
    assert view.counts.plain == "2 pairs of people who may be one"
    assert view.card.reasons.plain.startswith("Nearly the same name · Same phone")
    assert set(view.card.fields.choices) >= {"name_en", "birth_year"}
    assert "phone" not in view.card.fields.choices


def test_what_is_chosen_by_keyboard_stays(
    view: MergeView, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    keep, other = view.card.fields.choices["name_en"]
    assert (keep.accessibleName(), other.accessibleName()) == (
        "Name in Latin letters: CHAN Sreyneang",
        f"Name in Latin letters: {SLIP}",
    )
    keep.click()
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Space)
    view.card.merge.click()
    settle()

    left = day.person(SLIP)
    assert left.name_km == "ចាន់ ស្រីនាង"
    assert in_words(said[0][0]) == "They are one person now."  # type: ignore[arg-type]
    assert said[0][1]


def test_a_click_on_a_value_chooses_it(view: MergeView) -> None:
    keep, _other = view.card.fields.choices["birth_year"]
    holder = keep.parentWidget()
    assert holder is not None
    value = holder.findChild(Label)
    assert value is not None

    QTest.mouseClick(value, Qt.MouseButton.LeftButton)

    assert view.card.fields.chosen()["birth_year"] == "keep"


def test_two_who_stay_two_do_not_come_again(
    view: MergeView, page: PeoplePage, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    view.card.apart.click()
    settle()
    assert len(view.pairs) == 1

    view.leave()
    page.carry_out("twins")
    settle()

    assert isinstance(page.beside, MergeView)
    assert [str(one.likeness.reasons[0]) for one in page.beside.pairs] == ["Same name"]
    assert len(day.people()) == 11
    assert in_words(said[0][0]) == "They stay two people. You will not be asked again."  # type: ignore[arg-type]


def test_what_is_left_for_later_comes_last(view: MergeView, settle: Callable[[], None]) -> None:
    first, second = view.pairs

    view.card.later.click()
    settle()

    assert [one.id for one in view.pairs] == [second.id, first.id]
    assert view.comparison is not None
    assert view.comparison.keep.person == second.first


def test_two_marked_in_the_list_are_compared(
    page: PeoplePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.compare()
    assert page.banner.isVisible()
    page.list.table.selectRow(0)
    table, flags = page.list.table, page.list.table.selectionModel().SelectionFlag
    table.selectionModel().select(table.model().index(3, 0), flags.Select | flags.Rows)

    page.list.compare_wanted.emit()
    settle()

    assert isinstance(page.beside, MergeView)
    assert page.beside.comparison is not None
    assert not page.beside.list.isVisible()
    page.beside.card.merge.click()
    settle()
    assert page.beside is None
    assert len(day.people()) == 8


def test_every_word_turns_while_two_are_compared(view: MergeView, choices: Choices) -> None:
    choices.change(language="km")

    assert view.table.model().headerData(2, Qt.Orientation.Horizontal) == "មូលហេតុ"
    assert view.card.fields.choices["name_en"][0].accessibleName().startswith("ឈ្មោះជាអក្សរឡាតាំង")
