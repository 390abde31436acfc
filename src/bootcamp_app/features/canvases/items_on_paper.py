"""What lies on a board, drawn: notes, texts, pictures, connectors and frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import _, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.ground import ACCENT, INK, LINE, MUTED
from bootcamp_app.features.canvases.note_colours import fill_of, shaded
from bootcamp_app.features.canvases.note_rules import (
    DOT_RADIUS,
    DOT_STEP,
    FIGURE_SIZE,
    FOOT_BASELINE,
    FOOT_SIZE,
    FRAME_DASH,
    FRAME_LINE,
    FRAME_RADIUS,
    FRAME_SIZE,
    MOST_DOTS,
    floor_at,
    in_layers,
    largest_of,
    places_of,
)
from bootcamp_app.features.canvases.note_text import laid
from bootcamp_app.features.canvases.routes import route
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    NOTE_COLOURS,
    PICTURE,
    SIDE_COLOURS,
    TEXT,
)
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.printing.shapes import Box, Column, Span, Stroke
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.text.styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.note_rules import Places
    from bootcamp_app.features.canvases.pencil import Pencil
    from bootcamp_app.features.canvases.views import Item

DOT = "#A32020"
_COVERED = "#E7E2DA"
_SQUEEZED = 1.2


class ItemsOnPaper:
    """Draws the items of one board."""

    def __init__(self, pencil: Pencil, handed: Handed) -> None:
        self._pencil = pencil
        self._handed = handed
        self._items = {one.id: one for one in handed.contents.items}
        self._floor = floor_at(pencil.scale)
        self._cut: list[str] = []
        self._kinds = {
            NOTE: self._note,
            TEXT: self._text,
            PICTURE: self._picture,
            CONNECTOR: self._connector,
            FRAME: self._frame,
        }

    def draw(self) -> Sequence[str]:
        """Draw them, the lowest first, and give the ids of notes whose text had to be cut."""
        for item in in_layers(self._items.values()):
            draw = self._kinds.get(item.kind)
            if draw is not None:
                draw(item)
        return self._cut

    def _note(self, item: Item) -> None:
        box = Box(item.x, item.top, item.width, item.height)
        fill = _COVERED if item.is_hidden else fill_of(item.colour)
        edge = LINE if fill in (_COVERED, NOTE_COLOURS["white"]) else shaded(fill, "#000000", 0.14)
        self._pencil.rect(box, fill=fill, stroke=Stroke(edge, 0.2), radius=0.8)
        if item.is_hidden:
            self._cover(item, box)
            return
        dots = sum(self._handed.dots.get(item.id, {}).values())
        told = self._told(item)
        places = places_of(item.side, item.width, item.height, dots=dots, is_told=any(told))
        if places.stripe:
            stripe = Box(item.x, item.top, places.stripe, item.height)
            self._pencil.rect(stripe, fill=SIDE_COLOURS[item.side])
        self._foot(item, places, dots, told)
        self._fill(item, _lying(item, places.text))

    def _cover(self, item: Item, box: Box) -> None:
        style = TextStyle(min(8.0, item.height * 0.5), 400, MUTED)
        middle = item.top + item.height / 2 + style.size * 0.12
        span = Span(box.x + 1, middle, max(box.width - 2, 1), "center")
        self._pencil.line(span, _("Covered"), style, floor=2)

    def _fill(self, item: Item, box: Box) -> None:
        style = TextStyle(largest_of(item), 400, INK)
        text = laid(item.text, style, (box.width, box.height), self._floor)
        if text.is_cut:
            self._cut.append(item.id)
        column = Column(box.x, box.top, box.width)
        self._pencil.lines(column, text.lines, text.style, text.leading)

    def _told(self, item: Item) -> tuple[str, str]:
        author = self._handed.names.get(item.author, "") if item.author else ""
        return author, _(SIDE_WORDS[item.side]) if item.side in SIDE_WORDS else ""

    def _foot(self, item: Item, places: Places, dots: int, told: tuple[str, str]) -> None:
        """Draw dots, author and side at the foot of a note."""
        size, box = places.foot_share, _lying(item, places.foot)
        baseline = item.top + item.height - FOOT_BASELINE * size
        used = self._dots(dots, box.x, baseline, size)
        room = box.width - used
        if any(told) and room > 3:
            style = TextStyle(FOOT_SIZE * size, 400, "#4A5560")
            # The stripe says the side as well, so that it goes first where there is no room.
            both = " · ".join(filter(None, told))
            said = both if measure(both, style) <= room * _SQUEEZED else told[0] or told[1]
            span = Span(box.x + used, baseline, room, "right")
            self._pencil.line(span, said, style, floor=4 * size)

    def _dots(self, dots: int, x: float, baseline: float, size: float) -> float:
        if not dots:
            return 0.0
        radius, step = DOT_RADIUS * size, DOT_STEP * size
        y = baseline - 0.75 * size
        shown = dots if dots <= MOST_DOTS else 1
        for at in range(shown):
            self._pencil.circle((x + radius + at * step, y), radius, fill=DOT)
        used = shown * step + 1.5 * size
        if shown == dots:
            return used
        figure = khmer_digits(str(dots)) if words.language == "km" else str(dots)
        style = TextStyle(FIGURE_SIZE * size, 700, DOT)
        return used + self._pencil.line(Span(x + used - size, baseline, 20), figure, style) + 1

    def _text(self, item: Item) -> None:
        if not item.is_hidden:
            self._fill(item, Box(item.x, item.top, item.width, item.height))

    def _picture(self, item: Item) -> None:
        box = Box(item.x, item.top, item.width, item.height)
        held = self._handed.pictures.get(item.picture)
        if not item.is_hidden and held is not None:
            try:
                self._pencil.photo(held.data, box)
            except Refusal:
                held = None
        if item.is_hidden or held is None:
            self._pencil.rect(box, fill=_COVERED, stroke=Stroke(LINE, 0.2), radius=0.8)

    def _connector(self, item: Item) -> None:
        source, target = self._items.get(item.source), self._items.get(item.target)
        line = route(source, target) if source and target else None
        if line is None:
            return
        ends, size = item.style.get("ends", "arrow"), 2.8
        size = min(size, line.length / 2)
        has_start, has_end = ends == "both", ends in ("arrow", "both")
        colour = MUTED
        dash = (1.6, 1.4) if item.style.get("dash") else ()
        shaft = line.shortened(size * 0.8 if has_start else 0, size * 0.8 if has_end else 0)
        self._pencil.polygon(
            [shaft.start, shaft.end], stroke=Stroke(colour, 0.55, dash), closed=False
        )
        for is_there, one in ((has_end, line), (has_start, line.turned())):
            if is_there:
                self._pencil.polygon(one.head(size), fill=colour)

    def _frame(self, item: Item) -> None:
        box = Box(item.x, item.top, item.width, item.height)
        self._pencil.rect(box, stroke=Stroke(ACCENT, FRAME_LINE, FRAME_DASH), radius=FRAME_RADIUS)
        if item.text and not item.is_hidden:
            span = Span(item.x + 3, item.top + 5.4, max(item.width - 6, 1))
            self._pencil.line(
                span, item.text, TextStyle(FRAME_SIZE, 600, ACCENT), floor=self._floor
            )


def _lying(item: Item, part: Box) -> Box:
    return Box(item.x + part.x, item.top + part.top, part.width, part.height)
