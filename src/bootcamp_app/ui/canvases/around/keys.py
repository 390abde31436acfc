"""Keys that a board takes: what is typed into a field stays with the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.canvases.around.commands import COMMANDS
from bootcamp_app.ui.canvases.around.tool_rail import TOOLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.ui.canvases.board_page import BoardPage
    from bootcamp_app.ui.words import Text

_AGAIN = (
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y),
    QKeyCombination(
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Z
    ),
)
_ENTRY, _PICTURE = "E", "P"
BOARD_KEYS: tuple[tuple[Text, str], ...] = (
    *((text, keys) for text, _icon, keys in TOOLS.values()),
    (N_("Bring a picture in"), _PICTURE),
    (N_("To the fast entry"), _ENTRY),
    (N_("Show a zone large"), "1"),
    (N_("Whole paper"), "0"),
    *((one.text, one.keys[0]) for one in COMMANDS.values() if one.keys),
    (N_("Do it again on this board"), "Ctrl+Y"),
)
"""What the sheet of keys says of boards."""
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Keys:
    """Tells what keys mean while a board is in front."""

    def __init__(self, page: BoardPage) -> None:
        self._page = page
        self._letters: dict[str, Callable[[], object]] = {
            keys: lambda one=name: page.view.set_tool(one) for name, (_t, _i, keys) in TOOLS.items()
        } | {
            _ENTRY: page.entry.field.setFocus,
            _PICTURE: page.pictures.ask,
            "0": page.view.fit_whole,
        }

    def claims(self, event: QKeyEvent) -> bool:
        """Say whether keys with Ctrl mean the board and not the window behind it."""
        if _is_typing(self._page) and not _takes_back(event) and not _does_again(event):
            return False
        return _takes_back(event) or _does_again(event) or bool(self._page.commands.meant(event))

    def press(self, event: QKeyEvent) -> bool:
        """Do what keys mean here; say whether they mean anything."""
        if _takes_back(event):
            self._page.steps.undo()
        elif _does_again(event):
            self._page.steps.redo()
        elif _is_typing(self._page):
            return False
        elif name := self._page.commands.meant(event):
            self._page.commands.carry_out(name)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        else:
            return self._press_letter(event)
        return True

    def _press_letter(self, event: QKeyEvent) -> bool:
        typed = latin_digits(event.text()).upper()
        # On a Khmer keyboard the letters are others; the keys lie where they lay.
        key = event.key()
        letter = chr(key) if Qt.Key.Key_A <= key <= Qt.Key.Key_Z else typed
        if letter in self._letters:
            self._letters[letter]()
        elif typed.isdecimal():
            self._page.show_zone(int(typed))
        else:
            return False
        return True


def _takes_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _does_again(event: QKeyEvent) -> bool:
    return event.keyCombination() in _AGAIN or event.matches(QKeySequence.StandardKey.Redo)


def _is_typing(page: BoardPage) -> bool:
    held = QApplication.focusWidget()
    return isinstance(held, _TEXTS) and page.isAncestorOf(held)
