"""A canvas of one's own is changed with the mouse, the keys and in its fields; all is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox

from bootcamp_app.ui.canvases.gallery_section import GallerySection
from bootcamp_app.ui.canvases.template_editor.template_editor import TemplateEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.canvases.views import Template, Zone
    from bootcamp_app.ui.desk import Desk

    Settle = Callable[[], None]


@pytest.fixture
def ours(desk: Desk) -> Template:
    return desk.app.own_templates.copy("stakeholder-map")


@pytest.fixture
def editor(desk: Desk, ours: Template, qtbot: QtBot) -> TemplateEditor:
    shown = TemplateEditor(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    shown.open(ours)
    qtbot.wait(20)
    desk.bridge.happened.connect(lambda _fact: shown.know(desk.app.templates.own().get(ours.id)))
    return shown


def kept(editor: TemplateEditor, zone_id: str) -> Zone:
    draft = editor.draft
    assert draft is not None
    zone = editor._desk.app.templates.find(draft.id).zone(zone_id)
    assert zone is not None
    return zone


def at(editor: TemplateEditor, x: float, top: float) -> QPoint:
    return editor.view.place_of(x, top).toPoint()


def drag(editor: TemplateEditor, begin: QPoint, end: QPoint) -> None:
    view, left = editor.view, Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=begin)
    QTest.mouseMove(view, (begin + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, pos=end)


def test_an_edge_is_pulled_with_the_mouse_onto_the_grid_and_taken_back(
    editor: TemplateEditor, settle: Settle
) -> None:
    before = kept(editor, "missing")

    drag(editor, at(editor, 343.3 + 33, 282.5), at(editor, 343.3 + 33, 201))
    settle()
    pulled = kept(editor, "missing")
    editor.undo.click()
    settle()

    assert (pulled.height, pulled.width) == (160, before.width)
    assert kept(editor, "missing") == before


def test_a_zone_is_moved_with_the_mouse_where_there_is_room(
    editor: TemplateEditor, settle: Settle
) -> None:
    drag(editor, at(editor, 376, 282.5), at(editor, 376, 201))
    settle()

    drag(editor, at(editor, 376, 100), at(editor, 376, 131))
    settle()

    assert kept(editor, "missing").top == 72


def test_a_zone_that_is_dropped_on_another_goes_back_and_it_is_said_why(
    editor: TemplateEditor, settle: Settle
) -> None:
    before = kept(editor, "missing")

    drag(editor, at(editor, 376, 150), at(editor, 200, 150))
    settle()

    assert kept(editor, "missing") == before
    assert "another zone in its place" in editor.banner.plain


def test_arrows_move_and_resize_and_page_keys_choose(
    editor: TemplateEditor, settle: Settle
) -> None:
    QTest.keyClick(editor.view, Qt.Key.Key_PageUp)
    QTest.keyClick(editor.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor.view, Qt.Key.Key_Down)
    settle()

    zone = kept(editor, "missing")

    assert editor.view.zone_id == "missing"
    assert (zone.top, zone.top + zone.height) == (47, 282)
    assert "47 mm from above" in editor.view.accessibleDescription()


def test_del_removes_and_a_new_zone_takes_the_room(editor: TemplateEditor, settle: Settle) -> None:
    QTest.keyClick(editor.view, Qt.Key.Key_Delete)
    settle()
    editor.add.click()
    settle()

    ids = [
        one.id
        for one in editor._desk.app.templates.find(str(editor.draft and editor.draft.id)).zones
    ]
    assert ids == ["hh", "ll", "lh", "missing", "zone-5"]
    assert editor.view.zone_id == "zone-5"


def test_what_is_typed_is_kept_after_a_moment_and_shown_at_once(
    editor: TemplateEditor, settle: Settle, qtbot: QtBot
) -> None:
    form = editor.zone_form
    assert form is not None
    title = form.field("title_en")
    assert isinstance(title, QLineEdit)

    title.setText("Powerful")
    shown = editor.draft.zones[0].title.en if editor.draft else ""
    qtbot.waitUntil(lambda: kept(editor, "hl").title.en == "Powerful")
    settle()

    assert shown == "Powerful"
    assert editor.zone_form is form


def test_a_place_is_typed_and_what_cannot_be_is_said_and_not_kept(
    editor: TemplateEditor, settle: Settle
) -> None:
    form = editor.zone_form
    assert form is not None
    width = form.field("width")
    assert isinstance(width, QSpinBox)

    width.setValue(200)
    editor.leave()
    settle()

    assert "Zones 1 and 2 lie on each other" in editor.banner.plain
    assert kept(editor, "hl").width == 166.7
    left: list[object] = []
    editor.left.connect(left.append)
    editor.leave()
    settle()
    assert left == []
    assert editor.draft is not None
    editor.drop.click()
    assert len(left) == 1


def test_what_was_typed_last_is_kept_where_another_page_comes_in_front(
    editor: TemplateEditor, settle: Settle
) -> None:
    form = editor.zone_form
    assert form is not None
    title = form.field("title_en")
    assert isinstance(title, QLineEdit)

    title.setText("Powerful")
    editor.hide()
    settle()

    assert kept(editor, "hl").title.en == "Powerful"


def test_what_is_written_is_kept_on_leaving(editor: TemplateEditor, settle: Settle) -> None:
    assert editor.words is not None
    minutes = editor.words.field("minutes")
    assert isinstance(minutes, QSpinBox)
    left: list[Template] = []
    editor.left.connect(left.append)

    minutes.setValue(75)
    editor.leave()
    settle()

    assert left[0].minutes == 75
    assert editor._desk.app.templates.find(left[0].id).minutes == 75


def test_a_copy_is_opened_to_be_changed_and_stands_below_the_others_after(
    desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    section = GallerySection(desk)
    qtbot.addWidget(section)
    section.show()
    section.open_canvas(section.cards[0])

    section.canvas.acts.copy.click()
    settle()
    assert section.editor.isVisible()
    section.editor.back.click()
    settle()
    assert section.canvas.isVisible()
    section.return_home()

    assert section.cards[-1].template.is_own
    section.open_canvas(section.cards[-1])
    section.canvas.acts.remove.click()
    settle()
    assert len(section.cards) == 24
    assert section.list.isVisible()


def test_the_list_of_zones_follows_a_new_name(editor: TemplateEditor) -> None:
    assert editor.zone_form is not None
    chosen = editor.zones.key
    for name in ("title_en", "title_km"):
        title = editor.zone_form.field(name)
        assert isinstance(title, QLineEdit)
        title.setText("Neighbours")

    assert (editor.zones.key, editor.zones.currentText()) == (chosen, "1. Neighbours")
