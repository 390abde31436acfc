"""Tables: many rows at once, asked for as they are seen, in the language in use."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.table import PAGE, Table, TableColumn
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

_MANY = [f"id{number}" for number in range(100_000)]


def test_a_hundred_thousand_rows_show_at_once_and_one_page_is_asked_for(qtbot: QtBot) -> None:
    table, asked = _asking(qtbot)
    began = time.perf_counter()

    table.show_ids(_MANY)
    table.grab()

    assert time.perf_counter() - began < 0.5
    assert asked == [(0, _MANY[:PAGE])]
    assert table.model().rowCount() == 100_000


def test_only_the_pages_where_scrolling_rests_are_asked_for(qtbot: QtBot) -> None:
    table, asked = _asking(qtbot)
    table.show_ids(_MANY)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)

    for place in range(0, 50_000, 500):
        table.verticalScrollBar().setValue(place * theme.px(36))
    qtbot.waitUntil(lambda: len(asked) > 1)
    qtbot.wait(60)

    row = table.rowAt(0)
    wanted = {row // PAGE * PAGE, table.rowAt(table.viewport().height() - 1) // PAGE * PAGE}
    assert {first for first, _ids in asked[1:]} == wanted


def test_rows_that_are_given_take_the_place_of_dots(qtbot: QtBot) -> None:
    table, _asked = _asking(qtbot)
    table.show_ids(_MANY)

    before = _cell(table, 3, 0)
    table.give(0, [_row(number) for number in range(PAGE)])

    assert (before, _cell(table, 3, 0), _cell(table, PAGE, 0)) == ("…", "Name 3", "…")


def test_the_row_in_hand_and_the_marked_ones_stay_when_rows_come_anew(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.show_rows([_row(number) for number in range(5)])
    table.selectRow(3)

    table.show_rows([_row(number) for number in (4, 3, 2)])

    assert table.current().id == "id3"
    assert table.selected_ids() == ["id3"]
    assert [row.id for row in table.selected()] == ["id3"]


def test_the_scrolled_place_stays_when_rows_come_anew(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.show_rows([_row(number) for number in range(500)])
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    table.verticalScrollBar().setValue(3000)
    before = table.rowAt(0)

    table.show_rows([_row(number) for number in range(499)])
    table.grab()

    assert table.rowAt(0) == before > 0


def test_a_row_that_is_gone_leaves_nothing_in_hand(qtbot: QtBot) -> None:
    table = _table(qtbot)
    heard: list[Any] = []
    table.show_rows([_row(0), _row(1)])
    table.row_chosen.connect(heard.append)
    table.selectRow(1)

    table.show_rows([_row(0)])

    assert [getattr(row, "id", None) for row in heard] == ["id1", None]
    assert table.selected() == []


def test_enter_and_double_click_activate_a_row(qtbot: QtBot) -> None:
    table = _table(qtbot)
    heard: list[str] = []
    table.row_activated.connect(lambda row: heard.append(row.id))
    table.show_rows([_row(0), _row(1)])
    table.selectRow(0)

    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert heard == ["id0", "id1", "id0"]


def test_headers_ask_for_an_order_and_turn_it_around(qtbot: QtBot) -> None:
    table = _table(qtbot)
    heard: list[tuple[str, bool]] = []
    table.sort_wanted.connect(lambda column, is_up: heard.append((column, is_up)))

    for section in (0, 0, 1, 0):
        _click_header(table, section)

    assert heard == [("name", True), ("name", False), ("name", True)]


def test_the_menu_key_offers_sorting(qtbot: QtBot) -> None:
    table = _table(qtbot)
    heard: list[str] = []
    table.sort_wanted.connect(lambda column, _is_up: heard.append(column))

    table.contextMenuEvent(
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), table.mapToGlobal(QPoint(9, 9))
        )
    )
    (menu,) = table.findChildren(QMenu)
    menu.actions()[-1].trigger()
    menu.close()

    assert heard == ["name"]


def test_headers_cells_and_rows_turn_with_the_language(qtbot: QtBot, choices: Choices) -> None:
    table = _table(qtbot)
    table.show_rows([_row(0)])
    before = (_title(table, 1), _cell(table, 0, 1), table.rowHeight(0))

    choices.change(language="km")

    assert before == ("Attendance", "present", theme.px(36))
    assert (_title(table, 1), _cell(table, 0, 1)) == (_("Attendance"), _("present"))
    assert _title(table, 1) != "Attendance"
    assert table.rowHeight(0) == 40


@pytest.mark.parametrize("percent", [90, 150, 200])
def test_rows_grow_with_the_text(qtbot: QtBot, choices: Choices, percent: int) -> None:
    table = _table(qtbot)
    table.show_rows([_row(0)])

    choices.change(text_percent=percent)

    assert table.rowHeight(0) == round(36 * percent / 100)


def test_columns_take_the_room_and_remember_what_a_person_drew(
    qtbot: QtBot, choices: Choices
) -> None:
    table = _table(qtbot)
    table.remember(Memory(), "people")
    assert sum(_widths(table)) == table.viewport().width()

    table.horizontalHeader().resizeSection(0, 333)
    again = _table(qtbot)
    again.remember(Memory(), "people")
    choices.change(text_percent=200)

    assert _widths(again)[0] == 666


def test_columns_are_as_planned_again_once_the_text_is(qtbot: QtBot, choices: Choices) -> None:
    planned = [TableColumn("at", N_("Time"), str, 80), TableColumn("name", N_("Phone"), str, 90)]
    table = Table(N_("People"), planned)
    qtbot.addWidget(table)
    table.remember(Memory(), "times")
    table.resize(150, 300)
    table.show()
    before = _widths(table)

    table.hide()
    for percent in (200, 100):
        choices.change(text_percent=percent)
    table.show()

    assert _widths(table) == before


def test_the_row_that_the_keyboard_is_on_is_ringed_in_every_theme(
    qtbot: QtBot, choices: Choices
) -> None:
    table = _table(qtbot)
    table.show_rows([_row(0), _row(1)])
    for name in ("light", "dark", "contrast"):
        choices.change(theme=name)
        table.clearFocus()
        plain = table.viewport().grab().toImage()
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)

        ringed = table.viewport().grab().toImage()
        middle = table.visualRect(table.model().index(0, 0)).bottomLeft() + QPoint(20, -1)

        assert ringed.pixelColor(middle) == theme.colour("accent")
        assert plain.pixelColor(middle) != theme.colour("accent")


def test_a_state_is_drawn_with_its_soft_colour(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.show_rows([_row(0)])

    image = table.viewport().grab().toImage()
    box = table.visualRect(table.model().index(0, 1))
    found = {image.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}

    assert theme.colour("good_soft").name() in found
    assert theme.colour("good").name() in found


def _row(number: int) -> SimpleNamespace:
    return SimpleNamespace(id=f"id{number}", name=f"Name {number}")


def _table(qtbot: QtBot) -> Table:
    table = Table(
        N_("People"),
        [
            TableColumn("name", N_("Name in Khmer"), lambda one: one.name, 200, is_sortable=True),
            TableColumn(
                "state", N_("Attendance"), lambda _one: _("present"), 150, lambda _one: "good"
            ),
        ],
    )
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    table.activateWindow()
    return table


def _asking(qtbot: QtBot) -> tuple[Table, list[tuple[int, list[str]]]]:
    table = _table(qtbot)
    asked: list[tuple[int, list[str]]] = []
    table.page_wanted.connect(lambda first, ids: asked.append((first, ids)))
    return table, asked


def _cell(table: Table, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def _title(table: Table, column: int) -> str:
    return str(table.model().headerData(column, Qt.Orientation.Horizontal))


def _widths(table: Table) -> list[int]:
    return [table.columnWidth(0), table.columnWidth(1)]


def _click_header(table: Table, section: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 30, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_numbers_stand_at_the_right_under_their_heads_so_that_they_can_be_compared(
    qtbot: QtBot,
) -> None:
    columns = [
        TableColumn("name", N_("Name"), str),
        TableColumn("people", N_("People"), str, is_number=True),
    ]
    table = Table(N_("People"), columns)
    qtbot.addWidget(table)
    table.show_rows(["7"])

    role, model = Qt.ItemDataRole.TextAlignmentRole, table.model()
    for at, side in enumerate((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
        head = model.headerData(at, Qt.Orientation.Horizontal, role)
        assert head == model.index(0, at).data(role) == int(side | Qt.AlignmentFlag.AlignVCenter)
