"""Killed at any step of a backup or of going back: nothing is lost, and no half file is taken."""

from __future__ import annotations

import random
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people.tables import PersonRow
from bootcamp_app.storage.backup import copy_verified, faults_of, keep
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backup_names import kept
from bootcamp_app.storage.backup_second import choose, chosen
from bootcamp_app.storage.engines import log_of
from tests.clock import START
from tests.storage.desks import add
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.storage.database import Database

    Opener = Callable[[str], Database]

ACTS = ("backup", "stick", "restore", "new file")
FEW = 4
OLD, PRESENT = 1, 2
"""So many people are in the backup and in the workspace."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no fork.")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is copied for each round: a workspace, an old backup, a second place."""
    return tmp_path_factory.mktemp("before")


@pytest.fixture
def place(before: Path, open_place: Opener, tmp_path: Path) -> Path:
    """A workspace as it was left, with an earlier backup and a stick."""
    if not (before / "camp.bootcamp").exists():
        path = tmp_path / "made" / "camp.bootcamp"
        database = open_place(str(path))
        add(database, PersonRow(name_en="Sok Dara"))
        copy_verified(path, path.with_name("old.bootcamp"))
        add(database, PersonRow(name_en="Ly Mary"))
        keep(path, "by-hand", START.replace(year=2025))
        database.close()
        shutil.copytree(path.parent, before, dirs_exist_ok=True)
    return tmp_path / "round" / "camp.bootcamp"


def renew(before: Path, place: Path) -> dict[str, bytes]:
    shutil.rmtree(place.parent, ignore_errors=True)
    shutil.copytree(before, place.parent)
    (place.parent / "stick").mkdir()
    choose(place, place.parent / "stick")
    return contents(place.parent)


def steps_of(act: str, before: Path, place: Path) -> int:
    """Give how many steps it has."""
    from tests.storage.killing import steps_of as count  # noqa: PLC0415 - Windows cannot import it

    # The first time it also loads what it needs, which a process that is killed has by then.
    for _time in range(2):
        renew(before, place)
        steps = count(act, place)
    return steps


def _killed(act: str, place: Path, step: int) -> bool:
    from tests.storage.killing import killed  # noqa: PLC0415 - Windows cannot import it

    return killed(act, place, step)


def people_in(path: Path) -> int:
    return contents_of(path).counts["people"]


def check(act: str, place: Path, was: dict[str, bytes]) -> None:
    now = contents(place.parent)
    finals = {name: data for name, data in now.items() if ".part" not in name}
    for name, data in was.items():
        if name not in ("camp.bootcamp", "camp.bootcamp-wal"):
            assert finals[name] == data or name.endswith(".json")
    assert faults_of(place) == []
    if act == "restore":
        # All of it is the old workspace or all of it the backup; the old one is aside by then.
        assert people_in(place) in (OLD, PRESENT)
        if people_in(place) == OLD:
            (aside,) = place.parent.glob("*.replaced-*-1")
            assert people_in(aside) == PRESENT
    else:
        assert now["camp.bootcamp"] == was["camp.bootcamp"]
    for name in finals:
        if name.endswith((".bootcamp", "-1")):
            assert faults_of(place.parent / name) == []
            assert not log_of(place.parent / name).exists() or name == "camp.bootcamp"


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("rounds", [FEW, pytest.param(None, marks=pytest.mark.slow)])
def test_killed_at_any_step_nothing_is_lost_and_no_half_file_has_a_final_name(
    act: str, rounds: int | None, before: Path, place: Path
) -> None:
    steps = steps_of(act, before, place)
    every = range(steps)
    chosen_steps = every if rounds is None else sorted(random.Random(8).sample(every, rounds))
    chosen_steps = sorted({*chosen_steps, *every[-2:]})

    for step in chosen_steps:
        was = renew(before, place)
        assert _killed(act, place, step)
        check(act, place, was)

    was = renew(before, place)
    assert not _killed(act, place, steps)
    check(act, place, was)
    done = {
        "backup": lambda: len(kept(place)) == 2,
        "stick": lambda: (found := chosen(place)) is not None and len(found.kept()) == 1,
        "restore": lambda: people_in(place) == OLD,
        "new file": lambda: people_in(place.with_name("new.bootcamp")) == OLD,
    }
    assert done[act]()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("room", [0, 4096, 64 * 1024, 400 * 1024])
def test_where_the_disk_is_full_all_stays_as_it_was(
    act: str, room: int, before: Path, place: Path
) -> None:
    from tests.storage.killing import refused  # noqa: PLC0415 - Windows cannot import it

    was = renew(before, place)
    names = names_in(place.parent / "stick")

    said = refused(act, place, room)

    assert said.startswith(("The copy could not be written", "The second place “stick” did not"))
    now = contents(place.parent)
    log = now.pop("camp.bootcamp-wal", b"")  # an empty one is SQLite's own, and holds nothing
    assert (now, log) == (was, b"")
    assert names_in(place.parent / "stick") == names


def test_the_next_backup_sweeps_what_a_killed_one_left(
    before: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew(before, place)
    steps = steps_of("backup", before, place)
    renew(before, place)
    _killed("backup", place, steps // 2)
    left = [name for name in contents(place.parent) if ".part" in name]
    monkeypatch.setattr("bootcamp_app.core.files._LEFT", -1)

    keep(place, "auto", START)

    assert left
    assert [name for name in contents(place.parent) if ".part" in name] == []
