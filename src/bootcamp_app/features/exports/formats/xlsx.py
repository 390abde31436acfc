"""An Excel workbook: frozen header, filter, fits the width of A4, nothing that runs."""

from __future__ import annotations

from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.patient import OWN, patient
from bootcamp_app.features.exports.views import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell, Report, Sheet

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
_FONT = {"font_name": "Khmer OS Battambang", "font_size": 10, "valign": "vcenter"}
_A4 = 9
_ROW_HEIGHT = 22
_LONGEST_TITLE = 31
_FORBIDDEN = str.maketrans("[]:*?/\\", "-------")


def _write(report: Report, path: Path) -> int:
    try:
        return _write_book(report, path)
    except FileCreateError as problem:
        # A full disk or a missing folder, which the library tells in its own way.
        raise OSError(str(problem)) from problem


def _write_book(report: Report, path: Path) -> int:
    # Rows wait in files of their own, which the library leaves behind where it fails.
    with (
        TemporaryDirectory(prefix=OWN) as waiting,
        patient(path) as file,
        xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": waiting}) as book,
    ):
        return sum(_write_sheet(book, sheet) for sheet in report.sheets)


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet) -> int:
    page = book.add_worksheet(sheet.title.translate(_FORBIDDEN)[:_LONGEST_TITLE])
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_default_row(_ROW_HEIGHT)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, max(12, len(column.title) + 4))
    count = _fill(book, page, sheet)
    page.autofilter(0, 0, count, len(sheet.columns) - 1)
    return count


def _fill(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> int:
    heading = book.add_format({**_FONT, "bold": True, "bg_color": "#DDEEEC", "border": 1})
    formats: dict[type, object] = {
        datetime: book.add_format({**_FONT, "num_format": "yyyy-mm-dd hh:mm"}),
        date: book.add_format({**_FONT, "num_format": "yyyy-mm-dd"}),
    }
    plain = book.add_format(_FONT)
    page.write_row(0, 0, [column.title for column in sheet.columns], heading)
    count = 0
    for count, row in enumerate(sheet.in_words(), 1):
        for index, cell in _said(row):
            page.write(count, index, cell, formats.get(type(cell), plain))
    return count


def _said(row: Iterable[Cell]) -> Iterable[tuple[int, Cell]]:
    return ((index, cell) for index, cell in enumerate(row) if cell not in (None, ""))


ENTRY = ExportFormat("xlsx", N_("Excel workbook"), ".xlsx", _write)
