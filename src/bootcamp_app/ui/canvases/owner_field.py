"""Who owns a solution on one side: somebody on the list, or an office in free words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.canvases.readiness import Owner
from bootcamp_app.features.canvases.solutions import owner_from
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk

_MOST = 8
OWNER_WORDS = {
    "government": N_("Owner on the government side"),
    "civil_society": N_("Owner on the civil-society side"),
}


class OwnerField(CompletingField):
    """Offers people whom the words find, those of its side first; takes any other words, too."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp, side: str) -> None:
        people = desk.app.people

        def suggest(written: str) -> list[Completion]:
            found = [one for one in people.list(bootcamp, written, 4 * _MOST) if one.is_expected]
            owners = sorted(map(owner_from, found), key=lambda one: one.side != side)
            return [completion_of(one) for one in owners[:_MOST]]

        super().__init__(desk.tasks, suggest, OWNER_WORDS[side])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter takes who alone is offered; nobody saves by it what stands there."""
        if Qt.Key(event.key()) not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if len(self.offered) == 1 and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if self.is_open:
            super().keyPressEvent(event)
        event.accept()

    @property
    def owner(self) -> Owner | None:
        """Who was taken, or nobody."""
        return self.value if isinstance(self.value, Owner) else None

    @property
    def office(self) -> str:
        """What is written where nobody was taken."""
        return "" if self.owner else self.text().strip()


def completion_of(one: Owner) -> Completion:
    """Give somebody with what tells them from others."""
    office = in_words(one.office_en, one.office_km)
    about = (one.position, office, _(SIDE_WORDS[one.side]))
    name = in_words(one.name_en, one.name_km)
    return Completion(name, " · ".join(filter(None, about)), one)
