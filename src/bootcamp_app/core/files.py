"""Files that are whole under their name, or not there."""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.open_here import is_open_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_PART = re.compile(r"\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part(-wal|-shm|-journal)?")
_GONE = frozenset((errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT))
"""What a system says of a disk that was pulled out."""
_LEFT = 600
"""Seconds after which nobody writes a part any more."""
APPLICATION_ID = 0x4243444B
"""What a workspace file says of itself in its header."""
HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"


@contextmanager
def whole_file(target: Path, *, may_be_workspace: bool = False) -> Iterator[Path]:
    """Give a path to write to; it becomes the target when the block ends well.

    Where the block fails, or the disk does, the target stays as it was and nothing is left. A
    workspace is never replaced, unless the caller has looked at it.
    """
    part = part_of(target)
    if not may_be_workspace:
        _refuse_workspace(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A folder that takes no file says so before the work.
        part.touch()
        disk = _disk_of(part)
        part.unlink()
        yield part
        settle(part)
        if _disk_of(part) != disk:
            # Where a stick is usually found there is a folder of the laptop, once it is out.
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        if not may_be_workspace:
            _refuse_workspace(target)  # it may have been made since
        part.replace(target)
        # A stick is pulled out as soon as the file is said to be there.
        settle_names(target.parent)
    except OSError as problem:
        if _PART.fullmatch(target.name):
            raise  # whoever writes the whole of which this is a part knows its name
        raise Refusal(
            "“{name}” could not be written. Check that the folder exists, that you may write "
            "there and that the disk has space, then try again.",
            name=target.name,
        ) from problem
    finally:
        # Under a name that cannot be, nothing lies and nothing can be removed.
        with suppress(OSError):
            part.unlink()


def is_workspace(path: Path) -> bool:
    """Say whether a workspace file lies there, or a copy of one."""
    # One that is open here is not looked into: that would take its locks away.
    if is_open_here(path):
        return True
    try:
        with path.open("rb") as file:
            return has_mark(file.read(HEADER_BYTES))
    except OSError:
        return False


def has_mark(header: bytes) -> bool:
    """Say whether a file that begins so is a workspace."""
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def replaces_workspace(target: Path) -> Refusal:
    """Give what to say where something else was to be written over a workspace."""
    return Refusal(
        "“{name}” is a workspace with work in it and is not replaced. Choose another name for "
        "the file.",
        name=target.name,
    )


def _disk_of(part: Path) -> int:
    return part.stat().st_dev


def _refuse_workspace(target: Path) -> None:
    if is_workspace(target):
        raise replaces_workspace(target)


def make_folder(folder: Path) -> None:
    """Have a folder there with those around it; one that cannot be is refused in words."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refusal(
            "The folder “{name}” cannot be made. Choose another one.", name=folder.name
        ) from problem


def sweep(folder: Path) -> None:
    """Remove what writers left in a folder that were killed; what is being written now stays."""
    with suppress(OSError):
        for part in folder.iterdir():
            # A file of a time to come was left before the clock was set back.
            if _PART.fullmatch(part.name) and abs(time.time() - part.stat().st_mtime) > _LEFT:
                part.unlink()


def part_of(target: Path) -> Path:
    """Give where to write what becomes the target; `sweep` removes it where its writer was killed.

    Not the name with an ending: a long Khmer name has no byte to spare.
    """
    return target.with_name(f".{new_id()}.part")


def settle_names(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where the system can.

    Raises an OSError where its disk is gone.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as problem:
        # Windows opens no folder, and some sticks sync none; the files themselves are synced.
        if problem.errno in _GONE:
            raise


def is_disk_gone(folder: Path) -> bool:
    """Say whether the disk with a folder does not answer, as where a stick was pulled out."""
    try:
        settle_names(folder)
    except OSError:
        return True
    return False


def settle(part: Path) -> None:
    """Have what was written into a file survive a power cut."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
