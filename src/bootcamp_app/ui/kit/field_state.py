"""What a field of text holds at a moment: its text, its selection, its cursor; to put it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class FieldState:
    """A field as it was; the selection goes from its anchor to the cursor."""

    field: QLineEdit | QPlainTextEdit
    text: str
    anchor: int
    cursor: int

    def restore(self) -> None:
        """Put the field back, and tell who listens to its typing."""
        field = self.field
        if not isValid(field):
            return
        if isinstance(field, QLineEdit):
            is_other = field.text() != self.text
            # `undo` would leave what was taken out in the field's own history.
            field.setText(self.text)
            field.setSelection(self.anchor, self.cursor - self.anchor)
            if self.anchor == self.cursor:
                field.setCursorPosition(self.cursor)
            if is_other:
                field.textEdited.emit(self.text)
        else:
            if field.toPlainText() != self.text:
                field.setPlainText(self.text)
            cursor = field.textCursor()
            cursor.setPosition(self.anchor)
            cursor.setPosition(self.cursor, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)


def state_of(widget: QWidget | None) -> FieldState | None:
    """Give what a field of text holds; None where it is no such field."""
    if isinstance(widget, QLineEdit):
        cursor = widget.cursorPosition()
        start, end = widget.selectionStart(), widget.selectionEnd()
        anchor = cursor if start < 0 else start + end - cursor
        return FieldState(widget, widget.text(), anchor, cursor)
    if isinstance(widget, QPlainTextEdit):
        here = widget.textCursor()
        return FieldState(widget, widget.toPlainText(), here.anchor(), here.position())
    return None
