"""What commands about certificates answer to programs: the keys that CLI.md promises."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

VERIFIED = ["valid", "reason", "serial", "name_km", "name_en", "title", "issued_on", "revoked"]
MORE = ["revision", "superseded_by", "issuer", "organisation", "list_made_at", "list_days_old"]


@pytest.fixture
def certified(ask: CommandLine, made: Made, tmp_path: Path) -> Path:
    """The printed certificates of two people who came."""
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    ask.json("certificates", "issue")
    ask.json("certificates", "print", "--out", tmp_path / "all.pdf")
    return tmp_path / "all.pdf"


def test_certificates_are_issued_once_and_the_others_are_told_why_not(
    ask: CommandLine, made: Made
) -> None:
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    why = [
        {
            "person_id": made.people[2]["id"],
            "why": "Attended 0 of 2 sessions; at least 1 "
            "needed. One session short: any one of “Day 1 – Morning”, “Day 1 – Afternoon” would be "
            "enough.",
        }
    ]

    rehearsed = ask.json("certificates", "issue", "--dry-run")
    told = ask.json("certificates", "issue")
    again = ask.json("certificates", "issue", "--only", made.people[0]["id"])

    foreseen = ("same_names", "unprintable", "layout_problems", "revoked_before")
    assert rehearsed == {**told, **{name: [] for name in foreseen}}
    assert told == {"issued": 2, "already": 0, "not_entitled": why}
    assert again == {"issued": 0, "already": 1, "not_entitled": []}


def test_certificates_are_printed_together_and_apart(
    ask: CommandLine, certified: Path, tmp_path: Path
) -> None:
    line = ("certificates", "print", "--out", certified, "--separate", tmp_path / "each")

    assert ask.json(*line) == {"file": str(certified), "pages": 2}
    assert [file.name[7:16] for file in sorted((tmp_path / "each").iterdir())] == [
        "-A-00001-",
        "-A-00002-",
    ]


@pytest.mark.usefixtures("certified")
def test_a_certificate_is_verified_and_after_it_was_revoked_is_not(
    ask: CommandLine, tmp_path: Path
) -> None:
    ask.json("certificates", "print", "--out", tmp_path / "o.pdf", "--only", "Sok Dara")

    valid = ask.json("certificates", "verify", tmp_path / "o.pdf")
    revoked = ask.json("certificates", "revoke", valid["serial"], "--reason", "wrong name")
    void = ask("--json", "certificates", "verify", tmp_path / "o.pdf")

    assert list(valid) == [*VERIFIED, *MORE, "issued_after_list"]
    assert (valid["valid"], valid["reason"], valid["revoked"]) == (True, "valid", False)
    assert (valid["name_en"], valid["title"]) == ("Sok Dara", "Kampot Bootcamp")
    assert revoked == {"serial": valid["serial"], "revoked": True}
    assert (void.code, void.err) == (1, "")
    is_void = {"valid": False, "reason": "revoked", "revoked": True}
    assert void.document == {**valid, **is_void}


def test_what_is_no_certificate_has_a_reason_and_no_names(ask: CommandLine) -> None:
    answer = ask("--json", "certificates", "verify", "hello")

    assert answer.code == 1
    assert list(answer.document) == [*VERIFIED, *MORE, "issued_after_list"]
    assert answer.document["reason"] == "not_a_certificate"
    assert {answer.document[key] for key in ("serial", "name_km", "name_en", "title")} == {None}


def test_verifying_with_the_list_of_issuers_needs_no_workspace_and_makes_none(
    ask: CommandLine, certified: Path, tmp_path: Path, home: Path
) -> None:
    told = ask.json("certificates", "issuers", "--out", tmp_path / "issuers.json")
    ask.json("certificates", "print", "--out", certified, "--only", "Sok Dara")
    away = tmp_path / "away.pdf"
    shutil.move(certified, away)
    shutil.rmtree(home, ignore_errors=True)

    answer = ask.bare(
        "certificates", "verify", away, "--json", "--issuers", tmp_path / "issuers.json"
    )

    assert told == {"file": str(tmp_path / "issuers.json"), "issuers": 1}
    assert answer.code == 0
    assert answer.document["name_en"] == "Sok Dara"
    assert list(home.rglob("*.bootcamp")) == []
