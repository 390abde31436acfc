"""A stick as second place: brought, read back, thinned, pulled out, and put in again."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core import files
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage import backup_second
from bootcamp_app.storage.backup import faults_of, keep
from bootcamp_app.storage.backup_second import COMMON, chosen
from bootcamp_app.storage.backups import Backups
from tests.clock import START
from tests.storage.desks import add
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.core.changes import Changes
    from bootcamp_app.storage.backup_second import SecondPlace
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


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is in."""
    folder = tmp_path / "ខ្ញុំ USB STICK"
    folder.mkdir()
    return folder


def use(backups: Backups, stick: Path) -> SecondPlace:
    """Choose the stick; give the place there."""
    place = backups.choose_second(stick)
    assert place is not None
    return place


def test_each_backup_is_brought_to_the_stick_and_is_the_same_there(
    backups: Backups, stick: Path
) -> None:
    place = use(backups, stick)
    here = backups.keep()

    brought = backups.bring_to_second()
    again = backups.bring_to_second()

    (there,) = place.kept()
    assert (brought, again) == (1, 0)
    assert there.path.read_bytes() == here.read_bytes()
    assert there.path.parent.parent == stick / COMMON
    assert (there.at, there.why, there.is_second) == (START, "auto", True)
    assert faults_of(there.path) == []
    assert [one.is_second for one in backups.known()] == [False, True]
    assert chosen_seen(backups) == START


def chosen_seen(backups: Backups) -> object:
    second = backups.second()
    return second.seen if second else "none"


def test_while_the_stick_is_away_nothing_happens_there_and_it_catches_up(
    backups: Backups, stick: Path, clock: FakeClock, tmp_path: Path
) -> None:
    place = use(backups, stick)
    backups.keep()
    backups.bring_to_second()
    stick.rename(tmp_path / "in a pocket")
    clock.forward(minutes=15)
    backups.keep()
    away = backups.bring_to_second(), place.is_there, chosen_seen(backups), stick.exists()
    known = [one.is_second for one in backups.known()]
    (tmp_path / "in a pocket").rename(stick)

    assert away == (0, False, START, False)
    assert known == [False, False]
    assert backups.bring_to_second() == 1
    assert [one.at for one in place.kept()] == [START + timedelta(minutes=15), START]
    assert chosen_seen(backups) == START + timedelta(minutes=15)


def test_where_the_stick_is_usually_found_and_another_one_is_in_nothing_is_written(
    backups: Backups, stick: Path
) -> None:
    use(backups, stick)
    backups.keep()
    shutil.rmtree(stick)
    stick.mkdir()

    assert backups.bring_to_second() == 0
    assert names_in(stick) == set()


@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_a_stick_that_is_pulled_out_in_the_middle_leaves_no_half_file_under_a_final_name(
    backups: Backups, stick: Path, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_second, "_PIECE", 100_000)
    place = use(backups, stick)
    backups.keep()
    before = contents(tmp_path / "backups")
    asked = 0

    def pull(_done: int, _of: int) -> None:
        nonlocal asked
        asked += 1
        if asked > after:
            raise OSError(5, "Input/output error")

    with pytest.raises(Refusal, match=r"did not take the backup.*on this laptop is whole"):
        backups.bring_to_second(pull)

    assert names_in(place.home) == set()
    assert contents(tmp_path / "backups") == before
    assert backups.bring_to_second() == 1


def test_what_the_stick_gives_back_otherwise_than_it_was_written_does_not_count(
    backups: Backups, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = use(backups, stick)
    backups.keep()
    really = files.settle

    def lose_a_byte(part: Path) -> None:
        really(part)
        part.write_bytes(part.read_bytes()[:-1] + b"?")

    with monkeypatch.context() as patch:
        patch.setattr(backup_second, "settle", lose_a_byte)
        with pytest.raises(Refusal, match="did not take the backup"):
            backups.bring_to_second()
        assert names_in(place.home) == set()

    assert backups.bring_to_second() == 1


def test_a_copy_that_is_cut_off_on_the_stick_is_brought_again(
    backups: Backups, stick: Path
) -> None:
    place = use(backups, stick)
    backups.keep()
    backups.bring_to_second()
    (there,) = place.kept()
    there.path.write_bytes(there.path.read_bytes()[:4096])

    assert backups.bring_to_second() == 1
    assert faults_of(there.path) == []


def test_the_stick_is_thinned_by_the_same_rule_and_keeps_what_the_laptop_lost(
    backups: Backups, stick: Path, clock: FakeClock, tmp_path: Path
) -> None:
    place = use(backups, stick)
    for minutes in (180, 170, 40, 20):
        keep(tmp_path / "camp.bootcamp", "auto", START - timedelta(minutes=minutes))
    brought = backups.bring_to_second()
    shutil.rmtree(tmp_path / "backups")
    backups.choose_second(stick)  # another name there: nothing is known of the one before
    clock.forward(minutes=600)

    assert brought == 3
    assert [one.at for one in place.kept()] == [
        START - timedelta(minutes=minutes) for minutes in (20, 40, 170)
    ]


def test_two_workspaces_of_one_name_do_not_meet_on_one_stick(
    backups: Backups, stick: Path, open_place: Opener, clock: FakeClock, changes: Changes,
    tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "other").mkdir()
    database = open_place(str(tmp_path / "other" / "camp.bootcamp"))
    add(database, PersonRow(name_en="Ly Mary"))
    other = Backups(database, clock, changes)
    places = [use(one, stick) for one in (backups, other)]

    for one in (backups, other):
        one.keep()
        assert one.bring_to_second() == 1

    assert len({place.home for place in places}) == 2
    assert all(len(place.kept()) == 1 for place in places)


def test_names_on_the_stick_are_such_as_fat_takes(
    open_place: Opener, clock: FakeClock, changes: Changes, stick: Path, tmp_path: Path
) -> None:
    database = open_place(str(tmp_path / 'Who? "we": <all>.bootcamp'))
    add(database, PersonRow(name_en="Sok Dara"))
    backups = Backups(database, clock, changes)
    use(backups, stick)
    backups.keep()

    backups.bring_to_second()

    names = [path.name for path in stick.rglob("*")]
    assert len(names) == 3
    assert not [name for name in names if set(name) & set('\\/:*?"<>|')]


def test_a_folder_that_takes_nothing_is_refused_as_second_place(
    backups: Backups, tmp_path: Path
) -> None:
    backups.keep()
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", "utf-8")

    with pytest.raises(Refusal, match="Nothing can be written to “blocked”"):
        backups.choose_second(blocked)
    with pytest.raises(Refusal, match="lie in “backups” already"):
        backups.choose_second(tmp_path / "backups")
    with pytest.raises(Refusal, match="Nothing can be written to “not in”"):
        backups.choose_second(tmp_path / "not in")

    assert not (tmp_path / "not in").exists()
    assert backups.second() is None


def test_no_second_place_any_more_leaves_what_is_there(backups: Backups, stick: Path) -> None:
    place = use(backups, stick)
    backups.keep()
    backups.bring_to_second()

    backups.choose_second(None)

    assert backups.second() is None
    assert len(place.kept()) == 1


@pytest.mark.parametrize("is_another", [False, True])
def test_what_is_chosen_while_copies_are_brought_stays_chosen(
    backups: Backups, stick: Path, tmp_path: Path, *, is_another: bool
) -> None:
    use(backups, stick)
    backups.keep()
    (tmp_path / "other").mkdir()
    wanted = tmp_path / "other" if is_another else None

    def choose(_done: int, _of: int) -> None:
        backups.choose_second(wanted)

    backups.bring_to_second(choose)

    second = backups.second()
    assert (second.folder if second else None) == wanted


def test_a_note_that_is_no_note_is_as_if_none_was_chosen(
    backups: Backups, stick: Path, tmp_path: Path
) -> None:
    use(backups, stick)
    (note,) = (tmp_path / "backups").glob("*.json")
    note.write_text('{"folder": 7}', "utf-8")

    assert chosen(tmp_path / "camp.bootcamp") is None


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def test_a_copy_that_is_damaged_on_the_laptop_is_made_whole_from_the_stick(
    backups: Backups, stick: Path
) -> None:
    place = use(backups, stick)
    here = backups.keep()
    backups.bring_to_second()
    whole = here.read_bytes()
    cut_off(here)

    brought = backups.bring_to_second()

    (there,) = place.kept()
    assert brought == 0
    assert (there.path.read_bytes(), here.read_bytes()) == (whole, whole)


def test_what_is_damaged_on_the_laptop_is_not_brought_and_a_sound_other_one_stays(
    backups: Backups, stick: Path, desk: Database, clock: FakeClock
) -> None:
    place = use(backups, stick)
    here = backups.keep()
    backups.bring_to_second()
    (there,) = place.kept()
    other = there.path.read_bytes()
    with desk.write() as work:
        for number in range(300):
            work.add(PersonRow(name_en=f"Person {number}"))
    here.unlink()
    backups.keep()  # of the same moment, and larger
    clock.forward(minutes=15)
    cut_off(backups.keep())

    assert backups.bring_to_second() == 0
    assert [one.path.read_bytes() for one in place.kept()] == [other]
