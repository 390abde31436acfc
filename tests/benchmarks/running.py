"""The program as a benchmark of the window starts it, in a folder of its own."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from bootcamp_app.core.settings import Settings
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.program import Program
from bootcamp_app.ui.start import application
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk


@contextmanager
def running(clock: Clock) -> Iterator[tuple[Program, Path]]:
    """Show a window on a new workspace, and give the folder in which it lies."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = str(folder / variable.lower())
        application()
        choices = Choices(Settings(is_set_up=True, theme="light"))
        choices.apply()
        program = Program(choices, Memory(), str(folder / "camp.bootcamp"), clock)
        program.show_window()
        program.begin()
        yield program, folder
        program.close()


def one_day(program: Program) -> tuple[Desk, Bootcamp]:
    """Make a bootcamp of one day in the workspace, once that is open."""
    until(lambda: program.workspaces.desk is not None)
    desk = program.workspaces.desk
    assert desk is not None
    wanted = NewBootcamp("Kampot bootcamp", FIRST_DAY, province="Kampot", days=1)
    return desk, desk.app.bootcamps.make(wanted)


def until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so."""
    while not is_so():
        QTest.qWait(1)


def wait(program: Program) -> None:
    """Let the window go on until nothing is under way."""
    QTest.qWait(50)
    while program.workspaces.tasks.is_busy:
        QTest.qWait(10)
    QTest.qWait(100)
