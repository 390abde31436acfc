"""What the teams of the bootcamp in front are called: wherever a label stands, people read this."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from bootcamp_app.features.teams.views import TeamNames
from bootcamp_app.ui.words import tongue


class KnownTeams(QObject):
    """The names of teams, as they were read last."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names = TeamNames()

    def know(self, names: TeamNames) -> None:
        """Call teams so from now on; what stands on the screen is said again."""
        if names.teams != self.names.teams:
            self.names = names
            tongue.say_again()
            self.changed.emit()


known_teams = KnownTeams()


def team_name(label: str) -> str:
    """Give what a team is called in the language in use."""
    return known_teams.names.name(label)


def team_in_both(label: str) -> str:
    """Give what a team is called in both scripts."""
    return known_teams.names.both(label)
