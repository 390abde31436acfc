"""Copies that the program keeps by itself: when, under which names, and how new the newest is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bootcamp_app.core.changes import Announcement
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage import backup
from bootcamp_app.storage import backups as made_by
from bootcamp_app.storage.backup import faults_of, keep
from bootcamp_app.storage.backup_names import BY_HAND, WHY, kept, name_of, short_stem
from bootcamp_app.storage.backups import BackupFailed, BackupKept, Backups, newest_sound
from bootcamp_app.storage.engines import connect, engine_errors
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


@pytest.fixture
def backups(desk: Database, clock: FakeClock, changes: Changes) -> Backups:
    """Its backups."""
    return Backups(desk, clock, changes)


def test_a_kept_copy_is_sound_and_lies_beside_the_workspace(
    backups: Backups, tmp_path: Path
) -> None:
    copy = backups.keep()

    assert copy == tmp_path / "backups" / f"camp-{START:%Y%m%d-%H%M%S}-auto.bootcamp"
    assert faults_of(copy) == []


def test_a_copy_is_made_where_anything_was_written_since_the_newest_and_only_there(
    desk: Database, backups: Backups, clock: FakeClock
) -> None:
    first = backups.keep_if_changed()
    clock.forward(minutes=15)
    again = backups.keep_if_changed()
    add(desk, PersonRow(name_en="Ly Mary"))
    second = backups.keep_if_changed()

    assert first is not None
    assert again is None
    assert second is not None
    assert [one.path for one in backups.known()] == [second, first]


def test_of_a_workspace_in_which_nothing_was_entered_no_copy_is_made(
    sqlite_database: Database, clock: FakeClock, changes: Changes, tmp_path: Path
) -> None:
    made = Backups(sqlite_database, clock, changes).keep_if_changed()

    assert made is None
    assert not (tmp_path / "backups").exists()


def test_a_newest_copy_that_broke_since_counts_as_none(backups: Backups, clock: FakeClock) -> None:
    broken = backups.keep()
    broken.write_bytes(broken.read_bytes()[:5000])
    clock.forward(minutes=1)

    assert backups.is_current() is False
    assert backups.keep_if_changed() is not None
    assert backups.is_current()


def test_copies_of_the_old_rule_are_thinned_and_strange_files_stay(
    backups: Backups, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    asked_for = keep(tmp_path / "camp.bootcamp", "before-update", START - timedelta(days=400))
    other = folder / "camp-2-20200101-000000-auto.bootcamp"
    foreign = folder / "notes.txt"
    for path in (other, foreign):
        path.write_text("x", "utf-8")
    for minutes in range(20, 20 * 16, 15):  # twenty in the five hours before
        made = START - timedelta(minutes=minutes)
        (folder / f"camp-{made:%Y%m%d-%H%M%S}-auto.bootcamp").write_text("x", "utf-8")

    for _time in range(3):  # five at once
        newest = backups.keep()

    left = names_in(folder)
    assert {newest.name, asked_for.name, other.name, foreign.name} <= left
    assert sorted(name for name in left if name.endswith("auto.bootcamp"))[1:] == [
        "camp-20260301-195500-auto.bootcamp",
        "camp-20260301-205500-auto.bootcamp",
        "camp-20260301-215500-auto.bootcamp",
        "camp-20260301-225500-auto.bootcamp",
        "camp-20260301-235500-auto.bootcamp",
        "camp-20260302-001000-auto.bootcamp",
        "camp-20260302-002500-auto.bootcamp",
        "camp-20260302-004000-auto.bootcamp",
        "camp-20260302-010000-auto.bootcamp",
        "camp-20260302-010001-auto.bootcamp",
        "camp-20260302-010002-auto.bootcamp",
    ]


def test_a_copy_that_somebody_opened_and_works_in_is_never_thinned_away(
    backups: Backups, clock: FakeClock, open_place: Opener
) -> None:
    copies = [backups.keep()]
    for minutes in (5, 5):
        clock.forward(minutes=minutes)
        copies.append(backups.keep())
    opened = open_place(str(copies[0]))
    add(opened, PersonRow(name_en="Ly Mary"))
    clock.forward(minutes=600)
    copies.append(backups.keep())
    while_open = [one.exists() for one in copies]
    opened.close()
    copies.append(backups.keep("at-close"))

    assert while_open == [True, False, True, True]
    assert copies[0].exists()


def test_the_newest_copy_is_known_by_its_time_whatever_it_was_made_for(
    backups: Backups, clock: FakeClock, tmp_path: Path
) -> None:
    known = [backups.newest()]
    backups.keep()
    known.append(backups.newest())
    clock.forward(minutes=90)
    keep(tmp_path / "camp.bootcamp", "before-update", clock.now())
    (tmp_path / "backups" / "camp-99999999-000000-auto.bootcamp").touch()
    (tmp_path / "backups" / "camp-2-20990101-000000-auto.bootcamp").touch()
    known.append(backups.newest())

    assert known == [None, START, START + timedelta(minutes=90)]


def test_a_shared_workspace_says_what_backs_it_up(
    postgresql_place: str, open_place: Opener, clock: FakeClock, changes: Changes
) -> None:
    shared = Backups(open_place(postgresql_place), clock, changes)

    with pytest.raises(Refusal, match="PostgreSQL's own tools"):
        shared.keep()

    assert shared.newest() is None
    assert shared.keep_if_changed() is None
    assert shared.known() == []
    assert shared.bring_to_second() == 0


def test_kept_copies_are_listed_the_newest_first_with_why_and_size(
    backups: Backups, clock: FakeClock
) -> None:
    first = backups.keep()
    clock.forward(minutes=30)
    second = backups.keep(BY_HAND)

    assert [(one.at, one.why, one.path) for one in backups.known()] == [
        (START + timedelta(minutes=30), "by-hand", second),
        (START, "auto", first),
    ]
    assert {one.size for one in backups.known()} == {first.stat().st_size}


def test_whoever_listens_is_told_of_a_kept_copy_and_that_it_changed_nothing(
    backups: Backups, changes: Changes
) -> None:
    heard: list[Announcement] = []
    changes.subscribe_all(heard.append)

    backups.keep()

    assert heard == [Announcement("", (BackupKept(),))]


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (Backups.before_import, "before-import"),
        (Backups.before_merge, "before-merge"),
        (Backups.before_restore, "before-restore"),
        (Backups.keep_at_close, "at-close"),
    ],
)
def test_a_copy_is_kept_before_what_could_go_wrong_and_says_so(
    backups: Backups, act: Callable[[Backups], None], why: str
) -> None:
    act(backups)

    assert [one.why for one in backups.known()] == [why]
    assert why in WHY


def test_where_no_copy_can_be_kept_that_is_told_and_the_import_goes_on(
    backups: Backups, changes: Changes, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be", "utf-8")
    heard: list[Announcement] = []
    changes.subscribe_all(heard.append)

    backups.before_import()
    backups.keep_at_close()

    (failed,) = (fact for one in heard for fact in one.facts)
    assert isinstance(failed, BackupFailed)
    assert "could not be written to “backups”" in str(failed.refusal)


def test_a_copy_that_is_not_what_was_copied_is_never_kept(
    backups: Backups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    really = backup._mark_as_copy

    def lose_somebody(part: Path) -> None:
        really(part)
        with connect(part) as torn:
            torn.execute("DELETE FROM people")

    monkeypatch.setattr(backup, "_mark_as_copy", lose_somebody)

    with pytest.raises(Refusal, match="could not be read back, so it was not kept"):
        backups.keep()

    assert names_in(tmp_path / "backups") == set()


def test_after_a_command_a_copy_is_kept_where_the_newest_is_old(
    desk: Database, backups: Backups, clock: FakeClock
) -> None:
    def known() -> list[str]:
        backups.keep_after_command()
        return [one.why for one in backups.known()]

    young = known()
    clock.forward(minutes=16)
    old = known()
    clock.forward(minutes=16)
    unchanged = known()
    add(desk, PersonRow(name_en="Ly Mary"))
    changed = known()

    assert (young, old, unchanged, changed) == ([], ["at-close"], ["at-close"], ["at-close"] * 2)


def test_the_name_of_a_copy_has_room_however_long_the_workspace_is_called(tmp_path: Path) -> None:
    short = tmp_path / "វគ្គ កំពត.bootcamp"
    long = [tmp_path / f"{'បណ្ដុះបណ្ដាល' * 6}{one}.bootcamp" for one in "កខ"]

    names = [name_of(one, START, "before-restore") for one in (short, *long)]

    assert names[0] == "វគ្គ កំពត-20260302-010000-before-restore.bootcamp"
    assert all(len(name.encode()) <= 255 for name in names)
    assert len(set(names)) == 3
    assert short_stem(long[0]).startswith("បណ្ដុះបណ្ដាល")


def test_copies_of_a_workspace_with_the_longest_khmer_name_are_kept_and_known(
    open_place: Opener, clock: FakeClock, changes: Changes, tmp_path: Path
) -> None:
    name = f"{'កំពត ' * 40}"[:80]  # 3 bytes each sign
    database = open_place(str(tmp_path / f"{name}.bootcamp"))
    add(database, PersonRow(name_en="Sok Dara"))
    backups = Backups(database, clock, changes)

    kept = backups.keep("before-restore")

    assert [one.path for one in backups.known()] == [kept]
    assert len(kept.name.encode()) <= 255


def test_another_person_at_the_desk_signs_what_comes_later(desk: Database) -> None:
    add(desk, PersonRow(name_en="SOK Vibol"))

    desk.sign_as("Dara")
    add(desk, PersonRow(name_en="LY Mary"))

    with desk.read() as reader:
        names = reader.scalars(select(JournalRow.who).order_by(JournalRow.seq)).all()
    assert names[-2:] == ["Sokha", "Dara"]


def test_a_clock_that_is_once_years_ahead_takes_no_copy_away(
    backups: Backups, clock: FakeClock, tmp_path: Path
) -> None:
    for hours in range(12):
        keep(tmp_path / "camp.bootcamp", "auto", START - timedelta(hours=5 * hours))
    before = names_in(tmp_path / "backups")
    backups.keep()
    stayed = names_in(tmp_path / "backups")

    clock.forward(days=3 * 365)
    for _tick in range(3):
        backups.keep()
        clock.forward(minutes=15)

    assert stayed < before | stayed
    assert names_in(tmp_path / "backups") >= stayed


def test_a_copy_that_was_made_while_the_clock_was_ahead_is_not_the_newest(
    desk: Database, backups: Backups, clock: FakeClock, tmp_path: Path
) -> None:
    clock.forward(days=400)
    backups.keep()
    clock.forward(days=-400)
    add(desk, PersonRow(name_en="Ly Mary"))

    made = backups.keep_if_changed()
    again = backups.keep_if_changed()

    found = newest_sound(tmp_path / "camp.bootcamp", clock.now())
    assert made is not None
    assert again is None
    assert backups.newest() == START
    assert found is not None
    assert found.path == made


@pytest.mark.parametrize("what", ["thin", "is_current"])
def test_a_disk_that_fails_keeps_no_window_from_closing(
    backups: Backups, monkeypatch: pytest.MonkeyPatch, what: str, tmp_path: Path
) -> None:
    def fail(*_given: object) -> bool:
        raise engine_errors()("disk I/O error") if what == "is_current" else OSError(5, "I/O error")

    place: object = Backups if what == "is_current" else made_by
    monkeypatch.setattr(place, what, fail)

    backups.keep_at_close()

    assert len(kept(tmp_path / "camp.bootcamp")) == (what == "thin")
