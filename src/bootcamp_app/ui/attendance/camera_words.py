"""What is said about the camera, and how the system and its libraries are asked for it."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCameraPermission, Qt
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.i18n import N_, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtCore import QObject

    from bootcamp_app.ui.words import Text

# What the first frame needs, so that it does not wait for it.
_READS = ("bootcamp_app.reading.codes", "bootcamp_app.ui.kit.camera_frames")
_LIBRARY = re.compile(r"lib[\w+-]+\.(?:so|dylib|dll)[.\d]*|\w+\.dll")


@dataclass(frozen=True)
class Condition:
    """How the camera is, and what to do about it."""

    text: Text
    meaning: str = ""
    is_trouble: bool = False
    may_try_again: bool = False


STARTING = Condition(N_("The camera is starting…"))
READY = Condition(N_("Hold a badge in front of the camera."))
READ = Condition(N_("A badge was read."), "good")
OTHER = Condition(N_("This code is not a badge."), "warning")
DARK = Condition(N_("It is dark. Turn a lamp to the badge."), "warning")
NONE = Condition(
    N_(
        "No camera was found. Plug one in, and it starts. Scanner, names and photos work meanwhile."
    ),
    "warning",
    is_trouble=True,
)
GONE = Condition(
    N_(
        "The camera is gone. Plug it in again, and it goes on. Scanner, names and photos work "
        "meanwhile."
    ),
    "warning",
    is_trouble=True,
)
BUSY = Condition(
    N_(
        "The camera cannot be used. Close other programs that use it, then try again. Scanner, "
        "names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)
SILENT = Condition(
    N_(
        "The camera gives no picture. Open its cover and close other programs that use it, then "
        "try again. Scanner, names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)
DENIED = Condition(
    N_(
        "This computer does not let the program use the camera. Allow it in the settings of the "
        "system, under Privacy, then try again. Scanner, names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)


UNREAD = Condition(
    N_(
        "The pictures of this camera cannot be read. Try again or take another camera. Scanner, "
        "names and photos work meanwhile."
    ),
    "bad",
    is_trouble=True,
    may_try_again=True,
)


def without_library(problem: ImportError) -> Condition:
    """Give what to say where a library of the system that cameras need is not there."""
    found = _LIBRARY.search(str(problem))
    told: Text = N_(
        "The part for cameras is missing. Install the program again. Scanner, names and photos "
        "work meanwhile."
    )
    if found is not None:
        told = Sentence(
            "The camera needs {library}, which this computer does not have. Install it, then try "
            "again. Scanner, names and photos work meanwhile.",
            library=found[0],
        )
    return Condition(told, "bad", is_trouble=True, may_try_again=True)


def load_cameras() -> ModuleType | Condition:
    """Give the module that knows cameras, or say what it misses; takes some tenths of a second."""
    try:
        for name in _READS:
            import_module(name)
        return import_module("bootcamp_app.ui.kit.cameras")
    except ImportError as problem:
        return without_library(problem)


def ask_permission(owner: QObject, then: Callable[[bool], object]) -> None:
    """Ask the system whether the camera may be used; only macOS asks the person.

    Where the owner is gone before the person answers, nobody hears of it.
    """
    program, wanted = QApplication.instance(), QCameraPermission()
    granted = Qt.PermissionStatus.Granted
    is_asking = sys.platform == "darwin" and program is not None
    status = program.checkPermission(wanted) if program and is_asking else granted
    if program and status == Qt.PermissionStatus.Undetermined:
        program.requestPermission(wanted, owner, lambda told: then(told.status() == granted))
    else:
        then(status == granted)
