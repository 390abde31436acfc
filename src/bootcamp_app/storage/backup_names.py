"""What kept copies are called: whose they are, when each was made, and why."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from bootcamp_app.core.file_names import file_names
from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

AUTOMATIC = "auto"
AT_CLOSE = "at-close"
BY_HAND = "by-hand"
BEFORE_UPDATE = "before-update"
BEFORE_IMPORT = "before-import"
BEFORE_MERGE = "before-merge"
BEFORE_RESTORE = "before-restore"
WHY = {
    AUTOMATIC: N_("while working"),
    AT_CLOSE: N_("at closing"),
    BY_HAND: N_("made by hand"),
    BEFORE_UPDATE: N_("before an update"),
    BEFORE_IMPORT: N_("before an import"),
    BEFORE_MERGE: N_("before a merge"),
    BEFORE_RESTORE: N_("before going back"),
}
"""Why a copy was kept, in words."""

_STAMP = "%Y%m%d-%H%M%S"
_MOST_BYTES = 255
_NEARLY_NOW = timedelta(minutes=1)
_BEHIND = len("-20260302-010000-before-restore")


@dataclass(frozen=True)
class Kept:
    """A copy of a workspace: when it was made (UTC), why, where it lies, how large it is."""

    at: datetime
    why: str
    path: Path
    size: int
    is_second: bool = False
    """Whether it lies in the second place, such as a stick."""


def folder_of(path: Path) -> Path:
    """Give the folder in which copies of a workspace are kept beside it."""
    return path.absolute().parent / "backups"


def name_of(path: Path, at: datetime, why: str) -> str:
    """Give the name of a copy beside the workspace."""
    return f"{short_stem(path)}-{at:{_STAMP}}-{why}{path.suffix}"


def short_stem(path: Path, behind: int = _BEHIND) -> str:
    """Give what copies of a workspace begin with: its name, as far as there is room for it."""
    if len(f"{path.stem}{path.suffix}".encode()) + behind <= _MOST_BYTES:
        return path.stem
    # Two long names may begin alike; the sum tells their copies apart.
    sum_of = f"~{sha256(path.stem.encode()).hexdigest()[:8]}"
    ending = f"{sum_of}{'-' * behind}{path.suffix}"
    return file_names([path.stem], ending)[0].removesuffix(ending) + sum_of


def kept_in(folder: Path, stem: str, suffix: str, *, is_second: bool = False) -> list[Kept]:
    """Give the copies in a folder whose names begin so, newest first; other files are not ours."""
    named = re.compile(rf"{re.escape(stem)}-(\d{{8}}-\d{{6}})-([a-z-]+){re.escape(suffix)}")
    found = []
    for copy in folder.iterdir() if folder.is_dir() else ():
        if match := named.fullmatch(copy.name):
            with suppress(ValueError, OSError):
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append(Kept(at, match[2], copy, copy.stat().st_size, is_second))
    return sorted(found, key=lambda one: (one.at, one.why), reverse=True)


def kept(path: Path) -> list[Kept]:
    """Give the copies beside a workspace, newest first."""
    return kept_in(folder_of(path), short_stem(path), path.suffix)


def is_ahead(at: datetime, now: datetime) -> bool:
    """Say whether a copy is dated so late that a wrong clock must have made it."""
    return at - now > _NEARLY_NOW


def newest_first(copies: Iterable[Kept], now: datetime) -> list[Kept]:
    """Give copies newest first; those of a time to come were made by a wrong clock, and are last.

    Of two that are alike, the one beside the workspace comes first.
    """
    return sorted(
        copies, key=lambda one: (not is_ahead(one.at, now), one.at, not one.is_second), reverse=True
    )
