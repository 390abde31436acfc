"""The backups of one open workspace: made, listed, compared, and brought to a second place."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.open_here import is_open_here
from bootcamp_app.storage import backup, backup_second
from bootcamp_app.storage.backup import is_sound
from bootcamp_app.storage.backup_contents import alone, contents_of, going_back
from bootcamp_app.storage.backup_names import (
    AT_CLOSE,
    AUTOMATIC,
    BEFORE_IMPORT,
    BEFORE_MERGE,
    BEFORE_RESTORE,
    folder_of,
    is_ahead,
    kept,
    newest_first,
)
from bootcamp_app.storage.backup_restoring import is_damaged
from bootcamp_app.storage.backup_thinning import thin
from bootcamp_app.storage.database import NO_COPY
from bootcamp_app.storage.engines import engine_errors
from bootcamp_app.storage.facts import clock_ms
from bootcamp_app.storage.journal import first_written, vector
from bootcamp_app.storage.refusals import refusing

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.core.changes import Changes
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.backup import Step
    from bootcamp_app.storage.backup_contents import GoingBack
    from bootcamp_app.storage.backup_names import Kept
    from bootcamp_app.storage.backup_second import SecondPlace
    from bootcamp_app.storage.database import Database

_log = logging.getLogger(__name__)
_NEW_ENOUGH_SECONDS = 15 * 60
_PATIENCE_SECONDS = 20
_CHEAP_BYTES = 32_000_000
"""So large a workspace is copied in a moment that nobody notices."""


def known_of(path: Path) -> list[Kept]:
    """Give each copy beside a workspace and in its second place, the latest date first."""
    second = backup_second.chosen(path)
    copies = [*kept(path), *(second.kept() if second else [])]
    return sorted(copies, key=lambda one: (one.at, not one.is_second), reverse=True)


def compared(path: Path, copy: Path) -> GoingBack:
    """Give what going back to a copy would change, also where the workspace is lost or damaged."""
    is_lost = not path.exists() or (not is_open_here(path) and is_damaged(path))
    return alone(copy) if is_lost else going_back(path, copy)


def newest_sound(path: Path, now: datetime) -> Kept | None:
    """Give the newest copy of a workspace that can be gone back to."""
    return next((one for one in newest_first(known_of(path), now) if is_sound(one.path)), None)


@dataclass(frozen=True)
class BackupKept:
    """One more verified copy lies beside the workspace."""


@dataclass(frozen=True)
class BackupFailed:
    """A copy that the program wanted by itself could not be made; the work went on without."""

    refusal: Refusal


def _for_a_while(seconds: float) -> Step:
    until = monotonic() + seconds

    def step(_done: int, _of: int) -> None:
        if monotonic() > until:
            raise Cancelled("Stopped. Nothing of it was kept.")

    return step


class Backups:
    """Keeps verified copies of a workspace file; a server's workspace has none."""

    def __init__(self, database: Database, clock: Clock, changes: Changes) -> None:
        self._database = database
        self._clock = clock
        self._changes = changes

    def keep(self, why: str = AUTOMATIC, step: Step = backup.nobody_looks) -> Path:
        """Keep a verified copy beside the workspace, and thin out what was kept earlier."""
        path = self._path()
        with refusing(path):
            made = backup.keep(path, why, self._clock.now(), step)
        # The copy is made; what is old goes another day where the disk does not let it go.
        with suppress(OSError):
            thin(kept(path), self._clock.now(), backup_second.room_in(folder_of(path)))
        self._changes.announce([BackupKept()])
        return made

    def keep_if_changed(
        self, why: str = AUTOMATIC, step: Step = backup.nobody_looks
    ) -> Path | None:
        """Keep a copy where anything was written since the newest one."""
        return None if self._database.path is None or self.is_current() else self.keep(why, step)

    def keep_at_close(self, patience: float = _PATIENCE_SECONDS) -> None:
        """Keep a copy of what was changed, and bring it to the second place if that is there.

        What cannot be kept, or takes longer on a slow stick, is no reason to stay open.
        """
        try:
            if self.keep_if_changed(AT_CLOSE):
                self.bring_to_second(_for_a_while(patience))
        except Refusal as refusal:
            _log.warning("no backup at closing: %s", refusal.sentence.message)
        except (OSError, SQLAlchemyError, engine_errors()) as problem:
            _log.warning("no backup at closing: %s", problem)

    def keep_after_command(self) -> None:
        """Keep a copy after a command, where the newest is old and it takes but a moment."""
        path = self._database.path
        try:
            if path is None or path.stat().st_size > _CHEAP_BYTES:
                return
            last = self.newest() or self._first_written()
        except (OSError, Refusal):
            return  # what the command did is saved, and what is wrong is for the next one to say
        age = (self._clock.now() - last).total_seconds() if last else 0
        # A copy of a time to come was made by a wrong clock: nobody knows how old it is.
        if (last and is_ahead(last, self._clock.now())) or age > _NEW_ENOUGH_SECONDS:
            self.keep_at_close()

    def before_import(self, step: Step = backup.nobody_looks) -> None:
        """Keep a copy before a list is taken in; where it fails, that is told and no obstacle."""
        self._keep_before(BEFORE_IMPORT, step)

    def before_merge(self, step: Step = backup.nobody_looks) -> None:
        """Keep a copy before data of another laptop comes in."""
        self._keep_before(BEFORE_MERGE, step)

    def before_restore(self, step: Step = backup.nobody_looks) -> None:
        """Keep a copy before the workspace goes back to an earlier one."""
        self._keep_before(BEFORE_RESTORE, step)

    def is_current(self) -> bool:
        """Say whether the newest copy holds all that was ever written."""
        path = self._database.path
        copies = newest_first(kept(path), self._clock.now()) if path else []
        with self._database.read() as reader:
            written = vector(reader.connection())
        if not any(written.values()):
            return True  # nothing was entered, so nothing can be lost
        try:
            return bool(copies) and dict(contents_of(copies[0].path).seen) == written
        except (Refusal, OSError):
            return False

    def newest(self) -> datetime | None:
        """Give when the newest copy beside the workspace was made (UTC); None without one."""
        path = self._database.path
        copies = newest_first(kept(path), self._clock.now()) if path else []
        return copies[0].at if copies else None

    def known(self) -> list[Kept]:
        """Give each copy beside the workspace and in the second place, newest first."""
        return known_of(self._database.path) if self._database.path else []

    def second(self) -> SecondPlace | None:
        """Give the second place that was chosen, whether it is there or not."""
        path = self._database.path
        return backup_second.chosen(path) if path else None

    def choose_second(self, folder: Path | None) -> SecondPlace | None:
        """Have copies brought to this folder as well, or to none any more."""
        path = self._path()
        if folder is None:
            backup_second.forget(path)
            return None
        return backup_second.choose(path, folder)

    def bring_to_second(self, step: Step = backup.nobody_looks) -> int:
        """Bring to the second place what it lacks, if it is there; give how many copies."""
        path, second = self._database.path, self.second()
        if path is None or second is None or not second.is_there:
            return 0
        return backup_second.bring(path, second, self._clock.now(), step)

    def _keep_before(self, why: str, step: Step) -> None:
        if self._database.path is None:
            return
        try:
            self.keep(why, step)
        except Cancelled:
            raise
        except Refusal as refusal:
            _log.warning("no backup (%s): %s", why, refusal.sentence.message)
            self._changes.announce([BackupFailed(refusal)])

    def _first_written(self) -> datetime | None:
        with self._database.read() as reader:
            clock = first_written(reader.connection())
        return datetime.fromtimestamp(clock_ms(clock) / 1000, UTC) if clock else None

    def _path(self) -> Path:
        if self._database.path is None:
            raise Refusal(NO_COPY)
        return self._database.path
