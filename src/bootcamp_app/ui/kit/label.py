"""Text on the screen: sized by its role, and broken between Khmer words where it wraps."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bootcamp_app.core.khmer import line_pieces
from bootcamp_app.ui.words import Text, say, tongue

_BREAK = "\u200b"
_LONGEST = 16
_LONG = re.compile(r"[!-~]{24,}")
"""A word without a space, such as the path of a file, that would not fit into a line."""


class Label(QLabel):
    """A line or a paragraph; `size`, `tone` and `weight` are those of the style sheet."""

    def __init__(
        self, text: Text = "", *, size: str = "body", tone: str = "", wraps: bool = False
    ) -> None:
        super().__init__()
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        # Fixed would hold a wrapped text to the lines of its size hint and clip the others.
        height = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        if text:
            say(self, text)

    def setText(self, text: str) -> None:
        """Show a text; it is kept as it is, with places to break only on the screen."""
        self._plain = text
        super().setText(breakable(text) if self.wordWrap() else text)
        self.setAccessibleName(text)

    def show_data(self, text: str) -> None:
        """Show what is no word of the program, such as a name."""
        tongue.forget(self, "setText")
        self.setText(text)

    @property
    def plain(self) -> str:
        """The text without the places to break."""
        return self._plain


@lru_cache(maxsize=2048)
def breakable(text: str) -> str:
    """Give a text with invisible places to break: between Khmer words, and inside long paths."""
    shown = _LONG.sub(_in_pieces, text)
    if not any("\u1780" <= char <= "\u17ff" for char in text):
        return shown
    return _BREAK.join(line_pieces(shown))


def _in_pieces(word: re.Match[str]) -> str:
    pieces = [piece for part in re.split(r"(?<=[/\\_.-])", word[0]) for piece in _cut(part)]
    return _BREAK.join(pieces)


def _cut(part: str) -> list[str]:
    return [part[at : at + _LONGEST] for at in range(0, len(part), _LONGEST)]


def style_again(widget: QWidget) -> None:
    """Have a widget's style looked up again after a property of it changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and show it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style_again(widget)
