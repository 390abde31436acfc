"""The first second: a painted window, and only then the rest of the program."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.settings import load_settings
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.running import Running
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE = "BOOTCAMP_DB"
_LATEST = 1500  # milliseconds


@dataclass(frozen=True)
class Wishes:
    """What was asked for on the command line when the window was meant."""

    place: str = ""
    language: str = ""
    is_gallery: bool = False


def wishes_in(line: Sequence[str]) -> Wishes:
    """Give what a command line without a command asks of the window."""
    given = {"--db": os.environ.get(PLACE, ""), "--lang": ""}
    words = iter(line)
    for word in words:
        name, is_joined, value = word.partition("=")
        if name in given:
            given[name] = value if is_joined else next(words, "")
    return Wishes(given["--db"], given["--lang"], is_gallery="--gallery" in line)


def run(wishes: Wishes) -> int:
    """Show the window until the last one is closed; give the exit code."""
    app = application()
    choices = Choices(load_settings())
    if wishes.language:
        choices.speak(wishes.language)
    choices.apply()
    theme.follow_system()
    if wishes.is_gallery:
        return _show_gallery(app)
    program = Program(choices, Memory(), wishes.place)
    running = Running(program.place)
    if running.is_elsewhere:
        return 0  # the window that runs on this file has come forward
    running.wanted.connect(program.come_forward)
    program.workspaces.opened.connect(lambda desk: running.follow(str(desk.app.database.path)))
    # What is imported after the first paint is not waited for; a hidden window is never painted.
    program.show_window().painted.connect(program.begin)
    QTimer.singleShot(_LATEST, program.begin)
    code = app.exec()
    running.leave()  # whoever starts it again meanwhile gets a window of their own
    program.keep_copy()
    program.close()
    return code


def application() -> QApplication:
    """Give the one QApplication, named and dressed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setDesktopFileName("bootcamp-desk")
        app = QApplication(sys.argv[:1])
    app.setApplicationName("bootcamp-desk")
    app.setApplicationDisplayName("Bootcamp Desk")
    app.setStyle("Fusion")
    return app


def _show_gallery(app: QApplication) -> int:
    from bootcamp_app.ui.gallery.window import GalleryWindow  # noqa: PLC0415 - for developers only

    window = GalleryWindow()
    window.show()
    return app.exec()
