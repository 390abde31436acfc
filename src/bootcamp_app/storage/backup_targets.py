"""What a copy of a workspace may replace, and what is left of a file that is gone."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import is_workspace, replaces_workspace
from bootcamp_app.core.open_here import is_open_here
from bootcamp_app.storage.backup import not_written
from bootcamp_app.storage.backup_contents import contents_of, going_back
from bootcamp_app.storage.backup_names import short_stem
from bootcamp_app.storage.engines import log_of
from bootcamp_app.storage.files import was_opened

if TYPE_CHECKING:
    from pathlib import Path

_NUMBERED = len(".left-1000-wal")


def refuse_to_lose(target: Path, source: Path) -> None:
    """Raise a Refusal where a copy of the source would replace a workspace that is not one.

    An older copy of it that nobody ever opened may be replaced: what is in it is in the new one.
    """
    try:
        if is_workspace(target) and not _is_older_copy(target, source):
            raise replaces_workspace(target)
    except OSError as problem:
        raise not_written(target) from problem


def make_way(target: Path) -> None:
    """Have no log under a name at which no file is: it would be taken for the new file's.

    It may hold the last changes of a file that was deleted, so it is put aside.
    """
    try:
        if target.exists():
            return
        target.with_name(target.name + "-shm").unlink(missing_ok=True)
        log = log_of(target)
        if log.exists():
            stem = f"{short_stem(target, _NUMBERED)}{target.suffix}"
            named = (log.with_name(f"{stem}.left-{number}-wal") for number in count(1))
            log.rename(next(place for place in named if not place.exists()))
    except OSError as problem:
        raise not_written(target) from problem


def _is_older_copy(target: Path, source: Path) -> bool:
    if is_open_here(target) or was_opened(target):
        return False
    try:
        told = going_back(source, target)
        return told.is_related and _knows_no_more(target, source)
    except (Refusal, OSError) as problem:
        # Where its stick was pulled out just now, nobody knows what is in it.
        if not is_workspace(target):
            raise FileNotFoundError(target) from problem
        return False


def _knows_no_more(target: Path, source: Path) -> bool:
    now = contents_of(source).seen
    return all(now.get(device, 0) >= seq for device, seq in contents_of(target).seen.items())
