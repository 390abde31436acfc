"""What tests of the window start from: a dressed application and a desk with a day under way."""

from __future__ import annotations

import gc
import sys
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bootcamp_app.bootstrap import build
from bootcamp_app.core.settings import Settings
from bootcamp_app.ui.choices import Choices
from bootcamp_app.ui.desk import Desk
from bootcamp_app.ui.kit import sounds
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.start import application
from bootcamp_app.ui.tasks import Tasks
from bootcamp_app.ui.words import tongue
from tests import desk as room
from tests.ui.program import Running
from tests.ui.sample import HEADERS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.clock import FakeClock

_TESTS = count(1)
_TESTS_A_SEARCH = 10
_keep = gc.freeze


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it, with its fonts and its style."""
    return application()


@pytest.fixture(autouse=True)
def choices(qapp: QApplication, own_folders: Path) -> Iterator[Choices]:
    """What a person chose: English and light at first, whatever the test before left."""
    del own_folders
    # What was closed is gone before anything else is dressed.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if next(_TESTS) % _TESTS_A_SEARCH == 0:
        gc.collect()
        # Or a window that went just now gives up the focus in the next test.
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        _keep()
    chosen = Choices(Settings(theme="light"))
    chosen.apply()
    yield chosen
    # Tests without a window come next, perhaps, and nobody turns the language back for them.
    tongue.has_khmer_digits = False
    tongue.turn("en")


@pytest.fixture(scope="session", autouse=True)
def no_garbage(qapp: QApplication) -> Iterator[None]:
    """What is there between two tests is searched for garbage once, and all else always.

    The program keeps what is there when it starts from being searched. Of hundreds of programs one
    after the other, that would keep every window, and each change of the language dresses all.
    """
    del qapp
    with pytest.MonkeyPatch.context() as patch:
        gc.collect()
        _keep()
        patch.setattr(gc, "freeze", lambda: None)
        yield


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is heard: what a machine has to play on is not what these tests are about."""
    monkeypatch.setattr(sounds, "players", lambda _parent: {})


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders, inside the test's own."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def desk(sqlite_place: str, clock: FakeClock, choices: Choices) -> Iterator[Desk]:
    """An open workspace without a bootcamp, as pages get it."""
    opened = Desk(build(sqlite_place, clock, "Sokha"), Tasks(), choices, Memory())
    yield opened
    opened.close()


@pytest.fixture
def day(desk: Desk, clock: FakeClock) -> room.Desk:
    """The same workspace on its first morning at eight, with nine people and their badges."""
    told = room.Desk(desk.app, clock)
    told.import_rows([HEADERS, *PEOPLE])
    desk.choose(told.bootcamp)
    return told


@pytest.fixture
def settle(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is under way beside the window and every answer was shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)
        # A part added to a page that stands open is shown by the turn of the loop after.
        QApplication.processEvents()

    return wait


@pytest.fixture
def running(
    qtbot: QtBot, choices: Choices, sqlite_place: str, clock: FakeClock
) -> Iterator[Running]:
    """The whole program, started on a fresh file and told nothing yet."""
    hook = sys.excepthook
    started = Running(qtbot, choices, sqlite_place, clock)
    yield started
    started.close()
    sys.excepthook = hook
