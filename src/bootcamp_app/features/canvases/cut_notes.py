"""Pages after a board with the whole text of notes that had no room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.ground import ACCENT, INK, MUTED, ordered
from bootcamp_app.features.canvases.note_text import wrapped
from bootcamp_app.printing.paper import A4, Span, TextStyle
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Item, Template
from bootcamp_app.printing.paper import Paper

_LEFT, _TOP, _WIDTH, _BOTTOM = 20.0, 24.0, 170.0, 280.0
_TITLE, _ZONE, _TEXT = (
    TextStyle(16, 700, ACCENT),
    TextStyle(8.5, 600, MUTED),
    TextStyle(10, 400, INK),
)
_BEFORE = 3.0
_HEADING = N_("Notes in full")

Line = tuple[str, TextStyle, float]
"""What it says, how, and how far below the one before it stands."""


def draw_cut_notes(paper: Paper, handed: Handed, cut: Sequence[str]) -> None:
    """Write out the notes with these ids on A4; no page where there is none."""
    items = {one.id: one for one in handed.contents.items}
    template, baseline = handed.contents.board.template, _BOTTOM + 1
    for key in cut:
        for said, style, step in _lines(template, items[key]):
            if baseline + step > _BOTTOM:
                paper.page(A4)
                paper.fitted(Span(_LEFT, _TOP, _WIDTH), _(_HEADING), _TITLE, floor=8)
                baseline = _TOP + 4
            baseline += step
            paper.text(_LEFT, baseline, said, style)


def _lines(template: Template, item: Item) -> Iterator[Line]:
    yield _place(template, item), _ZONE, _BEFORE + 2 * _ZONE.size / POINTS
    step = leading_of(item.text) * _TEXT.size / POINTS
    for line in wrapped(item.text, _TEXT, _WIDTH):
        yield line, _TEXT, step


def _place(template: Template, item: Item) -> str:
    for number, zone in enumerate(template.zones, 1):
        if zone.id == item.zone:
            said = khmer_digits(str(number)) if words.language == "km" else str(number)
            return f"{said} · {ordered(zone.title)[0]}"
    return _("Outside the zones")
