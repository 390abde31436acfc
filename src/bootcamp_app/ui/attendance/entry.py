"""The field at the door: takes what a scanner types and what a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_blank
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_REST = 120
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Entry(LineField):
    """Tells what was entered, and while a person rests, what was typed so far."""

    entered = Signal(str)
    rested = Signal(str)
    """The text so far, a moment after the last key; empty when nothing is left."""
    stepped = Signal(int)
    """Somebody wants the next match, or the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "door")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        say(self, N_("Scan a badge, or type a name, phone or code…"), "setPlaceholderText")
        say(self, N_("Badge, name, phone or code"), "setAccessibleName")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: self.rested.emit(self.text()))
        self.textEdited.connect(self._begin_rest)

    def take_focus(self) -> None:
        """Have the next key go into the field."""
        self.setFocus()

    def start_anew(self) -> None:
        """Be empty for the next person."""
        self._rest.stop()
        # Not `clear`, which could be undone: the last badge would come back into the field.
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rest.stop()
            if not is_blank(self.text()):
                self.entered.emit(self.text())
        elif key == Qt.Key.Key_Escape and self.text():
            self.start_anew()
            self.rested.emit("")
        else:
            super().keyPressEvent(event)

    def _begin_rest(self) -> None:
        if self.text():
            self._rest.start()
        else:
            self._rest.stop()
            self.rested.emit("")
