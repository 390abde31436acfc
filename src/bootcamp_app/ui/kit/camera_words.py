"""What is said about a camera, and how the system and its libraries are asked for it."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCameraPermission, Qt
from PySide6.QtWidgets import QApplication

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


@dataclass(frozen=True)
class Conditions:
    """What a page says of each; `load` gives the module that knows cameras, or what it misses."""

    load: Callable[[], ModuleType | Condition]
    starting: Condition
    ready: Condition
    read: Condition
    other: Condition
    dark: Condition
    none: Condition
    gone: Condition
    busy: Condition
    silent: Condition
    denied: Condition
    unread: Condition


def loading(missing: Text, lacking: Callable[[str], Text]) -> Callable[[], ModuleType | Condition]:
    """Give what loads the module that knows cameras, or says what it misses.

    `lacking` says it of a library of the system; `missing` is said of anything else. Loading
    takes some tenths of a second.
    """

    def load() -> ModuleType | Condition:
        try:
            return import_cameras()
        except ImportError as problem:
            library = library_missed(problem)
        told = lacking(library) if library else missing
        return Condition(told, "bad", is_trouble=True, may_try_again=True)

    return load


def import_cameras() -> ModuleType:
    """Give the module that knows cameras; takes some tenths of a second, or raises ImportError."""
    for name in _READS:
        import_module(name)
    return import_module("bootcamp_app.ui.kit.cameras")


def library_missed(problem: ImportError) -> str:
    """Give the library of the system that cameras need and that is not there, where it is named."""
    found = _LIBRARY.search(str(problem))
    return found[0] if found else ""


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
