"""What commands about canvases answer: those of one's own, notes a zone, and those of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine


def test_a_canvas_of_ones_own_is_copied_exported_removed_and_imported(
    ask: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "ours.json"
    made = ask.json("canvases", "template", "copy", "persona", "--title", "Our market")

    assert made["own"] is True
    assert ask.json("canvases", "templates")[-1] == made
    ask.json("canvases", "template", "export", "Our market", "--out", file)
    ask.json("canvases", "template", "remove", "Our market")
    assert len(ask.json("canvases", "templates")) == 24
    again = ask.json("canvases", "template", "import", file)
    assert (again["title"], again["minutes"]) == ("Our market", made["minutes"])
    assert ask.json("canvases", "print", "Our market", "--out", tmp_path / "a.pdf")["pages"] == 1


def test_how_many_notes_a_zone_holds_is_told(ask: CommandLine) -> None:
    told = ask.json("canvases", "templates", "--size", "A1")
    people = ask.bare("canvases", "templates", "--size", "A1").out

    held = next(one["notes"] for one in told if one["id"] == "feedback")
    assert set(held) == {"like", "wish", "ask", "idea"}
    assert f"Zone 1 holds {held['like']} notes at A1 · Keep" in people


@pytest.mark.usefixtures("made")
def test_a_session_names_canvases_and_none_any_more(ask: CommandLine) -> None:
    ref = ask.json("sessions")[0]["id"]

    named = ask.json("session", "change", ref, "--canvas", "Person card", "--canvas", "journey")
    kept = ask.json("session", "change", ref, "--title", "Field visit")
    none = ask.json("session", "change", ref, "--no-canvas")

    assert named["canvases"] == kept["canvases"] == ["persona", "journey"]
    assert none["canvases"] == []


@pytest.mark.usefixtures("made")
def test_what_cannot_be_is_refused(ask: CommandLine, tmp_path: Path) -> None:
    ref = ask.json("sessions")[0]["id"]
    (tmp_path / "bad.json").write_text("{}")

    for line in (
        ("session", "change", ref, "--canvas", "dance"),
        ("session", "change", ref, "--canvas", "persona", "--no-canvas"),
        ("canvases", "template", "remove", "persona"),
        ("canvases", "template", "import", tmp_path / "bad.json"),
    ):
        assert ask.bare(*line).code == 1


@pytest.mark.usefixtures("made")
def test_a_kit_is_printed_from_the_agenda(ask: CommandLine, tmp_path: Path) -> None:
    ref = ask.json("sessions")[0]["id"]
    ask.json("session", "change", ref, "--canvas", "persona")
    line = ("canvases", "kit", "--size", "A3", "--copies", "2")

    told = ask.json(*line, "--session", ref, "--out", tmp_path / "kit.pdf")
    none = ask.bare(*line, "--day", "2031-01-01", "--out", tmp_path / "none.pdf")

    assert (told["pages"], told["canvases"]) == (3, 2)
    assert (none.code, (tmp_path / "none.pdf").exists()) == (1, False)
