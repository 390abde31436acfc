"""What a person chose for this laptop, applied at once and kept."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.settings import Settings, save_settings
from bootcamp_app.ui.qt_words import speak_qt
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import tongue

_log = logging.getLogger(__name__)


class Choices(QObject):
    """The settings in use."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.now = settings

    def apply(self) -> None:
        """Show everything as it was chosen."""
        self._speak()
        theme.use(self.now.theme, self.now.text_percent)

    def speak(self, language: str) -> None:
        """Use a language for this sitting, without keeping it."""
        self.now = replace(self.now, language=language)

    def change(self, **fields: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Choose something else; shown at once, kept for the next start."""
        before, self.now = self.now, replace(self.now, **fields)
        if self.now == before:
            return
        try:
            save_settings(self.now)
        except Refusal as refusal:
            _log.warning("settings are not kept: %s", refusal.sentence.message)
        spoken = (before.language, before.khmer_digits)
        if (self.now.language, self.now.khmer_digits) != spoken:
            self._speak()
            theme.apply()  # the line height is that of the language
        if (self.now.theme, self.now.text_percent) != (before.theme, before.text_percent):
            theme.use(self.now.theme, self.now.text_percent)
        self.changed.emit()

    def _speak(self) -> None:
        tongue.has_khmer_digits = self.now.khmer_digits
        speak_qt(self.now.language)
        tongue.turn(self.now.language)
