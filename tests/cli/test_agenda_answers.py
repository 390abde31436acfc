"""The agenda from the command line: sessions and the bootcamp itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

HOURS = ("--start", "2026-12-01T18:00", "--end", "2026-12-01T20:00")
pytestmark = pytest.mark.usefixtures("made")


def titles(ask: CommandLine) -> list[str]:
    return [one["title"] for one in ask.json("sessions")]


def test_a_session_is_added_with_everything_that_can_be_said(ask: CommandLine) -> None:
    (made,) = ask.json(
        "session", "add", "Film", *HOURS, "--title-km", "ភាពយន្ត", "--facilitator", "Sok Dara",
        "--opens-before", "10", "--late-after", "5", "--mandatory", "--no-count",
        "--expects", "team:A",
    )  # fmt: skip

    assert made == {
        "id": made["id"], "title": "Film", "title_km": "ភាពយន្ត",
        "starts_at": "2026-12-01T18:00:00+07:00", "ends_at": "2026-12-01T20:00:00+07:00",
        "opens_at": "2026-12-01T17:50:00+07:00", "late_from": "2026-12-01T18:05:00+07:00",
        "facilitator": "Sok Dara", "mandatory": True, "counts": False, "expects": "team:A",
        "locked": False, "canvases": [],
    }  # fmt: skip
    assert made in ask.json("sessions")


def test_a_session_is_repeated_and_the_bootcamp_extended(ask: CommandLine) -> None:
    days = ("--repeat", "2026-12-02", "--repeat", "2026-12-03")

    told = ask("session", "add", "Film", *HOURS, *days)
    ask("undo")
    made = ask.json("session", "add", "Film", *HOURS, *days, "--extend")

    assert "3 sessions were added." in told.out
    assert "It is on none of the bootcamp's days." in told.out
    assert [one["title"] for one in made] == ["Film", "Day 2 – Film", "Day 3 – Film"]
    assert ask.json("list")[0]["ends_on"] == "2026-12-03"


def test_a_short_session_is_late_from_its_end_at_most(ask: CommandLine) -> None:
    end = ("--start", "2026-12-01T18:00", "--end", "2026-12-01T18:10")

    (made,) = ask.json("session", "add", "Tea", *end)

    assert made["late_from"] == made["ends_at"]


def test_an_overlap_is_done_and_said(ask: CommandLine) -> None:
    hours = ("--start", "2026-12-01T11:00", "--end", "2026-12-01T12:00")

    told = ask("session", "add", "Talk", *hours)

    assert (told.code, told.err) == (0, "")
    assert "“Talk” overlaps with “Day 1 – Morning”." in told.out


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (("add", "Film"), "Say when the session begins and ends: --start"),
        (("add", "Film", *HOURS[:2]), "Say when the session begins and ends: --end"),
        (("add", "Film", "--start", "evening", *HOURS[2:]), "“evening” is not a time"),
        (("add", "Film", "--start", "0001-01-01T00:00", *HOURS[2:]), "The year 1 cannot be"),
        (("add", " ", *HOURS), "A session needs a title"),
        (("add", "Film", *HOURS, "--repeat", "9999-12-31"), "The year 9999 cannot be"),
        (("add", "Film", *HOURS, "--expects", "A"), "does not say who is expected"),
        (("change", "Day 1 - Morning"), "Nothing is to be changed"),
        (("change", "Day 1 - Morning", "--longer", "99999999999999"), "lasts 24 hours at most"),
        (("change", "Day 9", "--title", "X"), "Nothing is called “Day 9”"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    ask: CommandLine, line: tuple[str, ...], sentence: str
) -> None:
    before = ask.json("sessions")

    answer = ask("session", *line)

    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert ask.json("sessions") == before


def test_a_session_is_changed_and_the_rest_stays(ask: CommandLine) -> None:
    before = ask.json("sessions")[0]

    changed = ask.json(
        "session", "change", "Day 1 - Morning", "--longer", "15", "--mandatory",
        "--facilitator", "Vibol", "--repeat", "2026-12-02",
    )  # fmt: skip

    assert {name: changed[name] for name in before} == {
        **before, "ends_at": "2026-12-01T11:45:00+07:00", "mandatory": True,
        "facilitator": "Vibol",
    }  # fmt: skip
    assert [one["title"] for one in changed["repeated"]] == ["Day 2 – Morning"]
    assert (changed["records"], changed["present"]) == (0, 0)


def test_whoever_moves_a_session_hears_that_records_stay_as_judged(
    ask: CommandLine, made: Made
) -> None:
    ask("checkin", made.codes[0], "--at", OPENING)

    told = ask("session", "change", "Day 1 - Morning", "--start", "2026-12-01T09:00")

    assert told.code == 0
    assert "stays as it was judged (1 present, 1 records)" in told.out


def test_a_session_with_records_is_removed_only_by_who_is_sure(
    ask: CommandLine, made: Made
) -> None:
    ask("checkin", made.codes[0], "--at", OPENING)

    refused = ask("session", "remove", "Day 1 - Morning")
    removed = ask.json("session", "remove", "Day 1 - Morning", "--yes")
    after = titles(ask)
    ask("undo")

    assert (refused.code, refused.out) == (1, "")
    assert "“Day 1 – Morning”: 1 present, 1 records" in refused.err
    assert "--yes" in refused.err
    assert (removed["records"], removed["present"]) == (1, 1)
    assert after == ["Day 1 – Afternoon"]
    counts = ask.json("attendance", "--session", "Day 1 - Morning")
    assert counts["present"] == 1


def test_a_session_without_records_is_removed_at_once(ask: CommandLine) -> None:
    answer = ask("session", "remove", "Day 1 - Afternoon")

    assert (answer.code, answer.err) == (0, "")
    assert titles(ask) == ["Day 1 – Morning"]


def test_a_bootcamp_is_changed_and_the_rest_stays(ask: CommandLine) -> None:
    changed = ask.json(
        "change", "--venue", "Hall 2", "--title-km", "កំពត", "--end", "2026-12-03",
        "--certificate-percent", "70",
    )  # fmt: skip

    assert changed == {
        **ask.json("list")[0], "title_en": "Kampot Bootcamp", "venue": "Hall 2",
        "certificate_percent": 70, "certificate_day_percent": 0, "certificate_hours": 0,
        "excused_counts": False, "sessions_outside": [], "indicator_code": "",
    }  # fmt: skip
    assert (changed["title_km"], changed["ends_on"]) == ("កំពត", "2026-12-03")


def test_a_longer_bootcamp_may_get_sessions_on_its_further_days(ask: CommandLine) -> None:
    ask("change", "--end", "2026-12-02", "--fill-days")

    assert titles(ask)[2:] == ["Day 2 – Morning", "Day 2 – Afternoon"]


def test_a_bootcamp_is_put_off_with_or_without_its_sessions(ask: CommandLine) -> None:
    days = ("--start", "2026-12-08", "--end", "2026-12-08")

    told = ask("change", *days)
    ask("undo")
    ask("change", *days, "--move-sessions")

    assert "2 sessions are on none of its days now." in told.out
    assert [one["starts_at"][:10] for one in ask.json("sessions")] == ["2026-12-08"] * 2


def test_a_bootcamp_is_not_changed_into_what_it_cannot_be(ask: CommandLine) -> None:
    for line, sentence in (
        ((), "Nothing is to be changed"),
        (("--end", "2026-11-30"), "ends on its first day or later"),
        (("--province", "Atlantis"), "“Atlantis” is not a province"),
    ):
        answer = ask("change", *line)

        assert (answer.code, answer.out) == (1, "")
        assert sentence in answer.err


def test_a_team_of_somebody_may_be_expected(ask: CommandLine) -> None:
    ask("people", "add", "--name-en", "Mao Sokly", "--team", " Mekong  river ")
    ask("people", "change", "Sok Dara", "team=Bassac")

    changed = ask.json("session", "change", "Day 1 - Morning", "--expects", "team: Mekong  river")

    assert changed["expects"] == "team:Mekong river"
    assert ask("people", "change", "Sok Dara", "team=").code == 0


def test_a_group_that_nobody_is_in_is_done_and_said(ask: CommandLine) -> None:
    ask("people", "add", "--name-en", "Mao Sokly", "--team", "Mekong")
    line = ("session", "change", "Day 1 - Morning", "--expects")

    misspelt = ask(*line, "team:Mekomg")
    right = ask(*line, "team:mekong")
    role = ask.json(*line, "role:អ្នកចូលរួម")

    assert "Nobody is in “team:Mekomg” as yet, so nobody can check in there." in misspelt.out
    assert "There are: role:participant, team:Mekong." in misspelt.out
    assert "Nobody is in" not in right.out
    assert role["expects"] == "role:participant"


def test_days_may_be_filled_without_another_change(ask: CommandLine) -> None:
    ask("change", "--end", "2026-12-02")
    ask("session", "remove", "Day 1 - Afternoon")

    told = ask("change", "--fill-days")

    assert (told.code, told.err) == (0, "")
    assert "2 sessions were added." in told.out
    assert titles(ask) == ["Day 1 – Morning", "Day 2 – Morning", "Day 2 – Afternoon"]


def test_doctor_names_sessions_that_were_removed_with_records(ask: CommandLine, made: Made) -> None:
    ask("checkin", made.codes[0], "--at", OPENING)
    session = ask.json("sessions")[0]["id"]
    ask("session", "remove", session, "--yes")

    told, document = ask("doctor"), ask.json("doctor")
    ask("undo", session)
    after = ask.json("doctor")

    assert told.code == 0
    assert (
        "removed “Day 1 – Morning”, at which people are recorded (1 present, 1 records)."
        in told.out
    )
    assert f"“bootcamp undo {session}” on that laptop brings it back." in told.out
    (gone,) = document["removed_with_records"]
    assert (gone["id"], gone["present"], gone["records"]) == (session, 1, 1)
    assert after == {"sound": True, "faults": []}
    assert titles(ask)[0] == "Day 1 – Morning"
