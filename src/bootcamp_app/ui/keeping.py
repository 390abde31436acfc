"""Keeping the workspace safe while nobody does anything: checkpoints and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.storage.backups import BackupFailed, BackupKept
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import Text, clock_time, day_or_time

if TYPE_CHECKING:
    from datetime import datetime

    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.storage.backup_second import SecondPlace
    from bootcamp_app.ui.desk import Desk

IDLE_SECONDS = 2
BACKUP_MINUTES = 15
LOOK_SECONDS = 20


class _Seen(NamedTuple):
    """What there is of backups now."""

    newest: datetime | None
    second: SecondPlace | None
    is_second_there: bool


class Keeping(QObject):
    """Brings the file up to date after a pause; puts a verified copy aside now and then."""

    status_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._backups = desk.app.backups
        self._seen = _Seen(None, None, is_second_there=False)
        self._problem: Refusal | None = None
        self._second_problem: Refusal | None = None
        self._is_bringing = self._is_looking = False
        self._not_brought_of: datetime | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_SECONDS * 1000)
        self._idle.timeout.connect(self._checkpoint)
        self._often = QTimer(self, interval=BACKUP_MINUTES * 60_000)
        self._often.timeout.connect(self.back_up)
        self._watch = QTimer(self, interval=LOOK_SECONDS * 1000)
        self._watch.timeout.connect(self._look)
        if desk.app.database.path is not None:
            self._often.start()
            self._watch.start()
        desk.bridge.acted.connect(self._noticed)
        self._look()

    @property
    def status(self) -> Text:
        """What to say of saving and backup."""
        if self._problem is not None:
            return N_("Saved here, but the last backup failed.")
        if self._seen.newest is None:
            return N_("All saved · no backup yet")
        newest, second = self._seen.newest.astimezone(), self._seen.second
        if second is not None and not self._seen.is_second_there:
            since = second.seen.astimezone() if second.seen else None
            return lambda: _without_stick(newest, since, self._today())
        if self._second_problem is not None:
            return lambda: str(
                Sentence("All saved · backup {time} · not on the stick", time=clock_time(newest))
            )
        return lambda: str(Sentence("All saved · backup {time}", time=clock_time(newest)))

    def back_up(self) -> None:
        """Put a verified copy aside where anything changed since the last one."""
        if self._desk.app.database.path is not None:
            keep = self._backups.keep_if_changed
            # Not in the lane of what is written: nobody at the door waits for a copy.
            job = Job(lambda step: keep(step=step), lambda _path: None, self._failed)
            self._desk.tasks.long(self, job)

    def stop(self) -> None:
        """Leave the workspace alone: it is being closed."""
        for timer in (self._idle, self._often, self._watch):
            timer.stop()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own order

    def _noticed(self, announcement: Announcement) -> None:
        if announcement.act:
            self._idle.start()
        for fact in announcement.facts:
            if isinstance(fact, BackupFailed):
                self._failed(fact.refusal)
            elif isinstance(fact, BackupKept):
                self._problem = None
                self._look()  # whoever asked for it

    def _checkpoint(self) -> None:
        if not self._desk.tasks.is_busy:
            self._desk.tasks.write(
                self, self._desk.app.database.checkpoint, lambda _done: None, lambda _later: None
            )

    def _look(self) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        backups = self._backups

        def look(_step: object) -> _Seen:
            second = backups.second()
            return _Seen(backups.newest(), second, bool(second and second.is_there))

        # A disk that hangs keeps nobody from searching the list.
        self._desk.tasks.long(self, Job(look, self._found, self._failed))

    def _found(self, seen: _Seen) -> None:
        self._is_looking = False
        came_back = seen.is_second_there and not self._seen.is_second_there
        self._seen = seen
        self.status_changed.emit(self.status)
        is_new = came_back or seen.newest != self._not_brought_of
        if (
            seen.is_second_there
            and _lacks(seen, self._today())
            and is_new
            and not self._is_bringing
        ):
            self._is_bringing = True
            job = Job(self._backups.bring_to_second, self._brought, self._not_brought)
            self._desk.tasks.long(self, job)

    def _brought(self, _count: int) -> None:
        self._is_bringing, self._second_problem = False, None
        self._look()

    def _not_brought(self, refusal: Refusal) -> None:
        self._is_bringing = False
        if not isinstance(refusal, Cancelled):
            self._second_problem = refusal
            self._not_brought_of = self._seen.newest
            self.status_changed.emit(self.status)

    def _failed(self, refusal: Refusal) -> None:
        self._is_looking = False
        if not isinstance(refusal, Cancelled):
            self._problem = refusal
            self.status_changed.emit(self.status)

    def _today(self) -> datetime:
        return self._desk.app.clock.now().astimezone()


def _lacks(seen: _Seen, now: datetime) -> bool:
    """Say whether the second place lacks the newest copy, as far as is known."""
    if seen.newest is None or seen.second is None:
        return False
    # What was noted for a time to come was noted by a wrong clock.
    return seen.second.seen is None or not seen.newest <= seen.second.seen <= now


def _without_stick(newest: datetime, since: datetime | None, today: datetime) -> str:
    time = clock_time(newest)
    if since is None:
        return str(Sentence("All saved · backup {time} · stick not there", time=time))
    return str(
        Sentence(
            "All saved · backup {time} · stick not there since {since}",
            time=time,
            since=day_or_time(since, today),
        )
    )
