"""Whether a person may come, and the acts that change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.people.field_words import MEANINGS, said
from bootcamp_app.ui.words import say

_ACTS = {
    "confirmed": (N_("Confirm"), "check"),
    "nominated": (N_("Mark as not approved"), "clock"),
    "withdrawn": (N_("Mark as withdrawn"), "user-x"),
}
_TOLD = {
    "confirmed": N_("They may come."),
    "nominated": N_("Not approved yet: the door asks them to wait."),
    "withdrawn": N_("They do not come, and the door refuses their badge."),
    "substituted": N_("A colleague comes in their place."),
}


class StateCard(Card):
    """Shows the status, with a button for each other one that a person may decide."""

    decided = Signal(str)
    """The status that is wanted."""

    def __init__(self) -> None:
        self._status = ""
        self.pill = Pill()
        self.told = Label(size="small", tone="muted", wraps=True)
        self.buttons = {
            status: Button(text, icon_name=icon) for status, (text, icon) in _ACTS.items()
        }
        super().__init__(
            N_("Status"),
            holding(Flow(self.pill)),
            self.told,
            holding(Flow(*self.buttons.values())),
            gap=8,
        )
        for status, made in self.buttons.items():
            made.clicked.connect(partial(self._decide, status))

    def show_status(self, status: str) -> None:
        """Show this status."""
        self.pill.show_state(lambda: said("status", status), MEANINGS.get(status, ""))
        say(self.told, _TOLD.get(status, ""))
        self._status = status
        for key, made in self.buttons.items():
            # Disabled, it would hand the keys on to a field.
            restyle(made, "current", "true" if key == status else "false")
            say(made, N_("It is so now.") if key == status else "", "setAccessibleDescription")

    def _decide(self, status: str) -> None:
        if status != self._status:
            self.decided.emit(status)
