"""What a team is called in both scripts, and its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.teams.views import COLOUR_WORDS, Team
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TeamDialog(Dialog):
    """Takes the names and the colour of a team."""

    asked = Signal(str, str, str)
    """The name in Khmer, the name in Latin letters, and the colour."""

    def __init__(self, parent: QWidget | None, team: Team) -> None:
        self.form = Form()
        self.form.add_text("name_km", N_("Name in Khmer"), team.name_km)
        latin = team.name_en or ("" if team.name_km else team.label)
        self.form.add_text("name_en", N_("Name in Latin letters"), latin)
        colours = list(COLOUR_WORDS.items())
        self.form.add_choice("colour", N_("Colour"), colours, team.colour or colours[0][0])
        super().__init__(parent, Sentence("Team “{name}”", name=team), self.form, N_("Keep"))
        self.confirmed.connect(self._ask)

    def _ask(self) -> None:
        values = self.form.values()
        self.asked.emit(values["name_km"], values["name_en"], values["colour"])
