"""What holds for a report of several sheets, whichever file it becomes."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from PIL import Image
from python_calamine import CalamineWorkbook

from bootcamp_app.core.i18n import words
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.exports.workbook.names import worksheet_names
from bootcamp_app.features.reports.views import Cell, Chart, Column, Fact, Report, Sheet
from tests.contracts.test_export_formats import HOSTILE

PUBLISHED = Path(__file__).parent / "data_package" / "tabular-data-package.json"
"""The profile that Frictionless Data publishes, without its prose and examples."""
MORE_HOSTILE = ["<r><t>Sok</t></r>", "Sheet!A1", "=Cover!$A$1", "&A", "&[File]"]
PEOPLE: list[tuple[Cell, ...]] = [
    ("p1", "ចាន់ ស្រីនាង", "present", 3.5, 0.75, "012 345 678", date(2026, 3, 2)),
    ("p2", "Sok Dara", "absent", 0.0, 0.0, "+855 12 345 678", None),
    ("p3", "", None, None, None, "", datetime(2026, 3, 2, 1, tzinfo=UTC)),
]
TALLY: list[tuple[Cell, ...]] = [("Morning", 1, 1), ("Afternoon", 2, 0)]
SAID = {"present": "វត្តមាន", "absent": "អវត្តមាន"}
PNG = io.BytesIO()
Image.new("RGB", (40, 20), "teal").save(PNG, "PNG")


def report(text: str = "", rows: list[tuple[Cell, ...]] | None = None) -> Report:
    """Give a report of two sheets with the same title, into each of whose places goes the text."""
    people = (
        Column("person_id", "Person"),
        Column("name", text or "Name", is_personal=True),
        Column("state", "State", say=lambda state: SAID.get(state, state), kind="state"),
        Column("hours", "Hours", kind="hours"),
        Column("share", "Share", kind="percent"),
        Column("phone", "Phone", is_personal=True, kind="phone"),
        Column("day", "Day"),
    )
    tally = (
        Column("label", "Session"),
        Column("present", text or "Present", kind="number"),
        Column("absent", "Absent", kind="number"),
    )
    title = text or "ការចូលរួមនៅក្នុងវគ្គបណ្ដុះបណ្ដាលពលរដ្ឋ: ព្រឹក"
    total = ("", text or "Sum", "2", 3.5, None, "", None)
    marked = [(text, *row[1:]) for row in TALLY] if text else TALLY
    return Report(
        "workbook",
        text or "Workbook",
        (
            Sheet(title, people, iter(rows or PEOPLE), 3, "people", frozen=2, totals=(total,)),
            Sheet(title, tally, iter(marked), 2, "tally"),
        ),
        facts=(Fact("place", text or "Place", text or "Kampot"), Fact("people", "People", 3)),
        charts=(
            Chart(text or "By session", "tally", "label", ("present", "absent"), is_stacked=True),
            Chart(text or "By name", "people", "name", ("hours",)),
        ),
        notes=(text or "Whoever was there counts.",),
        logos=(PNG.getvalue(),),
    )


def written(form: str, made: Report, folder: Path) -> Path:
    kind = export_formats()[form]
    target = folder / f"report{kind.suffix}"
    assert kind.write(made, target) == 5
    return target


def parts_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as held:
        return {name: held.read(name).decode() for name in held.namelist() if "media" not in name}


def sheets_of(path: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_has_a_cover_drawings_and_a_worksheet_for_each_sheet(tmp_path: Path) -> None:
    sheets = sheets_of(written("xlsx", report(), tmp_path))

    names = list(sheets)
    assert names[:2] == ["Cover", "Charts"]
    assert all(len(name) <= 31 for name in names)
    assert names[3] == f"{names[2][:27].rstrip()} (2)"
    cover = [cell for row in sheets["Cover"] for cell in row]
    assert {"Workbook", "Place", "Kampot", 3.0, "Whoever was there counts."} <= set(cover)
    assert [row[:3] for row in sheets[names[2]][1:3]] == [
        ["p1", "ចាន់ ស្រីនាង", "វត្តមាន"],
        ["p2", "Sok Dara", "អវត្តមាន"],
    ]
    assert sheets[names[2]][1][3:] == [3.5, 0.75, "012 345 678", date(2026, 3, 2)]
    assert sheets[names[2]][4][:4] == ["", "Sum", "2", 3.5]
    assert sheets[names[3]][1:] == [list(row) for row in TALLY]


def test_worksheets_are_for_the_screen_and_for_paper(tmp_path: Path) -> None:
    parts = parts_of(written("xlsx", report(), tmp_path))

    people = parts["xl/worksheets/sheet3.xml"]
    assert '<pane xSplit="2" ySplit="1" topLeftCell="C2"' in people
    assert '<autoFilter ref="A1:G4"/>' in people  # no filter reaches the sums
    assert 'paperSize="9"' in people
    assert 'orientation="landscape"' in people
    assert 'fitToHeight="0"' in people
    assert "&amp;P / &amp;N" in people
    book = parts["xl/workbook.xml"]
    assert len(re.findall(r"_xlnm.Print_Titles[^>]*>[^<]*\$1:\$1<", book)) == 2


def test_states_are_coloured_and_say_the_same_in_words(tmp_path: Path) -> None:
    parts = parts_of(written("xlsx", report(), tmp_path))

    cells = re.findall(r'<c r="C\d" s="(\d+)" t="inlineStr"><is><t>([^<]*)',
                       parts["xl/worksheets/sheet3.xml"])  # fmt: skip
    looks = {text: look for look, text in cells}
    assert len({looks["វត្តមាន"], looks["អវត្តមាន"], looks["State"]}) == 3
    assert "FFDFF1E5" in parts["xl/styles.xml"]
    assert "FFFADFDF" in parts["xl/styles.xml"]


def test_drawings_are_those_of_the_cells_and_hold_their_numbers(tmp_path: Path) -> None:
    parts = parts_of(written("xlsx", report(), tmp_path))

    drawn = parts["xl/charts/chart1.xml"]
    assert "stacked" in drawn
    assert re.findall(r"<c:f>[^<]*!([^<]*)</c:f>", drawn) == [
        "$A$2:$A$3", "$B$2:$B$3", "$A$2:$A$3", "$C$2:$C$3",
    ]  # fmt: skip
    assert re.findall(r"<c:v>([^<]*)</c:v>", drawn) == [
        "Present", "Morning", "Afternoon", "1", "2", "Absent", "Morning", "Afternoon", "1", "0",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [*HOSTILE, *MORE_HOSTILE])
def test_nothing_that_somebody_wrote_is_run_wherever_it_stands(text: str, tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [(text, text, text, 1.0, 0.5, text, None)] * 3

    path = written("xlsx", report(text, rows), tmp_path)

    sheets = sheets_of(path)
    parts = parts_of(path)
    assert [name for name, part in parts.items() if re.search(r"<f[ >]", part)] == []
    assert [name for name in parts if "externalLink" in name] == []
    written_names = {name.replace("'", "''") for name in sheets}
    for name in ("xl/charts/chart1.xml", "xl/charts/chart2.xml"):
        refs = re.findall(r"<c:f>([^<]*)!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+</c:f>", parts[name])
        assert len(refs) == parts[name].count("<c:f>")
        assert {unescape(ref).strip("'") for ref in refs} <= written_names
    people = list(sheets.values())[2]
    # A carriage return is a line end inside XML.
    assert [people[1][at] for at in (0, 1, 2, 5)] == [text] * 4
    assert people[4][1] == text
    assert [row[0] for row in sheets["Cover"] if row[1] == text] == [text, "How this was counted"]


def test_properties_of_a_workbook_name_nobody(tmp_path: Path) -> None:
    core = parts_of(written("xlsx", report(), tmp_path))["docProps/core.xml"]

    assert "<dc:title>Workbook</dc:title>" in core
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", core) == ["", ""]


def test_json_of_several_sheets_says_what_it_is_and_holds_each_by_its_name(tmp_path: Path) -> None:
    held = json.loads(written("json", report(), tmp_path).read_text("utf-8"))

    assert list(held) == ["name", "title", "facts", "notes", "sheets"]
    assert held["facts"][0] == {"name": "place", "title": "Place", "value": "Kampot"}
    assert held["notes"] == ["Whoever was there counts."]
    assert held["sheets"]["people"][0]["state"] == "present"
    assert held["sheets"]["tally"] == [
        {"label": "Morning", "present": 1, "absent": 1},
        {"label": "Afternoon", "present": 2, "absent": 0},
    ]


def test_csv_is_the_first_sheet(tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    assert export_formats()["csv"].write(report(), target) == 3

    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[2] for row in rows] == ["State", "វត្តមាន", "អវត្តមាន", ""]


@pytest.mark.parametrize("made", [report(), Report.of(Sheet("Empty", (Column("a", "A"),), ()))],
                         ids=["several", "empty"])  # fmt: skip
def test_a_data_package_is_what_its_published_profile_asks_for(
    made: Report, tmp_path: Path
) -> None:
    target = tmp_path / "report.zip"
    export_formats()["package"].write(made, target)

    described = json.loads(parts_of(target)["datapackage.json"])

    faults = Draft4Validator(json.loads(PUBLISHED.read_text("utf-8"))).iter_errors(described)
    assert [fault.message for fault in faults] == []


def test_a_data_package_describes_every_column_as_its_cells_are(tmp_path: Path) -> None:
    parts = parts_of(written("package", report(), tmp_path))

    described = json.loads(parts["datapackage.json"])
    assert [one["path"] for one in described["resources"]] == ["data/people.csv", "data/tally.csv"]
    for one in described["resources"]:
        header = next(csv.reader(io.StringIO(parts[one["path"]])))
        assert header == [field["name"] for field in one["schema"]["fields"]]
    types = [
        (field["name"], field["type"])
        for one in described["resources"]
        for field in one["schema"]["fields"]
    ]
    assert types == [
        ("person_id", "string"), ("name", "string"), ("state", "string"), ("hours", "number"),
        ("share", "number"), ("phone", "string"), ("day", "string"), ("label", "string"),
        ("present", "integer"), ("absent", "integer"),
    ]  # fmt: skip
    assert "Personal data" in described["resources"][0]["schema"]["fields"][1]["description"]
    assert "- Place: Kampot" in parts["README.md"]


def test_without_personal_data_neither_columns_nor_sums_nor_drawings_name_anybody() -> None:
    bare = report().without_personal_data()

    people = bare.sheets[0]
    assert [column.name for column in people.columns] == [
        "person_id", "state", "hours", "share", "day",
    ]  # fmt: skip
    assert people.totals == (("", "2", 3.5, None, None),)
    assert people.frozen == 1
    assert [chart.title for chart in bare.charts] == ["By session"]


def test_a_report_without_facts_has_no_cover(tmp_path: Path) -> None:
    bare = replace(report(), facts=(), notes=(), charts=())

    assert len(sheets_of(written("xlsx", bare, tmp_path))) == 2


def test_names_of_worksheets_are_cut_between_khmer_letters_and_are_no_two_alike() -> None:
    long = "ស្រ្តី" * 9

    names = worksheet_names([long, long.upper(), "a/b:c", "A?B*C", "History", "''", "", "\x01x"])

    assert all(1 <= len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert names[0] == "ស្រ្តី" * 5
    assert names[2:5] == ["a-b-c", "A-B-C (2)", "History (2)"]
    assert names[5:7] == ["Sheet", "Sheet (2)"]


def test_covers_speak_khmer_where_it_is_spoken(tmp_path: Path) -> None:
    words.use("km")
    try:
        names = list(sheets_of(written("xlsx", report(), tmp_path)))
    finally:
        words.use("en")

    assert [name.isascii() for name in names[:2]] == [False, False]
