"""Notes by zone as comma-separated text, which spreadsheets open as it is."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bootcamp_app.core.formulas import as_text
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.file_views import Format, TakenIn
from bootcamp_app.features.canvases.note_lines import HEADERS, fields_of, lines, said
from bootcamp_app.features.canvases.note_rows import notes_in
from bootcamp_app.reading.delimited import rows_of
from bootcamp_app.reading.files import MEGABYTE, content

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed

_MOST_BYTES = 20 * MEGABYTE


def _write(handed: Handed, path: Path) -> None:
    fields = fields_of(handed)
    # The mark makes Excel read UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_(HEADERS[one]) for one in fields])
        for line in lines(handed):
            writer.writerow([_cell(said(line, one)) for one in fields])


def _cell(value: str | int) -> str | int:
    return as_text(value) if isinstance(value, str) else value


def _read(path: Path) -> TakenIn:
    rows, _first = rows_of(content(path, _MOST_BYTES), path.name)
    return notes_in(rows, path.name)


ENTRY = Format(".csv", N_("Notes as comma-separated text"), _write, _read)
