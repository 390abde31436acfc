"""Drawings of the numbers, made by the spreadsheet itself and so always those of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.features.exports.workbook.looks import ACCENT, FONT, INK, LINE, STATES
from bootcamp_app.features.exports.workbook.pages import set_paper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

    from bootcamp_app.features.reports.views import Cell, Chart, Column

_WIDE, _SMALLEST, _OF_A_BAR, _AROUND = 640, 260, 30, 130
_APART = 24
_BESIDE = 2
_OTHERS = (ACCENT, "#B58A00", "#6A3FA0", "#1F4E9E", "#C4508F", "#5B6672")
_BY_STATE = {state: ink for state, (_ground, ink) in STATES.items()}


class Drawn:
    """A sheet that was written, as far as drawings need it."""

    def __init__(self, name: str, columns: Sequence[Column], wanted: Sequence[Chart]) -> None:
        self.name = name
        """That of the worksheet."""
        self.columns = {column.name: (at, column) for at, column in enumerate(columns)}
        names = {name for chart in wanted for name in (chart.label, *chart.series)}
        self.cells: dict[int, list[Cell]] = {self.columns[name][0]: [] for name in names}
        """The cells of the columns that are drawn, by their place."""

    def bars(self, chart: Chart) -> int:
        """Give how many bars a drawing has."""
        return len(self.cells[self.columns[chart.label][0]])


def write_charts(
    book: xlsxwriter.Workbook, page: Worksheet, charts: Sequence[Chart], drawn: Mapping[str, Drawn]
) -> None:
    """Put the drawings on a worksheet of their own, two beside each other."""
    set_paper(page, "", is_one_page=True)
    page.hide_gridlines(2)
    bars = {chart: drawn[chart.sheet].bars(chart) for chart in charts}
    shown = [chart for chart in charts if bars[chart]]
    top = _APART
    for start in range(0, len(shown), _BESIDE):
        row = shown[start : start + _BESIDE]
        height = max(map(_height, row, [bars[chart] for chart in row]))
        for number, chart in enumerate(row):
            made = _made(book, chart, drawn[chart.sheet], bars[chart])
            made.set_size({"width": _WIDE, "height": height})
            left = _APART + number * (_WIDE + _APART)
            page.insert_chart(0, 0, made, {"x_offset": left, "y_offset": top,
                                           "description": chart.title})  # fmt: skip
        top += height + _APART


def _height(chart: Chart, bars: int) -> int:
    """Give how high a drawing must be that each bar and its name can be read."""
    beside = 1 if chart.is_stacked else len(chart.series)
    return max(_SMALLEST, bars * _OF_A_BAR * beside + _AROUND)


def _made(book: xlsxwriter.Workbook, chart: Chart, sheet: Drawn, bars: int) -> Any:  # noqa: ANN401
    kind = {"type": "bar"} | ({"subtype": "stacked"} if chart.is_stacked else {})
    made = book.add_chart(kind)
    label, label_column = sheet.columns[chart.label]
    labels = [label_column.in_words(cell) for cell in sheet.cells[label]]
    for number, name in enumerate(chart.series):
        at, column = sheet.columns[name]
        colour = _BY_STATE.get(name) or _OTHERS[number % len(_OTHERS)]
        made.add_series(
            {
                "name": _as_text(column.title),
                "categories": [sheet.name, 1, label, bars, label],
                "values": [sheet.name, 1, at, bars, at],
                "categories_data": labels,
                # A group that is hidden is no bar of nobody: nothing is kept of it.
                "values_data": list(sheet.cells[at]),
                "fill": {"color": colour},
                "gap": 60,
                "data_labels": _labels(chart),
            }
        )
    font = {"name": FONT, "size": 9, "color": INK}
    title_font = {"name": FONT, "size": 12, "bold": True, "color": INK}
    made.set_title({"name": _as_text(chart.title), "name_font": title_font, "overlay": False})
    # The first row stands at the top, as in the sheet.
    made.set_y_axis({"reverse": True, "num_font": font, "line": {"color": LINE}})
    made.set_x_axis({"num_font": font, "num_format": "#,##0", "min": 0, "label_position": "high",
                     "major_gridlines": {"visible": True, "line": {"color": LINE}}})  # fmt: skip
    made.set_legend({"none": True} if len(chart.series) == 1
                    else {"position": "bottom", "font": font})  # fmt: skip
    return made


def _labels(chart: Chart) -> dict[str, Any]:
    # White on the dark colours of a stack; a bar that is nothing has no number.
    font = {"name": FONT, "size": 9, "color": "#FFFFFF" if chart.is_stacked else INK}
    return {"value": True, "num_format": "#,##0;;", "font": font}


def _as_text(text: str) -> str:
    """Give a text that the library takes for no reference to a cell, which one with “!” may be."""
    return text.replace("!", "!\u200b")
