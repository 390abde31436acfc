"""The way back where a workspace is damaged or gone: its newest backup, with one press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backup_restoring import is_damaged
from bootcamp_app.storage.backups import newest_sound
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.settings.parts import moment
from bootcamp_app.ui.settings.restore_dialog import INSTEAD, RestoreDialog
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.storage.backup_contents import Contents
    from bootcamp_app.storage.backup_names import Kept
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.program import Program
    from bootcamp_app.ui.welcome.welcome import Welcome

    Found = tuple[Kept, Contents]


_INSTEAD_OF_DAMAGED = N_(
    "The newest sound backup is of {time}: {people} people, {entries} attendance entries. "
    "The damaged file is kept aside."
)
_INSTEAD_OF_LOST = N_(
    "The newest sound backup is of {time}: {people} people, {entries} attendance entries."
)


class Rescue(QObject):
    """Goes back to backups: of the workspace that is open, or of one that cannot be opened."""

    def __init__(self, program: Program, welcomes: Mapping[MainWindow, Welcome]) -> None:
        super().__init__(program)
        self._program = program
        self._workspaces = program.workspaces
        self._welcomes = welcomes

    def watch(self, desk: Desk) -> None:
        """Go back to the backup that is asked for in the settings of an open workspace."""
        path = desk.app.database.path
        if path is not None:
            desk.restore_wanted.connect(
                lambda copy, is_new: self._workspaces.restore(copy, path, is_new=is_new)
            )

    def look(self) -> None:
        """Offer the newest sound backup, where what could not be opened is damaged or gone."""
        place = self._workspaces.asked_for
        if "://" not in place:
            path = Path(place)
            self._workspaces.tasks.read(
                self, lambda: _found(path), lambda found: self._offer(path, found), key="rescue"
            )

    def _offer(self, path: Path, found: Found | None) -> None:
        if found is None:
            return
        if self._workspaces.desk is not None:
            for window in self._program.windows[-1:]:
                self._choose(window, path)
            return
        for window, welcome in self._welcomes.items():
            welcome.offer(self._banner(window, path, found))

    def _banner(self, window: MainWindow, path: Path, found: Found) -> Banner:
        kept, contents = found
        banner = Banner(may_close=False)
        sentence = _INSTEAD_OF_DAMAGED if path.exists() else _INSTEAD_OF_LOST
        banner.show_text(lambda: _told(sentence, kept, contents), "info")
        banner.add_action(
            N_("Go back to it"), lambda: self._workspaces.restore(kept.path, path, is_new=False)
        )
        banner.add_action(N_("Other backups…"), lambda: self._choose(window, path))
        return banner

    def _choose(self, window: QWidget, path: Path) -> None:
        dialog = RestoreDialog(window, self._workspaces.tasks, path, INSTEAD)
        dialog.restoring.connect(
            lambda copy, is_new: self._workspaces.restore(copy, path, is_new=is_new)
        )
        dialog.open()


def _found(path: Path) -> Found | None:
    if path.exists() and not is_damaged(path):
        return None
    kept = newest_sound(path, SystemClock().now())
    return (kept, contents_of(kept.path)) if kept else None


def _told(sentence: str, kept: Kept, contents: Contents) -> str:
    return str(
        Sentence(
            sentence,
            time=moment(kept.at),
            people=digits(contents.counts["people"]),
            entries=digits(contents.counts["attendance_events"]),
        )
    )
