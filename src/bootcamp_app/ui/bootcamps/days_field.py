"""Further days, each a chip to press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bootcamp_app.core.i18n import _
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.layouts import Flow
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class DaysField(QWidget):
    """Any number of days; the one that is meant anyhow cannot be pressed."""

    changed = Signal()

    def __init__(self, days: Sequence[date], first: date) -> None:
        super().__init__()
        self.chips = {day: _chip(day, (day - first).days + 1) for day in days}
        self.setLayout(Flow(*self.chips.values()))
        for chip in self.chips.values():
            chip.toggled.connect(lambda _is_on: self.changed.emit())

    @property
    def chosen(self) -> list[date]:
        """The days that are pressed, in order."""
        return [day for day, chip in self.chips.items() if chip.isChecked() and chip.isEnabled()]

    def leave_out(self, own: date) -> None:
        """Have one day not to be pressed, and all others so."""
        for day, chip in self.chips.items():
            chip.setEnabled(day != own)


def _chip(day: date, number: int) -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setProperty("kind", "chip")
    say(chip, partial(_short, day, number))
    say(chip, partial(days_in_words, day), "setAccessibleName")
    say(chip, partial(days_in_words, day), "setToolTip")
    return chip


def _short(day: date, number: int) -> str:
    short = digits(f"{day.day}/{day.month}")
    if number < 1:
        return short
    return _("Day {n} · {date}").format(n=digits(number), date=short)
