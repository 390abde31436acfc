"""The editor of layouts by mouse and keys: parts chosen, moved, resized, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.ui.theme.current import theme
from tests.ui.certificates.editing import NO_KEYS, kept, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
    from bootcamp_app.ui.choices import Choices
    from tests import desk as room
    from tests.ui.certificates.editing import Editing

    Settle = Callable[[], None]


def test_a_part_follows_the_mouse_and_rests_in_the_middle_of_the_page(
    editing: Editing, day: room.Desk
) -> None:
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    to_middle = 148.5 - (before["x"] + before["side"] / 2)

    editing.drag((x, y), (x + to_middle + 0.8, y - 10))
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] + after["side"] / 2 == pytest.approx(148.5, abs=0.02)
    assert after["top"] != before["top"]


def test_holding_ctrl_lets_go_of_every_line(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    to_middle = 148.5 - (before["x"] + before["side"] / 2)

    editing.drag((x, y), (x + to_middle + 0.8, y), Qt.KeyboardModifier.ControlModifier)
    editing.see()

    after = kept(day, before["id"])
    assert abs(after["x"] + after["side"] / 2 - 148.5) > 0.2


def test_guides_are_shown_only_while_something_is_dragged(editing: Editing) -> None:
    canvas = editing.view.area.canvas
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    at = canvas.place_of(x, y).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEYS, at)
    to_middle = 148.5 - (before["x"] + before["side"] / 2)
    editing._move(canvas.place_of(x + to_middle, y).toPoint(), NO_KEYS)

    assert any(one.is_upright and one.at == 148.5 for one in canvas.guides)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEYS, at)
    assert canvas.guides == ()


def test_the_page_does_not_slip_from_under_the_mouse_when_something_is_wrong(
    editing: Editing, qtbot: QtBot
) -> None:
    view, canvas = editing.view, editing.view.area.canvas
    before, scale = editing.choose("verify"), canvas.scale
    x, y = before["x"] + 10, before["top"] + 10
    over = canvas.place_of(x - 70, y - 60).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEYS, canvas.place_of(x, y).toPoint())
    editing._move(over, NO_KEYS)
    qtbot.waitUntil(lambda: view.is_current, timeout=20_000)
    while_held = (editing.problems != [], view.problems.lines, canvas.scale)

    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEYS, over)
    editing.see()

    assert while_held == (True, [], scale)
    assert len(view.problems.lines) == len(editing.problems)


def test_an_edge_is_pulled_and_the_other_stays(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("pair")
    frame = editing.view.area.canvas.frame()
    assert frame is not None
    level = frame.top + frame.height / 2

    editing.drag((before["x"], level), (before["x"] + 11.3, level))
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] > before["x"] + 8
    assert after["x"] + after["width"] == pytest.approx(before["x"] + before["width"], abs=0.02)


def test_arrow_keys_move_by_a_millimetre_by_five_and_by_a_tenth(
    editing: Editing, day: room.Desk
) -> None:
    before = editing.choose("verify")

    editing.press(Qt.Key.Key_Left)
    editing.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    editing.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] == pytest.approx(before["x"] - 0.9)
    assert after["top"] == pytest.approx(before["top"] - 5)


def test_parts_are_chosen_in_the_list_and_enter_leads_to_their_words(editing: Editing) -> None:
    parts = editing.view.parts
    kinds = [one["kind"] for one in editing.view.draft.document["parts"]]
    parts.setFocus()
    parts.setCurrentRow(kinds.index("pair") - 1)

    QTest.keyClick(parts, Qt.Key.Key_Down)
    QTest.keyClick(parts, Qt.Key.Key_Return)

    assert editing.view.draft.chosen == editing.part("pair")["id"]
    field = editing.view.part.fields["km"].focusProxy()
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()


def test_a_part_is_copied_and_removed_by_keys(editing: Editing) -> None:
    before = len(editing.view.draft.document["parts"])
    editing.choose("verify")

    editing.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    editing.see()
    assert len(editing.view.draft.document["parts"]) == before + 1
    editing.press(Qt.Key.Key_Delete)
    editing.see()

    assert len(editing.view.draft.document["parts"]) == before
    assert editing.view.draft.chosen == ""


def test_escape_lets_the_part_go_first_and_then_leads_back(
    page: CertificatesPage, editing: Editing
) -> None:
    editing.choose("verify")

    editing.press(Qt.Key.Key_Escape)
    assert (editing.view.draft.chosen, editing.view.isVisible()) == ("", True)
    editing.press(Qt.Key.Key_Escape)

    assert not editing.view.isVisible()
    assert page.table.isVisible()


def test_the_page_can_be_seen_larger_and_whole_again(editing: Editing) -> None:
    area = editing.view.area
    whole = area.canvas.scale

    editing.view.tools.zoomed.emit(1.25)
    editing.see()
    assert area.canvas.scale == pytest.approx(whole * 1.25)
    assert editing.view.shown is not None
    assert editing.view.shown.image.width() == area.pixels
    editing.view.tools.zoomed.emit(0)

    assert area.canvas.scale == pytest.approx(whole)


def test_del_removes_a_part_only_where_the_part_is_meant(editing: Editing) -> None:
    editing.choose("pair")
    ids = [one["id"] for one in editing.view.draft.document["parts"]]

    for elsewhere in (editing.field("align"), editing.view.tools.next, editing.field("x")):
        QTest.keyClick(elsewhere, Qt.Key.Key_Delete)
    unchanged = [one["id"] for one in editing.view.draft.document["parts"]]
    chosen = editing.view.draft.chosen
    QTest.keyClick(editing.view.parts, Qt.Key.Key_Delete)

    assert unchanged == ids
    assert [one["id"] for one in editing.view.draft.document["parts"]] == [
        one for one in ids if one != chosen
    ]


def test_the_last_part_stays_and_that_is_said(editing: Editing) -> None:
    said = told(editing)
    last = editing.part("verify")
    editing.view.draft.put({**editing.view.draft.document, "parts": [last]})
    editing.see()
    editing.choose("verify")

    editing.press(Qt.Key.Key_Delete)

    assert said == ["A page needs one part: this is the last one."]
    assert not editing.view.acts.remove.isEnabled()
    assert "no_name" in editing.problems
    assert editing.view.draft.document["parts"] == [last]


@pytest.mark.parametrize("way", ["escape", "remove"])
def test_the_keyboard_stays_in_the_editor_when_a_part_is_let_go(
    page: CertificatesPage, editing: Editing, way: str
) -> None:
    editing.choose("pair")
    where = editing.field("en").field if way == "escape" else editing.view.acts.remove
    where.setFocus()

    QTest.keyClick(where, Qt.Key.Key_Escape if way == "escape" else Qt.Key.Key_Space)

    assert editing.view.draft.chosen == ""
    assert editing.view.area.canvas.hasFocus()
    editing.press(Qt.Key.Key_Escape)
    assert not editing.view.isVisible()
    assert page.table.isVisible()


def test_where_the_keys_are_is_seen_with_no_part_chosen(editing: Editing) -> None:
    canvas = editing.view.area.canvas
    edge = canvas.place_of(0, 100).toPoint() - QPoint(4, 0)
    colours = []
    for one in (editing.view.back, canvas):
        one.setFocus()
        colours.append(canvas.grab().toImage().pixelColor(edge))

    assert colours[1] == theme.colour("accent") != colours[0]


def test_an_empty_watermark_shows_its_frame_only_where_it_is_meant(editing: Editing) -> None:
    canvas = editing.view.area.canvas
    mark = editing.part("image")
    assert mark["file"] == ""
    start = canvas.place_of(mark["x"], mark["top"]).toPoint() - QPoint(2, 2)
    line = QRect(start, QSize(40, 1))
    seen = []
    for part_id in ("", mark["id"]):
        editing.view.draft.choose(part_id)
        picture = canvas.grab(line).toImage()
        seen.append({picture.pixelColor(x, 0).name() for x in range(40)})

    assert len(seen[0]) == 1
    assert "#0f6b66" in seen[1]


def test_frames_are_black_with_high_contrast(editing: Editing, choices: Choices) -> None:
    editing.choose("verify")
    canvas, frame = editing.view.area.canvas, editing.view.area.canvas.frame()
    assert frame is not None
    choices.change(theme="contrast")
    beside = canvas.place_of(frame.x, frame.top + frame.height / 4).toPoint() - QPoint(2, 0)

    assert canvas.grab().toImage().pixelColor(beside).name() == "#000000"


def test_the_largest_page_is_still_drawn_soon(editing: Editing) -> None:
    for _ in range(20):
        editing.view.tools.zoomed.emit(1.25)

    assert editing.view.area.canvas.scale == 10


def test_the_fields_of_a_kind_are_made_once(editing: Editing) -> None:
    editing.choose("pair")
    made = editing.field("en")
    editing.choose("verify")

    editing.choose("pair")

    assert editing.field("en") is made
    assert made.isVisible()
    assert editing.field("km").text == editing.part("pair")["km"]
