"""The board by keys alone: walked through, moved, removed, doubled, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bootcamp_app.features.canvases.views import Item
from bootcamp_app.ui.canvases.board.board_view import BoardView
from bootcamp_app.ui.words import tongue
from tests.ui.canvases.board.boards import CONTROL, NONE, SHIFT, Touched, board_of, note

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


def test_tab_walks_by_zone_then_from_the_top(touched: Touched) -> None:
    touched.lay(note("last", 380, 300), note("low", 20, 120), note("issue", 20, 44),
                note("high", 60, 100))  # fmt: skip
    walked = []

    for _ in range(4):
        touched.key(Key.Key_Tab)
        walked.append(touched.view.selection()[0])
    QTest.keyClick(touched.view, Key.Key_Backtab, SHIFT)

    assert walked == ["issue", "high", "low", "last"]
    assert touched.view.selection() == ("low",)


def test_tab_leads_on_from_the_last_item_and_back_to_it(qtbot: QtBot) -> None:
    window, view = QWidget(), BoardView()
    before, after = QLineEdit(), QLineEdit()
    lines = QVBoxLayout(window)
    for part in (before, view, after):
        lines.addWidget(part)
    qtbot.addWidget(window)
    window.resize(800, 700)
    window.show()
    view.show_board(board_of(note("a", 20, 110), note("b", 70, 110)), {})
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    stood = []

    for _ in range(3):
        stands = QApplication.focusWidget()
        assert stands is not None
        QTest.keyClick(stands, Key.Key_Tab)
        stood.append((QApplication.focusWidget() is view, view.selection()))
    QTest.keyClick(after, Key.Key_Backtab, SHIFT)

    assert stood == [(True, ("a",)), (True, ("b",)), (False, ("b",))]
    assert (QApplication.focusWidget(), view.selection()) == (view, ("b",))


def test_escape_lets_tab_lead_on_past_all_notes(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 70, 110))
    touched.key(Key.Key_End)
    last = touched.view.selection()

    touched.key(Key.Key_Escape)
    touched.key(Key.Key_Escape)

    assert last == ("b",)
    assert not touched.view.walk.step(forward=True)
    assert touched.view.walk.step(forward=True)


def test_a_held_arrow_is_one_gesture(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.select(["a"])

    for is_repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, NONE, "", is_repeated)
        QApplication.sendEvent(touched.view, press)
    told = len(touched.gestures)
    QTest.keyRelease(touched.view, Key.Key_Right)
    touched.key(Key.Key_Down, SHIFT)

    assert told == 0
    assert [dict(one.changed["a"]) for one in touched.gestures] == [{"x": 23.0}, {"top": 120.0}]


def test_arrows_scroll_where_nothing_is_chosen(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.zoom.to(2.0)
    before = touched.spot(20, 110)

    touched.key(Key.Key_Right)

    assert touched.spot(20, 110).x() < before.x()
    assert touched.gestures == []


def test_delete_takes_connectors_along(touched: Touched) -> None:
    link = Item("link", "connector", source="a", target="b")
    touched.lay(note("a", 20, 110), note("b", 220, 110), link)
    touched.view.select(["a"])

    touched.key(Key.Key_Delete)

    (gesture,) = touched.gestures
    assert set(gesture.removed) == {"a", "link"}
    assert touched.view.board.piece("link") is None
    assert touched.view.selection() == ()


def test_a_copy_of_all_keeps_groups_and_connectors(touched: Touched) -> None:
    link = Item("link", "connector", source="a", target="b")
    touched.lay(note("a", 20, 110, group_id="g"), note("b", 70, 110, group_id="g"), link)

    touched.key(Key.Key_A, CONTROL)
    touched.key(Key.Key_D, CONTROL)

    (gesture,) = touched.gestures
    first, second, line = gesture.added
    assert first.group_id == second.group_id != "g"
    assert (line.source, line.target) == (first.id, second.id)
    assert (first.x, first.top) == (26, 116)
    assert touched.view.selection() == tuple(one.id for one in gesture.added)


def test_keys_lay_above_and_below(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 40, 110), note("c", 60, 110))
    touched.view.select(["a"])

    touched.key(Key.Key_BracketRight, CONTROL)
    touched.key(Key.Key_BracketRight, CONTROL)
    top = touched.view.item_at(touched.view.mapToScene(touched.spot(50, 130)))
    touched.key(Key.Key_BracketLeft, CONTROL)

    assert top == "a"
    assert len(touched.gestures) == 2
    assert touched.view.contents is not None
    assert [one.id for one in touched.view.contents.items] == ["a", "b", "c"]


def test_plus_and_minus_zoom(touched: Touched) -> None:
    touched.lay()
    before = touched.view.scale_of_view

    touched.key(Key.Key_Plus)
    near = touched.view.scale_of_view
    touched.key(Key.Key_Minus, CONTROL)

    assert near == pytest.approx(before * 1.25)
    assert touched.view.scale_of_view == pytest.approx(before)


def test_keys_of_the_board_come_before_shortcuts_of_the_window(touched: Touched) -> None:
    pressed: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+D"), touched.view)
    shortcut.activated.connect(lambda: pressed.append("window"))
    touched.lay(note("a", 20, 110))
    touched.view.select(["a"])

    touched.key(Key.Key_D, CONTROL)

    assert (pressed, len(touched.gestures)) == ([], 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Sticky note, zone 2 Who feels it, Government side, “flood”, 2 dots, 1 of 2"),
        (
            "km",
            "សន្លឹក, តំបន់ 2 អ្នកណារងផលប៉ះពាល់, ខាងរដ្ឋ, “flood”, 2 ចំណុច, 1 ក្នុងចំណោម 2",
        ),
    ],
)
def test_what_is_chosen_is_told(touched: Touched, language: str, words: str) -> None:
    touched.lay(note("a", 20, 110, text="flood", side="government"), note("b", 250, 200))
    touched.view.show_dots({"a": 2})
    tongue.turn(language)

    touched.key(Key.Key_Tab)

    assert touched.view.accessibleDescription() == words
    assert "«" in touched.view.accessibleName() or "“" in touched.view.accessibleName()


def test_a_reader_of_the_screen_hears_each_selection(
    touched: Touched, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    touched.lay(note("a", 20, 110), note("b", 70, 110))
    QAccessible.setActive(True)

    touched.key(Key.Key_Tab)
    QAccessible.setActive(False)

    assert heard == ["Sticky note, zone 2 Who feels it, “a”, 1 of 2"]


def test_more_none_and_covered_are_told(touched: Touched) -> None:
    link = Item("link", "connector", source="a", target="b")
    covered = note("b", 250, 200, is_hidden=True, text="secret")
    touched.lay(note("a", 20, 110), covered, link)
    told = []

    for ids in (["a", "b"], [], ["b"], ["link"]):
        touched.view.select(ids)
        told.append(touched.view.accessibleDescription())

    assert told == [
        "2 of 3 are chosen.",
        "Nothing is chosen; 3 items lie here.",
        "Sticky note, zone 6 Limits, Covered, 2 of 3",
        "Connector, from “a” to “Covered”, 3 of 3",
    ]
