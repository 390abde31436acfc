"""What commands that write files answer to programs: the keys that CLI.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.canvases.views import NewBoard

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_badges_answer_with_file_pages_and_badges(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    everybody = ask.json("badges", "--out", tmp_path / "badges.pdf")
    one = ask.json("badges", "--out", tmp_path / "one.pdf", "--only", made.people[0]["id"])

    assert everybody == {"file": str(tmp_path / "badges.pdf"), "pages": 1, "badges": 3}
    assert one == {"file": str(tmp_path / "one.pdf"), "pages": 1, "badges": 1}


def test_canvases_are_listed_and_printed(ask: CommandLine, tmp_path: Path) -> None:
    listed = ask.json("canvases", "templates")
    file = tmp_path / "canvas.pdf"

    told = ask.json("canvases", "print", listed[0]["id"], "--size", "A3", "--out", file)
    spread = ask.json(
        "canvases", "print", listed[0]["id"], "--size", "A3", "--tile", "A4", "--out", file
    )

    assert all(list(one)[:4] == ["id", "title", "purpose", "minutes"] for one in listed)
    assert told == {"file": str(file), "pages": 1}
    assert spread == {"file": str(file), "pages": 4}


@pytest.mark.usefixtures("made")
def test_a_board_is_printed_by_its_title_number_or_id(ask: CommandLine, tmp_path: Path) -> None:
    app = build(ask.place, SystemClock())
    wanted = NewBoard("co-ownership", title_en="Waste plan", paper="A3")
    board = app.boards.make(app.bootcamps.find(None), wanted)
    app.database.close()
    file = tmp_path / "board.pdf"

    for ref in ("waste plan", board.number, board.id[:20]):
        told = ask.json("canvases", "print", ref, "--tile", "Letter", "--out", file)
        assert told == {"file": str(file), "pages": 4}
    assert ask.json("canvases", "print", "Waste plan", "--size", "A4", "--out", file)["pages"] == 1


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
@pytest.mark.parametrize(("subject", "rows"), [("people", 3), ("attendance", 6)])
@pytest.mark.usefixtures("made")
def test_export_answers_with_the_file_and_its_rows(
    subject: str, rows: int, form: str, ask: CommandLine, tmp_path: Path
) -> None:
    ask.json("change", "--start", "2020-03-02", "--end", "2020-03-02", "--move-sessions")
    file = tmp_path / f"out.{form}"

    assert ask.json("export", subject, "--format", form, "--out", file) == {
        "file": str(file),
        "rows": rows,
    }
    assert ask.json("export", subject, "--without-personal-data", "--out", file)["rows"] == rows


@pytest.mark.usefixtures("made")
def test_the_database_is_exported_as_sqlite(ask: CommandLine, tmp_path: Path) -> None:
    line = ("export", "database", "--format", "sqlite", "--out", tmp_path / "all.sqlite")

    told = ask.json(*line)

    assert list(told) == ["file", "rows"]
    assert told["rows"] > 10
    assert (tmp_path / "all.sqlite").stat().st_size > 0


def test_a_backup_is_written_and_restored(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "copy.bootcamp"
    written = ask.json("backup", "--out", copy)
    ask.json("people", "add", "--name-en", "Late Comer")

    restored = ask.json("restore", copy)

    assert written == {"file": str(copy), "bytes": copy.stat().st_size}
    assert list(restored) == ["file", "kept"]
    assert restored["file"] == str(ask.place)
    assert len(ask.json("people", "list")) == len(made.people)


@pytest.mark.usefixtures("made")
def test_the_doctor_finds_a_sound_workspace_sound(ask: CommandLine) -> None:
    assert ask.json("doctor") == {"sound": True, "faults": []}


def test_demo_lives_through_the_whole_job(ask: CommandLine, tmp_path: Path) -> None:
    told = ask.json("demo", "--out", tmp_path / "demo", "--people", "5")

    assert list(told) == ["workspace", "files", "people", "checked_in", "certificates", "verified"]
    assert told["people"] == 5
    assert told["verified"] == told["certificates"] > 0
    assert told["files"] != []


@pytest.mark.usefixtures("made")
def test_a_list_in_old_letters_is_shown_as_it_may_read_and_read_as_a_person_says(
    ask: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("Name,Organisation\nSokhéa,Croix-Rouge à Kampot\n".encode("cp1252"))

    refused = ask("people", "import", file)
    taken = ask.json("people", "import", file, "--encoding", "cp1252")

    assert (refused.code, refused.out) == (1, "")
    assert "  --encoding cp1252: Sokhéa,Croix-Rouge à Kampot" in refused.err
    assert taken["created"] == 1
    assert [one["name_en"] for one in ask.json("people", "list", "--search", "Sokhéa")] == [
        "Sokhéa"
    ]
