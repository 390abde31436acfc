"""Fields that are meant for a code: a scanner types into them, and into no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TAKES_CODES = "takes_codes"
"""The property that marks such a field."""


def code_field() -> QLineEdit | None:
    """Give the field in front that takes codes: with the keys, or in the dialog that is open."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and _takes(focused):
        return focused
    dialog: QWidget | None = QApplication.activeModalWidget()
    fields = dialog.findChildren(QLineEdit) if dialog is not None else []
    return next(filter(_takes, fields), None)


def _takes(field: QLineEdit) -> bool:
    return bool(field.property(TAKES_CODES)) and field.isVisible() and field.isEnabled()
