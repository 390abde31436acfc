"""JSON for programs: a list of objects, keys that no language changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.views import ExportFormat

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.views import Report


def _write(report: Report, path: Path) -> int:
    sheet = report.sheets[0]
    names = [column.name for column in sheet.columns]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    path.write_text(
        json.dumps(rows, ensure_ascii=False, indent=1, default=lambda moment: moment.isoformat()),
        "utf-8",
    )
    return len(rows)


ENTRY = ExportFormat("json", N_("JSON for programs"), ".json", _write)
