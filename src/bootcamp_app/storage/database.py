"""The workspace: opened safely, read at one moment, written durably or not at all."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from bootcamp_app.core import open_here
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.private import sweep_private
from bootcamp_app.storage import backup, devices, migrating
from bootcamp_app.storage.backup_names import BEFORE_UPDATE, kept
from bootcamp_app.storage.backup_targets import make_way, refuse_to_lose
from bootcamp_app.storage.creating import create_file
from bootcamp_app.storage.engines import WRITES, empty_log, postgresql_engine, sqlite_engine
from bootcamp_app.storage.files import refuse_unless_ours, unreadable
from bootcamp_app.storage.refusals import is_busy, refusing
from bootcamp_app.storage.work import Reader, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine, RootTransaction

    from bootcamp_app.core.changes import Changes
    from bootcamp_app.core.clock import Clock

_PAUSE = 0.05
NO_COPY = N_("A shared PostgreSQL workspace is backed up with PostgreSQL's own tools.")


@dataclass(frozen=True)
class Parts:
    """What a workspace needs from outside: the time, who to tell, and who is at the desk."""

    clock: Clock
    changes: Changes
    operator: str = ""


@dataclass(frozen=True)
class WritingWaits:
    """Something is not saved as yet, because another process writes so much; it is tried again."""


class Database:
    """One workspace: a file, or a PostgreSQL database that laptops share."""

    def __init__(self, engine: Engine, parts: Parts, path: Path | None = None) -> None:
        self.path = path
        self._engine = engine
        self._clock = parts.clock
        self._changes = parts.changes
        self._operator = parts.operator
        self._is_closed = False

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a session that sees one moment and cannot write."""
        with (
            refusing(self.path),
            self._engine.connect() as connection,
            connection.begin(),
            Reader(bind=connection, autoflush=False) as reader,
        ):
            yield reader

    @contextmanager
    def write(self, *, patience: int = 0) -> Iterator[Work]:
        """Give a work; when the block ends it is durable, and only then are its facts announced.

        An exception inside, or a disk that fails, leaves everything as it was. While another
        process writes, this waits, for so many seconds more with patience.
        """
        if self._is_closed:
            raise Refusal("This workspace was closed. Open it again, then repeat the last step.")
        now_ms = int(self._clock.now().timestamp() * 1000)
        with (
            refusing(self.path, is_writing=True),
            self._engine.connect().execution_options(**WRITES) as connection,
            self._begin(connection, patience),
            Work(connection, who=self._operator, now_ms=now_ms) as work,
        ):
            yield work
            work.close_books()
        for act, facts in work.announced():
            self._changes.announce(facts, act)

    def _begin(self, connection: Connection, patience: int) -> RootTransaction:
        try:
            return connection.begin()
        except OperationalError as problem:
            if not patience or not is_busy(problem):
                raise
        self._changes.announce([WritingWaits()])
        until = monotonic() + patience
        while True:
            sleep(_PAUSE)
            try:
                return connection.begin()
            except OperationalError as problem:
                if not is_busy(problem) or monotonic() >= until:
                    raise

    def back_up(self, target: Path, step: backup.Step = backup.nobody_looks) -> Path:
        """Write a verified copy of a file workspace to the target, whole or not at all.

        It replaces an older copy of this workspace, and no file that somebody works in.
        """
        if self.path is None:
            raise Refusal(NO_COPY)
        with refusing(self.path):
            refuse_to_lose(target, self.path)
            make_way(target)
            return backup.copy_verified(self.path, target, step)

    def sign_as(self, operator: str) -> None:
        """Write another name beside every later change."""
        self._operator = operator

    def checkpoint(self) -> None:
        """Move the log into the file, so that copying the file alone copies everything."""
        if self.path is not None:
            with refusing(self.path):
                empty_log(self._engine)

    def close(self) -> None:
        """Bring the file up to date and let it go."""
        if self.path is not None and not self._is_closed:
            open_here.closed(self.path)
        self._is_closed = True
        # Where another process is writing, what is acknowledged is safe in the log.
        with suppress(Refusal):
            self.checkpoint()
        self._engine.dispose()


def open_database(place: str | Path, parts: Parts) -> Database:
    """Open a workspace, or make it where there is none; bring an older one up to date.

    Raises a Refusal, and leaves the file byte for byte as it was, where it is newer, not
    ours, empty, cut off, read-only or locked.
    """
    if is_address(place):
        return _open_shared(str(place), parts)
    return _open_file(Path(place), parts)


def is_address(place: str | Path) -> bool:
    """Say whether a place is the address of a shared workspace and not a file."""
    return isinstance(place, str) and "://" in place


def _open_file(path: Path, parts: Parts) -> Database:
    if not path.exists():
        _refuse_lost(path)
        create_file(path)
    if not open_here.is_open_here(path):
        refuse_unless_ours(path)
    sweep_private(path.absolute().parent)
    engine = sqlite_engine(path)
    with refusing(path), _let_go_on_failure(engine):
        if migrating.is_behind(engine):
            backup.keep(path, BEFORE_UPDATE, parts.clock.now())
            migrating.migrate(engine)
        devices.settle(engine, devices.home_of(path), parts.clock.now())
        try:
            open_here.opened(path)
        except OSError as problem:
            raise unreadable(path) from problem
    return Database(engine, parts, path)


def _refuse_lost(path: Path) -> None:
    """Raise a Refusal where a new workspace would look as if all work in the old one were gone."""
    copies = kept(path)
    if copies:
        raise Refusal(
            "“{name}” is not there any more, but its backups are. Restore the newest, “{copy}”. "
            "To begin anew under this name, put the backups into another folder first.",
            name=path.name,
            copy=copies[0].path.name,
        )


def _open_shared(url: str, parts: Parts) -> Database:
    try:
        if not url.startswith("postgresql"):
            raise ArgumentError(url.partition(":")[0])
        engine = postgresql_engine(make_url(url))
    except ArgumentError as problem:
        raise Refusal(
            "The address of the shared workspace is not one. It looks like "
            "postgresql+psycopg://name@host/database."
        ) from problem
    sweep_private(Path(gettempdir()))
    with refusing(None), _let_go_on_failure(engine):
        _refuse_foreign(engine)
        migrating.migrate(engine)
        devices.settle(engine, devices.home_of_server(engine), parts.clock.now())
    return Database(engine, parts)


def _refuse_foreign(engine: Engine) -> None:
    if migrating.is_strange(engine):
        raise Refusal(
            "This shared database belongs to another program. Give Bootcamp Desk an empty one."
        )
    if migrating.is_newer(engine):
        raise Refusal(
            "This shared workspace was updated by a newer version of Bootcamp Desk. Install that "
            "version to open it."
        )


@contextmanager
def _let_go_on_failure(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise
