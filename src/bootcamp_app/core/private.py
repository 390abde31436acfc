"""Folders for what nobody else may look into while it is made, and which no crash leaves for long.

Whoever makes one holds a lock in it, and the system takes the lock back when its process ends in
whatever way. So what a process left that was killed is known at once, and removed.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from bootcamp_app.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAME = re.compile(r"\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.private")
_LOCK = "lock"
_JUST_MADE = 60
"""Seconds for which a folder may be without its lock: it is made in two steps."""


@contextmanager
def private_folder(beside: Path) -> Iterator[Path]:
    """Give a new folder that only this person may look into; it is gone when the block ends."""
    folder = beside / f".{new_id()}.private"
    folder.mkdir(mode=0o700)
    try:
        with (folder / _LOCK).open("wb") as lock:
            # A file system without locks has the age of the folder to go by.
            with suppress(OSError):
                _hold(lock)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_private(beside: Path) -> None:
    """Remove what processes left that were killed; what one is working in stays."""
    with suppress(OSError):
        for folder in beside.iterdir():
            if _NAME.fullmatch(folder.name) and not folder.is_symlink() and not _is_used(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_used(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("r+b") as lock:
            _hold(lock)
    except FileNotFoundError:
        return abs(time.time() - folder.stat().st_mtime) < _JUST_MADE
    except OSError:
        return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
