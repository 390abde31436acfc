"""Whatever takes keys shows it, in every theme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from bootcamp_app.ui.kit.button import Button, IconButton
from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField, YesNoField
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices

_ANY = {"all": "Everybody"}
PARTS: dict[str, Callable[[], QWidget]] = {
    **{
        kind: lambda kind=kind: Button("Undo", kind=kind)  # type: ignore[misc]
        for kind in ("plain", "main", "quiet", "danger", "link", "choice")
    },
    "icon": lambda: IconButton("Menu", "menu"),
    "search": lambda: SearchField("Find a person"),
    "choice field": lambda: ChoiceField([("a", "present")]),
    "number": lambda: NumberField(3, 1, 9),
    "day": lambda: DateField(date(2026, 12, 1)),
    "yes or no": lambda: YesNoField("All", value=True),
    "segments": lambda: Segments(_ANY, "Whom to show"),
}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_focus_can_be_seen(qtbot: QtBot, choices: Choices, theme_name: str, name: str) -> None:
    choices.change(theme=theme_name)
    part, other, window = PARTS[name](), Button("Close"), QWidget()
    window.setObjectName("pages")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setLayout(column(part, other, margin=10))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    plain = window.grab(part.geometry()).toImage()
    target = part.findChild(QPushButton) if isinstance(part, Segments) else part
    assert isinstance(target, QWidget)

    target.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(target.hasFocus)
    ringed = window.grab(part.geometry()).toImage()

    changed = [
        ringed.pixelColor(x, y).name()
        for x in range(ringed.width())
        for y in range(ringed.height())
        if ringed.pixel(x, y) != plain.pixel(x, y)
    ]
    ring = {theme.colour("accent").name(), theme.colour("ink").name()}
    assert sum(colour in ring for colour in changed) > 40
