"""What commands about bootcamps and people answer to programs: the keys that CLI.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.badges.tables import BadgeRow
from tests.reading.making import xlsx
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

PERSON = ["id", "name_km", "name_en", "sex", "organisation", "sector", "province", "phone",
          "status", "badge_code"]  # fmt: skip
IMPORT = ["rows", "created", "updated", "unchanged", "possible_duplicates", "rejected", "mapping",
          "doubts", "sheet", "sheets"]  # fmt: skip


def test_new_answers_with_a_morning_and_an_afternoon_a_day(ask: CommandLine) -> None:
    told = ask.json("new", "Camp", "--start", "2026-12-01", "--days", "2")

    assert list(told) == ["id", "sessions"]
    assert [list(one) for one in told["sessions"]] == [["id", "title", "starts_at", "ends_at"]] * 4
    assert told["sessions"][0]["starts_at"] == "2026-12-01T08:30:00+07:00"


def test_list_and_sessions_answer_with_what_there_is(ask: CommandLine, made: Made) -> None:
    (bootcamp,) = ask.json("list")

    assert bootcamp["id"] == made.bootcamp["id"]
    assert bootcamp["title"] == "Kampot Bootcamp"
    told = ask.json("sessions")
    hours = [{name: one[name] for name in made.bootcamp["sessions"][0]} for one in told]
    assert hours == made.bootcamp["sessions"]
    assert list(told[0])[4:] == [
        "title_km", "opens_at", "late_from", "facilitator", "mandatory", "counts", "expects",
        "locked", "canvases",
    ]  # fmt: skip
    assert ask.json("sessions", "--bootcamp", bootcamp["id"][:30]) == told


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
    assert {one["at"][-6:] for one in by_badge} == {"+07:00"}
    said = ask("history", person["name_en"]).out.splitlines()
    assert [line.split("  ")[0] for line in said] == [
        f"{one['at'][:10]} {one['at'][11:16]}+07:00" for one in by_badge
    ]


def test_the_last_change_is_taken_back(ask: CommandLine, made: Made) -> None:
    ask.json("people", "change", made.people[0]["id"], "phone=012 999 888")

    assert ask.json("undo") == {
        "undone": 1, "people": 0, "kept": [], "told": ["As before the change: People 1"],
    }  # fmt: skip
    assert {one["phone"] for one in ask.json("people", "list")} == {""}


def test_who_has_no_badge_is_listed_all_the_same(ask: CommandLine, made: Made) -> None:
    app = build(str(ask.place), SystemClock())
    with app.database.write() as work:
        work.delete(work.scalars(select(BadgeRow).order_by(BadgeRow.code)).all()[0])
    app.database.close()

    told = ask.json("people", "list")

    assert sorted(one["badge_code"] or "" for one in told) == ["", *sorted(made.codes)[1:]]
    assert ask("people", "list").code == 0


def test_undo_says_how_many_went_and_who_stays_and_why(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    source = tmp_path / "late.csv"
    source.write_text("Name\nLong Dara\nKeo Sina\n", encoding="utf-8")
    ask.json("people", "import", source)
    (person,) = ask.json("people", "list", "--search", "Keo Sina")
    here = build(str(ask.place), SystemClock())
    door = build(str(tmp_path / "door.bootcamp"), SystemClock())
    exchange(here.database, door.database)
    door.people.change(door.people.find(door.bootcamps.find(), person["id"]), phone="012345678")
    exchange(door.database, here.database)
    for app in (here, door):
        app.database.close()

    told = ask("undo").out.splitlines()

    assert told == [
        "Undone.",
        "People taken back: 1",
        "Stays as it is: Keo Sina (was changed since)",
    ]
    assert len(ask.json("people", "list")) == len(made.people) + 1


def test_a_second_sheet_that_looks_like_people_is_named_and_can_be_read_too(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    men = [["Name", "Sex"], ["Keo Vuth", "M"]]
    women = [["Name", "Sex"], ["Keo Sina", "F"], ["Mao Sokly", "F"]]
    file = xlsx(tmp_path / "two.xlsx", {"Agenda": [["Day"], ["1"]], "Men": men, "Women": women})

    told = ask("people", "import", file, "--dry-run")
    document = ask.json("people", "import", file)
    other = ask("people", "import", file, "--sheet", "Women")

    assert (told.code, told.err) == (
        0,
        "Only the sheet “Men” was read. These look like lists of people too: “Women”. Read "
        "another one with --sheet NAME.\n",
    )
    assert (document["sheet"], document["sheets"]) == ("Men", ["Men", "Women"])
    assert (other.code, other.err) == (0, "")
    assert len(ask.json("people", "list")) == len(made.people) + 3


def test_a_file_of_text_is_its_only_sheet(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\nMao Sokly\n", "utf-8")

    document = ask.json("people", "import", file)

    assert (document["sheet"], document["sheets"]) == ("list", ["list"])
    assert len(ask.json("people", "list")) == len(made.people) + 1


def test_two_columns_for_one_field_and_two_fields_for_one_column_are_refused(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Who,Alias,Tel\nMao Sokly,Sok,012\n", "utf-8")
    line = ("people", "import", file, "--map", "Who=name_en", "--map")

    twice = ask(*line, "Alias=name_en")
    both = ask(*line, "Who=name_km")
    neither = ask(*line, "Alias=null", "--map", "Tel=null", "--dry-run")

    assert (twice.code, twice.out, twice.err) == (
        1, "", "“Who” and “Alias” cannot both be name_en. Choose one of them.\n",
    )  # fmt: skip
    assert (both.code, both.err) == (
        1, "“Who” cannot be both name_en and name_km. Choose one of them.\n",
    )  # fmt: skip
    assert neither.code == 0
    assert len(ask.json("people", "list")) == len(made.people)


def test_bytes_that_are_no_text_are_kept_as_question_marks(ask: CommandLine, made: Made) -> None:
    added = ask.json("people", "add", "--name-en", "Mao \udcffSokly")

    assert added["name_en"] == "Mao ?Sokly"
    assert ask.json("people", "list", "--search", "\udcff", "--limit", "9" * 23) == [added]
    assert made.people[0] in ask.json("people", "list", "--limit", "9" * 23)


def test_a_part_of_a_name_says_whom_it_may_mean(ask: CommandLine, made: Made) -> None:
    other = ask.json("people", "add", "--name-en", "Nop Sophea")

    answer = ask("people", "change", "Sophea", "phone=012 999 888")

    ids = [made.people[2]["id"], other["id"]]
    begin, _, offered = answer.err.strip().rstrip(".").partition(": ")
    assert (answer.code, begin) == (
        1,
        "“Sophea” means no single person. Use the id of whom you mean",
    )
    assert sorted(offered.split(", ")) == [f"Kim Sophea ({ids[0]})", f"Nop Sophea ({ids[1]})"]
    assert ask.json("people", "change", ids[0], "phone=012 999 888")["id"] == ids[0]
