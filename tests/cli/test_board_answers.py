"""What the command line answers about boards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_a_board_is_made_written_on_shown_and_the_last_step_undone(
    ask: CommandLine, made: Made
) -> None:
    assert made.people
    board = ask.json("canvases", "new", "co-ownership", "--title", "Water", "--title-km", "ទឹក")
    assert board.keys() == {
        "id", "number", "title", "template", "team", "paper", "carried",
    }  # fmt: skip

    written = ask.json("canvases", "note", "water", "2", "pumps", "ស្នប់", "--side", "resident")
    ask.json("canvases", "note", board["number"], "Civil society brings", "time")

    shown = ask.json("canvases", "show", board["id"][:13])
    by_zone = {one["id"]: [note["text"] for note in one["notes"]] for one in shown["zones"]}
    assert (by_zone["gov"], by_zone["cso"]) == (["pumps", "ស្នប់"], ["time"])
    assert [one["zone"] for one in written] == ["gov", "gov"]
    (listed,) = ask.json("canvases", "list")
    assert (listed["notes"], listed["number"]) == (3, board["number"])

    undone = ask("undo")
    assert undone.code == 0
    assert "Things on boards 1" in undone.out
    said = ask("canvases", "show", "ទឹក").out
    assert "   – ស្នប់ (Residents)" in said
    assert "time" not in said


def test_a_board_goes_out_and_comes_in_again(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    assert made.people
    board = ask.json("canvases", "new", "co-ownership")
    ask.json("canvases", "note", board["number"], "gov", "pumps")
    target = tmp_path / "board.canvas"

    told = ask.json("canvases", "export", board["number"], "--out", target)
    again = ask.json("canvases", "import", target)
    onto = ask.json("canvases", "import", target, "--board", board["number"])

    assert told == {"file": str(target), "format": "jsoncanvas", "board": board["id"]}
    assert json.loads(target.read_text("utf-8"))["nodes"]
    assert (again["items"], again["left_out"], onto["id"]) == (1, [], board["id"])
    assert [one["notes"] for one in ask.json("canvases", "list")] == [2, 1]


def test_a_file_is_known_by_the_name_of_its_format_and_its_board_is_called_a_copy(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    assert made.people
    ask.json("canvases", "new", "co-ownership", "--title", "Water")
    ask.json("canvases", "note", "water", "gov", "pumps")
    target = tmp_path / "e.jsoncanvas"

    told = ask.json("canvases", "export", "Water", "--format", "jsoncanvas", "--out", target)
    again = ask.json("canvases", "import", target)

    assert told["format"] == "jsoncanvas"
    assert (again["items"], again["title"]) == (1, "Water (copy)")


def test_a_format_that_there_is_not_is_refused_as_a_wrong_word(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    assert made.people
    ask.json("canvases", "new", "co-ownership", "--title", "Water")

    answer = ask("canvases", "export", "water", "--format", "docx", "--out", tmp_path / "x")

    assert (answer.code, answer.out) == (2, "")
    assert "jsoncanvas" in answer.err


def test_notes_have_the_colour_of_their_zone_where_none_is_named(
    ask: CommandLine, made: Made
) -> None:
    assert made.people
    ask.json("canvases", "new", "co-ownership", "--title", "Water")
    gov = ("canvases", "note", "water", "gov")

    (plain,) = ask.json(*gov, "pumps")
    (pink,) = ask.json(*gov, "lamps", "--colour", "pink")

    assert (plain["colour"], pink["colour"]) == ("blue", "pink")


def test_what_is_wrong_is_said_in_one_sentence(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    assert made.people
    assert "no board as yet" in ask("canvases", "show", "x").err
    number = ask.json("canvases", "new", "co-ownership")["number"]
    wrong = tmp_path / "x.canvas"
    wrong.write_text("{", "utf-8")

    for line, sentence in (
        (("new", "nothing"), "There is no canvas “nothing”"),
        (("new", "co-ownership", "--team", "9"), "There is no team “9”"),
        (("note", number, "99", "x"), "no zone “99”. Use the number of one: 1 Our solution"),
        (("note", number, "1", "ក" * 5001), "5000 letters"),
        (("export", number, "--out", tmp_path / "x.docx"), "written as docx"),
        (("import", wrong), "x.canvas cannot be read"),
        (("import", tmp_path / "none.csv"), "no file none.csv"),
    ):
        answer = ask("canvases", *line)
        assert (answer.code, answer.out) == (1, "")
        assert sentence in answer.err
        assert answer.err.count("\n") == 1


def test_the_notes_of_all_boards_are_one_list(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    assert made.people
    for text in ("pumps", "=cmd"):
        number = ask.json("canvases", "new", "co-ownership")["number"]
        ask.json("canvases", "note", number, "gov", text, "--side", "government")

    told = ask.json("export", "canvases", "--out", tmp_path / "notes.json")
    ask.json("export", "canvases", "--out", tmp_path / "notes.csv")
    ask.json("export", "canvases", "--out", tmp_path / "notes.xlsx")
    ask.json("export", "canvases", "--out", tmp_path / "few.json", "--without-personal-data")

    assert told["rows"] == 2
    rows = json.loads((tmp_path / "notes.json").read_text("utf-8"))
    assert [(one["text"], one["zone_en"], one["side"], one["votes"]) for one in rows] == [
        ("pumps", "Local administration brings", "government", 0),
        ("=cmd", "Local administration brings", "government", 0),
    ]
    assert "'=cmd" in (tmp_path / "notes.csv").read_text("utf-8-sig")
    few = json.loads((tmp_path / "few.json").read_text("utf-8"))
    assert rows[0].keys() - few[0].keys() == {"author"}
