"""Whether a file may be opened at all, decided without changing one byte of it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import HEADER_BYTES, has_mark
from bootcamp_app.storage.engines import connect, engine_errors, log_of
from bootcamp_app.storage.migrations import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOURNAL_MODE, _WITH_LOG = 19, 2
_OWNER_MAY_WRITE = 0o200


def refuse_unless_ours(path: Path, *, will_write: bool = True) -> None:
    """Raise a Refusal where the file is not a whole workspace that this version can write.

    Who only reads takes one from a stick that is write-protected, too.
    """
    header = _header(path)
    if not header:
        raise Refusal(
            "The file “{name}” is empty. Restore the newest backup, or choose another file.",
            name=path.name,
        )
    if not has_mark(header):
        raise Refusal(
            "The file “{name}” is not a Bootcamp Desk workspace. Choose another file.",
            name=path.name,
        )
    try:
        _refuse_cut_off(path, header)
        if header[_JOURNAL_MODE] != _WITH_LOG and _has_log(path):
            # A copy has no log. One that lies beside it was another file's, which it replaced.
            raise damaged_or_used(path)
        if will_write:
            _refuse_read_only(path)
        _refuse_newer(path, _schema_of(path))
    except (OSError, engine_errors()) as problem:
        # Its stick was pulled out since it began to be looked at.
        raise unreadable(path) from problem


def is_writable(path: Path) -> bool:
    """Say whether this file or folder may be changed; root does not outrank a read-only mark."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & _OWNER_MAY_WRITE)


def was_opened(path: Path) -> bool:
    """Say whether a workspace was opened since it was copied: a copy as it was made has no log."""
    return _header(path)[_JOURNAL_MODE] == _WITH_LOG or log_of(path).exists()


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except FileNotFoundError as problem:
        raise Refusal(
            "The file “{name}” is not there. Check its name and folder, and whether its stick is "
            "in.",
            name=path.name,
        ) from problem
    except OSError as problem:
        raise unreadable(path) from problem


def _number(header: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(header[at : at + size], "big")


def _refuse_cut_off(path: Path, header: bytes) -> None:
    page_size = _number(header, 16, 2)
    expected = (65536 if page_size == 1 else page_size) * _number(header, 28)
    # A write-ahead log beside it may still hold pages that the file does not have yet.
    if path.stat().st_size < expected and not log_of(path).exists():
        raise Refusal(
            "The file “{name}” is cut off: part of it is missing. Restore the newest backup; "
            "this file was left as it is.",
            name=path.name,
        )


def _refuse_read_only(path: Path) -> None:
    if not is_writable(path) or not is_writable(path.absolute().parent):
        raise Refusal(
            "The file “{name}” or its folder is read-only, so nothing could be saved. "
            "Copy it to a folder where you may write and open it there.",
            name=path.name,
        )


def _schema_of(path: Path) -> int:
    """Ask the file through a connection that cannot write: the log may be ahead of the header."""
    with _untouched(path) as place:
        connection = connect(place, read_only=True)
        try:
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            # A log of another file, or of a later state of this one, would be written into it.
            sound = not _has_log(place) or _is_sound(connection)
        except connection.DatabaseError as problem:
            raise damaged_or_used(path) from problem
        finally:
            connection.close()
    if not sound:
        raise damaged_or_used(path)
    return schema


@contextmanager
def _untouched(path: Path) -> Iterator[Path]:
    """Give where to look: the file, or a copy where looking would leave an index beside it."""
    index = path.with_name(path.name + "-shm")
    if not log_of(path).exists() or index.exists():
        yield path
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "looked-at"
        shutil.copyfile(path, copy)
        shutil.copyfile(log_of(path), log_of(copy))
        yield copy


def _has_log(path: Path) -> bool:
    return log_of(path).exists() and log_of(path).stat().st_size > 0


def _is_sound(connection: Any) -> bool:  # noqa: ANN401 - the driver is untyped
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def unreadable(path: Path) -> Refusal:
    """Give what to say of a file that the disk does not give."""
    return Refusal(
        "The file “{name}” cannot be read. Check the disk and who may open the file.",
        name=path.name,
    )


def damaged_or_used(path: Path) -> Refusal:
    """Give what to say of a file that SQLite cannot read."""
    return Refusal(
        "The file “{name}” is damaged or in use by another program. Close other programs "
        "and try again; if it stays so, restore the newest backup.",
        name=path.name,
    )


def _refuse_newer(path: Path, schema: int) -> None:
    if schema > SCHEMA:
        raise Refusal(
            "The file “{name}” was written by a newer version of Bootcamp Desk. Install that "
            "version to open it.",
            name=path.name,
        )
