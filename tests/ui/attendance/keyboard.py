"""Keys as a keyboard or a scanner sends them to the window that has the focus, in any layout."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

US = "1234567890"
KHMER = "១២៣៤៥៦៧៨៩០"
FRENCH = "&é\"'(-è_çà"
THAI = "ๅ/-ภถุึคตจ"
ENTER, TAB, NOTHING = Qt.Key.Key_Return, Qt.Key.Key_Tab, None
LAYOUTS = {"us": US, "kh": KHMER, "fr": FRENCH, "th": THAI}
_X11, _FIRST = 8, 2


class Keyboard:
    """Sends every key to the window in front, with moments of its own clock."""

    def __init__(self, layout: str = US) -> None:
        self.layout = layout
        self._at = round(monotonic() * 1000)

    def scan(self, code: str, ends_with: Qt.Key | None = ENTER, gap: int = 8) -> None:
        """Type the digits of a code as a scanner does, under this layout."""
        self._at += 200
        for digit in code:
            self.press(self.layout[US.index(digit)], digit)
            self._at += gap
        if ends_with is not None:
            self.press("", key=ends_with)

    def type(self, text: str, gap: int = 80) -> None:
        """Type a text as a person does, but with the waits only in the moments of the keys."""
        for letter in text:
            self._at += gap
            self.press(letter)

    def press(self, text: str, digit: str = "", key: Qt.Key = Qt.Key.Key_unknown) -> None:
        """Press and release one key."""
        place = US.index(digit) + _FIRST + _X11 if digit else 0
        window = QGuiApplication.focusWindow()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            modifiers = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(kind, key, modifiers, place, 0, 0, text)
            event.setTimestamp(self._at)
            if window is not None:
                QCoreApplication.sendEvent(window, event)
