"""An open workspace: its services, and what the pages of all windows share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.features.teams.views import TeamNames, TeamsChanged
from bootcamp_app.ui.bridge import Bridge
from bootcamp_app.ui.team_names import known_teams

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.tasks import Task, Tasks


class Desk(QObject):
    """What a page may use: the rooms' services, tasks beside the window, and what was chosen."""

    bootcamp_chosen = Signal(object)
    """Another Bootcamp is in front of the facilitator, or none."""
    bootcamp_changed = Signal(object)
    """The Bootcamp in front is the same, and something is told otherwise of it, as its place."""
    person_wanted = Signal(object)
    """The page of a Participant is wanted, of whichever bootcamp."""
    bootcamps_changed = Signal()
    """Another bootcamp is known, or one is not any more, or one is called otherwise."""

    restore_wanted = Signal(object, bool)
    """The Path of a backup to go back to, and whether as a new file beside the present one."""

    def __init__(self, app: App, tasks: Tasks, choices: Choices, memory: Memory) -> None:
        super().__init__()
        self.app = app
        self.tasks = tasks
        self.choices = choices
        self.memory = memory
        self.bridge = Bridge(app.changes)
        self.is_sample = False
        self._bootcamp: Bootcamp | None = None
        self.bridge.happened.connect(self._hear)

    @property
    def bootcamp(self) -> Bootcamp | None:
        """The bootcamp in front of the facilitator."""
        return self._bootcamp

    def choose(self, bootcamp: Bootcamp | None) -> None:
        """Put a bootcamp in front of the facilitator, in every window."""
        before, self._bootcamp = self._bootcamp, bootcamp
        if bootcamp is not None and before is not None and bootcamp.id == before.id:
            if bootcamp != before:
                self.bootcamp_changed.emit(bootcamp)
        elif bootcamp != before:
            if bootcamp is not None:
                self.memory.keep("bootcamp", bootcamp.id)
            self._know_teams()
            self.bootcamp_chosen.emit(bootcamp)

    def close(self, but: QObject | None = None) -> list[Task]:
        """Finish what is being written, let the workspace go, and give what was stopped by that.

        Of what was asked for, only the one named still hears.
        """
        self.bridge.close()
        stopped = self.tasks.close(but)
        self.app.database.close()
        self.deleteLater()
        return stopped

    def look_again(self) -> None:
        """Read the bootcamps anew, after something was taken back."""
        self.tasks.read(self, self.app.bootcamps.all, self._look_again, key="bootcamps")

    def _hear(self, fact: object) -> None:
        # The first window is painted before the database is imported.
        from bootcamp_app.storage.records import RecordsUndone  # noqa: PLC0415

        if isinstance(fact, (TeamsChanged, RecordsUndone)):
            self._know_teams()

    def _know_teams(self) -> None:
        """Learn what the teams are called, so that every page calls them so."""
        chosen = self._bootcamp
        if chosen is None:
            known_teams.know(TeamNames())
            return
        names = self.app.teams.names
        self.tasks.read(self, lambda: names(chosen.id), known_teams.know, key="teams")

    def _look_again(self, known: list[Bootcamp]) -> None:
        """Leave a bootcamp that was taken back, and know what was changed in it."""
        chosen = self._bootcamp.id if self._bootcamp else ""
        self.choose(next((one for one in known if one.id == chosen), next(iter(known), None)))
        self.bootcamps_changed.emit()
