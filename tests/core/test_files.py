"""Files that are whole under their name, or not there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import part_of, sweep, whole_file

if TYPE_CHECKING:
    from pathlib import Path


def write(target: Path, text: str = "new") -> None:
    with whole_file(target) as part:
        part.write_text(text, "utf-8")


def write_half(target: Path, failure: Exception) -> None:
    with whole_file(target) as part:
        part.write_text("half", "utf-8")
        raise failure


def test_a_file_is_there_when_the_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "បញ្ជី.csv"

    write(target, "ឈ្មោះ")

    assert target.read_text("utf-8") == "ឈ្មោះ"
    assert list(target.parent.iterdir()) == [target]


def test_nothing_is_under_the_name_before_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"

    with whole_file(target) as part:
        part.write_text("half", "utf-8")
        assert not target.exists()

    assert target.read_text("utf-8") == "half"


def test_a_failure_in_the_block_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_text("old", "utf-8")

    with pytest.raises(RuntimeError, match="power"):
        write_half(target, RuntimeError("power"))

    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failing_disk_is_said_with_the_files_name_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="“list” could not be written"):
        write_half(tmp_path / "list", OSError(28, "No space left on device"))

    assert list(tmp_path.iterdir()) == []


def test_a_block_that_writes_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="could not be written"), whole_file(tmp_path / "list.csv"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_name_that_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    name = "ច" * 90 + ".csv"
    assert len(name.encode()) > 255

    with pytest.raises(Refusal, match="could not be written"):
        write(tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here", "utf-8")

    with pytest.raises(Refusal, match="could not be written"):
        write(tmp_path / "file" / "list.csv")

    assert (tmp_path / "file").read_text("utf-8") == "here"


def test_a_folder_under_the_files_name_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()

    with pytest.raises(Refusal, match="could not be written"):
        write(tmp_path / "list.csv")

    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
    assert (tmp_path / "list.csv").is_dir()


def test_what_is_written_into_a_part_is_refused_under_the_name_of_the_whole(tmp_path: Path) -> None:
    with (
        pytest.raises(Refusal, match=r"“board\.svg” could not be written"),
        whole_file(tmp_path / "board.svg") as outer,
        whole_file(outer),
    ):
        raise OSError(28, "no space")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("age", "stays"), [(0, True), (3600, False), (-63_072_000, False)])
def test_what_a_killed_writer_left_is_swept_though_the_clock_was_set_back_since(
    age: int, tmp_path: Path, *, stays: bool
) -> None:
    left = part_of(tmp_path / "list.csv")
    left.touch()
    os.utime(left, (time.time() - age,) * 2)
    (tmp_path / "list.csv.part").touch()

    sweep(tmp_path)

    assert left.exists() is stays
    assert (tmp_path / "list.csv.part").exists()


def test_a_file_is_not_written_to_the_laptop_where_its_stick_was_pulled_out_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disks = iter((1, 2))

    monkeypatch.setattr("bootcamp_app.core.files._disk_of", lambda _part: next(disks))

    with pytest.raises(Refusal, match="“list” could not be written"):
        write(tmp_path / "list")

    assert list(tmp_path.iterdir()) == []
