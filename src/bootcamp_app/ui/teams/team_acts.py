"""What is done with teams and with the people in them: asked where needed, written, and said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMenu

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.teams.views import TeamNames, TeamsChanged
from bootcamp_app.features.teams.wishes import broken_wish
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.teams.move_dialog import MoveDialog, SwapDialog
from bootcamp_app.ui.teams.team_dialog import TeamDialog
from bootcamp_app.ui.teams.words import people_in_words
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text


class TeamActs(QObject):
    """Carries out what somebody wants of the teams that are shown."""

    said = Signal(object, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, shown_in: QWidget) -> None:
        super().__init__(shown_in)
        self._desk = desk
        self._shown_in = shown_in
        self._done = Acts(desk)
        self.roster: Roster | None = None
        self.dialog: QDialog | None = None
        self.moved = ("", "")
        """(label, participation id) of who was moved last, to whom the keys go back."""

    def put(self, people: Sequence[str], team: Team | None) -> None:
        """Have people in a team, or in none."""
        mates = self._mates(people)
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is not None and mates:
            keys = [one.id for one in mates]
            self.moved = (team.label if team else "", keys[0])
            label = team.label if team else ""
            said = self._said(_moved(mates, team), dict.fromkeys(keys, label))
            self.write(lambda: teams.put(bootcamp, keys, team), said)

    def place_late(self) -> None:
        """Put everybody without a team where they balance best."""
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is not None:
            self.write(lambda: teams.place_late(bootcamp), N_("Everybody has a team now."))

    def add_team(self) -> None:
        """Add an empty team with a name that is free."""
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is not None:
            self.write(lambda: teams.add(bootcamp), N_("A team was added."))

    def remove(self, team: Team) -> None:
        """Have a team no more."""
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is not None:
            said = Sentence("Team “{name}” was removed.", name=str(team))
            self.write(lambda: teams.remove(bootcamp, team), said)

    def change(self, team: Team) -> None:
        """Ask what a team is to be called."""
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is None:
            return
        dialog = TeamDialog(self._shown_in.window(), team)

        def keep(name_km: str, name_en: str, colour: str) -> None:
            def done(act: str) -> None:
                dialog.accept()
                self.said.emit(N_("The team is kept."), act)

            work = partial(teams.change, bootcamp, team, name_km, name_en, colour)
            self._desk.tasks.write(dialog, work, done, dialog.refuse)

        dialog.asked.connect(keep)
        self.open(dialog)

    def menu_for(self, people: Sequence[str]) -> QMenu | None:
        """Give the menu of what can be done with people."""
        mates = self._mates(people)
        if not mates:
            return None
        menu = QMenu(self._shown_in)
        say(menu, N_("What is to be done"), "setAccessibleName")
        self._offer(menu, N_("Move to another team…"), "arrow-right", partial(self._where, mates))
        if len(mates) == 1 and mates[0].team:
            swap = partial(self._ask_swap, mates[0])
            self._offer(menu, N_("Change places with…"), "refresh", swap)
        if any(one.team for one in mates):
            out = partial(self.put, [one.id for one in mates], None)
            self._offer(menu, N_("Take out of the team"), "user-x", out)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open(self, dialog: QDialog) -> None:
        """Show a dialog over the window."""
        self.dialog = dialog
        dialog.open()

    def write(self, work: Callable[[], object], said: Text) -> None:
        """Write something, and say so with a way to take it back."""

        def done(_answer: object) -> None:
            self.said.emit(said, self._done.latest(TeamsChanged))

        self._desk.tasks.write(self, work, done, self.refused.emit)

    def _said(self, done: Sentence, places: Mapping[str, str]) -> Text:
        """Give what is said of people (participation ids) who come into teams (labels).

        A wish that is not kept by that is told as well.
        """
        roster = self.roster
        broken = roster and broken_wish(roster, places)
        if not roster or not broken:
            return done
        mate, label = broken
        team = TeamNames(roster.teams).name(label)
        wish = Sentence("A wish puts {name} into team {team}.", name=mate.name, team=team)
        return lambda: f"{done} {wish}"

    def _mates(self, people: Sequence[str]) -> list[Mate]:
        known = self.roster.by_id if self.roster else {}
        return [known[key] for key in people if key in known]

    def _offer(self, menu: QMenu, text: str, icon_name: str, slot: Callable[[], object]) -> None:
        action = menu.addAction("")
        say(action, text)
        action.setIcon(icon(icon_name))
        action.triggered.connect(lambda: slot())

    def _where(self, mates: Sequence[Mate]) -> None:
        if self.roster is None:
            return
        dialog = MoveDialog(self._shown_in.window(), self.roster, mates)
        teams = {team.label: team for team in self.roster.teams}
        dialog.chosen.connect(lambda label: self.put([one.id for one in mates], teams[label]))
        self.open(dialog)

    def _ask_swap(self, mate: Mate) -> None:
        bootcamp, teams = self._desk.bootcamp, self._desk.app.teams
        if bootcamp is None or self.roster is None:
            return
        dialog = SwapDialog(self._shown_in.window(), self._desk.tasks, self.roster, mate)

        by_id = self.roster.by_id

        def swap(other: str) -> None:
            places = {mate.id: by_id[other].team, other: mate.team}
            said = self._said(Sentence("They changed places."), places)
            self.write(lambda: teams.swap(bootcamp, mate.id, other), said)

        dialog.chosen.connect(swap)
        self.open(dialog)


def _moved(mates: Sequence[Mate], team: Team | None) -> Sentence:
    people = mates[0].name if len(mates) == 1 else people_in_words(len(mates))
    if team is None:
        return Sentence("{people}: taken out of the team.", people=people)
    return Sentence("{people}: now in team {team}.", people=people, team=str(team))
