"""Copies of a workspace that were read back before they count."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import is_disk_gone, part_of, settle, settle_names, sweep
from bootcamp_app.storage import devices
from bootcamp_app.storage.backup_contents import told_by
from bootcamp_app.storage.backup_names import folder_of, kept, name_of
from bootcamp_app.storage.engines import connect, engine_errors, plain_connection

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.storage.backup_contents import Contents

    Step = Callable[[int, int], None]

_PAGES = 256
"""So many pages are copied before anybody may stop it: a megabyte."""
_COPIED, _WHOLE = 80, 100
"""Of all the work, how much is copying; reading back is the rest."""


def nobody_looks(done: int, of: int) -> None:
    """Take no notice of how far the work is."""


def keep(path: Path, why: str, now: datetime, step: Step = nobody_looks) -> Path:
    """Keep a verified copy in the folder `backups` beside the workspace; give its path."""
    folder = folder_of(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise not_written(folder) from problem
    for swept in (folder, folder.parent):
        sweep(swept)
    # Names have seconds. Of two of one second nobody could say which is the newer.
    taken = {one.at for one in kept(path)}
    moments = (now.replace(microsecond=0) + timedelta(seconds=later) for later in count())
    at = next(moment for moment in moments if moment not in taken)
    return copy_verified(path, folder / name_of(path, at, why), step)


def copy_verified(path: Path, target: Path, step: Step = nobody_looks) -> Path:
    """Copy a workspace while it may be in use; the target appears only when it is sound."""
    part = part_of(target)
    try:
        held = copied(path, part, step)
        _mark_as_copy(part)
        settle(part)
        refuse_unless_it_holds(part, held)
        step(_WHOLE, _WHOLE)
        part.replace(target)
        settle_names(target.parent)
    except (OSError, engine_errors()) as problem:
        raise not_written(target) from problem
    finally:
        remove(part)
    return target


def copied(path: Path, part: Path, step: Step = nobody_looks, *, is_used: bool = True) -> Contents:
    """Copy one moment of a file page by page; give what it held at that moment.

    Whoever writes meanwhile is not kept off, and what they write is not in the copy. A file that
    nobody uses is not changed by one byte.
    """
    part.touch()
    with (
        closing(_opened(path, is_used=is_used)) as source,
        closing(plain_connection(part)) as target,
    ):
        try:
            # What is read in this transaction stays that moment, so the copy never begins anew.
            source.execute("BEGIN")
            held = told_by(source)
            target.execute("PRAGMA synchronous=OFF")  # synced once, when it is whole
            source.backup(target, pages=_PAGES, progress=_told(step), sleep=0)
            # As one file, which needs none beside it; a stick may be write-protected later.
            target.execute("PRAGMA journal_mode=OFF")
        except source.DatabaseError as problem:
            raise _said(path, problem) from problem
    return held


def refuse_unless_it_holds(part: Path, held: Contents) -> None:
    """Raise a Refusal where a copy is not sound or holds something else than it should."""
    if not faults_of(part):
        with closing(connect(part, read_only=True)) as connection:
            if told_by(connection) == held:
                return
    raise Refusal(
        "The copy could not be read back, so it was not kept. The workspace may be "
        "damaged: run “doctor”."
    )


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


def is_sound(path: Path) -> bool:
    """Say whether a copy is there, can be read, and has no fault."""
    try:
        return not faults_of(path)
    except (OSError, engine_errors()):
        return False


def remove(part: Path) -> None:
    """Remove what is not to become a file, with what SQLite may have put beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        # Where a stick was pulled out, nothing lies any more.
        with suppress(OSError):
            part.with_name(part.name + ending).unlink()


def not_written(target: Path) -> Refusal:
    """Give what to say where the disk did not take a copy."""
    return Refusal(
        "The copy could not be written to “{name}”. Check the space on the disk or stick and "
        "whether the workspace is in use, then try again.",
        name=target.name,
    )


def _told(step: Step) -> Callable[[int, int, int], None]:
    def tell(_status: int, remaining: int, total: int) -> None:
        step(_COPIED * (total - remaining) // max(total, 1), _WHOLE)

    return tell


def _mark_as_copy(part: Path) -> None:
    # Put back by hand under the old name, it must not count on as the device that it was.
    with closing(plain_connection(part)) as connection:
        for pragma in ("synchronous=OFF", "journal_mode=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("UPDATE local_device SET home = ?", (devices.NOWHERE,))


def _opened(path: Path, *, is_used: bool) -> Any:  # noqa: ANN401 - the driver is untyped
    try:
        return connect(path, read_only=not is_used)
    except engine_errors() as problem:
        raise _said(path, problem) from problem


def _said(path: Path, problem: Exception) -> Exception:
    is_broken = any(word in str(problem) for word in ("malformed", "not a database"))
    if is_broken and not is_disk_gone(path.absolute().parent):
        return Refusal(
            "The file “{name}” is damaged. Restore the newest backup; the damaged file is kept.",
            name=path.name,
        )
    return OSError(str(problem))
