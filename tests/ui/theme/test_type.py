"""Type and icons: they grow with the text, and are always our own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.fields import YesNoField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.pictures import picture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

_RUNS = """
import sys
from PySide6.QtGui import QFont, QTextLayout
from bootcamp_app.ui.start import application
from bootcamp_app.ui.theme import fonts
app = application()
fonts.load_fonts()
for language in sys.argv[1:]:
    layout = QTextLayout("ចាន់ 08:04", fonts.font(language, 24, 700))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    print(sorted({run.rawFont().familyName() for run in layout.glyphRuns()}))
"""


@pytest.mark.parametrize("percent", [90, 100, 150, 200])
def test_text_and_controls_grow_together(percent: int, choices: Choices, qtbot: QtBot) -> None:
    made = [Label("Attendance", size="title"), Button("Attendance"), QLineEdit()]
    for widget in made:
        qtbot.addWidget(widget)

    choices.change(text_percent=percent)
    for widget in made:
        widget.ensurePolished()

    assert made[0].font().pixelSize() == round(24 * percent / 100)
    assert made[1].sizeHint().height() >= round(40 * percent / 100) - 1
    assert made[2].sizeHint().height() >= round(40 * percent / 100) - 1
    assert theme.px(10) == round(percent / 10)


def test_khmer_has_room_for_what_stands_below_the_line(choices: Choices) -> None:
    choices.change(language="km")
    assert QFontMetrics(theme.font()).lineSpacing() >= 1.8 * 15

    choices.change(language="en")
    assert QFontMetrics(theme.font()).lineSpacing() >= 1.55 * 15


@pytest.mark.parametrize("order", [("en", "km"), ("km", "en")])
def test_digits_beside_khmer_are_ours_whatever_language_came_first(order: tuple[str, str]) -> None:
    own = "['Bootcamp Desk Khmer', 'Bootcamp Desk Sans']"

    told = subprocess.run(
        [sys.executable, "-c", _RUNS, *order],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.splitlines() == [own, own]


def test_a_ticked_box_looks_other_than_an_empty_one_in_every_theme(
    choices: Choices, qtbot: QtBot
) -> None:
    box = YesNoField("All", value=False)
    qtbot.addWidget(box)
    for name in ("light", "dark", "contrast"):
        choices.change(theme=name)
        box.setChecked(False)
        empty = box.grab().toImage()
        box.setChecked(True)

        assert box.grab().toImage() != empty
        assert theme.colour("on_accent").rgb() in _colours(box)


def test_an_icon_for_the_sheet_is_drawn_in_its_colour() -> None:
    with open(picture("check", theme.colours.accent), encoding="utf-8") as file:  # noqa: PTH123
        text = file.read()

    assert theme.colours.accent in text
    assert "currentColor" not in text


def _colours(box: YesNoField) -> set[int]:
    image = box.grab().toImage()
    return {image.pixel(x, y) for x in range(24) for y in range(image.height())}
