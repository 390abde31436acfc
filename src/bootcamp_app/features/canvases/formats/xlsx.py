"""Notes by zone as an Excel workbook: frozen header, filter, nothing that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.file_views import Format, TakenIn
from bootcamp_app.features.canvases.note_lines import HEADERS, fields_of, lines, said
from bootcamp_app.features.canvases.note_rows import notes_in
from bootcamp_app.reading.sheets import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Khmer OS Battambang", "font_size": 10, "valign": "top", "text_wrap": True}
_A4 = 9
_WIDTHS = {"text": 60, "zone_km": 26, "zone_en": 26, "author": 22}
_LONGEST_TITLE = 31
_FORBIDDEN = str.maketrans("[]:*?/\\'", "--------")


def _write(handed: Handed, path: Path) -> None:
    try:
        _write_book(handed, path)
    except FileCreateError as problem:
        # A full disk or a missing folder, which the library tells in its own way.
        raise OSError(str(problem)) from problem


def _write_book(handed: Handed, path: Path) -> None:
    fields, told = fields_of(handed), lines(handed)
    title = handed.contents.board.title.translate(_FORBIDDEN)[:_LONGEST_TITLE].strip()
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        page = book.add_worksheet(title or None)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        heading = book.add_format({**_FONT, "bold": True, "bg_color": "#DDEEEC", "border": 1})
        plain = book.add_format(_FONT)
        for at, field in enumerate(fields):
            page.set_column(at, at, _WIDTHS.get(field, 14))
        page.write_row(0, 0, [_(HEADERS[one]) for one in fields], heading)
        for number, line in enumerate(told, 1):
            for at, field in enumerate(fields):
                page.write(number, at, said(line, field), plain)
        page.autofilter(0, 0, max(len(told), 1), len(fields) - 1)


def _read(path: Path) -> TakenIn:
    return notes_in(read_table(path).rows, path.name)


ENTRY = Format(".xlsx", N_("Notes as an Excel workbook"), _write, _read)
