"""The colours of notes side by side, each to press."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.note_words import COLOURS, colour_icon
from bootcamp_app.ui.kit.layouts import Flow
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

_ICON = 18


class ColourRow(QWidget):
    """Small buttons; the one that is chosen is marked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._together = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        say(self, N_("Colour"), "setAccessibleName")
        for key, text in COLOURS.items():
            made = QToolButton()
            made.setProperty("kind", "swatch")
            made.setCheckable(True)
            say(made, text, "setAccessibleName")
            say(made, text, "setToolTip")
            made.clicked.connect(lambda _on=False, one=key: self.chosen.emit(one))
            self._together.addButton(made)
            self._buttons[key] = made
        self.setLayout(Flow(*self._buttons.values(), gap=0))
        theme.changed.connect(self._draw)
        self._draw()

    def choose(self, key: str) -> None:
        """Mark one, or none, without telling anybody."""
        self._together.setExclusive(False)
        for name, made in self._buttons.items():
            made.setChecked(name == key)
        self._together.setExclusive(True)

    def button(self, key: str) -> QToolButton:
        """Give the button of a colour."""
        return self._buttons[key]

    def _draw(self) -> None:
        for key, made in self._buttons.items():
            made.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
            made.setIcon(colour_icon(key))
