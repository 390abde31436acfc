"""The bytes of a foreign file, or a sentence that says why they cannot be had."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1024 * 1024
_OF_A_WORKSPACE = (".bootcamp", ".bootcamp-wal", ".bootcamp-shm")


def content(path: Path, most: int) -> bytes:
    """Give the whole file; refuse one that is missing, empty, locked or over `most` bytes."""
    _must_be_a_file(path)
    data = _read(path, most + 1)
    if not data:
        raise Refusal(
            "{name} is empty. Save or copy it again, then choose it again.", name=path.name
        )
    if len(data) > most:
        raise Refusal(
            "{name} is larger than {megabytes} MB. Keep only what is needed in it, then try again.",
            name=path.name,
            megabytes=most // MEGABYTE,
        )
    return data


def refuse_workspace(path: Path) -> None:
    """Raise a Refusal for a workspace, by its name alone.

    To look into the one that is open, and to close it again, takes its locks away.
    """
    if path.name.endswith(_OF_A_WORKSPACE):
        raise Refusal(
            "{name} is a workspace of this program. Open it as a workspace, or choose another "
            "file here.",
            name=path.name,
        )


def _must_be_a_file(path: Path) -> None:
    refuse_workspace(path)
    if _is(Path.is_dir, path):
        raise Refusal("{name} is a folder. Choose one file in it.", name=path.name)
    if not _is(Path.is_file, path):
        raise Refusal(
            "There is no file {name}. Check its name and place, then choose it again.",
            name=path.name,
        )


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    try:
        return kind(path)
    except (OSError, ValueError):
        # A name that no file can have: too long, or with a sign that is not allowed.
        return False


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise Refusal(
            "{name} cannot be opened. Close it in other programs, or copy it to this computer, "
            "then try again.",
            name=path.name,
        ) from error
