"""What the keyboard does to the agenda and its dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.bootcamps.agenda_view import AgendaView

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:  # noqa: ANN401
    """Press a key where the keys are."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def write(field: QWidget, text: str) -> None:
    """Write something in place of what a field holds."""
    field.setFocus()
    press(Qt.Key.Key_A, CTRL)
    for letter in text:
        # Qt's own helper knows no key of a Khmer keyboard.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def dialog_of(view: AgendaView) -> Any:  # noqa: ANN401 - one of the four
    """Give the dialog that the agenda has opened, once the keys are in it."""
    dialog = view.dialog
    assert dialog is not None
    dialog.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is dialog:
            break
        QTest.qWait(10)
    return dialog
