"""What holds for every file format of exports, also for the next one."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.reports.views import Column, Report, Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.exports.views import ExportFormat
    from bootcamp_app.features.reports.views import Cell

COLUMNS = (Column("name", "ឈ្មោះ"), Column("seen", "Seen at"), Column("born", "Born"))
PHNOM_PENH = timezone(timedelta(hours=7))
MOMENT = datetime(2026, 3, 2, 8, 15, tzinfo=PHNOM_PENH)
ROWS: list[tuple[Cell, ...]] = [
    ("ចាន់ ស្រីនាង", MOMENT, date(1990, 5, 17)),
    ("Sok, “Dara”\nsecond line", None, None),
    ("", MOMENT, None),
]
PHONES = ["+855 12 345 678", "+85512345678", "012 345 678", "(+855) 12-345-678", "-5", "-5.5"]
HOSTILE = [
    "=1+1",
    "=SUM(A1:A9)",
    '=HYPERLINK("http://example.org";"click")',
    "=cmd|'/C calc'!A0",
    "={1;2}",
    "{=1+1}",
    "==1",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "@A1",
    "+1+1",
    "+cmd|'/C calc'!A0",
    "+855 12 345 678=1",
    "+855-12-345-678",
    "++1",
    "-1+1",
    "-2+3+cmd|'/C calc'!A0",
    "-A1",
    "--1",
    "-=1",
    "\t=1+1",
    "\tSok",
    "\r=1+1",
    "\rSok",
    "\n=1+1",
    "=\u200b1",
    "='Sheet'!A1",
    "=ខ្មែរ",
    "-@SUM(1)",
    "+-1+1",
]
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
each_format = pytest.mark.parametrize("form", export_formats().values(), ids=lambda form: form.id)


def written(form: ExportFormat, rows: list[tuple[Cell, ...]], folder: Path) -> Path:
    target = folder / f"sheet{form.suffix}"
    assert form.write(Report.of(Sheet("People: all/of*them", COLUMNS, iter(rows))), target) == len(
        rows
    )
    return target


def cells_in(path: Path) -> list[list[Any]]:
    """Give the rows of a file as other programs read them; empty cells as empty text."""
    return READERS[path.suffix](path)


def rows_of_xlsx(path: Path) -> list[list[Any]]:
    sheet = load_workbook(str(path)).get_sheet_by_index(0)
    header, *rows = sheet.to_python(skip_empty_area=False)
    assert header == [column.title for column in COLUMNS]
    return rows


def rows_of_csv(path: Path) -> list[list[Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [column.title for column in COLUMNS]
    return list(rows)


def rows_of_json(path: Path) -> list[list[Any]]:
    held = json.loads(path.read_text("utf-8"))
    assert all(list(row) == [column.name for column in COLUMNS] for row in held)
    return [["" if cell is None else cell for cell in row.values()] for row in held]


def rows_of_package(path: Path) -> list[list[Any]]:
    with zipfile.ZipFile(path) as held:
        header, *rows = csv.reader(io.StringIO(held.read("data/rows.csv").decode(), newline=""))
    assert header == [column.name for column in COLUMNS]
    return list(rows)


READERS = {
    ".xlsx": rows_of_xlsx,
    ".csv": rows_of_csv,
    ".json": rows_of_json,
    ".zip": rows_of_package,
}
SEEN = {
    ".xlsx": MOMENT.replace(tzinfo=None),
    ".csv": "2026-03-02 08:15",
    ".json": MOMENT.isoformat(),
    ".zip": "2026-03-02T08:15:00+0700",
}
BORN = {".xlsx": date(1990, 5, 17)}


def test_every_format_is_known_by_its_own_id_and_ending() -> None:
    forms = export_formats()

    assert {"xlsx", "csv", "json", "package"} <= forms.keys()
    assert {form.suffix for form in forms.values()} == READERS.keys()
    assert all(key == form.id and form.title for key, form in forms.items())


@each_format
def test_every_row_is_counted_and_read_back(form: ExportFormat, tmp_path: Path) -> None:
    rows: list[tuple[Cell, ...]] = [(f"Person {number}", MOMENT, None) for number in range(1, 301)]

    found = cells_in(written(form, rows, tmp_path))

    assert [row[0] for row in found] == [row[0] for row in rows]


@each_format
def test_a_sheet_without_rows_still_is_a_file_that_opens(
    form: ExportFormat, tmp_path: Path
) -> None:
    assert cells_in(written(form, [], tmp_path)) == []


@each_format
def test_khmer_and_line_ends_and_quotes_come_back_as_they_were(
    form: ExportFormat, tmp_path: Path
) -> None:
    found = cells_in(written(form, ROWS, tmp_path))

    assert [row[0] for row in found] == [row[0] for row in ROWS]


@each_format
def test_moments_and_days_are_read_as_local_time(form: ExportFormat, tmp_path: Path) -> None:
    found = cells_in(written(form, ROWS, tmp_path))

    assert [row[1] for row in found] == [SEEN[form.suffix], "", SEEN[form.suffix]]
    assert found[0][2] == BORN.get(form.suffix, "1990-05-17")


@each_format
@pytest.mark.parametrize("phone", PHONES)
def test_phones_and_numbers_as_text_are_kept_as_they_are(
    phone: str, form: ExportFormat, tmp_path: Path
) -> None:
    assert cells_in(written(form, [(phone, None, None)], tmp_path))[0][0] == phone


@each_format
@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_is_ever_run_as_a_formula(cell: str, form: ExportFormat, tmp_path: Path) -> None:
    """XLSX and JSON keep a cell's kind beside it; in CSV only its first sign tells."""
    target = written(form, [(cell, None, None)], tmp_path)

    (row,) = cells_in(target)
    if form.suffix in {".csv", ".zip"}:
        assert row[0] == f"'{cell}" or not cell.startswith(STARTS)
    else:
        assert row[0] == cell
    if form.suffix == ".xlsx":
        assert load_workbook(str(target)).get_sheet_by_index(0).to_python()[1][0] == cell


@each_format
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=12))
def test_any_text_comes_back(form: ExportFormat, tmp_path: Path, texts: list[str]) -> None:
    found = cells_in(written(form, [(text, MOMENT, None) for text in texts], tmp_path))

    assert [row[0].removeprefix("'") for row in found] == [text.removeprefix("'") for text in texts]


def test_hostile_cells_are_29_different_ones() -> None:
    assert len(set(HOSTILE)) == 29
