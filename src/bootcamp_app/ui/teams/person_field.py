"""A line in which a part of a name is typed and somebody is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.teams.views import TeamNames
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.ui.tasks import Tasks

_MOST = 8


class PersonField(CompletingField):
    """Offers people by any part of their names in either script."""

    def __init__(self, tasks: Tasks, roster: Roster, mates: Sequence[Mate]) -> None:
        self._mates = mates
        self._keys = roster.keys
        self._names = TeamNames(roster.teams)
        super().__init__(tasks, self._found, N_("Name of a person"))

    @property
    def key(self) -> str:
        """The participation id of who was chosen; empty where nobody was."""
        return str(self.value or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter takes the only one whom a part of a name means."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.list.currentRow() < 0 and self._take_meant():
            event.accept()
            return
        super().keyPressEvent(event)

    def _take_meant(self) -> bool:
        """Take the only one who is meant, or offer all; nobody where nothing new is typed."""
        text = self.text().strip()
        found = self._found(text) if text and not self.key else []
        meant = [one for one in found if one.text == text] or found
        if len(meant) == 1:
            self.show_taken(meant[0])
            self.taken.emit(meant[0])
        elif found:
            self.offer(found)
        return bool(found)

    def _found(self, text: str) -> list[Completion]:
        wanted = [comparison_key(word) for word in text.split()]
        found: list[Completion] = []
        for mate in self._mates:
            name = self._keys[mate.id]
            if all(word in name for word in wanted):
                told = (mate.organisation, self._names.name(mate.team))
                found.append(Completion(mate.name, " · ".join(filter(None, told)), mate.id))
            if len(found) == _MOST:
                break
        return found
