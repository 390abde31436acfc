"""Programmes from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine

pytestmark = pytest.mark.usefixtures("made")


def test_a_programme_is_made_changed_given_a_bootcamp_and_the_old_one_removed(
    ask: CommandLine,
) -> None:
    (old,) = ask.json("programmes", "list")
    made = ask.json("programmes", "new", "Civic Bridges", "--code", "EU-117", "--donor", "EU")
    changed = ask.json("programmes", "change", "EU-117", "--title-km", "ស្ពាន")
    (bootcamp,) = ask.json("list")
    given = ask.json("programmes", "give", "EU-117", bootcamp["id"])
    ask.json("programmes", "remove", old["id"])

    assert made == {
        "id": made["id"], "title": "Civic Bridges", "title_km": "", "code": "EU-117",
        "donors": ["EU"], "bootcamps": 0,
    }  # fmt: skip
    assert changed == {**made, "title_km": "ស្ពាន"}
    assert given == {**changed, "bootcamps": 1}
    assert ask.json("programmes", "list") == [given]


def test_the_donors_code_of_a_bootcamp_is_changed(ask: CommandLine) -> None:
    assert ask.json("change", "--indicator-code", "EG.3.2-1")["indicator_code"] == "EG.3.2-1"


def test_a_code_is_emptied_and_a_bootcamp_taken_out_again(ask: CommandLine) -> None:
    (bootcamp,) = ask.json("list")
    ask.json("programmes", "new", "Civic Bridges", "--code", "EU-117", "--donor", "EU")
    ask.json("programmes", "give", "EU-117", bootcamp["id"])

    changed = ask.json("programmes", "change", "EU-117", "--code", "", "--donor", "")
    taken = ask.json("programmes", "take-out", bootcamp["id"])

    assert (changed["code"], changed["donors"]) == ("", [])
    assert (changed["title"], changed["bootcamps"]) == ("Civic Bridges", 1)
    assert taken == {"bootcamps": [bootcamp["id"]]}
    assert [one["bootcamps"] for one in ask.json("programmes", "list")] == [0, 0]


def test_no_name_is_no_programme(ask: CommandLine) -> None:
    before = ask.json("programmes", "list")

    answer = ask("programmes", "change", "", "--title", "Z")

    assert answer.code == 1
    assert "There is no programme" in answer.err
    assert ask.json("programmes", "list") == before


def test_a_table_for_people_names_columns_and_donors_in_their_language(ask: CommandLine) -> None:
    ask.json("programmes", "new", "Civic Bridges", "--donor", "EU", "--donor", "UNDP")

    heading, *rows = ask("--lang", "km", "programmes", "list").out.splitlines()

    assert "ម្ចាស់ជំនួយ" in heading
    assert "donors" not in heading
    assert any("EU, UNDP" in row for row in rows)
    assert not any("[" in row for row in rows)


@pytest.mark.parametrize("command", [("programmes", "change"), ("session", "change"), ("change",)])
def test_the_title_of_a_thing_is_no_position_of_a_person(
    ask: CommandLine, command: tuple[str, ...]
) -> None:
    said = ask("--lang", "km", *command, "--help").out

    assert "ចំណងជើង" in said
    assert "មុខតំណែង" not in said
