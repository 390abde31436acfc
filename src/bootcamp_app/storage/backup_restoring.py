"""The way back from a copy: to a new file, or in place of the present one, which is kept aside."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.files import part_of, settle, settle_names, sweep
from bootcamp_app.storage import devices
from bootcamp_app.storage.backup import (
    copied,
    faults_of,
    nobody_looks,
    not_written,
    refuse_unless_it_holds,
    remove,
)
from bootcamp_app.storage.backup_names import short_stem
from bootcamp_app.storage.backup_targets import make_way
from bootcamp_app.storage.engines import connect, empty_log, engine_errors, log_of, sqlite_engine
from bootcamp_app.storage.files import refuse_unless_ours

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.storage.backup import Step

_STAMP = "%Y%m%d-%H%M%S"
_ENDINGS = ("-wal", "-shm", "")


def restore(copy: Path, path: Path, now: datetime, step: Step = nobody_looks) -> Path | None:
    """Make the workspace what a copy holds, as a new device; give where the old file is kept.

    The old file and its log are kept aside, never overwritten.
    """
    part = prepared(copy, path, now, step)
    return put_in_place(part, path, now)


def restore_as_new(copy: Path, target: Path, now: datetime, step: Step = nobody_looks) -> Path:
    """Make a new workspace of what a copy holds; a file that is there already is refused."""
    _refuse_taken(target)
    part = prepared(copy, target, now, step)
    try:
        _refuse_taken(target)
        make_way(target)
        part.replace(target)
        settle_names(target.parent)
    except OSError as problem:
        raise not_written(target) from problem
    finally:
        remove(part)
    return target


def new_name(path: Path, now: datetime) -> Path:
    """Give a name beside a workspace under which a restored one is new."""
    stem = short_stem(path)
    named = (f"{stem} {now:%Y-%m-%d %H-%M}{more}{path.suffix}" for more in _numbered())
    return next(one for one in map(path.with_name, named) if not one.exists())


def prepared(copy: Path, path: Path, now: datetime, step: Step = nobody_looks) -> Path:
    """Give a verified workspace as a new device, beside the one whose place it may take."""
    refuse_unless_ours(copy, will_write=False)
    part = part_of(path)
    try:
        sweep(path.absolute().parent)
        try:
            held = copied(copy, part, step, is_used=log_of(copy).exists())
            refuse_unless_it_holds(part, held)
        except Cancelled:
            raise
        except Refusal as refusal:
            raise _damaged_too(copy) from refusal
        engine = sqlite_engine(part)
        try:
            devices.renew(engine, now)
            empty_log(engine)
        finally:
            engine.dispose()
        settle(part)
    except (OSError, DBAPIError, engine_errors()) as problem:
        remove(part)
        raise not_written(path) from problem
    except BaseException:
        remove(part)
        raise
    return part


def put_in_place(part: Path, path: Path, now: datetime) -> Path | None:
    """Put what is prepared in the place of a workspace; give where the old file is kept."""
    try:
        make_way(path)
        aside = _kept_aside(path, now)
        # What the old file lacked is in it by now, or lies aside; the new one has no log as yet.
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        part.replace(path)
        settle_names(path.absolute().parent)
    except OSError as problem:
        raise not_written(path) from problem
    finally:
        remove(part)
    return aside


def is_damaged(path: Path) -> bool:
    """Say whether a file is there and is not sound; one that is used elsewhere is no such."""
    try:
        faults = faults_of(path)
    except (OSError, engine_errors()):
        return False
    return bool(faults) and not any("locked" in fault for fault in faults)


def _must_not_be_in_use(path: Path) -> None:
    """Raise a Refusal where another program has the file open: its next scan would be lost.

    Whoever closes a file last brings it up to date, so that it needs its log no more.
    """
    try:
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except engine_errors() as problem:
        if "locked" not in str(problem):
            return  # a damaged file is just what is to be replaced
        raise Refusal(
            "“{name}” is open in another window or program. Close it there, then restore.",
            name=path.name,
        ) from problem


def _kept_aside(path: Path, now: datetime) -> Path | None:
    """Have the old file under another name as well: until it is replaced, it stays where it is."""
    if not path.exists():
        return None
    if not is_damaged(path):
        _must_not_be_in_use(path)
        return _under_another_name(path, "replaced", now, _also)
    # The log may be that of another file, and whoever closes this one would write it in.
    aside = _under_another_name(path, "damaged", now, _copy)
    try:
        _must_not_be_in_use(path)
    except Refusal:
        remove(aside)
        raise
    return aside


def _under_another_name(
    path: Path, what: str, now: datetime, give: Callable[[Path, Path], None]
) -> Path:
    ending = f".{what}-{now:{_STAMP}}"
    stem = f"{short_stem(path, len(ending) + 8)}{path.suffix}"
    named = (path.with_name(f"{stem}{ending}-{number}") for number in count(1))
    aside = next(place for place in named if not place.exists())
    try:
        for one in _ENDINGS:
            old = path.with_name(path.name + one)
            if old.exists():
                # Under the same name with its ending, so that the log still belongs to the file.
                give(old, aside.with_name(aside.name + one))
    except OSError:
        remove(aside)  # a log without its file would be taken for that of another
        raise
    settle_names(aside.parent)
    return aside


def _also(old: Path, name: Path) -> None:
    try:
        os.link(old, name)
    except OSError:
        _copy(old, name)  # a FAT stick knows no links


def _copy(old: Path, name: Path) -> None:
    part = part_of(name)
    try:
        shutil.copyfile(old, part)
        settle(part)
        part.replace(name)
    finally:
        with suppress(OSError):
            part.unlink()


def _refuse_taken(target: Path) -> None:
    if target.exists():
        raise Refusal(
            "“{name}” is there already. Choose another name for the new file.", name=target.name
        )


def _numbered() -> list[str]:
    return ["", *(f" ({number})" for number in range(2, 100))]


def _damaged_too(copy: Path) -> Refusal:
    return Refusal("The backup “{name}” is damaged too. Choose an older one.", name=copy.name)
