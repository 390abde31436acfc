"""A choice of few: buttons in one pill, one of them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping


class Segments(QFrame):
    """Shows choices side by side; words of their own language stay as they are."""

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, Text], name: Text) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = row(gap=0)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self, name, "setAccessibleName")
        for key, text in choices.items():
            self._add(key, text)

    def choose(self, key: str) -> None:
        """Put one down without telling anybody."""
        self._buttons[key].setChecked(True)

    def _add(self, key: str, text: Text) -> None:
        made = QPushButton()
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        say(made, text)
        say(made, text, "setAccessibleName")
        made.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        self._line.addWidget(made)
