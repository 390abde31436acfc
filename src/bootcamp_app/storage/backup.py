"""Copies of a workspace that were read back before they count, and the way back from one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.storage import devices
from bootcamp_app.storage.engines import connect, sqlite_engine
from bootcamp_app.storage.files import refuse_unless_ours

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def keep(path: Path, why: str, now: datetime) -> Path:
    """Keep a verified copy in the folder `backups` beside the workspace; give its path."""
    folder = path.absolute().parent / "backups"
    folder.mkdir(exist_ok=True)
    return copy_verified(path, folder / f"{path.stem}-{now:%Y%m%d-%H%M%S}-{why}{path.suffix}")


def copy_verified(path: Path, target: Path) -> Path:
    """Copy a workspace while it may be in use; the target appears only when it is sound."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        _vacuum_into(path, part)
        faults = faults_of(part)
        if faults:
            raise Refusal(
                "The copy could not be read back, so it was not kept. The workspace may be "
                "damaged: run “doctor”."
            )
        part.replace(target)
    except OSError as problem:
        raise Refusal(
            "The copy could not be written to “{name}”. Check the space and the stick.",
            name=target.name,
        ) from problem
    finally:
        part.unlink(missing_ok=True)
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
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(backup, part)
        engine = sqlite_engine(part)
        devices.renew(engine, now)
        engine.dispose()
        aside = _set_aside(path, now)
        part.replace(path)
    finally:
        for leftover in part.parent.glob(f"{part.name}*"):
            leftover.unlink(missing_ok=True)
    return aside


def _vacuum_into(path: Path, target: Path) -> None:
    connection = connect(path)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except connection.DatabaseError as problem:
        raise Refusal(
            "The copy could not be written. Check the space on the disk and whether the "
            "workspace is in use, then try again."
        ) from problem
    finally:
        connection.close()


def _set_aside(path: Path, now: datetime) -> Path | None:
    aside = None
    for old in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if old.exists():
            kept = old.with_name(f"{old.name}.replaced-{now:%Y%m%d-%H%M%S}")
            old.rename(kept)
            aside = aside or kept
    return aside
