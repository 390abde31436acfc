"""Fields that are meant for a code: a scanner types into them, and into no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TAKES_CODES = "takes_codes"
"""The property that marks such a field for badges."""

TAKES_TEXTS = "takes_texts"
"""The property that marks a field for what codes say that are no badges."""


def code_field() -> QLineEdit | None:
    """Give the field in front that takes codes: with the keys, or in a dialog that is open.

    A dialog that stands beside its window counts while either of them is in front.
    """
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and _takes(focused):
        return focused
    dialog: QWidget | None = QApplication.activeModalWidget()
    front = QApplication.activeWindow()
    dialogs: list[QWidget] = [dialog] if dialog is not None else []
    if dialog is None and front is not None:
        dialogs = [*([front] if isinstance(front, QDialog) else front.findChildren(QDialog))]
    fields = (field for one in dialogs for field in one.findChildren(QLineEdit))
    return next(filter(_takes, fields), None)


def text_field() -> QLineEdit | None:
    """Give the field with the keys where it takes what codes say that are no badges."""
    focused = QApplication.focusWidget()
    is_meant = isinstance(focused, QLineEdit) and _takes(focused, TAKES_TEXTS)
    return focused if is_meant and isinstance(focused, QLineEdit) else None


def _takes(field: QLineEdit, kind: str = TAKES_CODES) -> bool:
    return bool(field.property(kind)) and field.isVisible() and field.isEnabled()
