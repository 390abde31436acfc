"""A field for a time of day, written as people write one, in either kind of digits."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.words import digits, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_DAY, _NOON = 24 * 60, 12
_STEPS = {
    Qt.Key.Key_Up: 5,
    Qt.Key.Key_Down: -5,
    Qt.Key.Key_PageUp: 60,
    Qt.Key.Key_PageDown: -60,
}
_PARTED = re.compile(r"(\d{1,2})\s*[:.h៖,]\s*(\d{2})")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})?")
_AFTERNOON = ("pm", "p.m.", "រសៀល", "ល្ងាច", "យប់")
_MORNING = ("am", "a.m.", "ព្រឹក")


class TimeField(LineField):
    """Holds a time; what cannot be read as one stays as it is written, and is none."""

    changed = Signal()

    def __init__(self, moment: time | None) -> None:
        super().__init__()
        self._time = moment
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._settle)
        tongue.turned.connect(self._settle)
        self._settle()

    @property
    def written(self) -> time | None:
        """The time that is written; None where nobody can tell."""
        return self._time

    def show_time(self, moment: time) -> None:
        """Show another time."""
        is_other, self._time = moment != self._time, moment
        self._settle()
        if is_other:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: arrows move by five minutes, page keys by an hour."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._time is None:
            super().keyPressEvent(event)
            return
        minutes = (self._time.hour * 60 + self._time.minute + step) % _DAY
        self.show_time(time(minutes // 60, minutes % 60))

    def _read(self, text: str) -> None:
        moment = time_in(text)
        if moment != self._time:
            self._time = moment
            self.changed.emit()

    def _settle(self) -> None:
        if self._time is not None:
            self.setText(digits(f"{self._time:%H:%M}"))


def time_in(text: str) -> time | None:
    """Give the time of day that was written: 8:30, 0830, 8.30, 8, ២:៣០, 2:30 pm; else None."""
    plain = latin_digits(text).strip().lower()
    is_late, is_early = _ends(plain, _AFTERNOON), _ends(plain, _MORNING)
    for word in (*_AFTERNOON, *_MORNING):
        plain = plain.removesuffix(word).strip()
    found = _PARTED.fullmatch(plain) or _TOGETHER.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if is_late and hour < _NOON:
        hour += _NOON
    elif is_early and hour == _NOON:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _ends(text: str, words: tuple[str, ...]) -> bool:
    return any(text.endswith(word) for word in words)
