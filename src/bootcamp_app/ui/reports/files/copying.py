"""A copy of a file that was made before, where somebody wants it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bootcamp_app.core.files import whole_file
from bootcamp_app.ui.kit.endings import with_ending

if TYPE_CHECKING:
    from pathlib import Path


def copied(made: Path, chosen: Path) -> Path:
    """Write a copy with the same ending, whole or not at all, and give its place."""
    target = with_ending(chosen, made.suffix)
    with whole_file(target) as part:
        shutil.copyfile(made, part)
    return target
