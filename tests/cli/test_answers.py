"""What every command answers to programs: the keys that CLI.md promises, and nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bootcamp_app.features.attendance.views import RESULTS
from bootcamp_app.reading.pages import rendered
from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

PERSON = ["id", "name_km", "name_en", "sex", "organisation", "sector", "province", "phone",
          "status", "badge_code"]  # fmt: skip
SCAN = ["code", "result", "person", "at", "first_at", "minutes_late"]
IMPORT = ["rows", "created", "updated", "unchanged", "possible_duplicates", "rejected", "mapping"]
VERIFIED = ["valid", "reason", "serial", "name_km", "name_en", "title", "issued_on", "revoked"]


@pytest.fixture
def certified(ask: CommandLine, made: Made, tmp_path: Path) -> Path:
    """The printed certificates of two people who came."""
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    ask.json("certificates", "issue")
    ask.json("certificates", "print", "--out", tmp_path / "all.pdf")
    return tmp_path / "all.pdf"


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
    file.write_text("ឈ្មោះ,Sex,Phone,Shoe size\nម៉ៅ សុខលី,F,012,38\nកែវ ពិសី,robot,,\n", "utf-8")

    rehearsed = ask.json("people", "import", file, "--dry-run")
    told = ask.json("people", "import", file)

    assert rehearsed == told
    assert list(told) == IMPORT
    assert (told["rows"], told["created"]) == (2, 1)
    assert [list(one) for one in told["rejected"]] == [["row", "column", "value", "reason"]]
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


def test_badges_answer_with_file_pages_and_badges(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    everybody = ask.json("badges", "--out", tmp_path / "badges.pdf")
    one = ask.json("badges", "--out", tmp_path / "one.pdf", "--only", made.people[0]["id"])

    assert everybody == {"file": str(tmp_path / "badges.pdf"), "pages": 1, "badges": 3}
    assert one == {"file": str(tmp_path / "one.pdf"), "pages": 1, "badges": 1}


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

    told = ask.json("attendance", "--session", made.bootcamp["sessions"][0]["id"])

    assert told == {
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


def test_canvases_are_listed_and_printed(ask: CommandLine, tmp_path: Path) -> None:
    listed = ask.json("canvases", "templates")
    file = tmp_path / "canvas.pdf"

    told = ask.json("canvases", "print", listed[0]["id"], "--size", "A3", "--out", file)
    spread = ask.json(
        "canvases", "print", listed[0]["id"], "--size", "A3", "--tile", "A4", "--out", file
    )

    assert [list(one) for one in listed] == [["id", "title", "purpose", "minutes"]] * len(listed)
    assert told == {"file": str(file), "pages": 1}
    assert spread == {"file": str(file), "pages": 4}


def test_certificates_are_issued_once_and_the_others_are_told_why_not(
    ask: CommandLine, made: Made
) -> None:
    ask.json("checkin", *made.codes[:2], "--at", OPENING)
    why = [{"person_id": made.people[2]["id"], "why": "Attended 0 of 2 sessions; 1 are needed."}]

    rehearsed = ask.json("certificates", "issue", "--dry-run")
    told = ask.json("certificates", "issue")
    again = ask.json("certificates", "issue", "--only", made.people[0]["id"])

    assert rehearsed == told == {"issued": 2, "already": 0, "not_entitled": why}
    assert again == {"issued": 0, "already": 1, "not_entitled": []}


def test_certificates_are_printed_together_and_apart(
    ask: CommandLine, certified: Path, tmp_path: Path
) -> None:
    line = ("certificates", "print", "--out", certified, "--separate", tmp_path / "each")

    assert ask.json(*line) == {"file": str(certified), "pages": 2}
    assert [file.name[:14] for file in sorted((tmp_path / "each").iterdir())] == [
        "KMP26-A-00001-",
        "KMP26-A-00002-",
    ]


@pytest.mark.usefixtures("certified")
def test_a_certificate_is_verified_and_after_it_was_revoked_is_not(
    ask: CommandLine, tmp_path: Path
) -> None:
    ask.json("certificates", "print", "--out", tmp_path / "o.pdf", "--only", "Sok Dara")

    valid = ask.json("certificates", "verify", tmp_path / "o.pdf")
    revoked = ask.json("certificates", "revoke", valid["serial"], "--reason", "wrong name")
    void = ask("--json", "certificates", "verify", tmp_path / "o.pdf")

    assert list(valid) == VERIFIED
    assert (valid["valid"], valid["reason"], valid["revoked"]) == (True, "valid", False)
    assert (valid["name_en"], valid["title"]) == ("Sok Dara", "Kampot Bootcamp")
    assert revoked == {"serial": valid["serial"], "revoked": True}
    assert (void.code, void.err) == (1, "")
    assert void.document == {**valid, "valid": False, "reason": "revoked", "revoked": True}


def test_what_is_no_certificate_has_a_reason_and_no_names(ask: CommandLine) -> None:
    answer = ask("--json", "certificates", "verify", "hello")

    assert answer.code == 1
    assert list(answer.document) == VERIFIED
    assert answer.document["reason"] == "not_a_certificate"
    assert {answer.document[key] for key in ("serial", "name_km", "name_en", "title")} == {None}


def test_verifying_with_the_list_of_issuers_needs_no_workspace_and_makes_none(
    ask: CommandLine, certified: Path, tmp_path: Path, home: Path
) -> None:
    told = ask.json("certificates", "issuers", "--out", tmp_path / "issuers.json")
    ask.json("certificates", "print", "--out", certified, "--only", "Sok Dara")
    away = tmp_path / "away.pdf"
    shutil.move(certified, away)
    shutil.rmtree(home, ignore_errors=True)

    answer = ask.bare(
        "certificates", "verify", away, "--json", "--issuers", tmp_path / "issuers.json"
    )

    assert told == {"file": str(tmp_path / "issuers.json"), "issuers": 1}
    assert answer.code == 0
    assert answer.document["name_en"] == "Sok Dara"
    assert list(home.rglob("*.bootcamp")) == []


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
@pytest.mark.parametrize(("subject", "rows"), [("people", 3), ("attendance", 6)])
@pytest.mark.usefixtures("made")
def test_export_answers_with_the_file_and_its_rows(
    subject: str, rows: int, form: str, ask: CommandLine, tmp_path: Path
) -> None:
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


def test_history_tells_every_change_of_a_record(ask: CommandLine, made: Made) -> None:
    person = made.people[0]["id"]
    ask.json("people", "change", person, "phone=012 999 888")

    told = ask.json("history", person)

    assert {tuple(one) for one in told} == {
        ("at", "who", "device", "act", "table", "id", "kind", "changes")
    }
    assert [one["kind"] for one in told] == ["added", "changed"]
    assert told[1]["changes"]["phone"] == ["", "012 999 888"]


def test_the_last_change_is_taken_back(ask: CommandLine, made: Made) -> None:
    ask.json("people", "change", made.people[0]["id"], "phone=012 999 888")

    assert ask.json("undo") == {"undone": 1, "kept": []}
    assert {one["phone"] for one in ask.json("people", "list")} == {""}


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
