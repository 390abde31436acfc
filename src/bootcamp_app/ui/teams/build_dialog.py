"""How teams are to be built: how many or how large, and what is to be alike in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.teams.balancing import number_of_teams
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.measuring import CHOICES
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.teams.roster import Roster

_USUAL_SIZE = 8
_WORDS = {
    "sector": N_("Government, civil society and residents"),
    "sex": N_("Women and men"),
    "province": N_("Provinces"),
    "organisation": N_("Organisations, so that colleagues meet others"),
}


class BuildDialog(Dialog):
    """Asks before anything is built; what comes of it is shown before it is written."""

    wanted = Signal(object)
    """A Wanted."""

    def __init__(self, parent: QWidget | None, roster: Roster) -> None:
        self._people = len(roster.mates)
        self.form = Form()
        self.makes = Label(tone="muted", wraps=True)
        ways = [("size", N_("People in a team")), ("teams", N_("Number of teams"))]
        self.form.add_choice("way", N_("What do you know?"), ways, "size")
        most = max(self._people, 1)
        number = self.form.add_number("number", N_("How many"), min(_USUAL_SIZE, most), 1, most)
        for name in CHOICES:
            self.form.add_yes_no(name, _WORDS[name], value=True)
        wishes = len(roster.wishes)
        self.form.add_own("makes", "", self.makes, lambda: "")
        super().__init__(parent, N_("Build teams"), self.form, N_("Show the teams"))
        self._wishes = wishes
        self.number = number
        self.form.changed.connect(self._tell)
        self.confirmed.connect(self._ask)
        self._tell()

    def _tell(self) -> None:
        say(self.makes, self._made)

    def _made(self) -> str:
        values = self.form.values()
        number = values["number"]
        teams = number if values["way"] == "teams" else number_of_teams(self._people, number)
        said = [
            ngettext("That makes {n} team.", "That makes {n} teams.", teams).format(n=digits(teams))
        ]
        if self._wishes:
            said.append(
                ngettext("{n} wish is heeded.", "{n} wishes are heeded.", self._wishes).format(
                    n=digits(self._wishes)
                )
            )
        return " ".join(said)

    def _ask(self) -> None:
        values = self.form.values()
        number = values["number"]
        balanced = tuple(name for name in CHOICES if values[name])
        if values["way"] == "teams":
            self.wanted.emit(Wanted(teams=number, balanced=balanced))
        else:
            self.wanted.emit(Wanted(size=number, balanced=balanced))
        self.accept()
