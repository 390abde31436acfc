"""Icons for the style sheet, which only takes files: written once for each colour in use."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from bootcamp_app.core.resources import resource_folder

_log = logging.getLogger(__name__)


@cache
def picture(name: str, colour: str) -> str:
    """Give the place of an icon of `resources/icons` in a colour; empty where the disk is full."""
    source = (resource_folder("icons") / f"{name}.svg").read_text("utf-8")
    place = Path(_folder().path()) / f"{name}-{colour.strip('#')}.svg"
    try:
        place.write_text(source.replace("currentColor", colour), "utf-8")
    except OSError as problem:
        _log.warning("an icon could not be written: %s", problem.strerror)
        return ""
    return place.as_posix()


@cache
def _folder() -> QTemporaryDir:
    """Give a folder that goes with the program."""
    return QTemporaryDir()
