"""What commands at the door answer to programs: the keys that CLI.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from bootcamp_app.features.attendance.views import RESULTS
from bootcamp_app.reading.pages import rendered
from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

SCAN = ["code", "result", "person", "at", "first_at", "minutes_late"]


def test_checkin_answers_once_a_code_in_their_order(ask: CommandLine, made: Made) -> None:
    first, second, _ = made.codes

    told = ask.json("checkin", first, "123", first, second, "--at", "2026-12-01T08:50")

    assert [list(one) for one in told] == [SCAN] * 4
    assert [one["result"] for one in told] == ["late", "malformed", "duplicate", "late"]
    assert [one["code"] for one in told] == [first, "123", first, second]
    assert told[0]["person"] == {key: made.people[0][key] for key in ("id", "name_km", "name_en")}
    assert (told[0]["minutes_late"], told[0]["first_at"]) == (20, None)
    assert told[1]["person"] is None
    assert told[2]["first_at"] == told[2]["at"] == "2026-12-01T08:50:00+07:00"
    assert {one["result"] for one in told} <= RESULTS.keys()


def test_checkin_takes_a_session_by_its_title(ask: CommandLine, made: Made) -> None:
    line = ("checkin", made.codes[0], "--session", "Day 1 – Afternoon")

    (early,) = ask.json(*line, "--at", OPENING)
    (there,) = ask.json(*line, "--at", "2026-12-01T14:00:00+07:00")

    assert (early["result"], there["result"]) == ("not_open", "recorded")


def test_everybody_comes_to_the_session_that_expects_them(ask: CommandLine, made: Made) -> None:
    """Two teams meet at one time, and one session is closed while its door is still open."""
    first, second, third = made.codes
    morning, afternoon = (one["id"] for one in made.bootcamp["sessions"])
    ask.json("people", "change", "Sok Dara", "team=Blue")
    ask.json("people", "change", "Kim Sophea", "team=Red")
    for session, team in ((morning, "Blue"), (afternoon, "Red")):
        hours = ("--start", "2026-12-01T08:30", "--end", "2026-12-01T11:30")
        ask.json("session", "change", session, *hours, "--expects", f"team:{team}")

    told = ask.json("checkin", third, first, second, "123", "--at", OPENING)
    said = ask("checkin", second, third, "--at", "2026-12-01T08:10").out.splitlines()
    counts = [ask.json("attendance", "--session", one)["present"] for one in (morning, afternoon)]
    ask.json("undo")

    assert [(one["code"], one["result"]) for one in told] == [
        (third, "recorded"), (first, "not_enrolled"), (second, "recorded"), ("123", "malformed"),
    ]  # fmt: skip
    assert [line.split(" (")[0] for line in said[:2]] == ["Day 1 – Morning", "Day 1 – Afternoon"]
    assert len(said) == 4
    assert counts == [1, 1]
    assert [
        ask.json("attendance", "--session", one)["present"] for one in (morning, afternoon)
    ] == [1, 0]


def test_scan_reads_every_badge_of_a_photo(ask: CommandLine, made: Made, tmp_path: Path) -> None:
    ask.json("badges", "--out", tmp_path / "badges.pdf")
    photo = tmp_path / "photo.png"
    Image.fromarray(next(iter(rendered(tmp_path / "badges.pdf", 150)))).save(photo)

    told = ask.json("scan", photo, "--at", OPENING)

    assert [list(one) for one in told] == [["image", *SCAN]] * 3
    assert {one["image"] for one in told} == {str(photo)}
    assert sorted(one["code"] for one in told) == sorted(made.codes)
    assert {one["result"] for one in told} == {"recorded"}


def test_attendance_counts_by_sex_sector_and_province(ask: CommandLine, made: Made) -> None:
    ask.json("checkin", made.codes[0], "--at", OPENING)

    session = made.bootcamp["sessions"][0]

    told = ask.json("attendance", "--session", session["id"])

    assert told == {
        "session": {"id": session["id"], "title": session["title"]},
        "registered": 3,
        "present": 1,
        "late": 0,
        "excused": 0,
        "absent": 2,
        "inside": 1,
        "walk_ins": 1,
        "by": {
            "sex": {"not_stated": 1},
            "sector": {"not_stated": 1},
            "province": {"not_stated": 1},
        },
    }


def test_scans_lists_what_was_kept_the_newest_first(ask: CommandLine, made: Made) -> None:
    first, second, _ = made.codes
    session = made.bootcamp["sessions"][0]["id"]
    for code, at in ((first, "08:00"), ("123", "08:01"), (first, "08:02"), (second, "08:03")):
        ask.json("checkin", code, "--session", session, "--at", f"2026-12-01T{at}")
    ask.json("undo")

    told = ask.json("scans", "--session", session)
    refused = ask.json("scans", "--session", session, "--refused")
    last = ask.json("scans", "--session", session, "--refused", "--limit", "1")

    assert [list(one) for one in told] == [
        ["at", "result", "code", "person", "kind", "is_annulled"]
    ] * 4
    assert [(one["code"], one["result"], one["kind"], one["is_annulled"]) for one in told] == [
        (second, "recorded", "entry", True),
        (first, "duplicate", "refusal", False),
        ("123", "malformed", "refusal", False),
        (first, "recorded", "entry", False),
    ]
    person = {key: made.people[0][key] for key in ("id", "name_km", "name_en")}
    assert [one["person"] for one in told[1:]] == [person, None, person]
    assert told[0]["at"] == "2026-12-01T08:03:00+07:00"
    assert (refused, last) == (told[1:3], told[1:2])


def test_scans_says_to_people_what_came_of_each(ask: CommandLine, made: Made) -> None:
    line = ("scans", "--session", made.bootcamp["sessions"][0]["id"])
    before = ask(*line)
    ask("checkin", made.codes[0], "123", *line[1:], "--at", OPENING)

    after = ask(*line)

    heading = "Day 1 – Morning (2026-12-01 08:30–11:30)"
    assert before.out.splitlines() == [heading, "Nothing was scanned in this session."]
    assert after.out.splitlines() == [
        heading,
        f"08:00:00  123: {RESULTS['malformed']}",
        f"08:00:00  Chan Sreyneang: {RESULTS['recorded']}",
    ]
