"""Keys as they look on a keyboard: small caps, with a plus between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text


class KeyCap(QLabel):
    """One key."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def key_caps(shortcut: str) -> QWidget:
    """Give the keys of a shortcut such as Ctrl+K, side by side."""
    made = QWidget()
    line = row(gap=4)
    for key in shown_keys(shortcut):
        line.addWidget(KeyCap(key))
    made.setLayout(line)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(shortcut)
    return made


def shown_keys(shortcut: str) -> list[str]:
    """Give the keys of a shortcut, named as on the keyboard of this system."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) or shortcut
    return native.split("+")


def keys_line(text: Text, shortcut: str) -> QWidget:
    """Give a line: what is done, and the keys that do it."""
    made = QWidget()
    line = row(Label(text, wraps=True), key_caps(shortcut), gap=16)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
