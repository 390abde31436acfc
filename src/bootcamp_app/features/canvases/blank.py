"""A blank canvas for the wall, at true size."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.tiling import Tile, draw_marks, tiles_of
from bootcamp_app.printing.paper import (
    A0,
    A1,
    A2,
    A3,
    A4,
    Box,
    Column,
    Paper,
    Span,
    Stroke,
    TextStyle,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Template, Zone

SIZES = {"A0": A0, "A1": A1, "A2": A2, "A3": A3, "A4": A4}
_PREPARED_AT = datetime(2026, 1, 1, tzinfo=UTC)
_INK, _MUTED, _ACCENT, _LINE = "#1F2933", "#5B6672", "#0F6B66", "#B8B2A7"
_GAP = 1.5
_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}


def print_blank(template: Template, size: str, target: Path, tile: str | None = None) -> int:
    """Write one template at true size, landscape, and give the pages.

    It lies on one sheet of that size, or on as many sheets of the size `tile` as it needs.
    """
    sheet = SIZES[size].landscape
    tiles = tiles_of(sheet, SIZES[tile]) if tile else [Tile(sheet)]
    scale = sheet.width / A3.landscape.width
    first = tiles[0].page
    with Paper(target, title=template.title.en, size=first, made_at=_PREPARED_AT) as paper:
        for part in tiles:
            paper.page()
            _Drawing(paper, scale, part).whole(template)
            draw_marks(paper, part)
        return paper.pages


class _Drawing:
    """Draws in the millimetres of A3, whatever the sheet is and whichever part of it shows."""

    def __init__(self, paper: Paper, scale: float, tile: Tile) -> None:
        self._paper = paper
        self._scale = scale
        self._left = tile.left
        self._top = tile.top

    def whole(self, template: Template) -> None:
        """Draw heading, zones and credit line."""
        self._heading(template)
        for number, zone in enumerate(template.zones, 1):
            self._zone(number, zone)
        self._line(Span(10, 291, 300), template.credit.en, TextStyle(7, 400, _MUTED))
        self._line(Span(310, 291, 100, "right"), "Bootcamp Desk", TextStyle(7, 400, _MUTED))

    def _heading(self, template: Template) -> None:
        minutes = f"{khmer_digits(str(template.minutes))} នាទី · {template.minutes} min"
        self._line(Span(10, 20, 250), template.title.km, TextStyle(26, 700, _ACCENT))
        self._line(Span(10, 29, 250), template.title.en, TextStyle(14, 600, _INK))
        self._line(Span(10, 37, 300), template.purpose.km, TextStyle(10, 400, _MUTED))
        self._line(Span(260, 18, 150, "right"), minutes, TextStyle(11, 600, _MUTED))
        self._line(Span(260, 29, 150, "right"), "ក្រុម Team ______________", TextStyle(11, 400, _INK))
        self._line(Span(310, 37, 100, "right"), template.purpose.en, TextStyle(8, 400, _MUTED))

    def _zone(self, number: int, zone: Zone) -> None:
        colour = _COLOURS[zone.colour]
        box = Box(zone.x + _GAP / 2, zone.top + _GAP / 2, zone.width - _GAP, zone.height - _GAP)
        self._paper.rect(
            self._box(box), stroke=Stroke(_LINE, 0.35 * self._scale), radius=2 * self._scale
        )
        self._paper.rect(self._box(Box(box.x + 4, box.top + 4, 1.2, 10)), fill=colour)
        inner = box.width - 14
        title = f"{khmer_digits(str(number))}  {zone.title.km}"
        self._line(Span(box.x + 8, box.top + 8.5, inner), title, TextStyle(12, 700, colour))
        self._line(Span(box.x + 8, box.top + 13.6, inner), zone.title.en, TextStyle(9, 600, _INK))
        bottom = self._paragraph(Column(box.x + 8, box.top + 15.5, inner), zone.prompt.km, 8)
        self._paragraph(Column(box.x + 8, bottom, inner), zone.prompt.en, 7)

    def _line(self, span: Span, text: str, style: TextStyle) -> None:
        s = self._scale
        x, baseline = span.x * s - self._left, span.baseline * s - self._top
        scaled = replace(span, x=x, baseline=baseline, width=span.width * s)
        self._paper.fitted(scaled, text, self._style(style), floor=4 * s)

    def _paragraph(self, column: Column, text: str, size: float) -> float:
        s = self._scale
        x, top = column.x * s - self._left, column.top * s - self._top
        scaled = replace(column, x=x, top=top, width=column.width * s)
        style = self._style(TextStyle(size, 400, _MUTED))
        return (self._paper.paragraph(scaled, text, style, max_lines=3) + self._top) / s

    def _box(self, box: Box) -> Box:
        s = self._scale
        return Box(box.x * s - self._left, box.top * s - self._top, box.width * s, box.height * s)

    def _style(self, style: TextStyle) -> TextStyle:
        return replace(style, size=style.size * self._scale)
