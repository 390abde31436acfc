"""Copies that the program keeps by itself: how many, and how new the newest is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.core.changes import Announcement
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.backup import MOST_AUTOMATIC, faults_of, keep
from bootcamp_app.storage.database import BackupKept
from bootcamp_app.storage.journal import JournalRow
from tests.clock import START
from tests.storage.desks import add
from tests.storage.folders import names_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.core.changes import Changes
    from bootcamp_app.storage.database import Database
    from tests.clock import FakeClock

    Opener = Callable[[str], Database]


@pytest.fixture
def desk(sqlite_database: Database) -> Database:
    """An open workspace file with one person."""
    add(sqlite_database, PersonRow(name_en="Sok Dara"))
    return sqlite_database


def test_a_kept_copy_is_sound_and_lies_beside_the_workspace(desk: Database, tmp_path: Path) -> None:
    copy = desk.keep_backup()

    assert copy == tmp_path / "backups" / f"camp-{START:%Y%m%d-%H%M%S}-auto.bootcamp"
    assert faults_of(copy) == []


def test_only_the_newest_automatic_copies_stay_and_all_others_do(
    desk: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    asked_for = keep(tmp_path / "camp.bootcamp", "before-update", START - timedelta(days=400))
    other = folder / "camp-2-20200101-000000-auto.bootcamp"
    foreign = folder / "notes.txt"
    for path in (other, foreign):
        path.write_text("x", "utf-8")
    for number in range(MOST_AUTOMATIC + 2):
        made = START - timedelta(days=number + 1)
        (folder / f"camp-{made:%Y%m%d-%H%M%S}-auto.bootcamp").write_text("x", "utf-8")

    newest = desk.keep_backup()

    left = names_in(folder)
    oldest = START - timedelta(days=MOST_AUTOMATIC - 1)
    assert {newest.name, asked_for.name, other.name, foreign.name} <= left
    assert len(left) == MOST_AUTOMATIC + 3
    assert min(name for name in left if name.startswith("camp-20") and "auto" in name) == (
        f"camp-{oldest:%Y%m%d-%H%M%S}-auto.bootcamp"
    )


def test_the_newest_copy_is_known_by_its_time_whatever_it_was_made_for(
    desk: Database, clock: FakeClock, tmp_path: Path
) -> None:
    known = [desk.newest_backup()]
    desk.keep_backup()
    known.append(desk.newest_backup())
    clock.forward(minutes=90)
    keep(tmp_path / "camp.bootcamp", "before-update", clock.now())
    (tmp_path / "backups" / "camp-99999999-000000-auto.bootcamp").touch()
    (tmp_path / "backups" / "camp-2-20990101-000000-auto.bootcamp").touch()
    known.append(desk.newest_backup())

    assert known == [None, START, START + timedelta(minutes=90)]


def test_a_shared_workspace_says_what_backs_it_up(
    postgresql_place: str, open_place: Opener
) -> None:
    shared = open_place(postgresql_place)

    with pytest.raises(Refusal, match="PostgreSQL's own tools"):
        shared.keep_backup()

    assert shared.newest_backup() is None


def test_kept_copies_are_listed_the_newest_first(desk: Database, clock: FakeClock) -> None:
    first = desk.keep_backup()
    clock.forward(minutes=30)
    second = desk.keep_backup()

    assert desk.backups() == [(START + timedelta(minutes=30), second), (START, first)]


def test_whoever_listens_is_told_of_a_kept_copy_and_that_it_changed_nothing(
    desk: Database, changes: Changes
) -> None:
    heard: list[Announcement] = []
    changes.subscribe_all(heard.append)

    desk.keep_backup()

    assert heard == [Announcement("", (BackupKept(),))]


def test_another_person_at_the_desk_signs_what_comes_later(desk: Database) -> None:
    add(desk, PersonRow(name_en="SOK Vibol"))

    desk.sign_as("Dara")
    add(desk, PersonRow(name_en="LY Mary"))

    with desk.read() as reader:
        names = reader.scalars(select(JournalRow.who).order_by(JournalRow.seq)).all()
    assert names[-2:] == ["Sokha", "Dara"]
