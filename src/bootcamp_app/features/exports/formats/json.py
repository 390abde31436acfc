"""JSON for programs: objects in a list, or in one list a sheet; keys that no language changes."""

from __future__ import annotations

import json
from datetime import date
from typing import IO, TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.views import ExportFormat

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell, Report, Sheet


def _write(report: Report, path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        if len(report.sheets) == 1:
            return _write_rows(report.sheets[0], file)
        file.write(_head(report))
        count = 0
        for number, sheet in enumerate(report.sheets):
            file.write(f"{',' if number else ''}\n{_said(sheet.name)}: ")
            count += _write_rows(sheet, file)
        file.write("\n}}\n")
    return count


def _head(report: Report) -> str:
    """Give everything before the rows, open at its end."""
    about = {
        "name": report.name,
        "title": report.title,
        "facts": [
            {"name": fact.name, "title": fact.title, "value": fact.value} for fact in report.facts
        ],
        "notes": list(report.notes),
    }
    return f'{_said(about)[:-1]}, "sheets": {{'


def _write_rows(sheet: Sheet, file: IO[str]) -> int:
    """Write a row a line as they come, so that none has to be held."""
    names = [column.name for column in sheet.columns]
    file.write("[")
    count = 0
    for count, row in enumerate(sheet.rows, 1):
        file.write(",\n " if count > 1 else "\n ")
        file.write(_said(dict(zip(names, row, strict=True))))
    file.write("\n]")
    return count


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_moment)


def _moment(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    raise TypeError(cell)


ENTRY = ExportFormat("json", N_("JSON for programs"), ".json", _write)
