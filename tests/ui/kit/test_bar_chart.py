"""Bars can be read, opened with mouse and keys, and are said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.bar_chart import Bar, BarChart, Part
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

LONG = "វគ្គនវានុវត្តន៍ស្ដីពីការចូលរួមរបស់ប្រជាពលរដ្ឋក្នុងការអភិវឌ្ឍមូលដ្ឋាន"


def of_sexes(key: str, women: int, men: int) -> tuple[Part, ...]:
    numbers = (("female", women), ("other", 0), ("male", men))
    return tuple(Part(f"{key}&sex={sex}", sex, number) for sex, number in numbers)


BARS = (
    Bar("a", N_("government"), 40, "", of_sexes("a", 30, 10)),
    Bar("b", N_("civil society"), 20, "", of_sexes("b", 5, 15)),
    Bar("c", N_("other"), None, "<5"),
    Bar("d", N_("not stated"), 0),
)


@pytest.fixture
def chart(qtbot: QtBot, choices: Choices) -> BarChart:
    del choices
    made = BarChart(N_("Sector"))
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_bars(BARS)
    made.show()
    return made


def opened(chart: BarChart) -> list[str]:
    keys: list[str] = []
    chart.opened.connect(keys.append)
    return keys


def press(chart: BarChart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def test_all_is_said_in_words_and_what_is_hidden_says_no_number(
    chart: BarChart, choices: Choices
) -> None:
    said = "government: 40 · civil society: 20 · other: <5 · not stated: 0"
    assert chart.accessibleDescription() == said

    choices.change(language="km", khmer_digits=True)

    assert "៤០" in chart.accessibleDescription()
    assert "government" not in chart.accessibleDescription()


def test_the_keys_go_over_bars_and_parts_and_open_them(chart: BarChart) -> None:
    keys = opened(chart)
    chart.setFocus()

    press(chart, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space)
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Enter)
    # Nobody is in the second part: it is stepped over.
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Enter)
    said = chart.accessibleDescription()
    press(chart, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert keys == ["a", "b", "b&sex=female", "b&sex=male", "d"]
    assert said == "civil society · male: 15"


def test_the_mouse_opens_what_is_under_it(chart: BarChart) -> None:
    keys, rows = opened(chart), chart.rows()
    woman, man = rows.parts(0)[0], rows.parts(0)[2]

    for place in (woman.center(), man.center(), rows.label(1).center()):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, rows.height + 5))

    assert keys == ["a&sex=female", "a&sex=male", "b"]


def test_bars_are_as_long_as_their_numbers_and_leave_room_for_them(chart: BarChart) -> None:
    rows = chart.rows()
    ends = [rows.parts(at)[-1].right() - rows.bar(at).left() for at in range(4)]

    assert ends[0] == pytest.approx(rows.bar(0).width())
    assert ends[1:] == pytest.approx([ends[0] / 2, 0, 0])
    bold = QFontMetrics(theme.font("body", 600))
    for at, bar in enumerate(BARS):
        place = rows.number(at, rows.parts(at)[-1].right())
        assert place.left() + bold.horizontalAdvance(bar.told) <= chart.width()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_label_stands_above_its_bar_and_fits(
    chart: BarChart, choices: Choices, percent: int
) -> None:
    choices.change(text_percent=percent)
    assert chart.rows().is_beside

    chart.show_bars([Bar("x", lambda: LONG, 10**12)])
    chart.resize(percent * 6, 300)

    rows = chart.rows()
    assert not rows.is_beside
    assert rows.label(0).bottom() <= rows.bar(0).top()
    assert QFontMetrics(theme.font()).horizontalAdvance(LONG) <= rows.label(0).width()
    assert rows.bar(0).bottom() <= rows.height
