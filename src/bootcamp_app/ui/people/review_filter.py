"""Which rows of a list are shown: a button for each kind, with how many there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.layouts import Flow
from bootcamp_app.ui.people.review import GROUPS
from bootcamp_app.ui.people.review_words import KIND_WORDS
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable


class KindFilter(QWidget):
    """One button is down; a kind of which there is no row has none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.group = "all"
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = Flow()
        for name in GROUPS:
            line.addWidget(self._made(name))
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        say(self, N_("Which rows are shown"), "setAccessibleName")

    def show_counts(self, count: Callable[[str], int]) -> None:
        """Say how many rows there are of each kind, and stay at a kind that has some."""
        for name, made in self.buttons.items():
            words = partial(_counted, name, count(name))
            say(made, words)
            say(made, words, "setAccessibleName")
            made.setVisible(name == "all" or count(name) > 0)
        if not count(self.group):
            self.group = "all"
        self.choose(self.group)

    def choose(self, group: str) -> None:
        """Put one down without telling anybody."""
        self.group = group
        self.buttons[group].setChecked(True)

    def _made(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setProperty("kind", "chip")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self._choose(name))
        self._group.addButton(made)
        self.buttons[name] = made
        return made

    def _choose(self, name: str) -> None:
        self.group = name
        self.chosen.emit(name)


def _counted(name: str, count: int) -> str:
    words = _(KIND_WORDS[name])
    return f"{words[:1].upper()}{words[1:]}  {digits(count)}"
