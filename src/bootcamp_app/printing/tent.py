"""A sheet that is folded into a tent and read from both sides of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.printing.paper import Box, Paper, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLD, _MARK = Stroke("#B8B2A7", 0.3, (3, 3)), 8.0


def draw_tent(paper: Paper, draw: Callable[[Box], None]) -> None:
    """Draw the same on both halves of the page in hand, and say where it is folded."""
    width, height = paper.size.width, paper.size.height
    half = Box(0, height / 2, width, height / 2)
    draw(half)
    with paper.turned(180, width / 2, height / 2):
        draw(half)
    paper.line(0, height / 2, _MARK, height / 2, _FOLD)
    paper.line(width - _MARK, height / 2, width, height / 2, _FOLD)
