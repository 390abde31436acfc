"""What `certificates print` writes, keeps and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

PRINT = ("certificates", "print")


@pytest.fixture
def issued(ask: CommandLine, made: Made) -> Made:
    """Two people of three hold a certificate."""
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    ask.json("certificates", "issue")
    return made


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.usefixtures("issued")
def test_several_files_are_written_once_and_kept_the_next_time(
    ask: CommandLine, tmp_path: Path
) -> None:
    line = (*PRINT, "--by", "team", "--folder", tmp_path / "teams")
    told = {"file": None, "pages": 2, "folder": str(tmp_path / "teams")}

    assert ask.json(*line) == {**told, "written": 1, "kept": 0}
    assert ask.json(*line) == {**told, "written": 0, "kept": 1}
    assert names_in(tmp_path / "teams") == ["Without a team.pdf"]
    assert "0 files written. 1 lay there already." in ask(*line).out


@pytest.mark.usefixtures("issued")
def test_a_folder_alone_holds_a_file_a_person(ask: CommandLine, tmp_path: Path) -> None:
    ask.json(*PRINT, "--folder", tmp_path / "each", "--order", "name")

    assert [name[7:16] for name in names_in(tmp_path / "each")] == ["-A-00001-", "-A-00002-"]


@pytest.mark.usefixtures("issued")
def test_only_what_was_not_printed_before_is_printed(ask: CommandLine, tmp_path: Path) -> None:
    line = (*PRINT, "--out", tmp_path / "o.pdf")

    assert ask.json(*line, "--only", "Sok Dara", "--note-printed")["pages"] == 1
    assert ask.json(*line, "--not-printed", "--note-printed")["pages"] == 1
    refused = ask(*line, "--not-printed")

    assert refused.code == 1
    assert "printed before" in refused.err
    assert ask.json(*line)["pages"] == 2


@pytest.mark.parametrize("line", [(), ("--by", "team", "--out", "o.pdf")])
@pytest.mark.usefixtures("issued")
def test_where_to_write_must_be_said(ask: CommandLine, line: tuple[str, ...]) -> None:
    answer = ask(*PRINT, *line)

    assert answer.code == 2
    assert "--folder" in answer.err
