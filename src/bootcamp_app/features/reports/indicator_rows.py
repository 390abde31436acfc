"""Every breakdown on paper: a row a group, with its bar by sex and its four measures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.bars import largest
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import SEXES
from bootcamp_app.features.reports import indicator_blocks
from bootcamp_app.features.reports.by_sex import BySex
from bootcamp_app.features.reports.indicator_views import MEASURES, TITLES
from bootcamp_app.features.reports.paper_blocks import Block
from bootcamp_app.features.reports.paper_lines import (
    INK,
    LEFT,
    MUTED,
    RULE,
    WIDTH,
    number_of,
    written_line,
)
from bootcamp_app.printing.bars import PaperBar, draw_bar, draw_key
from bootcamp_app.printing.paper import (
    Box,
    Column,
    Paper,
    Span,
    Stroke,
    TextStyle,
    lines_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bootcamp_app.features.reports.indicator_views import Breakdown, Figure, Indicators

_HIDDEN = N_("hidden")
_OVERLAPS = N_("Who was in several of these groups is counted in each: they add up to more.")
_LABEL, _BAR, _NUMBER = 56.0, 52.0, 19.5
_ROW, _ROW_OF_TWO, _HEAD = 6.6, 9.6, 6.8
_STYLE, _SMALL, _NUMBERS = TextStyle(9, 400, INK), TextStyle(8, 400, INK), TextStyle(9, 400, INK)
_LINE = Stroke(RULE, 0.2)


class _Row(NamedTuple):
    """A group with its words, beside the largest of its breakdown."""

    figure: Figure
    label: str
    most: float
    height: float


class Rows:
    """The breakdowns of some figures as blocks of a page."""

    def __init__(self, indicators: Indicators, say: Callable[[str], str]) -> None:
        self._indicators = indicators
        self._say = say
        self._by_sex = BySex(indicators)

    def blocks(self, *, with_crossed: bool) -> Iterator[Block]:
        """Give a title, the titles of the columns and a row a group, for every breakdown."""
        for breakdown in self._indicators.breakdowns:
            is_left_out = "&" in breakdown.id and not with_crossed
            # One programme alone would only say the figures of everybody again.
            is_alone = breakdown.id == "programme" and len(breakdown.figures) == 1
            if breakdown.figures and not is_left_out and not is_alone:
                yield from self._breakdown(breakdown)

    def _breakdown(self, breakdown: Breakdown) -> Iterator[Block]:
        names = breakdown.id.split("&")
        titles = [TITLES.get(name, name) for name in names]
        yield indicator_blocks.title(*titles)
        if self._indicators.is_more(breakdown):
            yield Block(6.0, _note, stays=True)
        is_parted = any(self._by_sex.of(figure.key) for figure in breakdown.figures)
        head = Block(_HEAD, partial(self._head, is_parted), stays=True)
        yield head
        again = _above_each_other(indicator_blocks.title(*titles, is_again=True), head)
        most = largest(one.tally.people for one in breakdown.figures if one.tally is not None)
        figures = list(_worth_a_row(breakdown))
        for at, figure in enumerate(figures):
            label = self._say(figure.key)
            has_two = len(lines_of(label, _STYLE, _LABEL - 2)) > 1
            height = _ROW_OF_TWO if has_two else _ROW
            draw = partial(self._row, _Row(figure, label, most, height))
            # A single row under a title at the foot of a page would look like all there is.
            is_alone = at == 0 or at == len(figures) - 2
            yield Block(height, draw, stays=is_alone and at < len(figures) - 1, head=again)

    def _head(self, is_parted: bool, paper: Paper, top: float) -> None:
        baseline, small = top + 4.2, TextStyle(6.8, 600, MUTED)
        for at, message in enumerate(MEASURES.values()):
            right = _numbers_from() + (at + 1) * _NUMBER
            span = Span(right - _NUMBER + 2.5, baseline, _NUMBER - 2.5, "right")
            written_line(paper, span, _(message), small, 5.5)
        if is_parted:
            texts = [self._say(f"sex={sex}") for sex in SEXES]
            untold = _(_HIDDEN) if self._indicators.is_public else ""
            place = Span(LEFT, baseline, _LABEL + _BAR)
            draw_key(paper, place, texts, TextStyle(7, 400, MUTED), untold)
        paper.line(LEFT, top + _HEAD - 0.8, LEFT + WIDTH, top + _HEAD - 0.8, Stroke(MUTED, 0.25))

    def _row(self, row: _Row, paper: Paper, top: float) -> None:
        figure, height = row.figure, row.height
        middle = top + height / 2
        baseline = middle + 1.15
        if height > _ROW:
            column = Column(LEFT, top + 0.4, _LABEL - 2)
            paper.paragraph(column, row.label, _SMALL, max_lines=2, leading=1.6)
        else:
            written_line(paper, Span(LEFT, baseline, _LABEL - 2), row.label, _STYLE)
        box = Box(LEFT + _LABEL, middle - 1.9, _BAR, 3.8)
        draw_bar(paper, box, self._bar(figure), row.most)
        for at, measure in enumerate(MEASURES):
            right = _numbers_from() + (at + 1) * _NUMBER
            number = number_of(figure, measure)
            style = TextStyle(9, 600, INK) if measure == "people" else _NUMBERS
            paper.text(right, baseline, number, style, align="right")
        paper.line(LEFT, top + height, LEFT + WIDTH, top + height, _LINE)

    def _bar(self, figure: Figure) -> PaperBar:
        """Give the bar of a group, in parts by sex where they were counted."""
        number = figure.tally.people if figure.tally is not None else None
        parts = [
            (one.tally.people if one.tally else None, number_of(one, "people"))
            for one in self._by_sex.of(figure.key)
        ]
        sex = figure.key.removeprefix("sex=")
        kind = SEXES.index(sex) if sex in SEXES else None
        return PaperBar(number, parts, kind)


def _above_each_other(upper: Block, lower: Block) -> Block:
    def draw(paper: Paper, top: float) -> None:
        upper.draw(paper, top)
        lower.draw(paper, top + upper.height)

    return Block(upper.height + lower.height, draw, stays=True)


def _note(paper: Paper, top: float) -> None:
    written_line(paper, Span(LEFT, top + 3.4, WIDTH), _(_OVERLAPS), TextStyle(7.5, 400, MUTED))


def _worth_a_row(breakdown: Breakdown) -> Iterator[Figure]:
    """Give the groups, of two dimensions crossed only those in which there is somebody."""
    is_crossed = "&" in breakdown.id
    for figure in breakdown.figures:
        if not is_crossed or figure.tally is None or figure.tally.people:
            yield figure


def _numbers_from() -> float:
    return LEFT + WIDTH - len(MEASURES) * _NUMBER
