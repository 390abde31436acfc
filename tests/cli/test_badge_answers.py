"""What the commands about badges, and about rows that were not taken in, answer and write."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bootcamp_app.core.resources import resource_folder
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from bootcamp_app.reading.sheets import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_a_blank_badge_is_printed_and_bound_and_lets_its_person_in(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    sheet = tmp_path / "blank.pdf"
    person = ask.json("people", "add", "--name-en", "Chan Sreyneang")

    printed = ask.json("badges", "--blank", "3", "--out", sheet)
    code = next(one.text for page in rendered(sheet, 150) for one in codes_in(page))
    bound = ask.json("badge", "bind", code, person["id"])

    assert printed == {"file": str(sheet), "pages": 1, "badges": 3}
    assert bound == {"person_id": person["id"], "badge_code": code}
    moment = ("--at", made.bootcamp["sessions"][0]["starts_at"])
    scans = ask.json("checkin", code, person["badge_code"], *moment)
    assert [scan["result"] for scan in scans] == ["recorded", "replaced_badge"]


def test_a_lost_badge_is_replaced(ask: CommandLine, made: Made) -> None:
    person = ask.json("people", "add", "--name-en", "Ouk Sreyneang")

    told = ask.json("badge", "replace", person["id"])

    line = ("people", "list", "--search", "Ouk", "--bootcamp", made.bootcamp["id"])
    listed = ask.json(*line)[-1]
    assert told["badge_code"] == listed["badge_code"] != person["badge_code"]


def test_blank_badges_are_nobodys(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    line = ("badges", "--blank", "3", "--only", "Chan", "--out", tmp_path / "blank.pdf")

    answer = ask(*line)

    assert (answer.code, "either --blank or --only" in answer.err) == (1, True)
    assert ask.json("list")[0]["id"] == made.bootcamp["id"]


def test_rows_that_are_not_taken_are_saved_with_their_reason_and_taken_in_after_mending(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    file, rest = tmp_path / "list.csv", tmp_path / "rest.xlsx"
    file.write_text("Name,Age,Phone\nChan Dara,31,012\nKeo Pisey,340,0345\n", "utf-8")

    told = ask.json("people", "import", file, "--save-rejected", rest)
    kept = read_table(rest).rows
    again = ask.json("people", "import", rest, "--map", "Age=null")

    assert (told["created"], len(told["rejected"])) == (1, 1)
    assert [row[:3] for row in kept] == [["Name", "Age", "Phone"], ["Keo Pisey", "340", "0345"]]
    assert "not an age" in str(kept[1][3])
    assert (again["created"], again["rejected"]) == (1, [])
    names = [one["name_en"] for one in ask.json("people", "list", "--search", "Pisey")]
    assert (names, made.bootcamp["id"]) == (["Keo Pisey"], ask.json("list")[0]["id"])


def test_only_badges_that_were_not_printed_are_printed(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    sheet = tmp_path / "badges.pdf"
    home = ("--bootcamp", made.bootcamp["id"])
    ask.json("badges", "--out", sheet, *home)
    ask.json("people", "add", "--name-en", "Nhem Bopha", *home)

    printed = ask.json("badges", "--only", "missing", "--out", sheet, *home)
    again = ask("badges", "--only", "missing", "--out", sheet, *home)

    assert printed["badges"] == 1
    assert (again.code, "no such badge to print" in again.err) == (1, True)


def test_of_a_layout_of_ones_own_only_its_name_is_written_down(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    layout = tmp_path / "of Sokha" / "mine.json"
    layout.parent.mkdir()
    shutil.copy(resource_folder("badges") / "a4-8.json", layout)

    ask.json("badges", "--layout", layout, "--out", tmp_path / "badges.pdf")

    raw = ask.place.read_bytes()
    assert raw.count(b"mine") > 0
    assert raw.count(str(tmp_path).encode()) == raw.count(b"of Sokha") == 0
    assert made.bootcamp["id"] == ask.json("list")[0]["id"]


def test_rows_saved_from_a_list_with_headers_on_two_rows_are_read_back_the_same(
    ask: CommandLine, tmp_path: Path
) -> None:
    ask.json("new", "Camp")
    file, rest, again = (tmp_path / name for name in ("list.csv", "rest.xlsx", "again.xlsx"))
    file.write_text(
        "Name,,Sex,,Year of birth\nKhmer,Latin,M,F,\n"
        "សុខ ដារ៉ា,Sok Dara,x,,1985\nចាន់ ធី,Chan Thy,,x,31/02/1985\n"
        "កែវ សុភា,Keo Sophea,,x,30/02/1990\n",
        "utf-8",
    )

    first = ask.json("people", "import", file, "--save-rejected", rest)
    second = ask.json("people", "import", rest, "--dry-run", "--save-rejected", again)

    assert (first["rows"], first["created"], len(first["rejected"])) == (3, 1, 2)
    assert (second["rows"], second["created"], len(second["rejected"])) == (2, 0, 2)
    assert [one["value"] for one in second["rejected"]] == ["31/02/1985", "30/02/1990"]
    kept = {header: field for header, field in second["mapping"].items() if field}
    assert kept == {header: field for header, field in first["mapping"].items() if field}
    assert read_table(again).rows == read_table(rest).rows
