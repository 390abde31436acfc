"""Notes by zone as comma-separated text, which spreadsheets open as it is."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bootcamp_app.core.formulas import as_text
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.file_views import Format
from bootcamp_app.features.canvases.note_lines import (
    COLOUR_WORDS,
    HEADERS,
    SIDE_WORDS,
    fields_of,
    lines,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed

_WORDS = {**SIDE_WORDS, **COLOUR_WORDS}


def _write(handed: Handed, path: Path) -> None:
    fields = fields_of(handed)
    # The mark makes Excel read UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_(HEADERS[one]) for one in fields])
        for line in lines(handed):
            writer.writerow([_cell(one, getattr(line, one)) for one in fields])


def _cell(field: str, value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    if field in ("side", "colour") and value in _WORDS:
        return _(_WORDS[value])
    return as_text(value)


ENTRY = Format(".csv", N_("Notes as comma-separated text"), _write)
