"""Files that are whole under their name, or not there."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes the target when the block ends well.

    Where the block fails, or the disk does, the target stays as it was and nothing is left.
    """
    # Not the name with an ending: a long Khmer name has no byte to spare.
    part = target.with_name(f".{new_id()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A folder that takes no file says so before the work.
        part.touch()
        part.unlink()
        yield part
        _settle(part)
        part.replace(target)
    except OSError as problem:
        raise Refusal(
            "“{name}” could not be written. Check that the folder exists, that you may write "
            "there and that the disk has space, then try again.",
            name=target.name,
        ) from problem
    finally:
        # Under a name that cannot be, nothing lies and nothing can be removed.
        with suppress(OSError):
            part.unlink()


def _settle(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
