"""A sheet of a report as a worksheet, written row by row and never held as a whole."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.exports.workbook.fitting import (
    MARGIN,
    fitted,
    printed,
)
from bootcamp_app.features.exports.workbook.looks import FONT
from bootcamp_app.features.exports.workbook.streamed import Way
from bootcamp_app.features.exports.workbook.texts import write_text
from bootcamp_app.features.exports.workbook.widths import (
    WRAPPED,
    is_surely_one_line,
    lines_of,
    lines_of_titles,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from bootcamp_app.features.exports.workbook.looks import Looks
    from bootcamp_app.features.exports.workbook.streamed import StreamedSheet
    from bootcamp_app.features.reports.views import Cell, Sheet

_A4 = 9
_ROW_HEIGHT, _LINE_HEIGHT, _TITLE_HEIGHT = 21, 19, 17
_BUTTON = 12
"""So high is what of the button of a filter stands below a title."""
_LOOKED_AT = 200
"""So many rows tell how wide the columns must be."""
_LONGEST_HEADER = 120


def write_page(
    page: StreamedSheet, sheet: Sheet, looks: Looks, kept: Mapping[int, list[Cell]]
) -> int:
    """Write a sheet and give the number of its rows; `kept` gets the cells of some columns."""
    page.freeze_panes(1, sheet.frozen)
    page.repeat_rows(0)
    if sheet.frozen:
        page.repeat_columns(0, sheet.frozen - 1)
    page.set_default_row(_ROW_HEIGHT)
    rows = iter(sheet.rows)
    first = list(islice(rows, _LOOKED_AT))
    says = [column.said_soon() for column in sheet.columns]
    told = [[_told(say, cell) for say, cell in zip(says, row, strict=True)] for row in first]
    # The words beside sums run over the empty cells beside them, and numbers need their room.
    told += [[None if isinstance(one, str) else one for one in row] for row in sheet.totals]
    wide, across = fitted(sheet.columns, widths(sheet.columns, told), sheet.frozen)
    set_paper(page, sheet.title, across=across)
    page.set_row(0, lines_of_titles(sheet.columns, wide) * _TITLE_HEIGHT + _BUTTON)
    for at, (column, width) in enumerate(zip(sheet.columns, wide, strict=True)):
        page.set_column(at, at, width)
        write_text(page, 0, at, column.title, looks.heading(column))
    ways = _ways(sheet, says, wide, looks)
    long = {way.at: wide[way.at] for way in ways if way.is_wrapped}
    every = chain(first, rows)
    count = _fill(page, _kept(every, kept) if kept else every, ways, long)
    page.autofilter(0, 0, max(count, 1), len(sheet.columns) - 1)
    _add_totals(page, sheet, looks, count + 1)
    page.print_area(0, 0, max(count, 1) + len(sheet.totals), printed(sheet.columns) - 1)
    return count


def set_paper(page: Worksheet, title: str, *, is_one_page: bool = False, across: int = 1) -> None:
    """Have a worksheet printed on A4 across, so many pages wide, with its page number."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(across, int(is_one_page))
    page.set_margins(left=MARGIN, right=MARGIN, top=0.65, bottom=0.55)
    # A header runs what follows an ampersand.
    said = " ".join(title.split())[:_LONGEST_HEADER].replace("&", "&&")
    page.set_header(f'&L&"{FONT},Regular"&9{_apart(said)}')
    page.set_footer(f'&C&"{FONT},Regular"&9&P / &N')


def _apart(text: str) -> str:
    """Keep digits at the beginning from being taken for the size of the font."""
    return f" {text}" if text[:1].isdecimal() else text


def _ways(
    sheet: Sheet,
    says: Sequence[Callable[[str], str] | None],
    wide: Sequence[float],
    looks: Looks,
) -> list[Way]:
    ways = []
    for at, (column, say, width) in enumerate(zip(sheet.columns, says, wide, strict=True)):
        is_wrapped = at >= sheet.frozen and column.kind == "text" and width >= WRAPPED
        way = Way(at, looks.texts(is_wrapped=is_wrapped), looks.numbers(column))
        way.is_wrapped = is_wrapped
        ways.append(
            way.with_moments(looks.moments)
            .with_states(looks.states if column.kind == "state" else {})
            .saying(say)
        )
    return ways


def _fill(
    page: StreamedSheet,
    rows: Iterable[tuple[Cell, ...]],
    ways: Sequence[Way],
    long: Mapping[int, float],
) -> int:
    """Write the rows below the headings, each cell as the kind that it is: nothing is guessed."""
    count = 0
    for count, row in enumerate(rows, 1):
        for at, width in long.items():
            text = row[at]
            if isinstance(text, str) and not is_surely_one_line(text, width):
                _heighten(page, count, row, long)
                break
        page.write_cells(count, row, ways)
    return count


def _heighten(page: Worksheet, row: int, cells: Sequence[Cell], long: Mapping[int, float]) -> None:
    lines = max(
        lines_of(text, width)
        for at, width in long.items()
        for text in [cells[at]]
        if isinstance(text, str)
    )
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
