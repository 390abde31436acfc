"""Options that hold for every command, wherever they stand in the line."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_options_for_all_may_stand_anywhere_in_the_line(ask: CommandLine, made: Made) -> None:
    parts = [["--json"], ["--db", str(ask.place)], ["--lang", "en"], ["people"], ["list"]]
    orders = [
        order for order in permutations(parts) if order.index(["people"]) < order.index(["list"])
    ]

    answers = {ask.bare(*(word for part in order for word in part)).out for order in orders}

    assert len(orders) == 60
    assert [len(json.loads(out)) for out in answers] == [len(made.people)]


def test_options_for_all_may_be_written_with_an_equals_sign(ask: CommandLine) -> None:
    answer = ask.bare("list", f"--db={ask.place}", "--lang=km", "--json")

    assert (answer.code, answer.document) == (0, [])


@pytest.mark.usefixtures("made")
def test_behind_two_dashes_words_are_only_words(ask: CommandLine) -> None:
    answer = ask("checkin", "--", "--json")

    assert answer.code == 0
    assert "json: This is not a badge." in answer.out


def test_the_workspace_is_named_by_the_environment_where_no_option_does(
    ask: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.bootcamp"
    monkeypatch.setenv("BOOTCAMP_DB", str(other))

    ask.bare("new", "Other Camp")
    ask("new", "This Camp")

    assert other.exists()
    assert [one["title"] for one in ask.bare("--json", "list").document] == ["Other Camp"]
    assert [one["title"] for one in ask.json("list")] == ["This Camp"]


def test_the_workspace_lies_in_the_users_data_folder_where_nothing_names_it(
    ask: CommandLine, home: Path
) -> None:
    answer = ask.bare("new", "Camp", "--json")

    assert answer.code == 0
    assert [path.name for path in home.rglob("*.bootcamp")] == ["workspace.bootcamp"]


def test_a_postgresql_workspace_is_named_by_its_address(
    ask: CommandLine, postgresql_place: str
) -> None:
    made = ask.bare("--db", postgresql_place, "--json", "new", "Shared Camp")

    listed = ask.bare("--db", postgresql_place, "--json", "list")

    assert (made.code, made.err) == (0, "")
    assert [one["id"] for one in listed.document] == [made.document["id"]]


@pytest.mark.usefixtures("made")
def test_khmer_turns_words_for_people_and_no_key_or_result_for_programs(ask: CommandLine) -> None:
    english, khmer = (ask("checkin", "123", "--lang", language) for language in ("en", "km"))
    told = [ask("--json", "checkin", "123", "--lang", language) for language in ("en", "km")]

    assert english.out.splitlines()[1:] == [
        "123: This is not a badge. Scan again, or find the person by name."
    ]
    assert khmer.out != english.out
    assert [one.document[0]["result"] for one in told] == ["malformed", "malformed"]
    assert list(told[0].document[0]) == list(told[1].document[0])


def test_khmer_lines_up_with_latin_in_tables(ask: CommandLine, made: Made) -> None:
    lines = ask("people", "list").out.splitlines()

    assert len(lines) == 1 + len(made.people)
    assert lines[0].split()[0] == "Name"
    assert lines[0].split()[-1] == "Id"
    assert all(person["badge_code"] in "\n".join(lines) for person in made.people)


def test_khmer_goes_through_a_pipe_whatever_the_locale(tmp_path: Path) -> None:
    place = ("--db", tmp_path / "camp.bootcamp", "--json")

    made = program(*place, "new", "Camp", "--title-km", "វគ្គ", LC_ALL="C", LANG="C")
    listed = program(*place, "list", LC_ALL="C.UTF-8")

    assert (made.code, listed.code) == (0, 0)
    assert listed.document[0]["title_km"] == "វគ្គ"


def test_the_version_is_told(ask: CommandLine) -> None:
    answer = ask.bare("--version")

    assert answer.code == 0
    assert answer.out.startswith("Bootcamp Desk, version ")
