"""The whole workspace as a plain SQLite file, opened with the tool that everybody has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy import func, select

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance.derived import presences, stood
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.canvases.views import NewBoard
from bootcamp_app.features.exports.database import derived
from bootcamp_app.features.exports.database.chosen import LEFT_OUT, TABLES
from bootcamp_app.features.exports.database.readable import VIEWS
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.storage.base import Base
from bootcamp_app.storage.types import to_fact
from tests.clock import FakeClock
from tests.features.certificates.camps import camp_in
from tests.features.exports.conftest import peopled
from tests.features.exports.filled import asked
from tests.features.exports.test_sheets import SECRETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.features.certificates.camps import Camp

WRITE_VERSION = slice(18, 20)


class Handed(NamedTuple):
    """A bootcamp, and its database with and without personal data."""

    camp: Camp
    whole: Path
    bare: Path


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Handed]:
    """The database of one bootcamp, written once for all who only look at it."""
    folder, clock = tmp_path_factory.mktemp("handed"), FakeClock()
    app = build(folder / "camp.bootcamp", clock, "Sokha")
    made = Handed(peopled(app, clock), folder / "all.sqlite", folder / "bare.sqlite")
    for path in made[1:]:
        app.exports.write_database(path, with_personal_data=path == made.whole)
    yield made
    app.database.close()


@pytest.fixture
def own(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    """The same bootcamp, for who changes something in it."""
    app = build(sqlite_place, clock, "Sokha")
    yield peopled(app, clock)
    app.database.close()


def test_every_table_of_the_workspace_is_handed_over_or_stays_for_a_reason() -> None:
    handed = [table.name for table in TABLES]

    assert len(handed) == len(set(handed))
    assert not set(handed) & set(LEFT_OUT)
    assert set(handed) | set(LEFT_OUT) == set(Base.metadata.tables)


def test_every_column_is_handed_over_with_what_it_means() -> None:
    """Whoever adds a column says here what it is and whether it says something about a person."""
    told = {table.name: {"id", *(one.name for one in table.columns)} for table in TABLES}

    assert told == {
        table.name: {column.name for column in table.row.__table__.columns} for table in TABLES
    }


def test_the_file_is_sound_alone_and_not_in_wal_mode(handed: Handed) -> None:
    for path in handed[1:]:
        assert asked(path, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert asked(path, "PRAGMA foreign_key_check") == []
        assert path.read_bytes()[WRITE_VERSION] == b"\x01\x01"
        views = " UNION ALL ".join(f"SELECT count(*) AS n FROM {view.name}" for view in VIEWS)
        assert len(asked(path, views)) == len(VIEWS)
    there = {path.name for path in handed.whole.parent.glob("*.sqlite*")}
    assert there == {"all.sqlite", "bare.sqlite"}


def test_every_table_has_as_many_rows_as_the_workspace(camp: Camp, tmp_path: Path) -> None:
    with camp.app.database.read() as reader:
        counts = {
            table.name: reader.scalar(select(func.count()).select_from(table.row))
            for table in TABLES
        }

    told = camp.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    query = " UNION ALL ".join(
        f"SELECT '{name}' AS t, count(*) AS n FROM {name}" for name in counts
    )
    assert {row["t"]: row["n"] for row in asked(tmp_path / "all.sqlite", query)} == counts
    assert told == sum(count or 0 for count in counts.values())
    assert counts["people"] == 4


def test_people_stand_in_the_file_as_the_service_says(handed: Handed) -> None:
    rows = asked(
        handed.whole,
        "SELECT person_id, name_km, name_en, sex, phone, status, is_walk_in, organisation_en, "
        "province_en, province_km FROM people_in_bootcamps",
    )

    assert {tuple(row.values())[:7] for row in rows} == {
        (one.person_id, one.name_km, one.name_en, one.sex, one.phone, one.status, one.is_walk_in)
        for one in handed.camp.people
    }
    [present] = [row for row in rows if row["name_en"] == "Chan Sreyneang"]
    assert list(present.values())[7:] == ["Commune Office", "Kampot", "កំពត"]


def test_the_file_has_types_keys_and_indexes(handed: Handed) -> None:
    columns = {
        row["name"]: (row["type"], row["pk"])
        for row in asked(handed.whole, "PRAGMA table_info(participations)")
    }
    keys = {
        row["from"]: row["table"]
        for row in asked(handed.whole, "PRAGMA foreign_key_list(participations)")
    }
    indexes = {row["name"] for row in asked(handed.whole, "PRAGMA index_list(participations)")}

    assert columns["id"] == ("TEXT", 1)
    assert columns["is_walk_in"] == ("BOOLEAN", 0)
    assert columns["registered_at"] == ("DATETIME", 0)
    assert keys["person_id"] == "people"
    assert keys["in_place_of"] == "participations"
    assert "participations_by_person_id" in indexes


def test_a_reference_to_what_is_not_known_here_is_no_foreign_key(own: Camp, tmp_path: Path) -> None:
    with own.app.database.write() as work:
        work.add(next(t for t in TABLES if t.name == "photos").row(
            person_id="on another laptop", jpeg="x", taken_at=own.app.clock.now()
        ))  # fmt: skip

    own.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    assert asked(tmp_path / "all.sqlite", "PRAGMA foreign_key_list(photos)") == []
    assert asked(tmp_path / "all.sqlite", "PRAGMA foreign_key_check") == []


def test_attendance_in_the_file_counts_as_the_window_does(
    camp: Camp, clock: FakeClock, tmp_path: Path
) -> None:
    target = tmp_path / "all.sqlite"
    for days in (0, 1):  # during the first session, and when all is over
        clock.forward(days=days)
        camp.app.exports.write_database(target, with_personal_data=True)

        told = {
            (row["session_id"], row["registered"]): (
                row["present"], row["late"], row["excused"], row["absent"] + row["not_yet"]
            )
            for row in asked(target, "SELECT * FROM sessions_with_counts")
        }  # fmt: skip
        counts = [(one, camp.app.attendance.counts(camp.bootcamp, one)) for one in camp.sessions]
        assert told == {
            (one.id, n.registered): (n.present, n.late, n.excused, n.absent) for one, n in counts
        }
    states = Counter(row["state"] for row in asked(target, "SELECT state FROM attendance_list"))
    assert states == {"present": 2, "late": 1, "absent": 3}


def test_who_was_there_stands_in_the_file_as_in_the_window(handed: Handed) -> None:
    rows = asked(
        handed.whole,
        "SELECT session_id, participation_id, minutes_late, hours FROM attendance WHERE is_present",
    )
    totals = asked(
        handed.whole, "SELECT name_en, present, hours, percent_present FROM attendance_totals"
    )

    assert {tuple(row.values())[:3] for row in rows} == {
        (*key, presence.minutes_late)
        for key, presence in handed.camp.app.attendance.presences(handed.camp.sessions).items()
    }
    assert {row["hours"] for row in rows} == {handed.camp.sessions[0].hours}
    assert {tuple(row.values()) for row in totals} == {
        ("Chan Sreyneang", 2, 2 * handed.camp.sessions[0].hours, 100.0),
        ("Sok Dara", 1, handed.camp.sessions[0].hours, 50.0),
        ("Kim Sophea", 0, 0.0, 0.0),
    }


def test_an_entry_taken_back_counts_nowhere_and_an_older_file_is_replaced(
    own: Camp, tmp_path: Path
) -> None:
    own.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)
    for presence in own.app.attendance.presences(own.sessions).values():
        own.app.attendance.undo_scan(presence.event_id)

    own.app.exports.write_database(tmp_path / "all.sqlite", with_personal_data=True)

    states = asked(tmp_path / "all.sqlite", "SELECT DISTINCT state FROM attendance")
    assert states == [{"state": "not_yet"}]


def test_certificates_hold_in_the_file_as_in_the_window(own: Camp, tmp_path: Path) -> None:
    first = own.certificates[0]
    own.app.certificates.revoke(first.serial, "wrong name")
    target = tmp_path / "all.sqlite"

    own.app.exports.write_database(target, with_personal_data=True)

    rows = asked(target, "SELECT certificate_id, state, name_en FROM certificates_given")
    assert {row["certificate_id"] for row in rows if row["state"] == "valid"} == {
        one.id for one in own.certificates
    }
    assert {row["certificate_id"] for row in rows if row["state"] == "revoked"} == {first.id}


def test_organisations_notes_and_bootcamps_are_counted(own: Camp, tmp_path: Path) -> None:
    board = own.app.boards.make(own.bootcamp, NewBoard("co-ownership", title_en="Waste"))
    target = tmp_path / "all.sqlite"

    own.app.exports.write_database(target, with_personal_data=True)

    assert asked(target, "SELECT name_en, people FROM organisations_with_people") == [
        {"name_en": "Commune Office", "people": 1}
    ]
    assert asked(target, "SELECT registered, came, sessions FROM bootcamps_with_counts") == [
        {"registered": 4, "came": 2, "sessions": 2}
    ]
    notes = asked(target, "SELECT count(*) AS n FROM board_notes")[0]["n"]
    shown = own.app.boards.contents(board.id).items
    assert notes == sum(one.kind in ("note", "text") for one in shown)


def test_the_file_explains_itself_in_both_languages(handed: Handed) -> None:
    for path in handed[1:]:
        rows = asked(path, "SELECT * FROM README")
        told = {(row["name"], row["column_name"]) for row in rows if row["part"] == "column"}
        there = asked(path, "SELECT m.name, c.name AS of FROM sqlite_master AS m, "
                      "pragma_table_info(m.name) AS c WHERE m.type != 'index' "
                      "AND m.name != 'README'")  # fmt: skip
        assert told == {(row["name"], row["of"]) for row in there}
        said = {row["name"]: row["english"] for row in rows if row["part"] == "file"}
        assert said["made_at"] == handed.camp.app.clock.now().isoformat(timespec="microseconds")
        assert said["personal_data"].startswith("With personal") is (path == handed.whole)
        assert {"schema", "program", "scope"} <= said.keys()
        same = [row["name"] for row in rows if row["english"] == row["khmer"]]
        assert same == ["made_at", "program", "schema"]


def test_without_personal_data_no_name_phone_code_or_record_is_in_any_byte(
    handed: Handed,
) -> None:
    records = [one.record for one in handed.camp.certificates]
    codes = [badge.code for badge in handed.camp.badges]
    hidden = [*SECRETS, *records, *codes]

    whole, bare = handed.whole.read_bytes(), handed.bare.read_bytes()

    assert [text for text in hidden if text.encode() not in whole] == []
    assert [text for text in hidden if text.encode() in bare] == []
    assert b"Commune Office" in bare


def test_no_private_key_and_nothing_unknown_leaves_the_workspace(handed: Handed) -> None:
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = {row["name"] for row in asked(handed.whole, query)}

    known = {table.name for table in TABLES} | {view.name for view in VIEWS}
    assert names == known | {"README", derived.ATTENDANCE}


def test_a_file_that_cannot_be_written_leaves_nothing_and_says_so(
    handed: Handed, tmp_path: Path
) -> None:
    (tmp_path / "all.sqlite").mkdir()

    for target in (tmp_path / "all.sqlite", Path("/proc/all.sqlite")):
        with pytest.raises(Refusal, match="could not be written"):
            handed.camp.app.exports.write_database(target, with_personal_data=True)

    assert [path.name for path in tmp_path.glob("all*")] == ["all.sqlite"]


def test_a_database_of_nobody_is_written_too(sqlite_place: str, clock: FakeClock) -> None:
    app = build(sqlite_place, clock)
    target = Path(sqlite_place).with_name("all.sqlite")

    assert app.exports.write_database(target, with_personal_data=False) == 0
    camp_in(app)
    assert app.exports.write_database(target, with_personal_data=False) > 0
    app.database.close()


def test_standings_written_in_bulk_are_those_that_presences_gives(
    place: str, clock: FakeClock
) -> None:
    app = build(place, clock)
    camp = camp_in(app)
    people = [one.participation_id for one in camp.add_all([("", f"P {n}") for n in range(6)])]
    (session, *_) = app.bootcamps.sessions(camp.bootcamp)
    app.states.set(session, people[:4], Mark("present", at=session.starts_at))
    app.states.set(session, people[1:3], Mark("absent", at=session.starts_at))
    app.states.set(session, people[3:5], Mark("late", at=session.starts_at))

    with app.database.read() as reader:
        full = presences(reader, [session.id])
        light = stood(reader, session.id)

    assert {
        key: (one.state, to_fact(one.at), one.minutes_late, one.event_id)
        for (_of, key), one in full.items()
    } == {key: (state, to_fact(at), *more) for key, (state, at, *more) in light.items()}
    assert len(light) == 5
    app.database.close()


def test_who_is_not_known_any_more_was_there_all_the_same(own: Camp, tmp_path: Path) -> None:
    target = tmp_path / "all.sqlite"
    query = "SELECT came FROM bootcamps_with_counts"
    own.app.exports.write_database(target, with_personal_data=True)
    (before,) = asked(target, query)
    (there,) = asked(target, "SELECT participation_id AS id FROM attendance WHERE is_present "
                     "LIMIT 1")  # fmt: skip
    with own.app.database.write() as work:
        work.get_one(ParticipationRow, there["id"]).person_id = new_id()

    own.app.exports.write_database(target, with_personal_data=True)

    assert asked(target, query) == [before]
    assert len(asked(target, "SELECT * FROM people_in_bootcamps")) == len(own.people) + 1
    assert asked(target, "PRAGMA foreign_key_check") == []
