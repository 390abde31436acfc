"""The gallery: every part, in any language, theme and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from bootcamp_app.core.i18n import words
from bootcamp_app.ui.gallery.parts import PARTS
from bootcamp_app.ui.gallery.window import GalleryWindow
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.kit.segments import Segments


def test_every_part_can_be_shown_in_every_theme(qtbot: QtBot) -> None:
    window = _window(qtbot)

    for number, part in enumerate(PARTS):
        window.parts.setCurrentRow(number)
        for name in ("Dark", "High contrast", "Light"):
            _press(window.themes, name)
        assert window.stage.part.isVisibleTo(window), part.id

    assert window.parts.count() == len({part.id for part in PARTS})


def test_switches_turn_language_theme_and_size_at_once(qtbot: QtBot) -> None:
    window = _window(qtbot)

    _press(window.languages, "ខ្មែរ")

    assert words.language == "km"
    assert window.parts.item(1).text() == "ប៊ូតុង"

    _press(window.languages, "EN")
    _press(window.sizes, "150 %")

    assert window.parts.item(1).text() == "Buttons"
    assert theme.percent == 150


def _window(qtbot: QtBot) -> GalleryWindow:
    window = GalleryWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def _press(switch: Segments, text: str) -> None:
    next(one for one in switch.findChildren(QPushButton) if one.text() == text).click()
