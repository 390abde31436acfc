"""A day of the agenda: its number and date, and its sessions in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.bootcamps.session_card import SessionCard
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.ui.bootcamps.session_card import Shown


class DayCard(Card):
    """One day; a further session can be added to it."""

    addition_wanted = Signal(object)
    """A session is to be added on this day."""

    def __init__(
        self, day: date, number: int, sessions: Sequence[Shown], *, is_outside: bool
    ) -> None:
        self.day = day
        self.cards = [SessionCard(one) for one in sessions]
        self.add = Button(N_("Add a session"), kind="link", icon_name="plus")
        say(self.add, lambda: _addition(day), "setAccessibleName")
        heading = Label(lambda: _heading(day, number), size="heading", wraps=True)
        date_line = Label(lambda: days_in_words(day), size="small", tone="muted", wraps=True)
        marks = [Pill(N_("outside the bootcamp"), "warning", "alert")] if is_outside else []
        nothing = (
            [] if self.cards else [Label(N_("No sessions on this day."), tone="muted", wraps=True)]
        )
        super().__init__(
            "",
            column(heading, date_line, gap=0),
            *marks,
            *self.cards,
            *nothing,
            row(self.add, 1),
            1,
            gap=10,
        )
        self.add.clicked.connect(lambda: self.addition_wanted.emit(self.day))


def _heading(day: date, number: int) -> str:
    if number < 1:
        return days_in_words(day)
    return _("Day {n}").format(n=digits(number))


def _addition(day: date) -> str:
    return _("Add a session on {day}").format(day=days_in_words(day))
