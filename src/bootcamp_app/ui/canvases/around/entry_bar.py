"""Fast entry: the number of a zone, the text, Enter; the next line at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases.entering import read_entries
from bootcamp_app.ui.canvases.around.choosing_button import ChoosingButton
from bootcamp_app.ui.canvases.around.note_words import SIDES, notes_added, side_icon
from bootcamp_app.ui.kit.key_caps import KeyCap
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.words import Text

_HINT = N_("Zone number, then the note: 4 more bins at the market")
_HELP = N_(
    "Type what the wall says: the number of the zone, the note, Enter. A letter behind the number "
    "says whose word it is: 4g government, 4c civil society, 4r residents. Several lines may be "
    "pasted at once, also from a spreadsheet: zone, note, side, author."
)


class EntryBar(QFrame):
    """One line to type into; what is wrong with it is said right below, and it stays."""

    entered = Signal(list, str)
    """Entries that were read, and what was typed or pasted."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._template: Template | None = None
        self.field = _Line()
        say(self.field, _HINT, "setPlaceholderText")
        say(self.field, N_("Fast entry of notes"), "setAccessibleName")
        say(self.field, _HELP, "setToolTip")
        say(self.field, _HELP, "setAccessibleDescription")
        self.said = Label(size="small", wraps=True)
        self.said.hide()
        self.side = ChoosingButton(N_("Side of new notes"), SIDES, side_icon)
        self._line = row(self.side, self.field, KeyCap("Enter"), gap=8)
        self._line.setStretch(1, 1)
        whole = column(self._line, self.said, gap=0)
        whole.setContentsMargins(4, 3, 12, 3)
        self.setLayout(whole)
        self.field.returnPressed.connect(lambda: self.take(self.field.text()))
        self.field.pasted.connect(self.take)
        self.field.left.connect(self.left)
        self.field.textEdited.connect(lambda _text: self.said.hide())

    def show_template(self, template: Template) -> None:
        """Read lines for the zones of another template."""
        self._template = template

    def take(self, text: str) -> None:
        """Read what was typed or pasted; nothing of it is taken where a line says no zone."""
        if self._template is None or not text.strip():
            return
        try:
            entries = read_entries(text, self._template)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.field.clear()
        restyle(self.said, "meaning", "")
        self.said.hide()
        if len(entries) > 1:
            self._say(partial(notes_added, len(entries)), "good")
        self.entered.emit(entries, text)

    def give_back(self, text: str, refusal: Refusal) -> None:
        """Have a line in the field again that could not be kept, and say why."""
        now = self.field.text()
        self.field.setText(" ".join(filter(None, (text, now))))
        self.refuse(refusal)

    def refuse(self, refusal: Refusal) -> None:
        """Say right here what is wrong with the line."""
        sentence = refusal.sentence
        values = {
            name: digits(value) if str(value).isdecimal() else value
            for name, value in sentence.values.items()
        }
        self._say(Sentence(sentence.message, **values), "bad")

    def _say(self, text: Text, meaning: str) -> None:
        restyle(self.said, "meaning", meaning)
        say(self.said, text)
        self.said.show()


class _Line(LineField):
    """A line that takes several pasted lines at once, and leaves with Escape."""

    pasted = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key."""
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        if is_paste and _is_table(text := QGuiApplication.clipboard().text()):
            self.pasted.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_table(text: str) -> bool:
    return "\t" in text.strip() or "\n" in text.strip()
