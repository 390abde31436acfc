"""Signs for tables: a sheet folded into a tent that is read from both sides, and its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.printing.list_paper import as_large_as_fits
from bootcamp_app.printing.paper import Box, Paper, Span, Stroke, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable

_BAR, _BAND = 8.0, 18.0
_FOLD, _MARK = Stroke("#B8B2A7", 0.3, (3, 3)), 8.0


def draw_tent(paper: Paper, draw: Callable[[Box], None]) -> None:
    """Draw the same on both halves of the page in hand, and say where it is folded."""
    width, height = paper.size.width, paper.size.height
    half = Box(0, height / 2, width, height / 2)
    draw(half)
    with paper.turned(180, width / 2, height / 2):
        draw(half)
    # Beside the colour at both edges: on it the marks would look like notches.
    inside = _BAR + 1
    paper.line(inside, height / 2, inside + _MARK, height / 2, _FOLD)
    paper.line(width - inside - _MARK, height / 2, width - inside, height / 2, _FOLD)


def draw_sign_frame(paper: Paper, box: Box, shade: str, foot: str) -> None:
    """Draw the colour at the left of a sign, and a band below it that says whose it is."""
    bottom = box.top + box.height
    paper.rect(Box(box.x, box.top, _BAR, box.height), fill=shade)
    paper.rect(Box(box.x, bottom - _BAND, box.width, _BAND), fill=shade)
    span = Span(box.x + 14, bottom - _BAND / 2 + 1.8, box.width - 28, "center")
    as_large_as_fits(paper, span, foot, TextStyle(11, 500, "#FFFFFF"), 7)
