"""Lists on paper: lines that always fit, words in both scripts, columns with their titles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.printing.paper import (
    Box,
    Column,
    Paper,
    Span,
    Stroke,
    TextDoesNotFit,
    TextStyle,
    lines_of,
    measure,
)
from bootcamp_app.printing.shapes import shift
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.printing.shapes import Align

INK, MUTED, ACCENT, RULE, SUNKEN = "#1F2933", "#5B6672", "#0F6B66", "#B8B2A7", "#EFECE6"
RULED = Stroke(RULE, 0.2)
PAD = 1.6
"""White between the edge of a column and what stands in it."""
KHMER, LATIN = TextStyle(11, 600, INK), TextStyle(8, 400, MUTED)
SMALL, TINY = TextStyle(8, 400, INK), TextStyle(7, 400, MUTED)
ROW = 11.0
_UPPER = 6.6
"""The part of a row for its upper text, where one of two has no room on one line."""
_LEAST = 5.0
_OF_LATIN, _CLOSE = 1.6, 1.22
"""The usual distance of lines of Latin, and that of several in a row."""
_TO_BASELINE = 0.14
"""How far below the middle of a row a line stands, in mm for each point of its size."""
_PAGE = N_("Page {n} of {of}")

Pair = tuple[str, str]
"""What stands above in Khmer, and below it in English."""


class Field(NamedTuple):
    """A column of a list: its name, its title as a message, and its width."""

    name: str
    title: str
    width: float


class Places:
    """Where the columns of a list lie side by side, from a left edge on."""

    def __init__(self, fields: Sequence[Field], left: float) -> None:
        self._fields = fields
        self.left = left
        self.width = sum(field.width for field in fields)

    def __iter__(self) -> Iterator[tuple[float, Field]]:
        left = self.left
        for field in self._fields:
            yield left, field
            left += field.width

    def titles(self, paper: Paper, top: float, height: float, *, but: str = "\0") -> None:
        """Draw the row of titles, in both scripts; not those of names that begin with `but`."""
        paper.rect(Box(self.left, top, self.width, height), fill=SUNKEN, stroke=RULED)
        middle = top + height / 2
        for left, field in self:
            if not field.name.startswith(but):
                span = Span(left + PAD, middle - 0.3, field.width - 2 * PAD, "center")
                khmer, english = in_both(field.title)
                as_large_as_fits(paper, span, khmer, TextStyle(8.5, 600, INK))
                as_large_as_fits(paper, replace(span, baseline=middle + 3.3), english, TINY)

    def rules(self, paper: Paper, top: float, bottom: float) -> None:
        """Draw the lines between the columns, and those at both edges."""
        for left, _field in self:
            paper.line(left, top, left, bottom, RULED)
        paper.line(self.left + self.width, top, self.left + self.width, bottom, RULED)


def in_both(message: str) -> Pair:
    """Give a marked message in Khmer and in English."""
    return in_language(message, "km"), in_language(message, "en")


def names_of(khmer: str, english: str) -> Pair:
    """Give what is to be read first and what below it; the English alone stands first."""
    return khmer or english, english if khmer else ""


def number_in_both(number: int) -> Pair:
    """Give a number in Khmer digits and in others."""
    return khmer_digits(str(number)), str(number)


def page_of(number: int, of: int) -> Pair:
    """Give which page this is, in both scripts."""
    khmer, english = in_both(_PAGE)
    return (
        khmer.format(n=khmer_digits(str(number)), of=khmer_digits(str(of))),
        english.format(n=number, of=of),
    )


def foot_pair(paper: Paper, x: float, baseline: float, texts: Pair, align: Align = "left") -> None:
    """Write two lines at the foot of a page."""
    paper.text(x, baseline, texts[0], TextStyle(9, 400, INK), align=align)
    paper.text(x, baseline + 4, texts[1], LATIN, align=align)


def stacked(
    paper: Paper,
    span: Span,
    texts: Pair,
    styles: tuple[TextStyle, TextStyle] = (KHMER, LATIN),
) -> None:
    """Write one text above another into a row that begins at the span; alone it is in the middle.

    The span's baseline is the top of a row of `ROW` mm.
    """
    first, second = texts
    down = 5.0 if second else 6.8
    lower = replace(span, baseline=span.baseline + 9.2)
    if _fits(span, first, styles[0]) and _fits(span, second, styles[1]):
        as_large_as_fits(paper, replace(span, baseline=span.baseline + down), first, styles[0])
        as_large_as_fits(paper, lower, second, styles[1])
        return
    wrapped(paper, span, first, styles[0], _UPPER if second else ROW)
    if second:
        lower = replace(span, baseline=span.baseline + _UPPER)
        wrapped(paper, lower, second, styles[1], ROW - _UPPER)


def wrapped(
    paper: Paper, span: Span, text: str, style: TextStyle = SMALL, height: float = ROW
) -> None:
    """Write a text into the middle of a row: on one line, or smaller on as many as have room."""
    if measure(text, style) <= span.width:
        middle = span.baseline + height / 2 + style.size * _TO_BASELINE
        x = span.x + shift(span.align, span.width)
        paper.text(x, middle, text, style, align=span.align)
        return
    leading = leading_of(text)
    share = leading if leading > _OF_LATIN else _CLOSE
    size = style.size - 0.5
    while size > _LEAST and not _fill(text, replace(style, size=size), span.width, height, share):
        size -= 0.5
    smaller, step = replace(style, size=size), share * size / POINTS
    room = max(int(height / step + 0.01), 1)
    lines = min(len(lines_of(text, smaller, span.width)), room)
    place = Column(span.x, span.baseline + (height - lines * step) / 2, span.width, span.align)
    paper.paragraph(place, text, smaller, leading=share, max_lines=room)


def as_large_as_fits(
    paper: Paper, span: Span, text: str, style: TextStyle, floor: float = _LEAST
) -> None:
    """Write a line as large as the span allows; what has no room even when small ends in “…”."""
    if not text:
        return
    try:
        paper.fitted(span, text, style, floor=floor)
    except TextDoesNotFit:
        small = replace(style, size=floor)
        top = span.baseline - floor * 0.5
        paper.paragraph(Column(span.x, top, span.width, span.align), text, small, max_lines=1)


def _fits(span: Span, text: str, style: TextStyle) -> bool:
    return measure(text, replace(style, size=_LEAST)) <= span.width


def _fill(text: str, style: TextStyle, width: float, height: float, leading: float) -> bool:
    lines = lines_of(text, style, width)
    is_low_enough = len(lines) * leading * style.size / POINTS <= height
    return is_low_enough and all(measure(line, style) <= width for line in lines)
