"""What commands about bootcamps and people answer to programs: the keys that CLI.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

PERSON = ["id", "name_km", "name_en", "sex", "organisation", "sector", "province", "phone",
          "status", "badge_code"]  # fmt: skip
IMPORT = ["rows", "created", "updated", "unchanged", "possible_duplicates", "rejected", "mapping",
          "doubts"]  # fmt: skip


def test_new_answers_with_a_morning_and_an_afternoon_a_day(ask: CommandLine) -> None:
    told = ask.json("new", "Camp", "--start", "2026-12-01", "--days", "2")

    assert list(told) == ["id", "sessions"]
    assert [list(one) for one in told["sessions"]] == [["id", "title", "starts_at", "ends_at"]] * 4
    assert told["sessions"][0]["starts_at"] == "2026-12-01T08:30:00+07:00"


def test_list_and_sessions_answer_with_what_there_is(ask: CommandLine, made: Made) -> None:
    (bootcamp,) = ask.json("list")

    assert bootcamp["id"] == made.bootcamp["id"]
    assert bootcamp["title"] == "Kampot Bootcamp"
    assert ask.json("sessions") == made.bootcamp["sessions"]
    assert ask.json("sessions", "--bootcamp", bootcamp["id"][:30]) == made.bootcamp["sessions"]


def test_an_empty_workspace_lists_nothing(ask: CommandLine) -> None:
    assert ask.json("list") == []


def test_import_answers_with_counts_faults_and_the_mapping(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("ឈ្មោះ,Sex,Phone,Shoe size\nម៉ៅ សុខលី,robot,012,38\n,F,,\n", "utf-8")

    rehearsed = ask.json("people", "import", file, "--dry-run")
    told = ask.json("people", "import", file)

    assert rehearsed == told
    assert list(told) == IMPORT
    assert (told["rows"], told["created"]) == (2, 1)
    assert [list(one) for one in told["rejected"]] == [["row", "column", "value", "reason"]]
    assert [list(one.values())[:3] for one in told["doubts"]] == [
        [2, "Sex", "robot"], [2, "Phone", "012"],
    ]  # fmt: skip
    assert told["mapping"]["ឈ្មោះ"] == "name_km"
    assert len(ask.json("people", "list")) == len(made.people) + 1


def test_people_are_added_listed_found_and_changed_in_one_form(
    ask: CommandLine, made: Made
) -> None:
    listed = ask.json("people", "list")
    (found,) = ask.json("people", "list", "--search", "dara")
    changed = ask.json("people", "change", found["id"], "phone=012 999 888")

    assert [list(one) for one in [*listed, found, changed]] == [PERSON] * 5
    assert sorted(one["id"] for one in listed) == sorted(one["id"] for one in made.people)
    assert changed == {**found, "phone": "012 999 888"}
    assert len(ask.json("people", "list", "--limit", "2")) == 2


def test_history_tells_every_change_of_a_record(ask: CommandLine, made: Made) -> None:
    person = made.people[0]["id"]
    ask.json("people", "change", person, "phone=012 999 888")

    told = ask.json("history", person)

    assert {tuple(one) for one in told} == {
        ("at", "who", "device", "act", "table", "id", "kind", "changes")
    }
    assert [one["kind"] for one in told] == ["added", "changed"]
    assert told[1]["changes"]["phone"] == ["", "012 999 888"]


def test_the_history_of_a_person_is_found_by_name_and_by_badge(
    ask: CommandLine, made: Made
) -> None:
    person = made.people[0]
    ask.json("people", "change", person["id"], "status=withdrawn")

    by_badge = ask.json("history", person["badge_code"])
    by_name = ask.json("history", person["name_en"])

    assert by_badge == by_name
    assert {one["table"] for one in by_badge} == {"people", "participations"}
    assert by_badge[-1]["changes"] == {"status": ["confirmed", "withdrawn"]}


def test_the_last_change_is_taken_back(ask: CommandLine, made: Made) -> None:
    ask.json("people", "change", made.people[0]["id"], "phone=012 999 888")

    assert ask.json("undo") == {"undone": 1, "kept": []}
    assert {one["phone"] for one in ask.json("people", "list")} == {""}
