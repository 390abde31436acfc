"""The booklet: a cover, what is inside, and a spread for each solution with its board."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.drawing import draw_board
from bootcamp_app.features.canvases.pack.booklet_front import (
    contents_rows,
    cover,
    goals_rows,
    heading_rows,
)
from bootcamp_app.features.canvases.pack.booklet_sides import beside_rows, owner_rows
from bootcamp_app.features.canvases.pack.lighter import lighter
from bootcamp_app.features.canvases.rows_of_text import (
    ACCENT,
    MUTED,
    RULE,
    Row,
    draw_rows,
    height_of,
    pages_of,
)
from bootcamp_app.features.canvases.solution_rows import body_rows, in_both, title_rows
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import A4, Box, PageSize, Paper, Stroke, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.pack.gathering import Entry, Pack

TITLE = N_("Solutions of the bootcamp")
CONTENTS, GOALS, OTHERS = N_("Contents"), N_("Goals that they serve"), N_("Further boards")
LEFT, WIDTH, TOP, BOTTOM = 18.0, 174.0, 20.0, 278.0
LOGOS = Box(LEFT, 20, WIDTH, 24, "center")
_BOARD = Box(LEFT, 26, WIDTH, WIDTH * 297 / 420)
_LARGEST, _FLOOR, _STEP = 11.0, 8.0, 0.5
_LINE = 10.0


@dataclass(frozen=True)
class _Page:
    """What stands on a page below its heading."""

    rows: Sequence[Row] = ()
    board: Handed | None = None
    is_further: bool = False
    """Whether its board ends in no solution."""


@dataclass
class _Plan:
    """Every page after the cover, and on which one each solution begins."""

    pages: list[_Page] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of the page that would come next; the cover is the first."""
        return len(self.pages) + 2

    def add(self, rows: Sequence[Row]) -> None:
        """Add as many pages as rows need."""
        self.pages += [_Page(one) for one in pages_of(rows, BOTTOM - TOP)]

    def turn(self) -> None:
        """Have the next page lie on the left of a spread."""
        if self.number % 2:
            self.pages.append(_Page())


def print_booklet(
    pack: Pack, target: Path, step: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Write the booklet of a bootcamp and give its pages; a Refusal in `step` writes nothing."""
    pack = lighter(pack, step)
    plan = _planned(pack)
    pictures = pictures_for(pack.logos, [LOGOS])
    whole = len(plan.pages) + 1
    with Paper(target, title=pack.bootcamp.title, size=A4.portrait, made_at=pack.made_at) as paper:
        step(0, whole)
        paper.page()
        cover(paper, pack, pictures, LOGOS)
        for done, one in enumerate(plan.pages, 1):
            step(done, whole)
            paper.page()
            _draw(paper, pack, one, done + 1)
        step(whole, whole)
        return paper.pages


def _planned(pack: Pack) -> _Plan:
    """Plan the pages anew until what is inside is told by the numbers that they have then."""
    begins: dict[str, int] = {}
    while True:
        plan, found = _laid(pack, begins)
        if found == begins:
            return plan
        begins = found


def _laid(pack: Pack, begins: dict[str, int]) -> tuple[_Plan, dict[str, int]]:
    plan, found = _Plan(), {}
    plan.add([*heading_rows(CONTENTS), *contents_rows(pack, begins, WIDTH, _LINE)])
    goals = goals_rows(pack, begins, WIDTH, _LINE)
    if goals:
        plan.add([*heading_rows(GOALS), *goals])
    for one in pack.entries:
        plan.turn()
        found[one.solution.id] = plan.number
        plan.add(_solution_rows(one))
        # However long the texts are, the board lies beside the end of them.
        if plan.number % 2 == 0:
            plan.pages.append(_Page())
        _beside(plan, one)
    plan.pages += [_Page(board=board, is_further=True) for board in pack.others]
    return plan, found


def _solution_rows(entry: Entry) -> list[Row]:
    """Give the left page of a spread, smaller where it would need a second one."""
    size = _LARGEST
    while True:
        rows = [
            *title_rows(entry.solution, WIDTH, size * 1.7),
            *owner_rows(entry, WIDTH, size),
            *body_rows(entry.solution, WIDTH, size),
        ]
        if height_of(rows) <= BOTTOM - TOP or size <= _FLOOR:
            return rows
        size -= _STEP


def _beside(plan: _Plan, entry: Entry) -> None:
    """Add the right page of a spread: the board, whose it is, and the team."""
    rows = beside_rows(entry, WIDTH, _LINE)
    room = BOTTOM - (_BOARD.top + _BOARD.height + 6 if entry.board else TOP)
    parts = list(pages_of(rows, room))
    plan.pages.append(_Page(parts[0] if parts else (), entry.board))
    for rest in parts[1:]:
        plan.pages.append(_Page(rest))


def _draw(paper: Paper, pack: Pack, page: _Page, number: int) -> None:
    top = TOP
    if page.board is not None:
        _draw_board(paper, page.board)
        if page.is_further:
            paper.text(LEFT, TOP - 2, in_both(OTHERS), TextStyle(10, 700, ACCENT))
        top = _BOARD.top + _BOARD.height + 6
    draw_rows(paper, page.rows, LEFT, top)
    _foot(paper, pack, number)


def _draw_board(paper: Paper, shown: Handed) -> None:
    """Draw a board and what it is; what lies beside its paper stays away, as on a screen."""
    board = shown.contents.board
    size = PageSize(_BOARD.width, _BOARD.height)
    whole = Box(0, 0, size.width, size.height)
    key = ("board", board.id)
    paper.window(
        (key, size), lambda inner: draw_board(inner, shown, whole), (_BOARD.x, _BOARD.top), _BOARD
    )
    paper.rect(_BOARD, stroke=Stroke(RULE, 0.2))
    about = " · ".join(filter(None, (shown.team, board.title, board.number)))
    paper.text(LEFT, _BOARD.top - 2.5, about, TextStyle(8, 400, MUTED))


def _foot(paper: Paper, pack: Pack, number: int) -> None:
    """Draw the number at the outer edge, and whose booklet it is at the inner one."""
    paper.line(LEFT, 284, LEFT + WIDTH, 284, Stroke(RULE, 0.2))
    shown = f"{khmer_digits(str(number))} · {number}"
    title = pack.bootcamp.title_km or pack.bootcamp.title_en
    style = TextStyle(8, 400, MUTED)
    if number % 2:
        paper.text(LEFT, 289, title, style)
        paper.text(LEFT + WIDTH, 289, shown, TextStyle(8, 700, MUTED), align="right")
    else:
        paper.text(LEFT, 289, shown, TextStyle(8, 700, MUTED))
        paper.text(LEFT + WIDTH, 289, title, style, align="right")
