"""Whole rows are written as the library writes them a cell at a time."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import xlsxwriter
from python_calamine import load_workbook

from bootcamp_app.features.exports.formats.xlsx import OPTIONS
from bootcamp_app.features.exports.workbook.looks import Looks
from bootcamp_app.features.exports.workbook.streamed import StreamedSheet, Way
from bootcamp_app.features.exports.workbook.texts import write_text
from bootcamp_app.features.reports.views import Column

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell

COLUMN = Column("n", "N", kind="number")
ROWS: list[list[Cell]] = [
    ["plain", " led", "trailed ", "a & b < c > d", 'said "so"', "ស្រីនាង", "two\nlines"],
    ["_x0041_", "\x01\x1f", "tab\tbed", "<r><t>no</t></r>", "x" * 40_000,
     "\U0001f600" * 20_000, ""],
    [0, -1, 1.5, 1 / 3, 1e21, 1433, None],
    [date(1990, 5, 17), date(1900, 2, 28), date(1900, 3, 1),
     datetime(2026, 3, 2, 8, 15, 7, tzinfo=UTC),
     datetime(2026, 3, 2, tzinfo=UTC), date(2026, 3, 2), None],
]  # fmt: skip


def streamed(path: Path) -> None:
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        looks = Looks(book)
        page = book.add_worksheet("one", StreamedSheet)
        page.set_default_row(22)
        page.set_row(2, 44)
        page.write_string(0, 0, "head", looks.heading(COLUMN))
        ways = [
            Way(at, looks.texts(), looks.numbers(COLUMN)).with_moments(looks.moments)
            for at in range(len(ROWS[0]))
        ]
        for number, row in enumerate(ROWS, 1):
            page.write_cells(number, row, ways)
        page.write_string(len(ROWS) + 1, 0, "foot", looks.heading(COLUMN))


def by_the_library(path: Path) -> None:
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        looks = Looks(book)
        page = book.add_worksheet("one")
        page.set_default_row(22)
        page.set_row(2, 44)
        page.write_string(0, 0, "head", looks.heading(COLUMN))
        for number, row in enumerate(ROWS, 1):
            for at, cell in enumerate(row):
                if isinstance(cell, str) and cell:
                    write_text(page, number, at, cell, looks.texts())
                elif cell is None or cell == "":
                    page.write_blank(number, at, None, looks.texts())
                elif isinstance(cell, date):
                    page.write_datetime(number, at, cell, looks.moments[type(cell)])
                elif isinstance(cell, (int, float)):
                    page.write_number(number, at, cell, looks.numbers(COLUMN))
        page.write_string(len(ROWS) + 1, 0, "foot", looks.heading(COLUMN))


def test_every_cell_and_every_row_is_as_the_library_has_it(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    streamed(ours)
    by_the_library(theirs)

    found, wanted = (load_workbook(str(path)).get_sheet_by_index(0).to_python()
                     for path in (ours, theirs))  # fmt: skip
    assert found == wanted
    assert found[2][3] == "<r><t>no</t></r>"
    assert outline(ours) == outline(theirs)


def outline(path: Path) -> list[str]:
    """Give the extent, the rows with their heights and the places of the cells."""
    with zipfile.ZipFile(path) as held:
        sheet = held.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r'<dimension [^>]*>|<row [^>]*>|<c r="[A-Z]+\d+"', sheet)
