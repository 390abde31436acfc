"""The ending of a file that a person named, without writing over a file that nobody chose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def with_ending(path: Path, ending: str) -> Path:
    """Give the path with its ending, such as `.pdf`, where the person left it out."""
    if path.name.lower().endswith(ending) and path.name.lower() != ending:
        return path
    ended = path.with_name(path.name + ending)
    if ended.exists():
        raise Refusal(
            "There is already a file “{name}”. Choose another name, or that file itself.",
            name=ended.name,
        )
    return ended


def file_name(*parts: str, ending: str) -> str:
    """Give a name that every system takes for a file."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", part).strip() for part in parts if part)
    return f"{words}{ending}"
