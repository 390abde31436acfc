"""Lines on the paper of reports: as large as there is room, in the digits of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.core.numbers import written
from bootcamp_app.features.reports.indicator_words import in_place_of
from bootcamp_app.printing.paper import Column, Paper, Span, TextDoesNotFit, TextStyle

if TYPE_CHECKING:
    from bootcamp_app.features.reports.indicator_views import Figure

LEFT, WIDTH = 12.0, 186.0
INK, MUTED, ACCENT, RULE = "#1F2933", "#5B6672", "#0F6B66", "#DDD8CF"


def written_line(paper: Paper, span: Span, text: str, style: TextStyle, floor: float = 6.0) -> None:
    """Write a line as large as the span allows; what has no room even when small ends in “…”."""
    if not text:
        return
    try:
        paper.fitted(span, text, style, floor=floor)
    except TextDoesNotFit:
        small = TextStyle(floor, style.weight, style.colour)
        place = Column(span.x, span.baseline - floor * 0.5, span.width, span.align)
        paper.paragraph(place, text, small, max_lines=1)


def in_digits(text: str) -> str:
    """Give a text with the digits of the language in use."""
    return khmer_digits(text) if words.language == "km" else text


def number_of(figure: Figure, measure: str) -> str:
    """Give a measure of a group as it is written, or what stands for it where it is hidden."""
    tally = figure.tally
    return in_digits(
        in_place_of(figure.hidden) if tally is None else written(getattr(tally, measure))
    )
