"""A Frictionless Data Package: each sheet as CSV, what its columns mean, and a page to read."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.formats.csv import safe
from bootcamp_app.features.exports.package_readme import readme
from bootcamp_app.features.exports.views import ExportFormat

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Cell, Column, Report, Sheet

PERCENT, STATE = N_("A share from 0 to 1."), N_("One of: present, late, excused, absent, not_yet.")
PERSONAL = N_("Personal data: it says who somebody is.")
_MOMENT = "%Y-%m-%dT%H:%M:%S%z"
_OF_KIND = {"number": "number", "hours": "number", "percent": "number"}
_SAID = {"percent": PERCENT, "state": STATE}


def _write(report: Report, path: Path) -> int:
    with ZipFile(path, "w", ZIP_DEFLATED) as held:
        resources, count = [], 0
        for sheet in report.sheets:
            seen: list[set[type]] = [set() for _column in sheet.columns]
            with held.open(_path(sheet), "w", force_zip64=True) as file:
                count += _write_rows(sheet, file, seen)
            resources.append(_resource(sheet, seen))
        descriptor = {
            "profile": "tabular-data-package",
            "name": report.name,
            "title": report.title,
            "description": "\n".join([*map(_line, report.facts), *report.notes]),
            "resources": resources,
        }
        told = {key: value for key, value in descriptor.items() if value}
        held.writestr("datapackage.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        held.writestr("README.md", readme(report, [one["path"] for one in resources]))
    return count


def _write_rows(sheet: Sheet, file: Any, seen: list[set[type]]) -> int:  # noqa: ANN401 - bytes
    """Write the rows as programs read them, and keep of each column what kinds of cells it has."""
    count = 0
    # No mark before the text: the standard says UTF-8 and nothing before it.
    with io.TextIOWrapper(file, "utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow([column.name for column in sheet.columns])
        for row in sheet.rows:
            for kinds, cell in zip(seen, row, strict=True):
                kinds.add(cell.__class__)
            writer.writerow(map(_plain, row))
            count += 1
    return count


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.replace(microsecond=0).strftime(_MOMENT)
    return safe(cell)


def _resource(sheet: Sheet, seen: list[set[type]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "title": sheet.title,
        "path": _path(sheet),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(*one) for one in zip(sheet.columns, seen, strict=True)],
            "missingValues": [""],
        },
    }


def _field(column: Column, kinds: set[type]) -> dict[str, str]:
    told = [_(_SAID[column.kind])] if column.kind in _SAID else []
    told += [_(PERSONAL)] if column.is_personal else []
    field = {"name": column.name, "title": column.title, **_type(column, kinds - {type(None)})}
    return field | ({"description": " ".join(told)} if told else {})


def _type(column: Column, kinds: set[type]) -> dict[str, str]:
    """Give what kind of cells a column turned out to have."""
    if kinds == {datetime}:
        return {"type": "datetime", "format": _MOMENT}
    if kinds == {date}:
        return {"type": "date"}
    if kinds == {int}:
        return {"type": "integer"}
    if kinds and kinds <= {int, float}:
        return {"type": "number"}
    return {"type": "string" if kinds else _OF_KIND.get(column.kind, "string")}


def _path(sheet: Sheet) -> str:
    return f"data/{sheet.name}.csv"


def _line(fact: Any) -> str:  # noqa: ANN401 - a fact
    return f"{fact.title}: {'' if fact.value is None else fact.said}"


ENTRY = ExportFormat("package", N_("Data package for programs"), ".zip", _write)
