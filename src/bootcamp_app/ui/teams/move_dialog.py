"""Where people are to go, without a mouse: into a team, or in the place of somebody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.teams.suggesting import best_teams
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.teams.person_field import PersonField
from bootcamp_app.ui.teams.words import people_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.tasks import Tasks


class MoveDialog(Dialog):
    """Offers every other team, the one first in which the first of them balances best."""

    chosen = Signal(str)
    """The label of a team."""

    def __init__(self, parent: QWidget | None, roster: Roster, mates: Sequence[Mate]) -> None:
        self.form = Form()
        teams = [team for team in best_teams(roster, mates[0]) if team.label != mates[0].team]
        offered = [
            (team.label, partial(_told, roster, team, is_best=place == 0))
            for place, team in enumerate(teams)
        ]
        self.form.add_choice("team", N_("Team"), offered, offered[0][0] if offered else "")
        super().__init__(parent, partial(_title, mates), self.form, N_("Move"))
        self.main.setEnabled(bool(offered))
        self.confirmed.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.form.values()["team"])
        self.accept()


class SwapDialog(Dialog):
    """Takes the one with whom somebody changes places."""

    chosen = Signal(str)
    """A participation id."""

    def __init__(self, parent: QWidget | None, tasks: Tasks, roster: Roster, mate: Mate) -> None:
        self.form = Form()
        others = [one for one in roster.mates if one.team and one.team != mate.team]
        self.field = PersonField(tasks, roster, others)
        self.form.add_own("person", N_("Change places with"), self.field, self.field.text)
        super().__init__(
            parent, Sentence("{name} changes places", name=mate.name), self.form, N_("Swap")
        )
        self.confirmed.connect(self._choose)

    def _choose(self) -> None:
        key = self.field.key
        if not key:
            self.form.refuse("person", N_("Type a part of a name, then choose who is meant."))
            return
        self.chosen.emit(key)
        self.accept()


def _title(mates: Sequence[Mate]) -> str:
    if len(mates) == 1:
        return _("Move {name}").format(name=mates[0].name)
    return _("Move {people}").format(people=people_in_words(len(mates)))


def _told(roster: Roster, team: Team, *, is_best: bool) -> str:
    told = f"{team} ({people_in_words(len(roster.of(team)))})"
    return _("{team}, balances best").format(team=told) if is_best else told
