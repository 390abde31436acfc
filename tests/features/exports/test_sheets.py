"""Attendance and people as files for others."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import load_workbook

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.exports.service import export_formats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.features.certificates.camps import Camp

FORMS = sorted(export_formats())
SECRETS = (
    "ចាន់ ស្រីនាង",
    "Chan Sreyneang",
    "Sreyneang",
    "Sok Dara",
    "Kim Sophea",
    "345 678",
    "222 333",
    "nary@example.org",
    "peanuts",
    "ext-4711",
)
Said = tuple[str, str, str, int]


@pytest.fixture
def khmer() -> Iterator[None]:
    """Has every word spoken in Khmer."""
    words.use("km")
    yield
    words.use("en")


def written(camp: Camp, subject: str, form: str, folder: Path, *, personal: bool = True) -> Path:
    target = folder / f"{subject}.{form}"
    camp.app.exports.write_sheet(subject, camp.bootcamp, target, form, with_personal_data=personal)
    return target


def rows_in(path: Path) -> list[dict[str, Any]]:
    """Give the rows of a file by the titles of its columns."""
    if path.suffix == ".json":
        return list(json.loads(path.read_text("utf-8")))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    header, *rows = load_workbook(str(path)).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def bytes_in(path: Path) -> bytes:
    """Give all bytes of a file, those inside a workbook unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as held:
        return b"".join(held.read(name) + name.encode() for name in held.namelist())


def told_by_service(camp: Camp) -> set[Said]:
    presences = camp.app.attendance.presences(camp.sessions)
    return {
        (
            one.person_id,
            session.title,
            presence.state if presence else "absent",
            presence.minutes_late if presence else 0,
        )
        for one in camp.people
        for session in camp.sessions
        for presence in [presences.get((session.id, one.participation_id))]
        if one.is_expected or presence
    }


def told_by_file(path: Path) -> set[Said]:
    names = ("person_id", "session", "state", "minutes_late")
    titles = (
        names if path.suffix == ".json" else ("Person", "Session", "Attendance", "Minutes late")
    )
    rows = [[row[title] for title in titles] for row in rows_in(path)]
    return {(person, session, state, int(late or 0)) for person, session, state, late in rows}


@pytest.mark.parametrize("form", FORMS)
def test_the_attendance_in_a_file_is_what_the_service_says(
    form: str, camp: Camp, tmp_path: Path
) -> None:
    told = told_by_service(camp)

    assert {(state, late) for _, _, state, late in told} == {
        ("present", 0),
        ("late", 25),
        ("absent", 0),
    }
    assert told_by_file(written(camp, "attendance", form, tmp_path)) == told


def test_whom_a_session_does_not_expect_is_not_absent_from_it(camp: Camp, tmp_path: Path) -> None:
    first, second = camp.sessions[:2]
    camp.app.agenda.change(second, {"expects": "team:Blue"})

    sessions = [row["session"] for row in rows_in(written(camp, "attendance", "json", tmp_path))]

    assert (
        sessions.count(second.title)
        == camp.app.attendance.counts(
            camp.bootcamp, camp.app.bootcamps.sessions(camp.bootcamp)[1]
        ).registered
    )
    assert sessions.count(first.title) > sessions.count(second.title)


@pytest.mark.parametrize("form", FORMS)
def test_everybody_is_in_the_file_of_people_once(form: str, camp: Camp, tmp_path: Path) -> None:
    key = "name_en" if form == "json" else "Name in Latin letters"

    found = [row[key] or "" for row in rows_in(written(camp, "people", form, tmp_path))]

    assert found == [one.name_en for one in camp.people]


@pytest.mark.parametrize("subject", ["people", "attendance"])
@pytest.mark.parametrize("form", FORMS)
def test_without_personal_data_no_name_phone_or_address_is_in_any_byte(
    subject: str, form: str, camp: Camp, tmp_path: Path
) -> None:
    whole = bytes_in(written(camp, subject, form, tmp_path))
    assert "ចាន់ ស្រីនាង".encode() in whole
    assert b"345 678" in whole

    bare = bytes_in(written(camp, subject, form, tmp_path, personal=False))

    assert [secret for secret in SECRETS if secret.encode() in bare] == []
    assert b"Commune Office" in bare


@pytest.mark.usefixtures("khmer")
def test_titles_and_words_are_khmer_where_khmer_is_spoken_and_names_for_programs_stay(
    camp: Camp, tmp_path: Path
) -> None:
    (title, *_), *_ = [list(row) for row in rows_in(written(camp, "people", "csv", tmp_path))]
    (name, *_), *_ = [list(row) for row in rows_in(written(camp, "people", "json", tmp_path))]

    assert title != "Person"
    assert name == "person_id"


def test_an_unknown_format_is_refused_with_those_that_there_are(camp: Camp, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"written as docx\. Choose one of: csv, json, xlsx"):
        written(camp, "people", "docx", tmp_path)

    assert list(tmp_path.glob("people*")) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_cannot_be_written_leaves_nothing_and_says_so(
    form: str, camp: Camp, tmp_path: Path
) -> None:
    (tmp_path / f"people.{form}").mkdir()

    with pytest.raises(Refusal, match="could not be written"):
        written(camp, "people", form, tmp_path)

    assert [path.name for path in tmp_path.glob("people*")] == [f"people.{form}"]


@pytest.mark.usefixtures("khmer")
def test_json_says_the_same_in_khmer_while_a_spreadsheet_speaks_it(
    camp: Camp, tmp_path: Path
) -> None:
    for_programs = rows_in(written(camp, "people", "json", tmp_path))
    for_people = rows_in(written(camp, "people", "csv", tmp_path))

    assert {row["sex"] for row in for_programs} == {"female", "not_stated"}
    assert {row["province"] for row in for_programs} == {"Kampot", ""}
    assert {row["ភេទ"] for row in for_people} == {"ស្រី", "មិនបានប្រាប់"}
    assert {row["ខេត្ត"] for row in for_people} == {"កំពត", ""}


@pytest.mark.parametrize("form", FORMS)
def test_a_place_that_takes_no_file_is_refused_in_words(form: str, camp: Camp) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        written(camp, "people", form, Path("/proc"))
