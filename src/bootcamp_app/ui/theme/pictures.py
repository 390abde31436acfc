"""Icons for the style sheet, which only takes files: written once for each colour in use."""

from __future__ import annotations

import atexit
import logging
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bootcamp_app.core.resources import resource_folder

_log = logging.getLogger(__name__)


@cache
def picture(name: str, colour: str) -> str:
    """Give the place of an icon of `resources/icons` in a colour; empty where the disk is full."""
    source = (resource_folder("icons") / f"{name}.svg").read_text("utf-8")
    try:
        place = _folder() / f"{name}-{colour.strip('#')}.svg"
        place.write_text(source.replace("currentColor", colour), "utf-8")
    except OSError as problem:
        _log.warning("an icon could not be written: %s", problem.strerror)
        return ""
    return place.as_posix()


@cache
def _folder() -> Path:
    """Give a folder that goes with the program."""
    # Named as what is removed a day after a power cut.
    made = Path(tempfile.mkdtemp(prefix="bootcamp-desk-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
