"""What became of a person, to read: a line for each act, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.ui.people.telling import Told

_MOST = 30


class HistoryList(Card):
    """Shows the latest acts upon a person."""

    def __init__(self) -> None:
        self._acts = column(gap=8)
        self._lines: list[Label] = []
        super().__init__(N_("History"), self._acts, gap=8)

    @property
    def lines(self) -> list[str]:
        """What it says, one text for each act."""
        return [line.plain for line in self._lines]

    def show_history(self, told: Sequence[Told]) -> None:
        """Show these acts."""
        clear(self._acts)
        self._lines = [_line(one) for one in told[:_MOST]]
        for line in self._lines:
            self._acts.addWidget(line)


def _line(one: Told) -> Label:
    made = Label(size="small", wraps=True)
    say(made, lambda: f"{one.heading}\n{one.text}")
    return made
