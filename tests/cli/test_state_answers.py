"""States, closing and paper lists, asked from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


@pytest.fixture
def morning(made: Made, ask: CommandLine) -> str:
    """The session that everything here is about; it is over."""
    ask.json("change", "--start", "2020-03-02", "--end", "2020-03-02", "--move-sessions")
    return str(made.bootcamp["sessions"][0]["id"])


def test_people_are_marked_and_each_is_answered(ask: CommandLine, morning: str) -> None:
    line = ("mark", "excused", "Sok Dara", "Kim Sophea", "--session", morning, "--reason", "sick")

    first = ask.json(*line)
    again = ask.json(*line)

    assert (first["state"], first["marked"], first["dry_run"]) == ("excused", 2, False)
    assert [(one["name_en"], one["result"]) for one in first["people"]] == [
        ("Sok Dara", "marked"),
        ("Kim Sophea", "marked"),
    ]
    assert (again["marked"], again["already"]) == (0, 2)
    assert ask.json("attendance", "--session", morning)["excused"] == 2


def test_excused_without_a_reason_is_refused_in_words(ask: CommandLine, morning: str) -> None:
    answer = ask("mark", "excused", "Sok Dara", "--session", morning)

    assert answer.code == 1
    assert answer.err == "Write why they are excused, such as: sick, on mission.\n"


@pytest.mark.parametrize(
    "line", [(), ("Sok Dara", "--all-missing"), ("--rows", "1"), ("--rows", "1", "Sok Dara")]
)
def test_it_must_be_said_once_who_is_meant(
    ask: CommandLine, morning: str, line: tuple[str, ...]
) -> None:
    assert ask("mark", "present", *line, "--session", morning).code == 2


def test_rows_of_a_printed_list_are_marked_after_a_look(
    ask: CommandLine, made: Made, morning: str, tmp_path: Path
) -> None:
    out = tmp_path / "list.pdf"
    printed = ask.json("signin", "--out", out, "--session", morning)
    line = ("mark", "present", "--session", morning, "--sheet", printed["sheet"])

    looked = ask.json(*line, "--rows", "២-1, 99", "--dry-run")
    refused = ask(*line, "--rows", "1-2, 99")
    done = ask.json(*line, "--rows", "1-2")

    assert out.read_bytes().startswith(b"%PDF")
    assert (printed["rows"], printed["pages"]) == (len(made.people), 1)
    assert (looked["marked"], len(looked["notes"])) == (2, 2)
    assert refused.code == 1
    assert "Nobody was marked" in refused.err
    assert (done["marked"], done["notes"]) == (2, [])
    assert ask.json("attendance", "--session", morning)["present"] == 2


def test_all_who_are_missing_are_marked(ask: CommandLine, made: Made, morning: str) -> None:
    ask.json("mark", "late", "Sok Dara", "--session", morning)

    done = ask.json("mark", "present", "--all-missing", "--session", morning)

    assert done["marked"] == len(made.people) - 1


def test_closing_is_looked_at_done_undone_and_opened_again(
    ask: CommandLine, made: Made, morning: str
) -> None:
    ask.json("mark", "present", "Sok Dara", "--session", morning)
    ask.json("mark", "excused", "Kim Sophea", "--session", morning, "--reason", "ឈឺ")
    rest = len(made.people) - 2

    looked = ask.json("close", "--session", morning, "--dry-run")
    ask.json("close", "--session", morning)
    ask.json("undo")
    closed = ask.json("close", "--session", morning)
    twice = ask("close", "--session", morning)
    counts = ask.json("attendance", "--session", morning)
    scan = ask.json("checkin", made.codes[0], "--session", morning)
    opened = ask.json("reopen", "--session", morning, "--reason", "the bus came late")

    assert (looked["present"], looked["excused"], looked["marked_absent"]) == (1, 1, rest)
    assert {**closed, "dry_run": True} == looked
    assert (twice.code, twice.err) == (
        1, "This session is closed already. To let scans in, open it again.\n"
    )  # fmt: skip
    assert (counts["present"], counts["excused"], counts["absent"]) == (1, 1, rest)
    assert scan[0]["result"] == "locked"
    assert opened["locked"] is False


def test_a_change_after_closing_needs_a_reason(ask: CommandLine, morning: str) -> None:
    ask.json("close", "--session", morning)

    without = ask("mark", "present", "Sok Dara", "--session", morning)
    done = ask.json("mark", "present", "Sok Dara", "--session", morning, "--reason", "was here")

    assert (without.code, done["marked"]) == (1, 1)


def test_the_session_that_began_last_is_meant_where_none_is_named(
    ask: CommandLine, made: Made, morning: str
) -> None:
    afternoon = made.bootcamp["sessions"][1]["id"]

    told = [
        ask.json(*line)["session"]["id"]
        for line in (("close", "--dry-run"), ("close",), ("reopen", "--reason", "the bus was late"))
    ]

    assert told == [afternoon] * 3
    assert morning != afternoon


def test_what_has_not_begun_is_not_closed(ask: CommandLine, morning: str) -> None:
    ask.json("change", "--start", "2199-03-02", "--end", "2199-03-02", "--move-sessions")

    for line in (("close",), ("close", "--session", morning)):
        answer = ask(*line)
        assert (answer.code, answer.err.split(".")[0]) == (1, "This session has not begun")


def test_a_list_is_of_one_session_which_need_not_be_named(
    ask: CommandLine, made: Made, morning: str, tmp_path: Path
) -> None:
    printed = ask.json("signin", "--out", tmp_path / "list.pdf", "--session", morning)

    done = ask.json("mark", "present", "--rows", "1-2", "--sheet", printed["sheet"])
    unknown = ask("mark", "present", "--rows", "1-2", "--sheet", "123")

    assert done["marked"] == 2
    assert ask.json("attendance", "--session", morning)["present"] == 2
    assert len(made.bootcamp["sessions"]) == 2
    assert (unknown.code, "is not the code of a list" in unknown.err) == (1, True)


@pytest.mark.parametrize("hour", ["09:10", "9:10", "០៩:១០"])
def test_a_time_of_day_is_meant_on_the_day_of_the_session(
    ask: CommandLine, made: Made, morning: str, hour: str
) -> None:
    ask.json("mark", "late", "Sok Dara", "--session", morning, "--at", hour)

    events = ask.json("history", made.people[1]["id"])
    counts = ask.json("attendance", "--session", morning)
    out = ask.place.parent / "out.json"
    ask.json("export", "attendance", "--out", out)

    assert events
    assert (counts["late"], counts["session"]) == (
        1,
        {"id": morning, "title": made.bootcamp["sessions"][0]["title"]},
    )
    assert "2020-03-02T09:10:00+07:00" in out.read_text("utf-8")


@pytest.mark.parametrize("hour", ["29:10", "09:75", "nine"])
def test_what_is_no_time_of_day_is_refused(ask: CommandLine, morning: str, hour: str) -> None:
    answer = ask("mark", "late", "Sok Dara", "--session", morning, "--at", hour)

    assert (answer.code, "is not a time" in answer.err) == (1, True)


def test_closing_says_first_how_many_it_marks_absent(ask: CommandLine, morning: str) -> None:
    ask.json("mark", "present", "Sok Dara", "--session", morning)

    looked = ask("close", "--session", morning, "--dry-run").out.splitlines()
    closed = ask("close", "--session", morning).out.splitlines()
    taken_back = ask("undo").out.splitlines()

    assert looked[0] == "1 present, 0 excused, 2 will be marked absent."
    assert looked[-1] == "Nothing was changed."
    assert closed[0] == "1 present, 0 excused, 2 were marked absent."
    assert closed[-1] == "The session is closed."
    assert taken_back[0] == "Undone."
    assert "The session is open again." in taken_back
    assert not [line for line in taken_back if "Sessions" in line]
    [states] = [line for line in taken_back if "absent" in line]
    assert states.startswith("Not set “absent” any more: ")
    assert "Kim Sophea" in states


def test_a_look_at_marking_says_what_would_be(ask: CommandLine, morning: str) -> None:
    line = ("mark", "present", "Sok Dara", "--session", morning)

    looked = ask(*line, "--dry-run").out
    done = ask(*line).out
    taken_back = ask("undo").out.splitlines()

    assert "Sok Dara: would be marked" in looked
    assert "present: 1 would be marked, 0 already" in looked
    assert "would" not in done
    assert taken_back == ["Undone.", "Not set “present” any more: Sok Dara"]


def test_a_check_in_that_is_taken_back_is_named(ask: CommandLine, made: Made) -> None:
    ask.json("checkin", made.codes[2], "--at", "2026-12-01T08:00")

    assert ask("undo").out.splitlines() == ["Undone.", "Check-in taken back: Kim Sophea"]


def test_who_is_registered_later_changes_no_figure_of_a_closed_session(
    ask: CommandLine, morning: str
) -> None:
    ask.json("close", "--session", morning)
    before = ask.json("attendance", "--session", morning)

    ask.json("people", "add", "--name-en", "Hun Borey")

    assert ask.json("attendance", "--session", morning) == before
