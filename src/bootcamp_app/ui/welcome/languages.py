"""The first question, which nobody can read in a language that is not theirs: so in both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.finding import in_language
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.words import say

LANGUAGES_BY_NAME = {"en": "English", "km": "ខ្មែរ"}
"""How each language calls itself."""

_QUESTION = N_("Choose your language")
_LATER = N_("You can switch at any time.")


class LanguageStep(QWidget):
    """Two large buttons."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {code: self._button(code) for code in LANGUAGES_BY_NAME}
        both = SideBySide(*self.buttons.values(), needed=560)
        self.labels = (_in_both(_QUESTION, "heading"), _in_both(_LATER))
        self.setLayout(column(self.labels[0], both, self.labels[1], 1))

    def start(self, language: str) -> None:
        """Put the keyboard on the language of this laptop."""
        self.buttons[language].setFocus()

    def _button(self, code: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "language")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAutoDefault(True)
        say(made, lambda: LANGUAGES_BY_NAME[code])
        say(made, lambda: LANGUAGES_BY_NAME[code], "setAccessibleName")
        made.clicked.connect(lambda: self.chosen.emit(code))
        return made


def _in_both(message: str, size: str = "body") -> Label:
    tone = "" if size == "heading" else "muted"
    made = Label(size=size, tone=tone, wraps=True)
    say(made, lambda: " · ".join(in_language(message, code) for code in LANGUAGES_BY_NAME))
    return made
