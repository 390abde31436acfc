"""On a blank canvas: how large a sticky note is in each zone that takes them and has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.capacity import TAKES_NOTES, heading_of
from bootcamp_app.features.canvases.ground import frame_of, shared_of
from bootcamp_app.features.canvases.views import NOTE_SIDE
from bootcamp_app.printing.shapes import Box, Span, Stroke
from bootcamp_app.printing.text.styles import TextStyle

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.ground import Clear
    from bootcamp_app.features.canvases.pencil import Pencil
    from bootcamp_app.features.canvases.views import Template

_MARGIN = 4.0
_DOTTED = Stroke("#CFC9BF", 0.25, (0.25, 1.4))
_SIZE = TextStyle(5.5, 400, "#9C9589")
_MILLIMETRES = N_("{n} mm")


def draw_note_guides(pencil: Pencil, template: Template, clear: Clear) -> None:
    """Draw the outline of one note of true size at the foot of each zone, beside any code."""
    side = NOTE_SIDE / pencil.scale
    figure = f"{NOTE_SIDE:g}"
    said = _(_MILLIMETRES).format(n=khmer_digits(figure) if words.language == "km" else figure)
    for zone in template.zones:
        frame, words_end = _past_codes(frame_of(zone), side, clear), heading_of(zone)
        x = frame.x + frame.width - side - _MARGIN
        top = frame.top + frame.height - side - _MARGIN
        is_clear = top >= zone.top + words_end.bottom or x >= zone.x + words_end.right
        is_inside = x > frame.x + _MARGIN and top > frame.top + _MARGIN
        if zone.kind in TAKES_NOTES and is_clear and is_inside:
            pencil.rect(Box(x, top, side, side), stroke=_DOTTED, radius=0.8)
            pencil.line(Span(x + 2, top + side - 2, side - 4, "right"), said, _SIZE)


def _past_codes(frame: Box, side: float, clear: Clear) -> Box:
    """Give the part of a zone at whose foot a note lies on no code."""
    x = frame.x + frame.width - side - _MARGIN
    for corner in clear.corners():
        foot = Box(x, frame.top, side + _MARGIN, frame.height)
        if shared_of(foot, corner) is not None and corner.top > frame.top:
            frame = Box(frame.x, frame.top, frame.width, corner.top - frame.top)
    return frame
