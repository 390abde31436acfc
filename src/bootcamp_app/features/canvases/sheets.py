"""A canvas on a sheet of paper: its locked ground and, of a board, what lies on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.corner_codes import (
    DRAWN_SMALLER,
    ON_ONE_SHEET,
    CornerCode,
    number_of_template,
)
from bootcamp_app.features.canvases.corner_marks import marks_of
from bootcamp_app.features.canvases.ground import (
    Clear,
    draw_ground,
    heading_of,
    shared_of,
)
from bootcamp_app.features.canvases.items_on_paper import ItemsOnPaper
from bootcamp_app.features.canvases.note_guides import draw_note_guides
from bootcamp_app.features.canvases.pencil import Pencil
from bootcamp_app.features.canvases.views import CONNECTOR, PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.printing.shapes import Box
from bootcamp_app.printing.units import A0, A1, A2, A3, A4, LETTER, PageSize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.pencil import Surface
    from bootcamp_app.features.canvases.views import Item, Template

SIZES = {"A0": A0, "A1": A1, "A2": A2, "A3": A3, "A4": A4, "Letter": LETTER}
_ROUNDED = 1.0
"""Standard paper is rounded to whole millimetres, so that its sides are not quite alike."""


@dataclass(frozen=True)
class Drawn:
    """What is drawn: a blank template, or a board with what lies on it."""

    template: Template
    handed: Handed | None = None

    @property
    def number(self) -> str:
        """The nine digits that its codes name."""
        if self.handed is None:
            return number_of_template(self.template.id)
        return self.handed.contents.board.number

    @property
    def title(self) -> str:
        """What it is called in the language in use."""
        return self.handed.contents.board.title if self.handed else str(self.template.title)

    @property
    def items(self) -> tuple[Item, ...]:
        """What lies on it."""
        return self.handed.contents.items if self.handed else ()


def of_board(handed: Handed) -> Drawn:
    """Give a board to draw."""
    return Drawn(handed.contents.board.template, handed)


@dataclass(frozen=True)
class Sheet:
    """How a canvas lies on a whole sheet of paper, landscape."""

    paper: str
    size: PageSize
    scale: float
    left: float
    top: float
    way: str = ON_ONE_SHEET


def sheet_of(paper: str, items: tuple[Item, ...] = ()) -> Sheet:
    """Give the sheet of a paper at true scale.

    Where something lies under a code, all is drawn so much smaller that it stands between them.
    """
    size = SIZES[paper].landscape
    true = _placed(paper, size, 0.0)
    corners = [*_clear(true).corners()]
    lying = [Box(one.x, one.top, one.width, one.height) for one in items if one.kind != CONNECTOR]
    if any(shared_of(one, corner) for one in lying for corner in corners):
        return _placed(paper, size, marks_of(paper, size).room)
    return true


def draw_sheet(surface: Surface, drawn: Drawn, sheet: Sheet) -> Sequence[str]:
    """Draw a whole sheet, with a code in each corner; gives the ids of notes that were cut."""
    pencil = Pencil(surface, sheet.scale, sheet.left, sheet.top)
    cut = _draw(pencil, drawn, _clear(sheet))
    code = CornerCode(drawn.number, 0, 1, sheet.paper, sheet.way)
    marks_of(sheet.paper, sheet.size).draw(surface, code)
    return cut


def draw_canvas(surface: Surface, drawn: Drawn, place: Box) -> Box:
    """Draw a board or a blank template as large as a place allows; gives where it lies."""
    scale = min(place.width / PAGE_WIDTH, place.height / PAGE_HEIGHT)
    width, height = PAGE_WIDTH * scale, PAGE_HEIGHT * scale
    left = place.x + (place.width - width) / 2
    top = place.top + (place.height - height) / 2
    _draw(Pencil(surface, scale, left, top), drawn, Clear())
    return Box(left, top, width, height)


def sheet_clear(paper: str) -> Clear:
    """Give where the codes stand on a sheet of a paper at true scale."""
    return _clear(_placed(paper, SIZES[paper].landscape, 0.0))


def _draw(pencil: Pencil, drawn: Drawn, clear: Clear) -> Sequence[str]:
    handed = drawn.handed
    board = handed.contents.board if handed else None
    heading = heading_of(drawn.template, board, handed.team if handed else "")
    draw_ground(pencil, drawn.template, heading, clear)
    if handed is None or not handed.contents.items:
        draw_note_guides(pencil, drawn.template, clear)
    return ItemsOnPaper(pencil, handed).draw() if handed else ()


def _placed(paper: str, size: PageSize, aside: float) -> Sheet:
    scale = min((size.width - 2 * aside) / PAGE_WIDTH, (size.height + _ROUNDED) / PAGE_HEIGHT)
    left = _aside(size.width, PAGE_WIDTH * scale)
    top = _aside(size.height, PAGE_HEIGHT * scale)
    return Sheet(paper, size, scale, left, top, DRAWN_SMALLER if aside else ON_ONE_SHEET)


def _aside(room: float, length: float) -> float:
    left_over = (room - length) / 2
    return left_over if left_over > _ROUNDED else 0.0


def _clear(sheet: Sheet) -> Clear:
    if sheet.way == DRAWN_SMALLER:
        return Clear()
    room, size = marks_of(sheet.paper, sheet.size).room, sheet.size
    left, top = (room - sheet.left) / sheet.scale, (room - sheet.top) / sheet.scale
    right = (size.width - room - sheet.left) / sheet.scale
    bottom = (size.height - room - sheet.top) / sheet.scale
    return Clear(left, top, right, bottom)
