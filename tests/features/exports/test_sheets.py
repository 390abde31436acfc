"""Attendance and people as files for others."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import load_workbook
from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.features.reports.views import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FakeClock
    from tests.features.certificates.camps import Camp

FORMS = sorted(export_formats())
FOR_PROGRAMS = (".json", ".package")
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
    "1979",
    "Angkor Chey",
)
REASON = "wedding of a cousin"
Said = tuple[str, str, str, int]


@pytest.fixture
def khmer() -> Iterator[None]:
    """Has every word spoken in Khmer."""
    words.use("km")
    yield
    words.use("en")


def written(camp: Camp, subject: str, form: str, folder: Path, *, personal: bool = True) -> Path:
    target = folder / f"{subject}.{form}"
    choice = Choice(bootcamps=(camp.bootcamp.id,), with_personal_data=personal)
    camp.app.exports.write(subject, choice, target, form)
    return target


def rows_in(path: Path) -> list[dict[str, Any]]:
    """Give the rows of a file by the titles of its columns, or the names for programs."""
    if path.suffix == ".package":
        with zipfile.ZipFile(path) as held:
            text = held.read(f"data/{path.stem}.csv").decode()
        return list(csv.DictReader(io.StringIO(text, newline="")))
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
            presence.state if presence else "not_yet",
            presence.minutes_late if presence else 0,
        )
        for one in camp.people
        for session in camp.sessions
        for presence in [presences.get((session.id, one.participation_id))]
        if presence or one.is_expected
    }


def told_by_file(path: Path) -> set[Said]:
    names = ("person_id", "session", "state", "minutes_late")
    titles = (
        names
        if path.suffix in FOR_PROGRAMS
        else ("Person", "Session", "Attendance", "Minutes late")
    )
    rows = [[row[title] for title in titles] for row in rows_in(path)]
    said = {"not here yet": "not_yet"}
    return {
        (person, session, said.get(state, state), int(late or 0))
        for person, session, state, late in rows
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_attendance_in_a_file_is_what_the_service_says(
    form: str, camp: Camp, tmp_path: Path
) -> None:
    told = told_by_service(camp)

    assert {(state, late) for _, _, state, late in told} == {
        ("present", 0),
        ("late", 25),
        ("not_yet", 0),
    }
    assert told_by_file(written(camp, "attendance", form, tmp_path)) == told


def tallied(camp: Camp, folder: Path) -> dict[str, Counter[str]]:
    """Give how many rows of the file say what, by the title of the session."""
    tallies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows_in(written(camp, "attendance", "json", folder)):
        tallies[row["session"]][row["state"]] += 1
    return tallies


def counted(camp: Camp) -> dict[str, Counter[str]]:
    """Give what the figures say of the sessions, in the words of the file."""
    counts = {
        one.title: camp.app.attendance.counts(camp.bootcamp, one)
        for one in camp.app.bootcamps.sessions(camp.bootcamp)
    }
    return {
        title: +Counter(
            present=one.present - one.late,
            late=one.late,
            excused=one.excused,
            absent=one.absent,
        )
        for title, one in counts.items()
    }


def test_nobody_is_absent_from_a_session_that_is_not_over(
    camp: Camp, clock: FakeClock, tmp_path: Path
) -> None:
    first, second = (one.title for one in camp.sessions)
    during = tallied(camp, tmp_path)
    clock.forward(days=1)
    after = tallied(camp, tmp_path)

    assert during == {first: {"present": 1, "late": 1, "not_yet": 1},
                      second: {"present": 1, "not_yet": 2}}  # fmt: skip
    assert after == {first: {"present": 1, "late": 1, "absent": 1},
                     second: {"present": 1, "absent": 2}}  # fmt: skip


def test_a_session_that_has_not_begun_has_rows_of_those_only_who_stand_to_it(
    camp: Camp, tmp_path: Path
) -> None:
    first, second = camp.sessions
    for scan in camp.app.attendance.recent(second):
        camp.app.attendance.undo_scan(scan.event_id)
    ids = [one.participation_id for one in camp.people[-1:]]
    camp.app.states.set(second, ids, Mark("excused", "sick"))

    told = tallied(camp, tmp_path)

    assert (told[first.title].total(), told[second.title]) == (3, {"excused": 1})


def test_the_totals_of_the_file_are_the_figures_of_every_session(
    camp: Camp, clock: FakeClock, tmp_path: Path
) -> None:
    first, second = camp.sessions
    camp.app.agenda.change(second, {"expects": "team:Blue"})
    mark = Mark("excused", "sick")
    camp.app.states.set(first, [one.participation_id for one in camp.people[-1:]], mark)
    clock.forward(days=1)

    told = tallied(camp, tmp_path)

    assert told == counted(camp)
    assert told[second.title] == {"present": 1}


def test_who_is_registered_after_closing_changes_no_figure_of_the_closed_session(
    camp: Camp, clock: FakeClock, tmp_path: Path
) -> None:
    first = camp.sessions[0]
    camp.app.sittings.close(first)
    before = camp.app.attendance.counts(camp.bootcamp, first), tallied(camp, tmp_path)[first.title]

    camp.add("", "Hun Borey")
    clock.forward(days=1)

    now = camp.app.bootcamps.sessions(camp.bootcamp)
    figures = camp.app.sittings.figures(camp.bootcamp, now, now[0])
    told = tallied(camp, tmp_path)
    assert (camp.app.attendance.counts(camp.bootcamp, now[0]), told[first.title]) == before
    assert figures.by_session[first.id] == before[0]
    assert [one.name_en for one in figures.missing] == ["Kim Sophea"]
    assert told == counted(camp)
    assert told[now[1].title].total() == 4  # it was not closed: whoever came since counts there


def test_attendance_says_how_and_why_somebody_stands(camp: Camp, tmp_path: Path) -> None:
    with camp.app.database.write() as work:
        for row in work.scalars(select(ParticipationRow)):
            row.role, row.team = "trainer", "Blue"
    ids = [one.participation_id for one in camp.people if one.name_en == "Kim Sophea"]
    camp.app.states.set(camp.sessions[0], ids, Mark("excused", "sick"))

    rows = rows_in(written(camp, "attendance", "json", tmp_path))
    said = {(row["name_en"], row["method"], row["reason"]) for row in rows}

    assert ("Kim Sophea", "hand", "sick") in said
    assert ("Sok Dara", "code", "") in said
    assert {(row["role"], row["team"], row["is_walk_in"]) for row in rows} == {
        ("trainer", "Blue", "yes")
    }


@pytest.mark.parametrize("form", FORMS)
def test_the_file_of_people_has_all_that_is_known_of_them(
    form: str, camp: Camp, tmp_path: Path
) -> None:
    is_json = f".{form}" in FOR_PROGRAMS
    names = ("email", "district", "birth_year", "birth_date", "is_walk_in")
    titles = ("E-mail", "District", "Year of birth", "Date of birth", "Walk-in")

    rows = rows_in(written(camp, "people", form, tmp_path))

    [said] = [
        [str(row[name]) for name in (names if is_json else titles)]
        for row in rows
        if "Chan Sreyneang" in row.values()
    ]
    assert said[:2] == ["nary@example.org", "Angkor Chey"]
    assert float(said[2]) == 1979
    assert [said[3], said[4].lower()] == ["1979-05-17", "yes"]


@pytest.mark.parametrize("form", FORMS)
def test_everybody_is_in_the_file_of_people_once(form: str, camp: Camp, tmp_path: Path) -> None:
    key = "name_en" if f".{form}" in FOR_PROGRAMS else "Name in Latin letters"

    found = [row[key] or "" for row in rows_in(written(camp, "people", form, tmp_path))]

    assert found == [one.name_en for one in camp.people]


@pytest.mark.parametrize("subject", ["people", "attendance"])
@pytest.mark.parametrize("form", FORMS)
def test_without_personal_data_no_name_phone_or_address_is_in_any_byte(
    subject: str, form: str, camp: Camp, tmp_path: Path
) -> None:
    ids = [one.participation_id for one in camp.people if one.name_en == "Kim Sophea"]
    camp.app.states.set(camp.sessions[0], ids, Mark("excused", REASON))
    whole = bytes_in(written(camp, subject, form, tmp_path))
    assert (REASON.encode() in whole) is (subject == "attendance")
    assert (b"nary@example.org" in whole) is (subject == "people")
    assert "ចាន់ ស្រីនាង".encode() in whole
    assert b"345 678" in whole

    bare = bytes_in(written(camp, subject, form, tmp_path, personal=False))

    assert [secret for secret in (*SECRETS, REASON) if secret.encode() in bare] == []
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
    with pytest.raises(Refusal, match=r"written as docx\. Choose one of: csv, json, package, xlsx"):
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
