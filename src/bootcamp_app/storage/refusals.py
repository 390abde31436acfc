"""What the engines say when they cannot, in words that say what to do."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, OperationalError

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.core.files import is_disk_gone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY = ("locked", "busy")
_ROOM_TO_READ = 64 * 1024
"""So many bytes of a disk an engine needs, about, also to read."""


@contextmanager
def refusing(path: Path | None, *, is_writing: bool = False) -> Iterator[None]:
    """Turn a failing disk, lock or server into a refusal; programming errors stay as they are.

    Who writes waits for who writes; reading is kept off only by a program that holds the file.
    """
    try:
        with refusing_damage(path):
            yield
    except OperationalError as problem:
        # SQLite calls a missing table or column operational too; that is a bug of ours.
        if getattr(problem.orig, "sqlite_errorname", "") == "SQLITE_ERROR":
            raise
        if is_writing and path and is_busy(problem):
            raise _busy(path) from problem
        raise _refusal(str(problem.orig), path) from problem


@contextmanager
def refusing_damage(path: Path | None) -> Iterator[None]:
    """Turn what the engine finds broken in a file into a refusal, and nothing else."""
    try:
        yield
    except DBAPIError as problem:
        if "malformed" in str(problem.orig) or "not a database" in str(problem.orig):
            # The engine takes what a stick no longer gives for damage, too; a backup would be
            # gone back to, and the work since be lost.
            is_gone = path is not None and is_disk_gone(path.absolute().parent)
            raise (_silent(path) if path and is_gone else _damaged(path)) from problem
        raise


def is_busy(problem: DBAPIError) -> bool:
    """Say whether another process is writing to the file at this moment."""
    return any(word in str(problem.orig) for word in _BUSY)


def _busy(path: Path) -> NotSaved:
    return NotSaved(
        "Not saved: somebody is writing a lot to “{name}” right now. Wait a moment, then try "
        "again.",
        name=path.name,
    )


def _refusal(said: str, path: Path | None) -> NotSaved:
    if path is None:
        return NotSaved(
            "Not saved: the shared workspace does not answer. Check the network cable and the "
            "server, then try again."
        )
    if any(word in said for word in _BUSY):
        return NotSaved(
            "Not saved: another program is using “{name}”. Close it there, then try again.",
            name=path.name,
        )
    if "full" in said or _is_full(path):
        return NotSaved(
            "Not saved: the disk is full. Free some space, then try again; nothing that was "
            "saved before is lost."
        )
    if "readonly" in said or "read-only" in said:
        return NotSaved(
            "Not saved: “{name}” is read-only now. Make it writable, then try again.",
            name=path.name,
        )
    return _silent(path)


def _is_full(path: Path) -> bool:
    """Say whether not even the index of a log finds room, which the engine calls an I/O error."""
    try:
        return shutil.disk_usage(path.absolute().parent).free < _ROOM_TO_READ
    except OSError:
        return False


def _silent(path: Path) -> NotSaved:
    return NotSaved(
        "Not saved: the disk with “{name}” does not answer. Check that it is plugged in and "
        "sound, then try again.",
        name=path.name,
    )


def _damaged(path: Path | None) -> NotSaved:
    return NotSaved(
        "The file “{name}” is damaged. Restore the newest backup; the damaged file is kept.",
        name=path.name if path else "PostgreSQL",
    )
