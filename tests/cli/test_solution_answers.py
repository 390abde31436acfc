"""What the commands about solutions and packs answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

WHOLE = (
    *("--title-km", "សំរាមស្អាត", "--title-en", "Clean market", "--problem", "No bins"),
    *("--idea", "Bins", "--target", "១១.៦", "--target", "12.5"),
    *("--government-office", "Commune office", "--civil-society-office", "Market women"),
    *("--first-step", "Count", "--due", "2026-12-20", "--commitment", "government=Two bins"),
)


@pytest.fixture
def written(ask: CommandLine, made: Made) -> dict[str, object]:
    """A solution that could be signed."""
    del made
    answer: dict[str, object] = ask.json("solutions", "add", *WHOLE)
    return answer


def test_a_solution_is_written_listed_changed_signed_and_removed(
    ask: CommandLine, written: dict[str, object]
) -> None:
    assert (written["state"], written["targets"], written["missing"]) == (
        "ready",
        ["11.6", "12.5"],
        [],
    )
    assert ask.json("solutions", "list") == [written]

    signed = ask.json("solutions", "change", "clean market", "--agreed", "2026-12-03")
    assert (signed["state"], signed["agreed_on"], signed["idea"]) == (
        "agreed",
        "2026-12-03",
        "Bins",
    )
    ask.json("solutions", "remove", str(written["id"])[:13])
    assert ask.json("solutions", "list") == []


def test_what_is_missing_is_said_and_what_is_wrong_refused(ask: CommandLine, made: Made) -> None:
    del made
    said = ask("solutions", "add", "--title-en", "Half").out
    wrong = ask("solutions", "add", *WHOLE, "--target", "18.1")
    no_side = ask("solutions", "add", "--commitment", "Two bins")

    assert "The problem is not told." in said
    assert wrong.code == no_side.code == 1
    assert "There is no target “18.1”." in wrong.err
    assert "says no side" in no_side.err


def test_targets_are_found_by_words_and_numbers(ask: CommandLine) -> None:
    assert len(ask.json("solutions", "targets")) == 169
    assert [one["number"] for one in ask.json("solutions", "targets", "16.10")] == ["16.10"]
    assert "11.6" in ask("solutions", "targets", "waste").out


def test_pages_to_sign_and_the_pack_are_written(
    ask: CommandLine, written: dict[str, object], tmp_path: Path
) -> None:
    del written
    signed = ask.json("solutions", "sign-off", "--out", tmp_path / "sign.pdf")
    pack = ask.json("canvases", "pack", "--out", tmp_path / "pack")

    assert signed == {"file": str(tmp_path / "sign.pdf"), "pages": 1}
    assert (pack["solutions"], pack["boards"], pack["pages"]) == (1, 0, 5)
    assert (tmp_path / "pack" / "booklet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "pack" / "gallery.html").stat().st_size == pack["bytes"]
    assert ask("canvases", "pack").code == 1
