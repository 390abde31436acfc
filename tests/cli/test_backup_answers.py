"""Backups on the command line: made, listed, brought to a stick, looked at and gone back to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.storage.backup import faults_of
from tests.storage.folders import contents, names_in

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine

KAMPOT = "name_en,phone\nLy Mary,012345678\n"


@pytest.mark.usefixtures("made")
def test_a_backup_without_a_file_lies_beside_the_workspace_and_is_listed(
    ask: CommandLine, tmp_path: Path
) -> None:
    kept = ask.json("backup")
    (entry,) = ask.json("backups")

    assert Path(kept["file"]).parent == tmp_path / "backups"
    assert kept["second"] is None
    assert entry == {
        "at": entry["at"],
        "why": "by-hand",
        "second": False,
        "bytes": kept["bytes"],
        "people": 3,
        "attendance_events": 0,
        "file": kept["file"],
    }
    assert "made by hand" in ask("backups").out
    assert "ចម្លងដោយដៃ" in ask("backups", "--lang", "km").out


def test_a_workspace_without_a_backup_says_so(ask: CommandLine) -> None:
    assert ask.json("backups") == []
    assert ask("backups").out == "There is no backup yet.\n"


@pytest.mark.usefixtures("made")
def test_a_list_is_backed_up_before_it_is_taken_in_and_not_before_a_look(
    ask: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(KAMPOT, "utf-8")

    ask.json("people", "import", tmp_path / "list.csv", "--dry-run")
    after_look = ask.json("backups")
    ask.json("people", "import", tmp_path / "list.csv")
    ask.json("people", "import", tmp_path / "list.csv")  # nothing is new in it

    assert after_look == []
    assert [(one["why"], one["people"]) for one in ask.json("backups")] == [("before-import", 3)]


@pytest.mark.usefixtures("made")
def test_from_now_on_backups_are_brought_to_a_stick(ask: CommandLine, tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()

    first = ask.json("backup", "--second", stick)["second"]
    stick.rename(tmp_path / "away")
    away = ask.json("backup")["second"]
    said = ask("backup").out
    (tmp_path / "away").rename(stick)
    listed = ask.json("backups")
    none = ask.json("backup", "--no-second")["second"]

    assert first == {"folder": str(stick), "there": True, "copied": 1}
    assert away == {"folder": str(stick), "there": False, "copied": 0}
    assert f"The second place is not there: {stick}" in said
    assert sum(one["second"] for one in listed) == 1
    assert none is None


@pytest.mark.usefixtures("made")
def test_a_second_place_that_takes_nothing_is_refused(ask: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    answer = ask("backup", "--second", tmp_path / "file")

    assert answer.code == 1
    assert answer.err.startswith("Nothing can be written to “file”. Check that the stick is in")


@pytest.mark.usefixtures("made")
def test_what_going_back_would_change_is_told_and_nothing_is_changed(
    ask: CommandLine, tmp_path: Path
) -> None:
    copy = ask.json("backup", "--out", tmp_path / "copy.bootcamp")["file"]
    ask.json("people", "add", "--name-en", "Late Comer")
    before = contents(tmp_path)

    told = ask.json("restore", copy, "--dry-run")
    said = ask("restore", copy, "--dry-run").out

    assert told["changes"]["people"] == {"now": 4, "then": 3, "lost": 1, "back": 0}
    assert told["changes"]["boards"] == {"now": 0, "then": 0, "lost": 0, "back": 0}
    assert told["same_workspace"] is True
    assert told["entries_lost"] > 0
    assert told["newest"] is not None
    assert "People: 4 now, 3 in the backup; 1 would be lost, 0 come back." in said
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("made")
def test_a_backup_is_written_as_a_new_file_and_never_over_another(
    ask: CommandLine, tmp_path: Path
) -> None:
    copy = ask.json("backup", "--out", tmp_path / "copy.bootcamp")["file"]
    ask.json("people", "add", "--name-en", "Late Comer")

    made = ask.json("restore", copy, "--to", tmp_path / "new.bootcamp")
    again = ask("restore", copy, "--to", tmp_path / "new.bootcamp")

    assert made == {"file": str(tmp_path / "new.bootcamp"), "kept": None}
    assert len(ask.json("people", "list")) == 4
    assert faults_of(tmp_path / "new.bootcamp") == []
    assert again.code == 1
    assert again.err.startswith("“new.bootcamp” is there already.")


@pytest.mark.usefixtures("made")
def test_going_back_keeps_a_backup_of_what_was_there_and_the_file_itself(
    ask: CommandLine, tmp_path: Path
) -> None:
    copy = ask.json("backup", "--out", tmp_path / "copy.bootcamp")["file"]
    ask.json("people", "add", "--name-en", "Late Comer")

    kept = ask.json("restore", copy)["kept"]

    assert len(ask.json("people", "list")) == 3
    assert [(one["why"], one["people"]) for one in ask.json("backups")] == [("before-restore", 4)]
    assert ask.json("restore", kept, "--dry-run")["changes"]["people"]["back"] == 1


@pytest.mark.usefixtures("made")
def test_a_damaged_workspace_goes_back_to_its_newest_backup(
    ask: CommandLine, tmp_path: Path
) -> None:
    copy = ask.json("backup")["file"]
    damaged = b"\x55" * 9000
    ask.place.write_bytes(damaged)

    told = ask.json("restore", copy, "--dry-run")["changes"]["people"]
    kept = Path(ask.json("restore", copy)["kept"])

    assert (told["now"], told["then"]) == (None, 3)
    assert ".damaged-" in kept.name
    assert kept.read_bytes() == damaged
    assert len(ask.json("people", "list")) == 3
    assert not [name for name in names_in(tmp_path) if ".part" in name]


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("what", ["backup", "export people", "export workspace", "export database"])
def test_another_workspace_is_not_replaced_by_what_is_written(
    ask: CommandLine, tmp_path: Path, what: str
) -> None:
    other = tmp_path / "other.bootcamp"
    ask.bare("--db", other, "new", "Other", "--start", "2026-03-02")
    before = contents(tmp_path)

    forms = {"export people": "csv", "export database": "sqlite"}
    form = ("--format", forms[what]) if what in forms else ()
    told = ask(*what.split(), "--out", other, *form)

    assert told.code == 1
    assert "is a workspace with work in it and is not replaced" in told.err
    assert contents(tmp_path) == before


def test_a_backup_that_is_not_there_is_said_to_be_so(ask: CommandLine, tmp_path: Path) -> None:
    told = ask("restore", tmp_path / "nix.bootcamp")

    assert told.code == 1
    assert "“nix.bootcamp” is not there. Check its name and folder" in told.err


@pytest.mark.usefixtures("made")
def test_a_workspace_that_is_gone_is_gone_back_to_and_not_begun_anew(
    ask: CommandLine,
) -> None:
    kept = ask.json("backup")
    Path(ask.place).unlink()

    told = ask("list")
    begun = Path(ask.place).exists()
    back = ask.json("restore", kept["file"])

    assert (told.code, begun) == (1, False)
    assert f"Restore the newest, “{Path(kept['file']).name}”" in told.err
    assert back == {"file": str(ask.place), "kept": None}
    assert len(ask.json("people", "list")) == 3
