"""Badge sheets to print and cut. Every code is read back from its picture first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.badges.drawing import Face, draw_parts, logo_boxes
from bootcamp_app.features.badges.layouts import DEFAULT_LAYOUT, layout
from bootcamp_app.features.badges.views import PrintedBadges
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import Box, Paper, Stroke
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bootcamp_app.features.badges.layouts import SheetLayout
    from bootcamp_app.features.badges.views import Badge, BlankBadge
    from bootcamp_app.features.bootcamps.views import Bootcamp

    Progress = Callable[[int, int], None]
    Badges = Sequence[Badge | BlankBadge]
    Placed = list[tuple[int, Badge | BlankBadge]]

_DPI = 150
_CUT = Stroke("#B8B2A7", 0.15, (1.0, 1.5))
_FOLD = Stroke("#B8B2A7", 0.15, (3.0, 3.0))
_HALF_A_TURN = 180


@dataclass(frozen=True)
class SheetWish:
    """How the sheets are wanted; `start` is the first free place of a used sheet, from 1.

    `layout` is the id of a layout or the path of a file with one; logos are PNG or JPEG pictures.
    """

    layout: str = DEFAULT_LAYOUT
    start: int = 1
    has_cut_marks: bool = True
    is_two_sided: bool = False
    logos: tuple[bytes, ...] = ()


def print_sheets(
    bootcamp: Bootcamp, badges: Badges, target: Path, wish: SheetWish, progress: Progress
) -> PrintedBadges:
    """Write the sheets; raises a Refusal, and writes nothing, where a badge would not be right."""
    chosen = layout(wish.layout)
    must_be_possible(chosen, wish)
    if not badges:
        raise Refusal("There is nobody to print a badge for. Import a list or add people first.")
    face = Face(bootcamp, pictures_for(wish.logos, logo_boxes(chosen)))
    sheets = _sheets(badges, chosen, wish)
    with whole_file(target) as part:
        made_at = datetime.combine(bootcamp.starts_on, time(), bootcamp.zone)
        with Paper(part, title="Badges", size=chosen.page, made_at=made_at) as paper:
            for placed in sheets:
                _draw_sheet(paper, chosen, wish, placed, face)
            pages = paper.pages
        _read_back(list(_codes(sheets, chosen, wish)), part, progress)
    return PrintedBadges(pages, len(badges))


def must_be_possible(chosen: SheetLayout, wish: SheetWish) -> None:
    """Raise a Refusal where a layout cannot be printed as wished."""
    most = chosen.per_page
    if not 1 <= wish.start <= most:
        raise Refusal("This sheet has the places 1 to {most}. Choose one of them.", most=most)
    if wish.is_two_sided and chosen.is_folded:
        raise Refusal("A folded table name shows the name on both faces already. Print it on one "
                      "side.")  # fmt: skip


def _sheets(badges: Badges, chosen: SheetLayout, wish: SheetWish) -> list[Placed]:
    numbered = enumerate(badges, wish.start - 1)
    return [
        [(number % chosen.per_page, badge) for number, badge in sheet]
        for _sheet, sheet in groupby(numbered, key=lambda one: one[0] // chosen.per_page)
    ]


def _draw_sheet(
    paper: Paper, chosen: SheetLayout, wish: SheetWish, placed: Placed, face: Face
) -> None:
    paper.page()
    if wish.has_cut_marks:
        paper.stamp("cuts", lambda page: _cuts(page, chosen))
    for place, badge in placed:
        _draw_front(paper, chosen, chosen.cell(place), badge, face)
    if wish.is_two_sided:
        paper.page()
        for place, badge in placed:
            draw_parts(paper, chosen.behind(place), chosen.back, badge, face)


def _draw_front(
    paper: Paper, chosen: SheetLayout, cell: Box, badge: Badge | BlankBadge, face: Face
) -> None:
    if not chosen.is_folded:
        draw_parts(paper, cell, chosen.front, badge, face)
        return
    half = cell.height / 2
    lower = Box(cell.x, cell.top + half, cell.width, half)
    draw_parts(paper, lower, chosen.front, badge, face)
    with paper.turned(_HALF_A_TURN, cell.x + cell.width / 2, cell.top + half):
        draw_parts(paper, lower, chosen.back, badge, face)


def _cuts(paper: Paper, chosen: SheetLayout) -> None:
    """Draw lines between and around the badges, and dashes where one is folded."""
    page, (left, top), cell = chosen.page, chosen.margin, chosen.cell_size
    for row in range(chosen.rows + 1):
        y = top + row * cell.height
        if 0 < y < page.height - 1:
            paper.line(0, y, page.width, y, _CUT)
    for column in range(chosen.columns + 1):
        x = left + column * cell.width
        if 0 < x < page.width - 1:
            paper.line(x, 0, x, page.height, _CUT)
    for row in range(chosen.rows if chosen.is_folded else 0):
        y = top + (row + 0.5) * cell.height
        paper.line(0, y, page.width, y, _FOLD)


def _codes(sheets: list[Placed], chosen: SheetLayout, wish: SheetWish) -> Iterator[set[str]]:
    """Give the codes that must be seen on each page."""
    has_code_behind = any(part["kind"] == "qr" for part in chosen.back)
    for placed in sheets:
        codes = {badge.code for _place, badge in placed}
        yield codes
        if wish.is_two_sided:
            yield codes if has_code_behind else set()


def _read_back(drawn: list[set[str]], part: Path, progress: Progress) -> None:
    """Raise a Refusal unless a camera would read every code, each on its own page."""
    done, of = 0, sum(map(len, drawn))
    for number, picture in enumerate(rendered(part, _DPI)):
        progress(done, of)
        if {one.text for one in codes_in(picture, live=True)} != drawn[number]:
            raise Refusal(
                "A code on sheet {number} cannot be read back, so nothing was written. Print "
                "again; if it stays so, send the log to those who look after the program.",
                number=number + 1,
            )
        done += len(drawn[number])
    progress(of, of)
