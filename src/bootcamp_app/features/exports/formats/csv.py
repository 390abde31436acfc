"""Comma-separated values that spreadsheets open as they are."""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.formulas import is_run
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.views import ExportFormat

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell, Report


def _write(report: Report, path: Path) -> int:
    sheet = report.sheets[0]
    # The mark makes Excel read UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.title for column in sheet.columns])
        count = 0
        for row in sheet.in_words():
            writer.writerow([safe(cell) for cell in row])
            count += 1
    return count


def safe(cell: Cell) -> str | int | float:
    """Give a cell as a spreadsheet may take it, which runs nothing of it."""
    if isinstance(cell, datetime):
        # A spreadsheet takes a moment with its offset for mere text.
        return cell.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) and is_run(cell):
        # A spreadsheet would run it; the apostrophe makes it text.
        return f"'{cell}"
    return "" if cell is None else cell


ENTRY = ExportFormat("csv", N_("Comma-separated text"), ".csv", _write, has_first_only=True)
