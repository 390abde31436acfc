"""Checkpoints after a pause, and backups while nobody thinks of them."""

from __future__ import annotations

from pathlib import Path
from threading import Event
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


def test_a_backup_is_made_beside_what_is_written_so_that_no_scan_waits_for_it(
    desk: Desk, day: room.Desk, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Keeping(desk)
    settle()
    guest = day.guest(day.person("SOK Vibol"))
    told: list[str] = []
    may_end, really = Event(), desk.app.backups.keep

    def slowly(why: str, step: Callable[[int, int], None]) -> Path:
        may_end.wait(20)
        made = really(why, step)
        told.append("backup")
        return made

    def scanned(_scan: object) -> None:
        told.append("scan")
        may_end.set()

    monkeypatch.setattr(desk.app.backups, "keep", slowly)
    kept.back_up()
    desk.tasks.write(desk, lambda: day.scan(guest.badge), scanned)
    settle()

    assert told == ["scan", "backup"]


def test_the_stick_is_filled_when_it_comes_back_and_said_while_it_is_away(
    desk: Desk, day: room.Desk, settle: Callable[[], None], tmp_path: Path, clock: FakeClock
) -> None:
    del day
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    place = desk.app.backups.choose_second(stick)
    assert place is not None
    kept = Keeping(desk)
    said: list[str] = []

    def look() -> None:
        kept._look()
        for _ in range(3):
            settle()
        said.append(in_words(kept.status))

    look()
    stick.rename(away)
    clock.forward(minutes=15)
    desk.app.backups.keep()
    look()
    away.rename(stick)
    look()

    first, second = (f"{at.astimezone():%H:%M}" for at in (START, clock.now()))
    assert said == [
        f"All saved · backup {first}",
        f"All saved · backup {second} · stick not there since {first}",
        f"All saved · backup {second}",
    ]
    assert len(place.kept()) == 2


def test_a_stick_that_takes_nothing_is_said_and_not_tried_without_end(
    desk: Desk, day: room.Desk, settle: Callable[[], None], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    del day
    (tmp_path / "stick").mkdir()
    desk.app.backups.choose_second(tmp_path / "stick")
    tried = 0

    def full(_step: object) -> int:
        nonlocal tried
        tried += 1
        raise NotSaved("There is no space left on the disk. Make room, then try again.")

    monkeypatch.setattr(desk.app.backups, "bring_to_second", full)
    kept = Keeping(desk)
    for _ in range(4):
        settle()
        kept._look()
    settle()

    assert tried == 1
    assert (
        in_words(kept.status) == f"All saved · backup {START.astimezone():%H:%M} · not on the stick"
    )
