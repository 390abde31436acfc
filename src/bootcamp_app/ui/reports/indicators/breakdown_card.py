"""One breakdown: as bars by sex, or as a table of all four measures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.people.views import SEXES
from bootcamp_app.features.reports.indicator_views import MEASURES, NOT_STATED
from bootcamp_app.ui.kit.bar_chart import Bar, BarChart, Part
from bootcamp_app.ui.kit.button import edge_link
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.reports.indicators.said import (
    Said,
    in_chosen_digits,
    instead_of,
    number_of,
    written_out,
)
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.reports.indicator_views import Breakdown, Figure

MOST_BARS = 10
"""So many bars are shown at once; the others where somebody asks for them."""
_ROWS, _FRAME = 10, 6
_OVERLAPS = N_("Who was in several of these groups is counted in each: they add up to more.")


class BreakdownCard(Card):
    """Shows the groups of one breakdown."""

    opened = Signal(str)
    """The key of a figure of which somebody wants to know more."""

    def __init__(self, title: Text) -> None:
        super().__init__(title, gap=10)
        self._said: Said | None = None
        self._breakdown: Breakdown | None = None
        self._measure = "people"
        self._shows_all = False
        self.overlaps = Label(_OVERLAPS, size="small", tone="muted", wraps=True)
        self.chart = BarChart(title)
        self._title = title
        self._table: Table | None = None
        self.more = edge_link(self._more_words, self._show_more)
        self.chart.opened.connect(self.opened)
        self._views = column(self.chart)
        self.body.addWidget(self.overlaps)
        self.body.addLayout(self._views)
        self.body.addLayout(row(self.more, 1))
        self.body.addStretch()
        theme.changed.connect(self._scale)

    @property
    def table(self) -> Table:
        """All four measures; made when it is first wanted, as bars come first and tables cost."""
        if self._table is None:
            made = self._table = Table(self._title, _columns(self._say))
            made.hide()
            made.row_activated.connect(lambda figure: self.opened.emit(figure.key))
            self._views.addWidget(made)
            self.setTabOrder(self.chart, made)
        return self._table

    def show_breakdown(self, breakdown: Breakdown, said: Said, measure: str) -> None:
        """Show the figures of one measure as bars."""
        self._know(breakdown, said)
        self._measure = measure
        self.overlaps.setVisible(said.figures.is_more(breakdown) and measure == "people")
        self._show_bars()
        if self._table is not None:
            self._table.hide()
        self.chart.show()

    def show_table(self, breakdown: Breakdown, said: Said) -> None:
        """Show the figures of all measures as a table."""
        self._know(breakdown, said)
        self.overlaps.setVisible(said.figures.is_more(breakdown))
        self.table.show_rows(breakdown.figures)
        self._scale()
        self.chart.hide()
        self.more.hide()
        self.table.show()

    def _know(self, breakdown: Breakdown, said: Said) -> None:
        self._breakdown, self._said = breakdown, said

    def _show_bars(self) -> None:
        if self._breakdown is None:
            return
        figures = self._breakdown.figures
        few = fewer(figures)
        self.chart.show_bars([self._bar(one) for one in (figures if self._shows_all else few)])
        self.more.setVisible(len(figures) > len(few))
        say(self.more, self._more_words)
        say(self.more, self._more_words, "setAccessibleName")

    def _bar(self, figure: Figure) -> Bar:
        known = self._said.sexes.of(figure.key) if self._said is not None else []
        parts = tuple(
            Part(
                one.key,
                partial(self._say_sex, one.key),
                number_of(one.tally, self._measure),
                partial(instead_of, one),
            )
            for one in known
        )
        sex = figure.key.removeprefix("sex=")
        kind = SEXES.index(sex) if sex in SEXES else None
        number = number_of(figure.tally, self._measure)
        say, instead = partial(self._say, figure.key), partial(instead_of, figure)
        return Bar(figure.key, say, number, instead, parts, kind)

    def _show_more(self) -> None:
        self._shows_all = not self._shows_all
        self._show_bars()

    def _more_words(self) -> str:
        if self._shows_all:
            return str(Sentence("Show fewer"))
        count = len(self._breakdown.figures) if self._breakdown else 0
        return str(Sentence("Show all {n}", n=digits(count)))

    def _say(self, key: str) -> str:
        return in_chosen_digits(key, self._said.words(key)) if self._said is not None else ""

    def _say_sex(self, key: str) -> str:
        of_sex = next(one for one in key.split("&") if one.startswith("sex="))
        return self._say(of_sex)

    def _scale(self) -> None:
        if self._table is None:
            return
        count = len(self._breakdown.figures) if self._breakdown else 0
        row = self._table.verticalHeader().defaultSectionSize()
        head = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(head + row * min(count, _ROWS) + _FRAME)


def fewer(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Give the first of many groups, and those who said nothing, who are never left out."""
    if len(figures) <= MOST_BARS + 1:
        return figures
    silent = [one for one in figures[MOST_BARS:] if one.key.endswith(f"={NOT_STATED}")]
    return [*figures[:MOST_BARS], *silent]


def _columns(words: Callable[[str], str]) -> list[TableColumn]:
    def told(measure: str) -> Callable[[Figure], str]:
        return lambda figure: digits(
            instead_of(figure) if figure.tally is None else written_out(figure.tally, measure)
        )

    return [
        TableColumn("group", N_("Group"), lambda figure: words(figure.key), 320, is_bold=True),
        *(
            TableColumn(name, title, told(name), 120, is_number=True)
            for name, title in MEASURES.items()
        ),
    ]
