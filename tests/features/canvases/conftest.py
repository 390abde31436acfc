"""An open workspace in which a bootcamp ends in solutions, and a browser to look at them with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from tests.browser import NO_BROWSER, Browser, find_browser
from tests.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FakeClock


@pytest.fixture
def room(sqlite_place: str, clock: FakeClock) -> Iterator[Desk]:
    """A desk at a bootcamp in a workspace file."""
    app = build(sqlite_place, clock, "Sokha")
    yield Desk(app, clock)
    app.database.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser without a network, started once."""
    program = find_browser()
    if program is None:
        pytest.skip(NO_BROWSER)
    with Browser(program, tmp_path_factory.mktemp("profile")) as running:
        yield running
