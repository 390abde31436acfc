"""What the commands about logos answer, and that badges are printed with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.logos import logo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


@pytest.fixture
def files(tmp_path: Path, made: Made) -> list[Path]:
    """Three logos of a bootcamp that was made."""
    del made
    found = [tmp_path / f"{shape}_logo.png" for shape in ("wide", "tall", "square")]
    for file in found:
        file.write_bytes(logo(file.stem.partition("_")[0]))
    return found


def titles(ask: CommandLine) -> list[str]:
    return [one["title"] for one in ask.json("logos", "list")]


def test_logos_are_added_listed_ordered_named_and_removed(
    ask: CommandLine, files: list[Path]
) -> None:
    first = ask.json("logos", "add", files[0], "--title", "ក្រសួងផែនការ")
    second = ask.json("logos", "add", files[1])
    ask.json("logos", "add", files[2])

    assert (first["title"], first["place"]) == ("ក្រសួងផែនការ", 1)
    assert ask.json("logos", "list")[1] == second
    assert set(second) == {"id", "place", "title", "bytes"}
    moved = ask.json("logos", "move", "square logo", "1")
    renamed = ask.json("logos", "rename", second["id"][:8], "UNDP")
    assert (moved["place"], renamed["title"]) == (1, "UNDP")
    assert titles(ask) == ["square logo", "ក្រសួងផែនការ", "UNDP"]
    removed = ask.json("logos", "remove", "undp")
    assert removed == {"id": second["id"], "title": "UNDP"}
    assert titles(ask) == ["square logo", "ក្រសួងផែនការ"]


def test_the_bootcamp_can_be_named(ask: CommandLine, made: Made, files: list[Path]) -> None:
    later = ask.json("new", "Kep Bootcamp", "--start", "2027-01-10")

    ask.json("logos", "add", files[0], "--bootcamp", made.bootcamp["id"])

    assert titles(ask) == []
    assert len(ask.json("logos", "list", "--bootcamp", "Kampot Bootcamp")) == 1
    assert ask.json("list")[0]["id"] == later["id"]


def test_people_are_answered_in_sentences(ask: CommandLine, files: list[Path]) -> None:
    empty = ask("logos", "list")
    added = ask("logos", "add", files[0], "--title", "UNDP")
    listed = ask("logos", "list")

    assert empty.out == "It has no logos.\n"
    assert added.out == "The logo “UNDP” was added.\n"
    assert listed.out.splitlines()[1].split()[:2] == ["1", "UNDP"]


def test_what_is_no_logo_is_refused(ask: CommandLine, files: list[Path], tmp_path: Path) -> None:
    ask.json("logos", "add", files[0])
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")

    answers = [ask("logos", "add", file) for file in (files[0], drawing, tmp_path / "gone.png")]

    assert [answer.code for answer in answers] == [1, 1, 1]
    assert "there already, as “wide logo”" in answers[0].err
    assert "logo.svg is an SVG drawing" in answers[1].err
    assert "There is no file gone.png" in answers[2].err


def test_the_history_of_a_logo_can_be_read_and_undone(ask: CommandLine, files: list[Path]) -> None:
    added = ask.json("logos", "add", files[0], "--title", "UNDP")

    told = ask("history", added["id"])
    ask.json("undo", added["id"])

    assert "UNDP" in told.out
    assert max(map(len, told.out.splitlines())) < 400
    assert titles(ask) == []


def test_badges_are_printed_with_the_logos_and_are_changed_by_another(
    ask: CommandLine, files: list[Path], tmp_path: Path
) -> None:
    sheet = tmp_path / "badges.pdf"
    ask.json("badges", "--out", sheet)
    bare = sheet.read_bytes().count(b"/Subtype /Image")

    for file in files:
        ask.json("logos", "add", file)
    printed = ask.json("badges", "--only", "changed", "--out", sheet)

    assert printed["badges"] == 3
    assert (bare, sheet.read_bytes().count(b"/Subtype /Image")) == (0, 6)
