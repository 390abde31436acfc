"""A second place for the copies of a workspace, such as a stick that is not always there."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.file_names import file_names
from bootcamp_app.core.files import part_of, settle, settle_names, sweep, whole_file
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.open_here import is_open_here
from bootcamp_app.storage.backup import is_sound, nobody_looks
from bootcamp_app.storage.backup_names import folder_of, kept, kept_in, short_stem
from bootcamp_app.storage.backup_thinning import staying, thin

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.storage.backup import Step
    from bootcamp_app.storage.backup_names import Kept

COMMON = "Bootcamp Desk backups"
"""What is made on a stick when it is chosen: without it, the stick is another one or not there."""

SHARE_OF_OURS, SHARE_OF_SECOND = 0.1, 0.5
"""How much of the disk of this laptop, and of the second place, copies may fill."""

_ROOM = 2 * len("-20260302-010000-before-restore")
_PIECE = 1 << 20
_ENDING = "-second-place.json"


@dataclass(frozen=True)
class SecondPlace:
    """A folder that was chosen for one workspace, and what is called its own there."""

    folder: Path
    name: str
    """The folder of this workspace there, and what its copies begin with."""
    suffix: str
    seen: datetime | None = None
    """When all that should be there was there for the last time (UTC)."""

    @property
    def home(self) -> Path:
        """Where the copies lie."""
        return self.folder / COMMON / self.name

    @property
    def is_there(self) -> bool:
        """Whether the stick that was chosen is there."""
        # A folder without it is where a stick is usually found, and none is in.
        return (self.folder / COMMON).is_dir()

    def kept(self) -> list[Kept]:
        """Give the copies there, newest first; none while it is not there."""
        with suppress(OSError):
            return kept_in(self.home, self.name, self.suffix, is_second=True)
        return []


def chosen(path: Path) -> SecondPlace | None:
    """Give the second place that was chosen for a workspace."""
    try:
        told = json.loads(_note_of(path).read_text("utf-8"))
        seen = datetime.fromisoformat(told["seen"]) if told["seen"] else None
        return SecondPlace(Path(told["folder"]), str(told["name"]), path.suffix, seen)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def choose(path: Path, folder: Path) -> SecondPlace:
    """Have copies brought to a folder from now on; one that takes none is refused."""
    before = chosen(path)
    # Another workspace of this name, or this one of another laptop, has other letters.
    plain = file_names([short_stem(path, _ROOM)], "")[0]
    name = before.name if before else f"{plain} {new_id()[-6:]}"
    place = SecondPlace(folder.absolute(), name, path.suffix)
    if folder.absolute() in (folder_of(path), *folder_of(path).parents[:1]):
        raise Refusal(
            "The backups lie in “{name}” already. Choose a folder on a stick or another disk.",
            name=folder.name,
        )
    try:
        if not folder.is_dir():  # a stick that is not in, or a name that was mistyped
            raise FileNotFoundError(folder)
        place.home.mkdir(parents=True, exist_ok=True)
        trial = part_of(place.home / "trial")
        trial.touch()
        trial.unlink()
    except OSError as problem:
        raise Refusal(
            "Nothing can be written to “{name}”. Check that the stick is in and not "
            "write-protected, or choose another folder.",
            name=folder.name or str(folder),
        ) from problem
    _note(path, place)
    return place


def forget(path: Path) -> None:
    """Bring copies to no second place any more; those that are there stay."""
    with suppress(OSError):
        _note_of(path).unlink()


def bring(path: Path, place: SecondPlace, now: datetime, step: Step = nobody_looks) -> int:
    """Copy to the second place what it lacks, newest first; give how many copies that were.

    Each is read back from there before it counts. What is damaged on one side is made whole from
    the other, and nothing that is sound is replaced. Raises a Refusal where it is pulled out.
    """
    try:
        if not place.is_there:
            raise FileNotFoundError(place.folder)
        place.home.mkdir(exist_ok=True)
        sweep(place.home)
        missing = _missing(path, place, now)
        brought = 0
        for number, one in enumerate(missing):
            go_on = partial(step, number, len(missing))
            name = f"{place.name}{one.path.name.removeprefix(short_stem(path))}"
            go_on()
            brought += _made_alike(one.path, place.home / name, go_on)
        thin(place.kept(), now, room_in(place.home, SHARE_OF_SECOND))
        still = chosen(path)
        # Meanwhile somebody may have chosen another one, or none.
        if still is not None and (still.folder, still.name) == (place.folder, place.name):
            _note(path, replace(place, seen=now))
    except OSError as problem:
        raise Refusal(
            "The second place “{name}” did not take the backup. Check the stick and its space; "
            "it is tried again. The backup on this laptop is whole.",
            name=place.folder.name or str(place.folder),
        ) from problem
    return brought


def room_in(folder: Path, share: float = SHARE_OF_OURS) -> int:
    """Give how many bytes copies may take in a folder: a share of its disk."""
    return round(share * shutil.disk_usage(folder).total)


def _missing(path: Path, place: SecondPlace, now: datetime) -> list[Kept]:
    there = {(one.at, one.why): one for one in place.kept()}
    here = {(one.at, one.why): one for one in kept(path)}
    wanted = staying([*{**there, **here}.values()], now, room_in(place.folder, SHARE_OF_SECOND))
    lacking = [one for name, one in here.items() if _size(there.get(name)) != one.size]
    return [one for one in lacking if one in wanted]


def _size(one: Kept | None) -> int | None:
    return one.size if one else None


def _made_alike(here: Path, there: Path, go_on: Callable[[], None]) -> bool:
    """Make the unsound one of two copies anew from the sound one; say whether it was brought."""
    # Closing a file that this process has open as a workspace would take back its locks.
    if is_open_here(here) or is_open_here(there):
        return False
    is_here, is_there = is_sound(here), is_sound(there)
    if is_here and not is_there:
        _copy_checked(here, there, go_on)
    elif is_there and not is_here:
        with suppress(OSError):  # what is amiss on the laptop keeps nothing from the stick
            _copy_checked(there, here, go_on)
    return is_here and not is_there


def _copy_checked(source: Path, target: Path, go_on: Callable[[], None]) -> None:
    part = part_of(target)
    try:
        written = sha256()
        with source.open("rb") as read, part.open("wb") as write:
            while piece := read.read(_PIECE):
                write.write(piece)
                written.update(piece)
                go_on()
        settle(part)
        if _sum_of(part, go_on) != written.hexdigest():
            raise OSError("what was read back is not what was written")
        part.replace(target)
        settle_names(target.parent)
    finally:
        with suppress(OSError):
            part.unlink()


def _sum_of(part: Path, go_on: Callable[[], None]) -> str:
    read = sha256()
    with part.open("rb") as file:
        # From the stick itself and not from what the system remembers of it.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(_PIECE):
            read.update(piece)
            go_on()
    return read.hexdigest()


def _note_of(path: Path) -> Path:
    return folder_of(path) / f"{short_stem(path)}{_ENDING}"


def _note(path: Path, place: SecondPlace) -> None:
    seen = place.seen.isoformat() if place.seen else ""
    told = {"folder": str(place.folder), "name": place.name, "seen": seen}
    with whole_file(_note_of(path)) as part:
        part.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
