"""The whole program as a test drives it: a window on a workspace with a day under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.pages import PAGES
from bootcamp_app.ui.program import Program
from tests import desk as room
from tests.ui.looking import settle_window
from tests.ui.sample import HEADERS, PEOPLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.main_window import MainWindow
    from tests.clock import FakeClock

PATIENCE = 30_000
PAGE_IDS = [entry.id for entry in PAGES]


class Running:
    """A program that was started on a file."""

    def __init__(self, qtbot: QtBot, choices: Choices, place: str, clock: FakeClock) -> None:
        self.qtbot = qtbot
        self.choices = choices
        self.clock = clock
        self.program = Program(choices, Memory(), place, clock)
        self.window = self.program.show_window()
        self.program.begin()

    @property
    def desk(self) -> Desk:
        """The workspace that is open."""
        self.qtbot.waitUntil(lambda: self.program.workspaces.desk is not None, timeout=PATIENCE)
        desk = self.program.workspaces.desk
        assert desk is not None
        return desk

    def fill(self, scans: int = 4) -> room.Desk:
        """Make a bootcamp with nine people, some of whom have come."""
        day = room.Desk(self.desk.app, self.clock)
        day.import_rows([HEADERS, *PEOPLE])
        for person in day.people()[:scans]:
            day.scan(day.guest(person).badge)
        self.desk.choose(day.bootcamp)
        self.desk.bootcamps_changed.emit()
        self.settle()
        return day

    def show(self, page_id: str) -> MainWindow:
        """Bring a page to the front and wait until it shows everything."""
        self.window.go(page_id)
        self.settle()
        return self.window

    def settle(self) -> None:
        """Wait until nothing is under way and everything is laid out."""
        desk = self.desk
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=PATIENCE)
            settle_window(self.window)

    def close(self) -> None:
        """Close all windows and the workspace."""
        for window in list(self.program.windows):
            window.close()
        self.program.close()
