"""An open workspace with a bootcamp, as a file and on either engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import App, build
from tests.browser import NO_BROWSER, Browser, find_browser
from tests.clock import FakeClock
from tests.features.certificates.camps import NAMES, Camp, camp_in
from tests.features.certificates.digital import PERSONAL, Made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def open_app(clock: FakeClock) -> Iterator[Callable[[str], App]]:
    """Opens workspaces with all their services and closes them after the test."""
    opened: list[App] = []

    def open_one(place: str) -> App:
        opened.append(build(place, clock, "Sokha"))
        return opened[-1]

    yield open_one
    for app in opened:
        app.database.close()


@pytest.fixture
def camp(sqlite_place: str, open_app: Callable[[str], App]) -> Camp:
    """A bootcamp in a workspace file."""
    return camp_in(open_app(sqlite_place))


@pytest.fixture
def camp_on_either(place: str, open_app: Callable[[str], App]) -> Camp:
    """A bootcamp, once on each engine."""
    return camp_in(open_app(place))


@pytest.fixture(scope="package")
def digital(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The digital badges of two people of whom more is known than their names; only to look at."""
    place = tmp_path_factory.mktemp("digital")
    app = build(place / "camp.bootcamp", FakeClock(), "Sokha")
    camp = camp_in(app)
    camp.attend(*(camp.add(*name, **PERSONAL) for name in NAMES[:2]))
    camp.issue()
    app.credentials.write_all(camp.bootcamp, place / "made", with_tokens=True)
    yield Made(camp, place / "made")
    app.database.close()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser without a network, started once."""
    program = find_browser()
    if program is None:
        pytest.skip(NO_BROWSER)
    with Browser(program, tmp_path_factory.mktemp("profile")) as running:
        yield running
