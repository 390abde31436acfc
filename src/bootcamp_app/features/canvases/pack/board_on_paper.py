"""A board as a drawing on a page: zones, notes, pictures, connectors and dots, in vectors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.pack.note_text import AIR, fitted
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    NOTE_COLOURS,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PICTURE,
    SIDE_COLOURS,
)
from bootcamp_app.printing.paper import Box, Span, Stroke, TextDoesNotFit, TextStyle
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Item, Zone
    from bootcamp_app.printing.paper import Paper

INK, MUTED, LINE, DOT = "#1F2933", "#5B6672", "#B8B2A7", "#A32020"
ZONE_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}


def draw_board(paper: Paper, handed: Handed, box: Box) -> Box:
    """Draw a board as large as the box allows; gives where it lies."""
    scale = min(box.width / PAGE_WIDTH, box.height / PAGE_HEIGHT)
    left = box.x + (box.width - PAGE_WIDTH * scale) / 2
    place = Box(left, box.top, PAGE_WIDTH * scale, PAGE_HEIGHT * scale)
    _Drawing(paper, handed, place, scale).whole()
    return place


class _Drawing:
    def __init__(self, paper: Paper, handed: Handed, place: Box, scale: float) -> None:
        self._paper = paper
        self._handed = handed
        self._place = place
        self._scale = scale

    def whole(self) -> None:
        self._paper.rect(self._place, fill="#FFFFFF", stroke=Stroke(LINE, 0.25))
        contents = self._handed.contents
        self._line(contents.board.template.title.km, 10, 20, TextStyle(24, 700, "#0F6B66"))
        self._line(contents.board.template.title.en, 10, 30, TextStyle(13, 600, MUTED))
        for zone in contents.board.template.zones:
            self._zone(zone)
        known = {one.id: one for one in contents.items}
        for one in contents.items:
            if one.kind == CONNECTOR:
                self._connector(one, known)
            else:
                self._item(one)

    def _zone(self, zone: Zone) -> None:
        box = self._box(zone.x + 0.75, zone.top + 0.75, zone.width - 1.5, zone.height - 1.5)
        self._paper.rect(box, stroke=Stroke(LINE, 0.3 * self._scale), radius=2 * self._scale)
        colour = ZONE_COLOURS.get(zone.colour, MUTED)
        room = zone.width - 6
        self._line(zone.title.km, zone.x + 3, zone.top + 6.5, TextStyle(11, 700, colour), room)
        self._line(zone.title.en, zone.x + 3, zone.top + 11.2, TextStyle(8, 600, MUTED), room)

    def _item(self, one: Item) -> None:
        box = self._box(one.x, one.top, one.width, one.height)
        if one.kind == PICTURE and one.picture in self._handed.pictures:
            from bootcamp_app.printing.images import picture_of  # noqa: PLC0415 - heavy: Pillow

            data = self._handed.pictures[one.picture].data
            self._paper.image(picture_of(data, one.picture, 1200), box)
            return
        if one.kind == NOTE:
            self._paper.rect(box, fill=NOTE_COLOURS.get(one.colour, NOTE_COLOURS["yellow"]))
            if one.side in SIDE_COLOURS:
                stripe = replace(box, width=1.2 * self._scale)
                self._paper.rect(stripe, fill=SIDE_COLOURS[one.side])
        elif one.kind == FRAME:
            self._paper.rect(box, stroke=Stroke(MUTED, 0.5 * self._scale))
        if one.text.strip():
            self._text(one)
        self._dots(one)

    def _text(self, one: Item) -> None:
        shown = fitted(one)
        share = leading_of(one.text)
        baseline = one.top + AIR + first_baseline(share) * shown.size / POINTS
        for line in shown.lines:
            self._line(line, one.x + AIR, baseline, TextStyle(shown.size, 400, INK))
            baseline += shown.step

    def _dots(self, one: Item) -> None:
        count = sum(self._handed.dots.get(one.id, {}).values())
        if not count:
            return
        x, y = one.x + one.width - 4, one.top + one.height - 4
        self._paper.circle(*self._at(x, y), 3.2 * self._scale, fill=DOT)
        style = TextStyle(9 * self._scale, 700, "#FFFFFF")
        self._paper.text(*self._at(x, y + 1.1), str(count), style, align="center")

    def _connector(self, one: Item, known: dict[str, Item]) -> None:
        ends = (known.get(one.source), known.get(one.target))
        if ends[0] is None or ends[1] is None:
            return
        (x1, y1), (x2, y2) = (self._at(*_centre(end)) for end in ends if end is not None)
        dash = (1.5, 1.0) if one.style.get("dash") else ()
        self._paper.line(x1, y1, x2, y2, Stroke(MUTED, 0.5 * self._scale, dash))

    def _line(
        self, text: str, x: float, baseline: float, style: TextStyle, room: float = 400
    ) -> None:
        scaled = replace(style, size=style.size * self._scale)
        left, bottom = self._at(x, baseline)
        try:
            span = Span(left, bottom, room * self._scale)
            self._paper.fitted(span, text, scaled, floor=4 * self._scale)
        except TextDoesNotFit:
            self._paper.text(left, bottom, text, replace(scaled, size=4 * self._scale))

    def _box(self, x: float, top: float, width: float, height: float) -> Box:
        left, down = self._at(x, top)
        return Box(left, down, width * self._scale, height * self._scale)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._place.x + x * self._scale, self._place.top + y * self._scale


def _centre(one: Item) -> tuple[float, float]:
    return one.x + one.width / 2, one.top + one.height / 2
