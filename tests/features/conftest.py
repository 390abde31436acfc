"""A desk on either engine, and one on a file where the engine cannot matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from tests.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FakeClock


@pytest.fixture
def desk(place: str, clock: FakeClock) -> Iterator[Desk]:
    """An open workspace and its desk, once on each engine."""
    app = build(place, clock, "Sokha")
    yield Desk(app, clock)
    app.database.close()


@pytest.fixture
def sqlite_desk(sqlite_place: str, clock: FakeClock) -> Iterator[Desk]:
    """A desk on a workspace file."""
    app = build(sqlite_place, clock, "Sokha")
    yield Desk(app, clock)
    app.database.close()
