"""The editor of layouts: every step kept, taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import delete, isValid

from bootcamp_app.features.certificates.editing import changed, part_of
from tests.ui.certificates.editing import kept, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
    from tests import desk as room
    from tests.ui.certificates.editing import Editing

    Settle = Callable[[], None]


def test_steps_are_taken_back_and_done_again_one_by_one(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("verify")
    for _ in range(2):
        editing.press(Qt.Key.Key_Left)
        editing.see()
    places = [before["x"] - 2, before["x"] - 1, before["x"]]
    seen = [kept(day, before["id"])["x"]]

    for _ in range(2):
        editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        editing.see()
        seen.append(kept(day, before["id"])["x"])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    editing.press(Qt.Key.Key_Z, both)
    editing.see()

    assert seen == pytest.approx(places)
    assert kept(day, before["id"])["x"] == pytest.approx(before["x"] - 1)
    assert editing.part(part_id=before["id"])["x"] == pytest.approx(before["x"] - 1)


def test_undo_in_a_field_takes_the_step_back_and_the_field_follows(editing: Editing) -> None:
    before = editing.choose("pair")
    field = editing.field("en").field
    field.selectAll()
    QTest.keyClicks(field, "Thanks")
    editing.see()

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert field.text() == before["en"]
    assert editing.part("pair")["en"] == before["en"]


def test_where_there_is_nothing_to_take_back_that_is_said(editing: Editing) -> None:
    said = told(editing)

    editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert said == ["There is nothing to undo here."]


def test_what_another_laptop_or_window_changes_is_shown(editing: Editing, day: room.Desk) -> None:
    part = editing.part("pair")
    document = changed(editing.view.draft.document, part["id"], en="From elsewhere")

    day.app.working_layouts.change(day.bootcamp, document)
    editing.see()

    assert "From elsewhere" in editing.words


def test_steps_asked_for_quickly_are_taken_back_each(editing: Editing, day: room.Desk) -> None:
    said = told(editing)
    refused: list[object] = []
    editing.view.draft.refused.connect(refused.append)
    before = editing.choose("verify")
    for _ in range(3):
        editing.press(Qt.Key.Key_Left)
        editing.see()

    for _ in range(5):
        editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert kept(day, before["id"])["x"] == pytest.approx(before["x"])
    assert (said, refused) == (["There is nothing to undo here."], [])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        editing.press(Qt.Key.Key_Z, both)
    editing.see()
    assert kept(day, before["id"])["x"] == pytest.approx(before["x"] - 2)


def test_a_change_of_another_bootcamp_is_no_step_here(editing: Editing, day: room.Desk) -> None:
    other = day.open_bootcamp("Another")
    document = day.app.working_layouts.of(other).document
    code = part_of(document, editing.part("verify")["id"])
    assert code is not None
    day.app.working_layouts.change(other, changed(document, code["id"], x=100))
    editing.see()

    editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    after = part_of(day.app.working_layouts.of(other).document, code["id"])
    assert after is not None
    assert after["x"] == 100


def test_what_was_in_hand_of_the_bootcamp_before_is_kept_and_no_step_of_the_next(
    editing: Editing, day: room.Desk
) -> None:
    other = day.open_bootcamp("Another")
    before = editing.choose("verify")
    editing.press(Qt.Key.Key_Left)

    editing.view.open(other)
    editing.see()
    editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert kept(day, before["id"])["x"] == pytest.approx(before["x"] - 1)
    assert not day.app.working_layouts.of(other).is_changed


def test_nothing_of_one_bootcamp_is_written_into_the_next_before_that_is_read(
    editing: Editing, day: room.Desk
) -> None:
    other = day.open_bootcamp("Another")
    document = changed(editing.view.draft.document, editing.part("verify")["id"], x=100)

    editing.view.open(other)
    shown = editing.view.draft.document["parts"]
    editing.view.draft.put(document)
    editing.view.acts.put_in("text")
    editing.see()

    assert shown == []
    assert not day.app.working_layouts.of(other).is_changed


def test_a_changed_name_is_on_the_page(editing: Editing, day: room.Desk, qtbot: QtBot) -> None:
    person = day.person("YIM Sovannarith")

    day.app.people.change(person, name_km="ពេជ្រសុវណ្ណរិទ្ធិរតនៈមុន្នី", name_en="PICH Longest")

    qtbot.waitUntil(lambda: "PICH Longest" in editing.words, timeout=10_000)


def test_who_does_not_look_makes_no_pages_and_sees_the_latest_on_coming_back(
    page: CertificatesPage, editing: Editing, day: room.Desk, settle: Settle
) -> None:
    view, part = editing.view, editing.part("pair")
    page.hide()
    shown, read = view.shown, view.draft.read
    document = changed(view.draft.document, part["id"], en="From elsewhere")

    day.app.working_layouts.change(day.bootcamp, document)
    settle()
    QTest.qWait(50)
    settle()
    unseen = (view.shown is shown, view.draft.read is read)
    page.show()
    editing.see()

    assert unseen == (True, True)
    assert "From elsewhere" in editing.words


def test_what_is_in_hand_when_its_window_goes_is_kept_and_nobody_reads_on(
    page: CertificatesPage, editing: Editing, day: room.Desk, settle: Settle
) -> None:
    before, draft = editing.choose("verify"), editing.view.draft
    editing.press(Qt.Key.Key_Left)

    page.close()
    settle()
    kept_at = kept(day, before["id"])["x"]
    delete(editing.view)

    assert kept_at == pytest.approx(before["x"] - 1)
    assert not isValid(draft)
