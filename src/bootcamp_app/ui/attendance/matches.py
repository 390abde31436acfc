"""Who may be meant: the people whom a name or a phone number finds, in both scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.attendance.answers import names_of
from bootcamp_app.ui.attendance.match_line import MatchLine
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Participant

MOST = 8
"""How many are shown at once; more letters find fewer."""
_HINT = N_("Arrows choose, Enter checks in, Esc goes back.")
_Index = QModelIndex | QPersistentModelIndex
_NOBODY = QModelIndex()


class Matches(Card):
    """A list to choose from by arrows and Enter while the typing goes on, or by a click."""

    chosen = Signal(object)

    def __init__(self) -> None:
        self._people = _People()
        self.view = QListView()
        self._nobody = Label(
            N_("Nobody on the list is called that. F2 registers a walk-in."),
            tone="muted",
            wraps=True,
        )
        self.hint = Label(_HINT, size="small", tone="muted", wraps=True)
        super().__init__(N_("Who is it?"), self._nobody, self.view, self.hint)
        self.body.setStretch(2, 1)
        say(self.view, N_("People who may be meant"), "setAccessibleName")
        self.view.setModel(self._people)
        self.view.setItemDelegate(MatchLine(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show who may be meant; the only one is chosen, of several a person chooses."""
        self._people.show(people)
        self._nobody.setVisible(not people)
        self.view.setVisible(bool(people))
        self._hint(_HINT, "muted")
        if len(people) == 1:
            self.view.setCurrentIndex(self._people.index(0))

    def ask(self) -> None:
        """Say that one of several must be chosen first."""
        self._hint(N_("Several people are called that. Choose one with the arrows."), "")

    def step(self, by: int) -> None:
        """Go down or up the list."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self._people.rowCount():
            self.view.setCurrentIndex(self._people.index(row))

    @property
    def are_several(self) -> bool:
        """Whether there is a choice."""
        return self._people.rowCount() > 1

    @property
    def current(self) -> Participant | None:
        """Who is chosen."""
        return self._people.at(self.view.currentIndex())

    def _hint(self, text: str, tone: str) -> None:
        say(self.hint, text)
        restyle(self.hint, "tone", tone)

    def _choose(self, index: QModelIndex) -> None:
        if (person := self._people.at(index)) is not None:
            self.chosen.emit(person)


class _People(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._people: list[Participant] = []

    def show(self, people: Sequence[Participant]) -> None:
        self.beginResetModel()
        self._people = list(people)
        self.endResetModel()

    def at(self, index: _Index) -> Participant | None:
        return self._people[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _NOBODY) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person = self.at(index)
        if person is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (*names_of(person), person.organisation) if part)
        return None
