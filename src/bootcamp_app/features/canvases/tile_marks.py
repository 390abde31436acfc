"""What stands round a part of a large sheet: where to cut and to glue, and which part it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.ground import ACCENT, INK, MUTED
from bootcamp_app.features.canvases.pencil import Pencil
from bootcamp_app.features.canvases.tiling import STRIP
from bootcamp_app.printing.paper import Box, Span, Stroke, TextStyle

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.tiling import Tile
    from bootcamp_app.printing.paper import Paper

RULER = 100.0
"""Millimetres of the line by which one sees that the printer kept the size."""
_CUT = Stroke("#8A8F94", 0.15, (2.0, 2.0))

_SCALE = Stroke(INK, 0.2)
_GLUE = "#8A8F94"
_PART = N_("Part {n} of {all} · row {row}, column {column}")
_RULER = N_("This line is 100 mm. Print at 100 %, not fitted to the page.")
_HOW = N_("Cut along the dashed line on the left and above; glue the parts at the triangles.")


def draw_marks(paper: Paper, tile: Tile, title: str) -> None:
    """Draw where to cut and glue, and, in the lower or right strip, which part this is."""
    paper.rect(tile.area, stroke=_CUT)
    _draw_triangles(paper, tile)
    page, beside = tile.page, STRIP + 3
    if tile.has_strips_above:
        top = page.height - STRIP
        wide = _draw_overview(paper, tile, (beside, top + 4), (24, 16))[0]
        _say(paper, tile, title, Box(beside + wide + 4, top, page.width, STRIP))
        return
    place = (page.width - STRIP + 4, beside)
    high = _draw_overview(paper, tile, place, (16, 24))[1]
    # The same words, turned so that they run down along the right side.
    with paper.turned(90, page.width, 0):
        x = page.width + beside + high + 4
        _say(paper, tile, title, Box(x, 0, page.width + page.height, STRIP))


def _say(paper: Paper, tile: Tile, title: str, strip: Box) -> None:
    """Write which part this is; `strip` begins where there is room and ends with the page."""
    x, top, room = strip.x, strip.top, strip.width - STRIP - 3 - strip.x
    told = _figures(_(_PART), n=tile.number, all=tile.rows * tile.columns,
                    row=tile.row, column=tile.column)  # fmt: skip
    pencil, quiet = Pencil(paper, 1.0), TextStyle(6, 400, MUTED)
    name = Span(x, top + 7.2, room)
    pencil.line(name, f"{title} · {told}", TextStyle(8.5, 600, INK), floor=5)
    pencil.line(Span(x, top + 11.4, room), _(_HOW), quiet)
    _draw_ruler(paper, x, top + 14.6)
    pencil.line(Span(x, top + 18.6, room), _(_RULER), quiet)


def _draw_ruler(paper: Paper, x: float, y: float) -> None:
    paper.line(x, y, x + RULER, y, _SCALE)
    for at in range(11):
        high = 1.6 if at % 5 == 0 else 0.9
        paper.line(x + at * RULER / 10, y - high, x + at * RULER / 10, y, _SCALE)


def _draw_overview(
    paper: Paper, tile: Tile, place: tuple[float, float], room: tuple[float, float]
) -> tuple[float, float]:
    """Draw all parts as they will hang, this one filled, and give how wide and high that is."""
    side = min(room[0] / tile.columns, room[1] / tile.rows, 6)
    for row in range(tile.rows):
        for column in range(tile.columns):
            is_this = (row + 1, column + 1) == (tile.row, tile.column)
            cell = Box(place[0] + column * side, place[1] + row * side, side - 0.5, side - 0.5)
            paper.rect(cell, fill=ACCENT if is_this else "#E7E2DA", radius=0.4)
    return side * tile.columns, side * tile.rows


def _draw_triangles(paper: Paper, tile: Tile) -> None:
    """Point at where the edge of the next part comes to lie."""
    area = tile.area
    right, bottom = area.x + area.width, area.top + area.height
    if tile.across:
        x = right - tile.across
        for y, tip in ((area.top, 2.4), (bottom, -2.4)):
            paper.polygon([(x - 1.4, y), (x + 1.4, y), (x, y + tip)], fill=_GLUE)
    if tile.down:
        y = bottom - tile.down
        for x, tip in ((area.x, 2.4), (right, -2.4)):
            paper.polygon([(x, y - 1.4), (x, y + 1.4), (x + tip, y)], fill=_GLUE)


def _figures(message: str, **figures: int) -> str:
    written = {
        name: khmer_digits(str(value)) if words.language == "km" else str(value)
        for name, value in figures.items()
    }
    return message.format(**written)
