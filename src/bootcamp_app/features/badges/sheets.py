"""Badge sheets to print and cut. Every code is read back from its picture first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.features.badges.views import Badge, BlankBadge, PrintedBadges
from bootcamp_app.printing.paper import (
    A4,
    Box,
    Column,
    PageSize,
    Paper,
    Span,
    Stroke,
    TextDoesNotFit,
    TextStyle,
    missing_characters,
)
from bootcamp_app.printing.qr import symbol
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp

    Progress = Callable[[int, int], None]
    Badges = Sequence[Badge | BlankBadge]

_DPI = 150
_MASK = 3
_CODE = 35.0
_MARGIN = 8.0
_DROP = 3.0
"""What is drawn stands in the middle of its cell."""
_ACCENT = "#0F6B66"
_INK = "#1F2933"
_MUTED = "#5B6672"
_TO_WRITE_ON = Stroke("#5B6672", 0.2)
_CUT = Stroke("#B8B2A7", 0.15, (1.0, 1.5))


@dataclass(frozen=True)
class SheetLayout:
    """How badges lie on a sheet: columns and rows of equal cells that fill it."""

    page: PageSize
    columns: int
    rows: int

    @property
    def per_page(self) -> int:
        """How many badges a sheet has."""
        return self.columns * self.rows

    def cell(self, number: int) -> Box:
        """Give the place of a badge on its sheet, row by row."""
        width, height = self.page.width / self.columns, self.page.height / self.rows
        row, column = divmod(number, self.columns)
        return Box(column * width, row * height, width, height)


LAYOUTS = {"a4-8": SheetLayout(A4, columns=2, rows=4)}
DEFAULT_LAYOUT = "a4-8"


@dataclass(frozen=True)
class SheetWish:
    """How the sheets are wanted; `start` is the first free place of a used sheet, from 1."""

    layout: str = DEFAULT_LAYOUT
    start: int = 1
    has_cut_marks: bool = True

    def places(self, count: int) -> list[tuple[int, int]]:
        """Give the sheet and the place on it, both from 0, of so many badges in their order."""
        per_page = LAYOUTS[self.layout].per_page
        return [divmod(self.start - 1 + number, per_page) for number in range(count)]


def print_sheets(
    bootcamp: Bootcamp, badges: Badges, target: Path, wish: SheetWish, progress: Progress
) -> PrintedBadges:
    """Write the sheets; raises a Refusal, and writes nothing, where a badge would not be right."""
    _must_be_possible(wish)
    if not badges:
        raise Refusal("There is nobody to print a badge for. Import a list or add people first.")
    with whole_file(target) as part:
        pages = _draw(bootcamp, badges, part, wish)
        _read_back(badges, part, wish, progress)
    return PrintedBadges(pages, len(badges))


def _must_be_possible(wish: SheetWish) -> None:
    if wish.layout not in LAYOUTS:
        raise Refusal("There is no layout “{name}”. Choose one of: {names}.",
                      name=wish.layout, names=", ".join(LAYOUTS))  # fmt: skip
    most = LAYOUTS[wish.layout].per_page
    if not 1 <= wish.start <= most:
        raise Refusal("This sheet has the places 1 to {most}. Choose one of them.", most=most)


def _draw(bootcamp: Bootcamp, badges: Badges, target: Path, wish: SheetWish) -> int:
    layout = LAYOUTS[wish.layout]
    made_at = datetime.combine(bootcamp.starts_on, time(), bootcamp.zone)
    with Paper(target, title="Badges", size=layout.page, made_at=made_at) as paper:
        for badge, (sheet, place) in zip(badges, wish.places(len(badges)), strict=True):
            if sheet == paper.pages:
                paper.page()
                if wish.has_cut_marks:
                    paper.stamp("cuts", lambda page: _cuts(page, layout))
            _draw_badge(paper, layout.cell(place), badge, bootcamp)
        return paper.pages


def _cuts(paper: Paper, layout: SheetLayout) -> None:
    for row in range(1, layout.rows):
        y = layout.cell(row * layout.columns).top
        paper.line(0, y, layout.page.width, y, _CUT)
    for column in range(1, layout.columns):
        x = layout.cell(column).x
        paper.line(x, 0, x, layout.page.height, _CUT)


def _draw_badge(paper: Paper, whole: Box, badge: Badge | BlankBadge, bootcamp: Bootcamp) -> None:
    cell = replace(whole, top=whole.top + _DROP)
    code = symbol(badge.code, version=1, level="H", mask=_MASK)
    quiet = code.quiet_zone(_CODE)
    left, width = cell.x + _MARGIN, cell.width - _CODE - quiet - _MARGIN - 10
    _draw_code(paper, cell, badge.code, quiet)
    paper.qr(code, cell.x + cell.width - _CODE - 10, cell.top + 19, _CODE)
    box = Box(left, cell.top, width, cell.height)
    _draw_heading(paper, box, bootcamp.title_km or bootcamp.title_en)
    if isinstance(badge, BlankBadge):
        _draw_lines(paper, box)
        return
    _must_be_printable(badge)
    try:
        _draw_words(paper, box, badge)
    except TextDoesNotFit as problem:
        raise Refusal(
            "The name with badge {code} is too long to print. Shorten it in People.",
            code=badge.code,
        ) from problem


def _draw_code(paper: Paper, cell: Box, code: str, quiet: float) -> None:
    middle = cell.x + cell.width - 10 - _CODE / 2
    style = TextStyle(8, 400, _MUTED)
    paper.text(middle, cell.top + 19 + _CODE + quiet + 1, spaced(code), style, align="center")


def _draw_lines(paper: Paper, box: Box) -> None:
    """Leave room for two names and an organisation in a person's hand."""
    for drop in (32, 43, 54):
        paper.line(box.x, box.top + drop, box.x + box.width, box.top + drop, _TO_WRITE_ON)


def _draw_heading(paper: Paper, box: Box, title: str) -> None:
    width = box.width + _CODE
    paper.rect(Box(box.x, box.top + 7, 12, 0.9), fill=_ACCENT)
    try:
        span = Span(box.x, box.top + 12, width)
        paper.fitted(span, title, TextStyle(9, 600, _ACCENT), floor=5, lines=1)
    except TextDoesNotFit:
        # A badge is for its name; of a very long title the beginning is enough.
        column = Column(box.x, box.top + 8.5, width)
        paper.paragraph(column, title, TextStyle(5, 600, _ACCENT), max_lines=2)


def _must_be_printable(badge: Badge) -> None:
    person = badge.participant
    if missing := missing_characters(person.name_km + person.name_en):
        raise Refusal(
            "The name with badge {code} has characters that no font has: {signs}. Write it "
            "without them in People.",
            code=badge.code,
            signs=" ".join(missing),
        )


def _draw_words(paper: Paper, box: Box, badge: Badge) -> None:
    person = badge.participant
    first, second = person.name_km or person.name_en, person.name_en if person.name_km else ""
    paper.fitted(
        Span(box.x, box.top + 32, box.width), first, TextStyle(22, 700, _INK), floor=11, lines=2
    )
    if second:
        span = Span(box.x, box.top + 43, box.width)
        paper.fitted(span, second, TextStyle(14, 600, _INK), floor=9, lines=2)
    organisation = person.organisation_km or person.organisation_en
    paper.paragraph(
        Column(box.x, box.top + 48, box.width), organisation, TextStyle(9, 400, _MUTED), max_lines=3
    )


def _read_back(badges: Badges, part: Path, wish: SheetWish, progress: Progress) -> None:
    """Raise a Refusal unless a camera would read every code, each on its own sheet."""
    drawn: dict[int, set[str]] = defaultdict(set)
    for badge, (sheet, _place) in zip(badges, wish.places(len(badges)), strict=True):
        drawn[sheet].add(badge.code)
    done = 0
    for number, picture in enumerate(rendered(part, _DPI)):
        progress(done, len(badges))
        if {one.text for one in codes_in(picture, live=True)} != drawn[number]:
            raise Refusal(
                "A code on sheet {number} cannot be read back, so nothing was written. Print "
                "again; if it stays so, send the log to those who look after the program.",
                number=number + 1,
            )
        done += len(drawn[number])
    progress(len(badges), len(badges))
