"""What the command for digital badges answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


@pytest.fixture(autouse=True)
def issued(ask: CommandLine, made: Made) -> None:
    """Two people have a certificate, one has none."""
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    ask.json("certificates", "issue")


def test_badges_are_made_once_and_verify(ask: CommandLine, tmp_path: Path) -> None:
    line = ("certificates", "credentials", "--out", tmp_path / "badges")

    first = ask.json(*line, "--only", "Sok Dara", "--jwt")
    told = ask.json(*line)

    assert (first["made"], first["kept"]) == (1, 0)
    assert (told["made"], told["kept"]) == (1, 1)
    assert told["folder"] == str(tmp_path / "badges")
    assert set(first["files"]) < set(told["files"])
    found = ask.json("certificates", "verify", first["files"][0])
    assert (found["valid"], found["name_en"]) == (True, "Sok Dara")
    endings = sorted(one.suffix for one in (tmp_path / "badges").iterdir())
    assert endings == [".jwt", ".png", ".png"]


def test_whoever_has_none_is_told_to_issue_first(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    line = ("certificates", "credentials", "--out", tmp_path / "badges")

    said = ask(*line, "--only", made.people[2]["id"])

    assert said.code == 1
    assert said.err == "There is no certificate that holds yet. Issue it first.\n"
    assert not (tmp_path / "badges").exists()
