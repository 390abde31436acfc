"""One note whose hands are counted: its words, and a field for each number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.dots import MOST_COUNTED
from bootcamp_app.features.canvases.ownership import SAID
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.kit.fields import NumberField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.ui.canvases.facilitation.note_rows import NoteRow

WORDS = {"": N_("Hands"), **{side: SAID[side] for side in SIDES}}
WIDTH = 96


class CountField(NumberField):
    """A number that counts when it is left; Ctrl+Z is the window's while nothing is typed."""

    def __init__(self) -> None:
        super().__init__(0, 0, MOST_COUNTED)
        self.setFixedWidth(theme.px(WIDTH))
        self.setKeyboardTracking(False)

    @property
    def is_written(self) -> bool:
        """Whether something is typed that does not count as yet."""
        return self.lineEdit().text() != self.textFromValue(self.value())

    def show_number(self, number: int) -> None:
        """Show what is kept; where something is typed, that stays."""
        if not self.is_written and number != self.value():
            with QSignalBlocker(self):
                self.setValue(number)

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything that happens to it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.is_written
        ):
            event.ignore()
            return False
        return super().event(event)


class CountLine(QWidget):
    """Stays the same widget while its note is otherwise numbered or written."""

    counted = Signal(str, str, int)
    """The id of the note, a side or nothing, and the number."""

    def __init__(self, note: NoteRow, sides: tuple[str, ...]) -> None:
        super().__init__()
        self.note = note
        self.fields = {side: CountField() for side in sides}
        text = Label(wraps=True)
        say(text, lambda: f"{digits(self.note.number)}. {self.note.text}")
        line = row(text, *self.fields.values(), gap=SMALL)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._text = text
        for side, field in self.fields.items():
            field.valueChanged.connect(partial(self.counted.emit, note.id, side))
        self._name_fields()

    def show_note(self, note: NoteRow) -> None:
        """Show the note as it is now."""
        if note != self.note:
            self.note = note
            say(self._text, lambda: f"{digits(self.note.number)}. {self.note.text}")
            self._name_fields()

    def show_numbers(self, numbers: Mapping[str, int]) -> None:
        """Show the numbers that are kept."""
        for side, field in self.fields.items():
            field.show_number(numbers.get(side, 0))

    def finish(self) -> None:
        """Have what is typed count now."""
        for field in self.fields.values():
            if field.is_written:
                field.interpretText()

    def _name_fields(self) -> None:
        for side, field in self.fields.items():
            for part in (field, field.lineEdit()):
                say(part, partial(_name, side, self.note.text), "setAccessibleName")


def _name(side: str, note: str) -> str:
    return str(Sentence("{who}: {note}", who=_(WORDS[side]), note=note))
