"""Writing in place: with a keyboard's letters and with an input method, in Khmer and Latin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.views import Item
from tests.ui.canvases.board.boards import CONTROL, board_of, note, write

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.board.texts import WordsField
    from tests.ui.canvases.board.boards import Touched

Key = Qt.Key
FLOOD = "ទឹកជំនន់ក្នុងភូមិ"


def test_a_click_with_the_tool_lays_a_note_where_one_writes_at_once(touched: Touched) -> None:
    tools: list[str] = []
    touched.lay()
    touched.view.tool_changed.connect(tools.append)
    touched.view.set_colour("green")
    touched.view.set_side("resident")
    touched.view.set_author("participation-1")
    touched.view.set_tool("note")

    touched.click((76, 120))
    write(_field(touched), FLOOD)
    told = list(touched.gestures)
    touched.view.show_items(board_of(note("b", 250, 200)))
    QTest.keyClick(_field(touched), Key.Key_Return, CONTROL)

    (gesture,) = touched.gestures
    (made,) = gesture.added
    assert told == []
    assert (made.text, made.colour, made.side, made.author, made.zone) == (
        FLOOD, "green", "resident", "participation-1", "who",
    )  # fmt: skip
    assert (made.width, made.height) == (38, 38)
    assert [made.x, made.top] == pytest.approx([57, 101], abs=0.6)
    assert tools == ["note", "select"]
    assert touched.view.selection() == (made.id,)
    assert touched.view.hasFocus()


def test_an_empty_new_note_vanishes(touched: Touched) -> None:
    touched.lay()
    touched.view.set_tool("note")

    touched.click((76, 120))
    write(_field(touched), " \u200b")
    QTest.keyClick(_field(touched), Key.Key_Escape)

    assert touched.gestures == []
    assert touched.view.contents is not None
    assert touched.view.contents.items == ()


def test_a_note_is_written_in_by_enter_and_by_a_double_click(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, text="flood"))

    touched.click(touched.middle("a"))
    touched.key(Key.Key_Return)
    write(_field(touched), " and rain")
    QTest.keyClick(_field(touched), Key.Key_Escape)
    touched.double_click(touched.middle("a"))
    _field(touched).setPlainText("rain and wind")
    touched.click((380, 280))

    assert [dict(one.changed["a"]) for one in touched.gestures] == [
        {"text": "flood and rain"},
        {"text": "rain and wind"},
    ]
    assert touched.view.writing.field is None


def test_what_is_written_as_before_is_no_gesture(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, text="flood"))

    touched.view.edit("a")
    QTest.keyClick(_field(touched), Key.Key_Backspace)
    write(_field(touched), "d")
    touched.view.writing.end()

    assert touched.gestures == []


def test_an_input_method_writes_khmer(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, text=""))
    touched.view.edit("a")

    composing = QInputMethodEvent("ទឹ", [])
    QApplication.sendEvent(_field(touched), composing)
    done = QInputMethodEvent()
    done.setCommitString("ទឹក")
    QApplication.sendEvent(_field(touched), done)
    touched.view.writing.end()

    assert touched.gestures[0].changed == {"a": {"text": "ទឹក"}}


def test_what_is_written_outlasts_news_from_elsewhere(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, text="flood"))
    touched.view.edit("a")
    write(_field(touched), " and rain")

    touched.view.show_items(board_of(note("a", 120, 110, text="flood", colour="pink")))
    moved = _field(touched).geometry().left()
    QTest.keyClick(_field(touched), Key.Key_Escape)

    assert moved == pytest.approx(touched.spot(122.2, 110).x(), abs=2)
    assert touched.gestures[0].changed == {"a": {"text": "flood and rain"}}
    assert touched.item("a").colour == "pink"


def test_a_note_that_was_removed_elsewhere_comes_back_with_what_was_written(
    touched: Touched,
) -> None:
    touched.lay(note("a", 20, 110, text="flood"))
    touched.view.edit("a")
    write(_field(touched), " and rain")

    touched.view.show_items(board_of())
    QTest.keyClick(_field(touched), Key.Key_Escape)

    (gesture,) = touched.gestures
    assert [one.text for one in gesture.added] == ["flood and rain"]


def test_a_text_grows_with_its_words(touched: Touched) -> None:
    touched.lay(Item("t", "text", "", 20, 110, 60, 12, text="one"))
    touched.view.edit("t")

    write(_field(touched), "many words that need a good deal more than a single line of text")
    touched.view.writing.end()

    assert touched.item("t").height > 20
    assert touched.item("t").width == 60


def test_the_field_is_large_enough_to_read_from_afar(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("far", 2000, 1500))

    touched.view.edit("a")

    assert _field(touched).width() >= 220
    assert _field(touched).font().pixelSize() >= 14
    assert touched.view.viewport().rect().contains(_field(touched).geometry())


def _field(touched: Touched) -> WordsField:
    field = touched.view.writing.field
    assert field is not None
    return field
