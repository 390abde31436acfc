"""The editor of layouts: the real page, written on and looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bootcamp_app.ui.certificates.editor.property_fields import DecimalField, WordsField
from bootcamp_app.ui.words import in_words
from tests.ui.certificates.editing import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
    from tests import desk as room
    from tests.ui.certificates.editing import Editing

    Settle = Callable[[], None]


def test_the_page_shown_is_the_real_one_with_the_longest_name_first(editing: Editing) -> None:
    assert "YIM Sovannarith" in editing.words
    assert editing.view.tools.whose.plain == "Person 1 of 9 · the longest name"

    QTest.mouseClick(editing.view.tools.next, Qt.MouseButton.LeftButton)
    editing.see()

    assert "NUON Chanthearry" in editing.words
    assert editing.view.tools.whose.plain == "Person 2 of 9 · the longest Latin name"


def test_words_that_are_written_are_on_the_page_and_kept(editing: Editing, day: room.Desk) -> None:
    part = editing.choose("pair")
    field = editing.field("en")
    assert isinstance(field, WordsField)

    field.field.selectAll()
    QTest.keyClicks(field.field, "Letter of thanks")
    editing.see()

    assert "Letter of thanks" in editing.words
    assert kept(day, part["id"])["en"] == "Letter of thanks"


def test_a_field_is_put_into_the_words_from_the_menu(editing: Editing) -> None:
    editing.choose("pair")
    field = editing.field("en")

    field.field.setCursorPosition(0)
    field.put_in("venue")
    editing.view.draft.keep()

    assert field.text.startswith("{venue}")
    assert editing.part("pair")["en"] == field.text


def test_what_is_wrong_is_said_and_a_click_leads_to_the_part(editing: Editing) -> None:
    part = editing.choose("pair")
    field = editing.field("en").field
    field.selectAll()
    QTest.keyClicks(field, "Thanks to {nobody}")
    editing.see()
    editing.view.draft.choose("")

    assert editing.problems == ["unknown_field"]
    (line,) = editing.view.problems.lines
    assert "{nobody}" in line.words.plain
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert editing.view.draft.chosen == part["id"]
    field.selectAll()
    QTest.keyClicks(field, "Thanks")
    editing.see()
    assert (editing.problems, editing.view.problems.lines) == ([], [])


def test_a_part_too_near_to_the_edge_is_told(editing: Editing) -> None:
    part = editing.choose("verify")
    number = editing.field("x")
    assert isinstance(number, DecimalField)

    number.setValue(290)
    editing.see()

    assert "outside_safe_area" in editing.problems
    assert editing.part(part_id=part["id"])["x"] == 290


def test_every_kind_of_part_can_be_added_and_shown(editing: Editing) -> None:
    for kind in ("text", "pair", "paragraph", "image", "logos", "signatory", "rule", "border",
                 "ground", "diamond", "box", "verify"):  # fmt: skip
        editing.view.acts.put_in(kind)
        assert editing.view.draft.part is not None
        assert editing.view.draft.part["kind"] == kind
        assert editing.view.part.fields
    editing.see()

    assert editing.view.shown is not None
    assert len(editing.view.shown.bounds) == len(editing.view.draft.document["parts"])


def test_another_layout_is_taken_and_offered_to_be_taken_back(
    editing: Editing, day: room.Desk
) -> None:
    said: list[tuple[str, str]] = []
    editing.view.said.connect(lambda text, act: said.append((in_words(text), act)))

    QTest.mouseClick(editing.view.strip.cards["modern"], Qt.MouseButton.LeftButton)
    editing.see()

    assert day.app.working_layouts.of(day.bootcamp).name == "modern"
    assert [text for text, _act in said] == ["Certificates look like “Modern” from now on."]
    day.app.records.undo_act(said[0][1])
    assert day.app.working_layouts.of(day.bootcamp).name == "official"


def test_each_layout_is_shown_in_small(editing: Editing) -> None:
    assert all(card._image is not None for card in editing.view.strip.cards.values())


def test_paper_and_digits_are_chosen_for_the_page(editing: Editing, day: room.Desk) -> None:
    editing.view.page.paper.choose("Letter-landscape")
    editing.see()
    editing.view.page.digits.choose("latin")
    editing.see()

    design = day.app.working_layouts.of(day.bootcamp).design
    assert (design.document["page"], design.digits) == ("Letter-landscape", "latin")
    assert editing.view.shown is not None
    assert editing.view.shown.image.width() / editing.view.shown.image.height() == pytest.approx(
        279.4 / 215.9, abs=0.01
    )


def test_a_changed_layout_is_as_it_came_again(editing: Editing, day: room.Desk) -> None:
    assert not editing.view.page.back.isEnabled()
    editing.choose("verify")
    editing.press(Qt.Key.Key_Left)
    editing.see()
    editing.view.draft.choose("")
    editing.view.page.put_back()
    editing.see()

    assert not day.app.working_layouts.of(day.bootcamp).is_changed
    assert not editing.view.page.back.isEnabled()


def test_back_leads_to_the_list_and_keeps_what_was_in_hand(
    page: CertificatesPage, editing: Editing, day: room.Desk, settle: Settle
) -> None:
    part = editing.choose("verify")
    editing.press(Qt.Key.Key_Left)

    QTest.mouseClick(editing.view.back, Qt.MouseButton.LeftButton)
    settle()

    assert kept(day, part["id"])["x"] == part["x"] - 1
    assert not editing.view.isVisible()
    assert page.table.isVisible()
    assert page.editor.button.hasFocus()


def test_every_control_of_the_editor_has_a_name(editing: Editing) -> None:
    for kind in ("pair", "paragraph", "verify", "rule"):
        editing.view.draft.choose(editing.part(kind)["id"])
        for made in editing.view.findChildren(QPushButton):
            assert made.accessibleName() or made.text() or not made.isVisible()
        for field in editing.view.part.fields.values():
            assert (field.focusProxy() or field).accessibleName()
