"""A day that may be left open, typed as day/month/year in any digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.kit.date_field import day_in
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from datetime import date

_SHORT = re.compile(r"(\d{1,2}\s*[-/.]\s*\d{1,2})\s*[-/.]\s*(\d{2})")


class OptionalDay(LineField):
    """Holds a day or none; what cannot be read as one is no day."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        say(self, N_("day/month/year"), "setPlaceholderText")
        self.show_day(day)
        tongue.turned.connect(self._turn)

    @property
    def day(self) -> date | None:
        """The day that is written."""
        text = latin_digits(self.text()).strip()
        short = _SHORT.fullmatch(text)
        # On paper a year is often two digits; nobody plans a step for another century.
        return day_in(f"{short[1]}/20{short[2]}" if short else text)

    @property
    def is_readable(self) -> bool:
        """Whether it is left open, or a day."""
        return not self.text().strip() or self.day is not None

    def show_day(self, day: date | None) -> None:
        """Show another day, or none."""
        self.setText(digits(f"{day:%d/%m/%Y}") if day else "")

    def _turn(self) -> None:
        if self.is_readable:
            self.show_day(self.day)
