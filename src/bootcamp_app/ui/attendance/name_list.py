"""Names to look at before something is done: few lines high, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Participant

_HEIGHT = 150


class NameList(QListWidget):
    """Shows people by name in both scripts, with their phone or a word."""

    def __init__(self, name: Text) -> None:
        super().__init__()
        self._shown: list[tuple[Participant, str]] = []
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        say(self, name, "setAccessibleName")
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._write)
        self._scale()

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show these people with their phones."""
        self._shown = [(one, one.phone) for one in people]
        self._write()

    @property
    def lines(self) -> list[str]:
        """What it says, a text for each person."""
        return [self.item(at).text() for at in range(self.count())]

    def _write(self) -> None:
        self.clear()
        self.addItems([_line(one, phone) for one, phone in self._shown])

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))


def _line(one: Participant, phone: str) -> str:
    return " · ".join(filter(None, (one.name_km, one.name_en, digits(phone))))
