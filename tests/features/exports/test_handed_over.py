"""All of it handed over, protected where wanted: whole or not at all, and nothing open left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pyrage
import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.storage import passphrase as closing
from bootcamp_app.storage.encrypted import decrypt
from tests.features.certificates.camps import camp_in, quietly
from tests.features.exports.filled import asked
from tests.storage.desks import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.clock import FakeClock
    from tests.features.certificates.camps import Camp

WORDS = "correct horse battery"
NAME = b"Chan Sreyneang"


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Camp]:
    monkeypatch.setattr(closing, "_WORK", 4)
    made = camp_in(build(sqlite_place, clock))
    made.certified(("", NAME.decode()))
    made.app.database.checkpoint()
    yield made
    made.app.database.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def files(folder: Path) -> list[str]:
    """Give what lies in a folder, the workspace and its log aside."""
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith("camp.boot"))


def test_a_protected_database_opens_with_the_passphrase_and_is_the_same(
    camp: Camp, stick: Path
) -> None:
    told: list[tuple[int, int]] = []
    camp.app.exports.write_database(stick / "open.sqlite", with_personal_data=True)

    rows = camp.app.exports.write_database(
        stick / "all.sqlite.age",
        with_personal_data=True,
        passphrase=WORDS,
        progress=lambda *far: told.append(far),
    )

    closed = (stick / "all.sqlite.age").read_bytes()
    assert NAME not in closed
    decrypt(stick / "all.sqlite.age", stick / "again.sqlite", WORDS, [], quietly)
    assert (stick / "again.sqlite").read_bytes() == (stick / "open.sqlite").read_bytes()
    assert rows > 10
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert files(stick) == ["again.sqlite", "all.sqlite.age", "open.sqlite"]


def test_a_protected_database_opens_with_the_key_of_each_recipient(camp: Camp, stick: Path) -> None:
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    target = stick / "all.age"

    camp.app.exports.write_database(
        target, with_personal_data=False, recipients=[str(one.to_public()) for one in keys]
    )

    for key in keys:
        opened = pyrage.decrypt(target.read_bytes(), [key])
        assert opened.startswith(b"SQLite format 3\0")
        assert NAME not in opened


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 0.75, 1])
@pytest.mark.parametrize("what", ["database", "workspace"])
def test_stopped_at_any_moment_nothing_is_left_and_the_older_file_stays(
    what: str, share: float, camp: Camp, stick: Path
) -> None:
    target, before = stick / "all.age", state_of(camp.app.database)
    target.write_text("older")
    beside = files(stick.parent)

    def stop(done: int, of: int) -> None:
        if done >= share * of:
            raise Cancelled("Stopped.")

    exports = camp.app.exports
    ways: dict[str, Callable[..., int]] = {
        "database": partial(exports.write_database, with_personal_data=True),
        "workspace": exports.write_workspace,
    }
    with pytest.raises(Cancelled):
        ways[what](target, passphrase=WORDS, progress=stop)

    assert target.read_text() == "older"
    assert files(stick) == ["all.age"]
    assert files(stick.parent) == beside
    assert state_of(camp.app.database) == before


def test_a_target_that_takes_nothing_is_refused_before_the_work_and_in_words(
    camp: Camp, stick: Path
) -> None:
    (stick / "all.age").mkdir()

    with pytest.raises(Refusal, match=r"“all\.age” could not be written"):
        camp.app.exports.write_database(
            stick / "all.age", with_personal_data=True, passphrase=WORDS
        )
    with pytest.raises(Refusal, match="too short"):
        camp.app.exports.write_database(stick / "x.age", with_personal_data=True, passphrase="x")

    assert files(stick) == ["all.age"]


@pytest.mark.parametrize("is_protected", [False, True])
def test_a_copy_of_the_workspace_opens_as_another_device_with_all_in_it(
    camp: Camp, stick: Path, clock: FakeClock, *, is_protected: bool
) -> None:
    target = stick / ("copy.age" if is_protected else "copy.bootcamp")

    size = camp.app.exports.write_workspace(target, passphrase=WORDS if is_protected else "")
    if is_protected:
        assert NAME not in target.read_bytes()
        decrypt(target, stick / "copy.bootcamp", WORDS, [], quietly)

    assert (stick / "copy.bootcamp").stat().st_size == size
    other = build(stick / "copy.bootcamp", clock)
    people = [one.name_en for one in other.people.list(other.bootcamps.find())]
    assert other.records.faults() == []
    other.database.close()
    ours = asked(stick.parent / "camp.bootcamp", "SELECT id FROM local_device")
    assert people == [NAME.decode()]
    assert asked(stick / "copy.bootcamp", "SELECT id FROM local_device") != ours


def test_a_copy_tells_how_far_it_is_and_stops_when_it_is_cancelled(camp: Camp, stick: Path) -> None:
    told = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) == 2:
            raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        camp.app.exports.write_workspace(stick / "copy.bootcamp", progress=stop)

    assert all(done <= of == 100 for done, of in told)
    assert files(stick) == []


def test_a_copy_replaces_the_one_before_and_never_the_workspace_itself(
    camp: Camp, stick: Path
) -> None:
    place = camp.app.database.path
    assert place is not None
    for _time in range(2):
        camp.app.exports.write_workspace(stick / "copy.bootcamp")

    exports = camp.app.exports
    whole = partial(exports.write_database, with_personal_data=True)
    for write in (
        partial(exports.write_workspace, place),
        partial(whole, place),
        partial(whole, stick / "copy.bootcamp"),
    ):
        with pytest.raises(Refusal, match="is not replaced"):
            write()

    assert files(stick) == ["copy.bootcamp"]
