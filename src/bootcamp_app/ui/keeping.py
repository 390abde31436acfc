"""Keeping the workspace safe while nobody does anything: checkpoints and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.words import Text, clock_time

if TYPE_CHECKING:
    from datetime import datetime

    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk

IDLE_SECONDS = 2
BACKUP_MINUTES = 15


class Keeping(QObject):
    """Brings the file up to date after a pause; puts a verified copy aside now and then."""

    status_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._has_changed = True
        self._newest: datetime | None = None
        self._problem: Refusal | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_SECONDS * 1000)
        self._idle.timeout.connect(self._checkpoint)
        self._often = QTimer(self, interval=BACKUP_MINUTES * 60_000)
        self._often.timeout.connect(self.back_up)
        self._often.start()
        desk.bridge.acted.connect(self._noticed)
        self._look()

    @property
    def status(self) -> Text:
        """What to say of saving and backup."""
        if self._problem is not None:
            return N_("Saved here, but the last backup failed.")
        if self._newest is None:
            return N_("All saved · no backup yet")
        newest = self._newest
        return lambda: str(Sentence("All saved · backup {time}", time=clock_time(newest)))

    def back_up(self) -> None:
        """Put a verified copy aside where anything changed since the last one."""
        database = self._desk.app.database
        if not self._has_changed or database.path is None:
            return
        self._has_changed = False
        self._desk.tasks.write(self, database.keep_backup, lambda _path: None, self._failed)

    def _noticed(self, announcement: Announcement) -> None:
        if announcement.act:
            self._has_changed = True
            self._idle.start()
        else:
            self._problem = None
            self._look()  # a backup, whoever asked for it, changes nothing in the workspace

    def _checkpoint(self) -> None:
        if not self._desk.tasks.is_busy:
            self._desk.tasks.write(
                self, self._desk.app.database.checkpoint, lambda _done: None, lambda _later: None
            )

    def _look(self) -> None:
        self._desk.tasks.read(self, self._desk.app.database.newest_backup, self._found)

    def _found(self, newest: datetime | None) -> None:
        self._newest = newest.astimezone() if newest else None
        self.status_changed.emit(self.status)

    def stop(self) -> None:
        """Leave the workspace alone: it is being closed."""
        self._idle.stop()
        self._often.stop()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own order

    def _failed(self, refusal: Refusal) -> None:
        self._has_changed = True
        self._problem = refusal
        self.status_changed.emit(self.status)
