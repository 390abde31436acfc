"""An Excel workbook: cover, drawings, a worksheet for each sheet, nothing that runs."""

from __future__ import annotations

from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.patient import OWN, patient
from bootcamp_app.features.exports.views import ExportFormat
from bootcamp_app.features.exports.workbook.charts import Drawn, write_charts
from bootcamp_app.features.exports.workbook.cover import write_cover
from bootcamp_app.features.exports.workbook.looks import DEFAULT, Looks
from bootcamp_app.features.exports.workbook.names import worksheet_names
from bootcamp_app.features.exports.workbook.pages import write_page
from bootcamp_app.features.exports.workbook.streamed import StreamedSheet

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Report

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
    "default_format_properties": DEFAULT,
}


def _write(report: Report, path: Path) -> int:
    try:
        return _write_book(report, path)
    except FileCreateError as problem:
        # A full disk or a missing folder, which the library tells in its own way.
        raise OSError(str(problem)) from problem


def _write_book(report: Report, path: Path) -> int:
    has_cover = bool(report.facts or report.notes)
    before = [_("Cover")] * has_cover + [_("Charts")] * bool(report.charts)
    names = worksheet_names([*before, *(sheet.title for sheet in report.sheets)])
    of_sheets = names[len(before) :]
    # Rows wait in files of their own, which the library leaves behind where it fails.
    with (
        TemporaryDirectory(prefix=OWN) as waiting,
        patient(path) as file,
        xlsxwriter.Workbook(file, {**OPTIONS, "tmpdir": waiting}) as book,
    ):
        # What the library would write itself: no name of a person or a machine.
        book.set_properties({"title": report.title, "created": datetime.now(UTC)})
        pages = [book.add_worksheet(name, StreamedSheet) for name in names]
        looks = Looks(book)
        if has_cover:
            write_cover(pages[0], report, looks)
        drawn: dict[str, Drawn] = {}
        count = 0
        for page, name, sheet in zip(pages[len(before) :], of_sheets, report.sheets, strict=True):
            wanted = [chart for chart in report.charts if chart.sheet == sheet.name]
            drawn[sheet.name] = Drawn(name, sheet.columns, wanted)
            count += write_page(page, sheet, looks, drawn[sheet.name].cells)
        if report.charts:
            write_charts(book, pages[has_cover], report.charts, drawn)
    return count


ENTRY = ExportFormat("xlsx", N_("Excel workbook"), ".xlsx", _write)
