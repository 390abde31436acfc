"""Which workspace files this process has open: nobody may look into those as into a plain file.

Closing any handle on a file takes back every lock that the process has on it, and SQLite's are
such locks (fcntl on Linux and macOS). Other programs would then write while we do.
"""

from __future__ import annotations

from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_Key = tuple[int, int]
_OPEN: Final[Counter[_Key]] = Counter()
_GUARD: Final = Lock()


def opened(path: Path) -> None:
    """Note that a workspace is open from now on."""
    with _GUARD:
        _OPEN[_key(path)] += 1


def closed(path: Path) -> None:
    """Note that it was closed, once for each time that it was opened."""
    try:
        key = _key(path)
    except OSError:
        return  # it was moved away meanwhile, and its locks with it
    with _GUARD:
        _OPEN[key] -= 1


def is_open_here(path: Path) -> bool:
    """Say whether this process has that workspace open, under whatever name."""
    try:
        key = _key(path)
    except OSError:
        return False
    with _GUARD:
        return _OPEN[key] > 0


def _key(path: Path) -> _Key:
    told = path.stat()
    return told.st_dev, told.st_ino
