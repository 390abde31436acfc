"""A line for an organisation that offers those which are known, most people first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Organisation
    from bootcamp_app.ui.desk import Desk

_PAUSE = 120  # milliseconds after the last key until somebody looks


class OrganisationField(QLineEdit):
    """Offers organisations while somebody types, in either script; any other name is taken, too."""

    def __init__(self, desk: Desk, text: str = "") -> None:
        super().__init__(text)
        self._desk = desk
        self._names = QStringListModel(self)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        completer = QCompleter(self._names, self)
        # Which fit was found out already, also where the words stand in another order.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        say(completer.popup(), N_("Organisations"), "setAccessibleName")
        self.setCompleter(completer)
        self.textEdited.connect(lambda _text: self._rest.start())
        self._rest.timeout.connect(self._look)

    @property
    def offered(self) -> list[str]:
        """The names that are offered now."""
        return self._names.stringList()

    def _look(self) -> None:
        text, organisations = self.text(), self._desk.app.organisations
        self._desk.tasks.read(
            self, lambda: organisations.suggest(text), self._offer, key="organisations"
        )

    def _offer(self, found: Sequence[Organisation]) -> None:
        self._names.setStringList([one.name for one in found])
        if self.hasFocus() and self.text() and found:
            self.completer().complete()
