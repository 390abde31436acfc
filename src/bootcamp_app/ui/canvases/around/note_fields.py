"""Fields that a note has wherever it is changed: several lines of text, and its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from bootcamp_app.ui.canvases.around.people_here import PeopleHere
    from bootcamp_app.ui.desk import Desk

_HEIGHT = 76
NOBODY = N_("Nobody here is called so. Choose a name from the list, or leave it empty.")


class NoteText(QPlainTextEdit):
    """Text on several lines; Tab goes on, and what was written is told when it is left."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        say(self, N_("Text"), "setAccessibleName")
        theme.changed.connect(self._scale)
        self._scale()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText().strip()

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything: with nothing typed to take back, Ctrl+Z is the board's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Ctrl+Enter is done with it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            self.finished.emit()
        elif self._leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: what was written counts now."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def _leaves(self, event: QKeyEvent) -> bool:
        document = self.document()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not document.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))


class AuthorField(CompletingField):
    """Offers the people of the bootcamp; its value is a participation, or empty."""

    def __init__(self, desk: Desk) -> None:
        self._people: PeopleHere | None = None
        super().__init__(desk.tasks, self._found, N_("Author"))
        say(self, N_("Name of a participant"), "setPlaceholderText")

    def show_author(self, people: PeopleHere, participation_id: str) -> None:
        """Show whose word it is."""
        self._people = people
        self.show_taken(people.completion(participation_id) or Completion("", "", ""))

    @property
    def author(self) -> str | None:
        """The participation; empty for nobody, None where what is written means nobody here."""
        if not self.text().strip():
            return ""
        return str(self.value) if self.value else None

    def _found(self, text: str) -> list[Completion]:
        return self._people.suggest(text) if self._people is not None else []
