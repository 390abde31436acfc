"""Checkpoints after a pause, and backups while nobody thinks of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.ui import keeping
from bootcamp_app.ui.keeping import Keeping
from bootcamp_app.ui.words import in_words
from tests.clock import START

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "IDLE_SECONDS", 0.05)


@pytest.mark.usefixtures("soon")
def test_after_a_pause_the_file_alone_holds_everything(
    desk: Desk, day: room.Desk, qtbot: QtBot
) -> None:
    Keeping(desk)
    log = Path(f"{desk.app.database.path}-wal")
    guest = day.guest(day.person("SOK Vibol"))

    desk.tasks.write(desk, lambda: day.scan(guest.badge), lambda _: None)

    qtbot.waitUntil(lambda: log.exists() and log.stat().st_size > 0, timeout=5000)
    qtbot.waitUntil(lambda: log.stat().st_size == 0, timeout=5000)


def test_a_backup_is_said_with_its_time(
    desk: Desk, day: room.Desk, settle: Callable[[], None], clock: FakeClock
) -> None:
    del day
    kept = Keeping(desk)
    settle()
    before = in_words(kept.status)

    clock.forward(minutes=15)
    kept.back_up()
    settle()
    settle()

    newest = desk.app.backups.newest()
    assert before == f"All saved · backup {START.astimezone():%H:%M}"  # before the import
    assert newest is not None
    assert in_words(kept.status) == f"All saved · backup {newest.astimezone():%H:%M}"


def test_without_a_change_no_second_backup_is_made(
    desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    del day
    kept = Keeping(desk)
    kept.back_up()
    settle()
    first = desk.app.backups.newest()

    kept.back_up()
    settle()

    assert desk.app.backups.newest() == first


def test_a_backup_that_fails_is_said(
    desk: Desk, day: room.Desk, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    del day
    kept = Keeping(desk)

    def fail(**_step: object) -> Path:
        raise NotSaved("There is no space left on the disk. Make room, then try again.")

    monkeypatch.setattr(desk.app.backups, "keep_if_changed", fail)
    kept.back_up()
    settle()

    assert in_words(kept.status) == "Saved here, but the last backup failed."
