"""The whole workspace as a plain SQLite file, opened with the tool that everybody has."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.exports.database import _TABLES
from tests.features.exports.test_sheets import SECRETS

if TYPE_CHECKING:
    from tests.features.certificates.camps import Camp

WRITE_VERSION = slice(18, 20)


def asked(path: Path, query: str) -> list[dict[str, Any]]:
    """Give what Debian's sqlite3 says to a query."""
    told = subprocess.run(
        ["sqlite3", "-json", "-readonly", path, query], check=True, capture_output=True
    )
    return list(json.loads(told.stdout or "[]"))


@pytest.fixture
def whole(camp: Camp, tmp_path: Path) -> Path:
    camp.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)
    return tmp_path / "all.sqlite"


def test_another_sqlite_finds_the_file_sound(whole: Path) -> None:
    assert asked(whole, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]


def test_the_file_is_alone_and_not_in_wal_mode(whole: Path) -> None:
    assert whole.read_bytes()[WRITE_VERSION] == b"\x01\x01"
    assert [path.name for path in whole.parent.glob("all*")] == ["all.sqlite"]


def test_every_table_has_as_many_rows_as_the_workspace(camp: Camp, tmp_path: Path) -> None:
    with camp.app.database.read() as reader:
        counts = {
            kind.__tablename__: reader.scalar(select(func.count()).select_from(kind))
            for kind in _TABLES
        }

    told = camp.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    tables = {
        name: asked(tmp_path / "all.sqlite", f"SELECT count(*) AS rows FROM {name}")[0]["rows"]
        for name in counts
    }
    assert tables == counts
    assert told == sum(count or 0 for count in counts.values())
    assert counts["people"] == 4


def test_people_stand_in_the_file_as_the_service_says(camp: Camp, whole: Path) -> None:
    rows = asked(
        whole,
        "SELECT h.id, h.name_km, h.name_en, h.sex, h.phone, p.status, p.is_walk_in "
        "FROM people h JOIN participations p ON p.person_id = h.id",
    )

    assert {tuple(row.values()) for row in rows} == {
        (one.person_id, one.name_km, one.name_en, one.sex, one.phone, one.status, one.is_walk_in)
        for one in camp.people
    }


def test_the_view_of_attendance_says_who_was_there(camp: Camp, whole: Path) -> None:
    rows = asked(whole, "SELECT session_id, participation_id, minutes_late FROM attendance")

    assert {tuple(row.values()) for row in rows} == {
        (*key, presence.minutes_late)
        for key, presence in camp.app.attendance.presences(camp.sessions).items()
    }
    assert len(rows) == 3


def test_an_entry_taken_back_is_not_in_the_view(camp: Camp, tmp_path: Path) -> None:
    for presence in camp.app.attendance.presences(camp.sessions).values():
        camp.app.attendance.undo_scan(presence.event_id)

    camp.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    assert asked(tmp_path / "all.sqlite", "SELECT * FROM attendance") == []


def test_the_file_explains_itself(whole: Path) -> None:
    lines = [row["about"] for row in asked(whole, "SELECT about FROM README")]

    assert len(lines) >= 5
    assert any(line.startswith("attendance:") for line in lines)


def test_without_personal_data_no_name_phone_code_or_record_is_in_any_byte(
    camp: Camp, whole: Path, tmp_path: Path
) -> None:
    records = [one.record for one in camp.certificates]
    codes = [badge.code for badge in camp.badges]
    hidden = [*SECRETS, *records, *codes]
    full = whole.read_bytes()
    assert [text for text in hidden if text.encode() not in full] == []

    camp.app.exports.write_database(tmp_path / "bare.sqlite", with_personal_data=False)

    bare = (tmp_path / "bare.sqlite").read_bytes()
    assert [text for text in hidden if text.encode() in bare] == []
    assert b"Commune Office" in bare


def test_no_private_key_leaves_the_workspace(whole: Path) -> None:
    names = {row["name"] for row in asked(whole, "SELECT name FROM sqlite_master")}

    assert names == {kind.__tablename__ for kind in _TABLES} | {"README", "attendance"}


def test_an_older_file_is_replaced_whole(camp: Camp, whole: Path) -> None:
    camp.add(name_en="New Person")

    camp.app.exports.write_database(whole, with_personal_data=True)

    assert asked(whole, "SELECT count(*) AS people FROM people") == [{"people": 5}]


def test_a_file_that_cannot_be_written_leaves_nothing_and_says_so(
    camp: Camp, tmp_path: Path
) -> None:
    (tmp_path / "all.sqlite").mkdir()

    with pytest.raises(Refusal, match="could not be written"):
        camp.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    assert [path.name for path in tmp_path.glob("all*")] == ["all.sqlite"]


def test_a_database_is_refused_in_words_where_no_file_can_be(camp: Camp) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        camp.app.exports.write_database(Path("/proc/all.sqlite"), with_personal_data=True)


def test_what_leaves_without_personal_data_is_these_columns_and_no_others(
    camp: Camp, tmp_path: Path
) -> None:
    """Whoever adds a column decides here whether it says something about a person."""
    camp.app.exports.write_database(tmp_path / "bare.sqlite", with_personal_data=False)

    told = {
        kind.__tablename__: " ".join(sorted(
            row["name"]
            for row in asked(
                tmp_path / "bare.sqlite", f"PRAGMA table_info({kind.__tablename__})"
            )
        ))
        for kind in _TABLES
    }  # fmt: skip

    assert told == {
        "programmes": "code donors id title_en title_km",
        "bootcamps": "asked_at_door certificate_day_percent certificate_hours certificate_percent "
        "code ends_on excused_counts id indicator_code programme_id province starts_on timezone "
        "title_en title_km venue",
        "sessions": "bootcamp_id canvases counts ends_at expects id is_locked is_mandatory "
        "late_after opens_before starts_at title_en title_km",
        "organisations": "also_named id kind name_en name_km province",
        "people": "id sex",
        "participations": "bootcamp_id id in_place_of is_walk_in organisation_id person_id "
        "province registered_at role sector status team",
        "badges": "id participation_id replaced_at",
        "badge_prints": "at badge_id id layout",
        "attendance_events": "annuls at id kind method minutes_late participation_id result "
        "session_id state",
        "certificates": "bootcamp_id design_id id issued_on layout layout_version "
        "participation_id replaces revision serial",
        "certificate_events": "at certificate_id copies id kind",
    }


def test_neither_who_leads_a_session_nor_an_earlier_name_leaves(camp: Camp, tmp_path: Path) -> None:
    camp.app.agenda.change(camp.sessions[0], {"facilitator": "Heng Vibol"})
    keep, other = camp.people[0], camp.add(name_en="Once Otherwise")
    camp.app.twins.merge(keep.person_id, other.person_id)

    for name, is_full in (("all.sqlite", True), ("bare.sqlite", False)):
        camp.app.exports.write_database(tmp_path / name, with_personal_data=is_full)

    for secret in (b"Heng Vibol", b"Once Otherwise"):
        assert secret in (tmp_path / "all.sqlite").read_bytes()
        assert secret not in (tmp_path / "bare.sqlite").read_bytes()
