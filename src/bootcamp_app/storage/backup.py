"""Copies of a workspace that were read back before they count, and the way back from one."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.storage import devices
from bootcamp_app.storage.engines import WRITES, connect, empty_log, log_of, sqlite_engine
from bootcamp_app.storage.files import refuse_unless_ours
from bootcamp_app.storage.journal import LocalDeviceRow
from bootcamp_app.storage.refusals import refusing_damage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AUTOMATIC = "auto"
"""Why a copy was kept where nobody asked for it."""

MOST_AUTOMATIC = 20
_STAMP = "%Y%m%d-%H%M%S"


def keep(path: Path, why: str, now: datetime) -> Path:
    """Keep a verified copy in the folder `backups` beside the workspace; give its path."""
    folder = _folder_of(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise _not_written(folder) from problem
    return copy_verified(path, folder / f"{path.stem}-{now:{_STAMP}}-{why}{path.suffix}")


def forget_old(path: Path) -> None:
    """Delete the oldest automatic copies of a workspace, past the newest 20."""
    made = sorted((at, copy) for at, why, copy in _kept(path) if why == AUTOMATIC)
    for _at, copy in made[:-MOST_AUTOMATIC]:
        # One that is open elsewhere is deleted another day.
        with suppress(OSError):
            copy.unlink()


def newest(path: Path) -> datetime | None:
    """Give when the newest kept copy of a workspace was made, for whatever reason (UTC)."""
    return max((at for at, _why, _copy in _kept(path)), default=None)


def kept(path: Path) -> list[tuple[datetime, Path]]:
    """Give when each kept copy of a workspace was made (UTC) and where it lies, newest first."""
    return sorted(((at, copy) for at, _why, copy in _kept(path)), reverse=True)


def copy_verified(path: Path, target: Path) -> Path:
    """Copy a workspace while it may be in use; the target appears only when it is sound."""
    part = target.with_name(f"{new_id()}.part")
    try:
        with refusing_damage(path):
            _vacuum_into(path, part)
        _mark_as_copy(part)
        if faults_of(part):
            raise Refusal(
                "The copy could not be read back, so it was not kept. The workspace may be "
                "damaged: run “doctor”."
            )
        part.replace(target)
    except (OSError, DBAPIError) as problem:
        raise _not_written(target) from problem
    finally:
        _remove(part)
    return target


def faults_of(path: Path) -> list[str]:
    """Give what SQLite finds wrong in a file, page by page; nothing means sound."""
    if not path.stat().st_size:
        return ["empty"]
    connection = connect(path, read_only=True)
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    except connection.DatabaseError as problem:
        found = [str(problem)]
    finally:
        connection.close()
    return [fault for fault in found if fault != "ok"]


def restore(backup: Path, path: Path, now: datetime) -> Path | None:
    """Make the workspace what a backup holds, as a new device; give where the old file is kept.

    The old file and its log are moved aside, never overwritten.
    """
    refuse_unless_ours(backup)
    if faults_of(backup):
        raise Refusal("The backup “{name}” is damaged too. Choose an older one.", name=backup.name)
    part = path.with_name(f"{new_id()}.part")
    try:
        _copy_with_log(backup, part)
        engine = sqlite_engine(part)
        devices.renew(engine, now)
        empty_log(engine)
        engine.dispose()
        _must_not_be_in_use(path)
        aside = _set_aside(path, now)
        part.replace(path)
    except (OSError, DBAPIError) as problem:
        raise _not_written(path) from problem
    finally:
        _remove(part)
    return aside


def _folder_of(path: Path) -> Path:
    return path.absolute().parent / "backups"


def _kept(path: Path) -> Iterator[tuple[datetime, str, Path]]:
    """Give when and why each copy of a workspace was kept, and where it lies."""
    named = re.compile(
        rf"{re.escape(path.stem)}-(\d{{8}}-\d{{6}})-([a-z-]+){re.escape(path.suffix)}"
    )
    folder = _folder_of(path)
    for copy in folder.iterdir() if folder.is_dir() else ():
        if match := named.fullmatch(copy.name):
            with suppress(ValueError):
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                yield at, match[2], copy


def _must_not_be_in_use(path: Path) -> None:
    """Raise a Refusal where another program has the file open: its next scan would be lost."""
    if not path.exists():
        return
    connection = connect(path)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except connection.DatabaseError as problem:
        if "locked" not in str(problem):
            return  # a damaged file is just what is to be replaced
        raise Refusal(
            "“{name}” is open in another window or program. Close it there, then restore.",
            name=path.name,
        ) from problem
    finally:
        connection.close()


def _vacuum_into(path: Path, target: Path) -> None:
    engine = sqlite_engine(path)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # a VACUUM runs outside of a transaction
            connection.exec_driver_sql("PRAGMA query_only=OFF")
            connection.exec_driver_sql("VACUUM INTO ?", (str(target),))
            connection.exec_driver_sql("BEGIN")
    finally:
        engine.dispose()


def _mark_as_copy(part: Path) -> None:
    # Put back by hand under the old name, it must not count on as the device that it was.
    engine = sqlite_engine(part)
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        connection.execute(update(LocalDeviceRow).values(home=devices.NOWHERE))
    empty_log(engine)
    engine.dispose()


def _copy_with_log(path: Path, target: Path) -> None:
    shutil.copyfile(path, target)
    if log_of(path).exists():
        shutil.copyfile(log_of(path), log_of(target))


def _set_aside(path: Path, now: datetime) -> Path | None:
    if not path.exists():
        return None
    name = f"{path.name}.replaced-{now:%Y%m%d-%H%M%S}"
    numbered = (path.with_name(f"{name}-{number}") for number in count(1))
    aside = next(place for place in numbered if not place.exists())
    for ending in ("-wal", "-shm", ""):
        old = path.with_name(path.name + ending)
        if old.exists():
            # Under the same name with its ending, so that the log still belongs to the file.
            old.rename(aside.with_name(aside.name + ending))
    return aside


def _remove(part: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _not_written(target: Path) -> Refusal:
    return Refusal(
        "The copy could not be written to “{name}”. Check the space on the disk or stick and "
        "whether the workspace is in use, then try again.",
        name=target.name,
    )
