"""Labels and layouts: Khmer breaks between words, rows go on in a new line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.label import Label, breakable
from bootcamp_app.ui.kit.layouts import Flow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LONG = "សូមអរគុណលោកអ្នកទាំងអស់គ្នាដែលបានអញ្ជើញមកចូលរួមវគ្គបណ្ដុះបណ្ដាលនៅថ្ងៃនេះ"


def test_khmer_may_break_between_words_and_only_on_the_screen(qtbot: QtBot) -> None:
    label = Label(wraps=True)
    qtbot.addWidget(label)

    label.show_data(_LONG)

    assert label.plain == _LONG
    assert label.accessibleName() == _LONG
    assert label.text().replace("\u200b", "") == _LONG
    assert label.text().count("\u200b") > 5


def test_a_long_khmer_line_gets_higher_when_it_is_narrow(qtbot: QtBot) -> None:
    label = Label(wraps=True)
    qtbot.addWidget(label)
    label.show_data(_LONG)

    assert label.heightForWidth(200) >= 3 * label.heightForWidth(2000)


def test_latin_text_and_single_lines_are_left_as_they_are(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.show_data(_LONG)

    assert breakable("Attendance, day 2") == "Attendance, day 2"
    assert label.text() == _LONG


def test_a_flow_goes_on_in_a_new_line_and_overlaps_nothing(whole: QWidget) -> None:
    flow, parts = _flow(whole, is_right=False)

    flow.setGeometry(QRect(0, 0, 220, 300))

    assert [part.geometry().topLeft().toTuple() for part in parts] == [(0, 0), (108, 0), (0, 38)]
    assert flow.heightForWidth(220) == 68
    assert flow.heightForWidth(1000) == 30
    assert flow.minimumSize().width() == 100


def test_a_flow_at_the_right_ends_at_the_edge(whole: QWidget) -> None:
    flow, parts = _flow(whole, is_right=True)

    flow.setGeometry(QRect(0, 0, 220, 300))

    assert [part.geometry().right() for part in parts] == [111, 219, 219]


def test_a_flow_leaves_no_gap_for_what_is_hidden(whole: QWidget) -> None:
    flow, parts = _flow(whole, is_right=False)
    parts[0].hide()

    flow.setGeometry(QRect(0, 0, 220, 300))

    assert [part.x() for part in parts[1:]] == [0, 108]


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _flow(whole: QWidget, *, is_right: bool) -> tuple[Flow, list[QWidget]]:
    parts = [QWidget(), QWidget(), QWidget()]
    for part in parts:
        part.setFixedSize(100, 30)
    flow = Flow(*parts, is_right=is_right)
    whole.setLayout(flow)
    whole.show()
    return flow, parts
