"""The sex, chosen by one key of either keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.people.field_words import choices

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NOBODY_SAID = "not_stated"
_KEYS = {"f": "female", "ស": "female", "m": "male", "ប": "male", "o": "other", "ផ": "other"}


class SexField(ChoiceField):
    """F, M or O chooses, and so does the first letter of the Khmer word."""

    def __init__(self) -> None:
        super().__init__(choices("sex", _NOBODY_SAID), _NOBODY_SAID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key."""
        meant = _KEYS.get(event.text().lower())
        if meant:
            self.choose(meant)
        else:
            super().keyPressEvent(event)
