"""What became of a person, to read: a line for each act, the newest first, each to take back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.people.telling import Told

_MOST = 30


class HistoryList(Card):
    """Shows the latest acts upon a person."""

    undo_wanted = Signal(str)
    """The act that somebody wants to take back."""

    def __init__(self) -> None:
        self._acts = column(gap=8)
        self._lines: list[Label] = []
        self.undos: list[IconButton] = []
        super().__init__(N_("History"), self._acts, gap=8)

    @property
    def lines(self) -> list[str]:
        """What it says, one text for each act."""
        return [line.plain for line in self._lines]

    def show_history(self, told: Sequence[Told]) -> None:
        """Show these acts."""
        clear(self._acts)
        self._lines, self.undos = [], []
        for one in told[:_MOST]:
            self._acts.addWidget(self._line(one))

    def _line(self, one: Told) -> QWidget:
        made = Label(size="small", wraps=True)
        say(made, lambda: f"{one.heading}\n{one.text}")
        undo = IconButton(N_("Undo this change"), "undo")
        undo.clicked.connect(partial(self.undo_wanted.emit, one.act))
        self._lines.append(made)
        self.undos.append(undo)
        line = row(made, undo)
        line.setStretch(0, 1)
        return holding(line)
