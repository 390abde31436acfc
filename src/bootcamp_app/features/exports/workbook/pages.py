"""A sheet of a report as a worksheet, written row by row and never held as a whole."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.exports.workbook.looks import FONT
from bootcamp_app.features.exports.workbook.streamed import Way
from bootcamp_app.features.exports.workbook.texts import write_text
from bootcamp_app.features.exports.workbook.widths import (
    WIDEST,
    lines_of,
    lines_of_titles,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from bootcamp_app.features.exports.workbook.looks import Looks
    from bootcamp_app.features.exports.workbook.streamed import StreamedSheet
    from bootcamp_app.features.reports.views import Cell, Column, Sheet

_A4 = 9
_ROW_HEIGHT, _LINE_HEIGHT = 22, 19
_ID = "_id"
_LOOKED_AT = 200
"""So many rows tell how wide the columns must be."""
_LONGEST_HEADER = 120


def write_page(
    page: StreamedSheet, sheet: Sheet, looks: Looks, kept: Mapping[int, list[Cell]]
) -> int:
    """Write a sheet and give the number of its rows; `kept` gets the cells of some columns."""
    set_paper(page, sheet.title)
    page.freeze_panes(1, sheet.frozen)
    page.repeat_rows(0)
    page.set_default_row(_ROW_HEIGHT)
    rows = iter(sheet.rows)
    first = list(islice(rows, _LOOKED_AT))
    says = [column.said_soon() for column in sheet.columns]
    told = [[_told(say, cell) for say, cell in zip(says, row, strict=True)] for row in first]
    # The words beside sums run over the empty cells beside them.
    wide = widths(sheet.columns, told)
    page.set_row(0, lines_of_titles(sheet.columns, wide) * _LINE_HEIGHT + 6)
    for at, (column, width) in enumerate(zip(sheet.columns, wide, strict=True)):
        page.set_column(at, at, width)
        write_text(page, 0, at, column.title, looks.heading)
    ways = _ways(sheet.columns, says, wide, looks)
    long = [at for at, width in enumerate(wide) if width == WIDEST]
    every = chain(first, rows)
    count = _fill(page, _kept(every, kept) if kept else every, ways, long)
    page.autofilter(0, 0, max(count, 1), len(sheet.columns) - 1)
    _add_totals(page, sheet, looks, count + 1)
    page.print_area(0, 0, max(count, 1) + len(sheet.totals), _last_printed(sheet.columns))
    return count


def set_paper(page: Worksheet, title: str, *, is_one_page: bool = False) -> None:
    """Have a worksheet printed on A4 across, as wide as the paper, with its page number."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, int(is_one_page))
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    # A header runs what follows an ampersand.
    said = " ".join(title.split())[:_LONGEST_HEADER].replace("&", "&&")
    page.set_header(f'&L&"{FONT},Regular"&9{_apart(said)}')
    page.set_footer(f'&C&"{FONT},Regular"&9&P / &N')


def _last_printed(columns: Sequence[Column]) -> int:
    """Give the last column for people; an id that stands behind it is for programs."""
    last = len(columns) - 1
    return last - 1 if last and columns[last].name.endswith(_ID) else last


def _apart(text: str) -> str:
    """Keep digits at the beginning from being taken for the size of the font."""
    return f" {text}" if text[:1].isdecimal() else text


def _ways(
    columns: Sequence[Column],
    says: Sequence[Callable[[str], str] | None],
    wide: Sequence[float],
    looks: Looks,
) -> list[Way]:
    return [
        Way(at, looks.texts(is_wrapped=width == WIDEST), looks.numbers(column))
        .with_moments(looks.moments)
        .with_states(looks.states if column.kind == "state" else {})
        .saying(say)
        for at, (column, say, width) in enumerate(zip(columns, says, wide, strict=True))
    ]


def _fill(
    page: StreamedSheet, rows: Iterable[tuple[Cell, ...]], ways: Sequence[Way], long: Sequence[int]
) -> int:
    """Write the rows below the headings, each cell as the kind that it is: nothing is guessed."""
    count = 0
    for count, row in enumerate(rows, 1):
        if long:
            _heighten(page, count, [row[at] for at in long])
        page.write_cells(count, row, ways)
    return count


def _heighten(page: Worksheet, row: int, texts: Sequence[Cell]) -> None:
    lines = max(lines_of(text, WIDEST) if isinstance(text, str) else 1 for text in texts)
    if lines > 1:
        page.set_row(row, min(lines * _LINE_HEIGHT + 4, 400))


def _add_totals(page: Worksheet, sheet: Sheet, looks: Looks, row: int) -> None:
    """Write the sums below the rows, where no filter reaches them."""
    text = looks.texts(is_sum=True)
    for number, cells in enumerate(sheet.totals, row):
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            if isinstance(cell, (int, float)):
                page.write_number(number, at, cell, looks.numbers(column, is_sum=True))
            elif isinstance(cell, str) and cell:
                write_text(page, number, at, cell, text)
            else:
                page.write_blank(number, at, None, text)


def _kept(
    rows: Iterable[tuple[Cell, ...]], kept: Mapping[int, list[Cell]]
) -> Iterable[tuple[Cell, ...]]:
    for row in rows:
        for at, cells in kept.items():
            cells.append(row[at])
        yield row


def _told(say: Callable[[str], str] | None, cell: Any) -> Cell:  # noqa: ANN401 - any cell
    said: Cell = say(cell) if say and isinstance(cell, str) else cell
    return said
