"""What the command line answers when it makes the verification page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_the_page_holds_the_list_that_the_command_for_lists_gives(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    assert made.people
    target, beside = tmp_path / "verify.html", tmp_path / "trust.json"

    answer = ask.json("certificates", "page", "--out", target)

    assert answer == {"file": str(target), "bytes": target.stat().st_size}
    ask.json("certificates", "trust", "--out", beside)
    inside = re.search(r'id="trust-data">(.*?)</script>', target.read_text("utf-8"))
    assert inside
    assert json.loads(inside[1])["issuers"] == json.loads(beside.read_text("utf-8"))["issuers"]


def test_the_page_is_said_to_be_handed_over_in_person(ask: CommandLine, tmp_path: Path) -> None:
    answer = ask("certificates", "page", "--out", tmp_path / "verify.html")

    assert answer.code == 0
    assert "Hand it over yourself." in answer.out
