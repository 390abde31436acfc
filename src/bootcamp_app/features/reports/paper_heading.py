"""What stands above a list on paper: its title, the logos, and what donors ask for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.printing.list_paper import (
    ACCENT,
    INK,
    MUTED,
    Pair,
    as_large_as_fits,
    in_both,
    names_of,
)
from bootcamp_app.printing.logo_row import draw_logos
from bootcamp_app.printing.paper import (
    Box,
    Column,
    Paper,
    Span,
    Stroke,
    TextStyle,
    lines_of,
    measure,
)
from bootcamp_app.printing.text.styles import leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme
    from bootcamp_app.printing.picture import Picture

_TOP, _BAND, _CELL, _GAP = 9.0, 17.0, 12.6, 6.0
_LABEL, _LOWER = TextStyle(6.5, 400, MUTED), TextStyle(7.5, 400, MUTED)
_UPPER = TextStyle(9.5, 600, INK)
_LEAST_UPPER, _READABLE = 6.5, 8.0
_LONG, _LONG_LOWER = TextStyle(8.5, 600, INK), TextStyle(7, 400, MUTED)
"""What has no room on one line at a size that can be read goes on for some lines in these."""


class Told(NamedTuple):
    """A label, which is a message, and what is said under it."""

    label: str
    texts: Pair


class _Place(NamedTuple):
    """Where something is told: in which row, from which column on and over how many."""

    told: Told
    row: int
    column: int
    wide: int


@dataclass(frozen=True)
class PaperHeading:
    """A heading, whole on the first page of a list and on two lines on the others.

    It lies between a left edge and so wide; what is told stands in so many columns.
    """

    left: float
    width: float
    title: str
    told: Sequence[Told]
    short: Pair
    """What the later pages say of whose list it is."""
    columns: int = 3
    small_height: ClassVar[float] = 22.0

    @property
    def logos(self) -> Box:
        """Where the logos of donors and partners lie."""
        return Box(self.left + self.width * 0.4, _TOP, self.width * 0.6, _BAND - 3, "right")

    @property
    def height(self) -> float:
        """Where it ends on the first page."""
        return _TOP + _BAND + 2.5 + sum(self._rows)

    def draw(self, paper: Paper, pictures: Sequence[Picture]) -> float:
        """Draw it whole and give where it ends."""
        if pictures:
            draw_logos(paper, pictures, self.logos)
        half = Span(self.left, _TOP + 6.6, self.width * (0.38 if pictures else 1))
        khmer, english = in_both(self.title)
        as_large_as_fits(paper, half, khmer, TextStyle(17, 700, ACCENT), 9)
        below = Span(half.x, _TOP + 12.2, half.width)
        as_large_as_fits(paper, below, english, TextStyle(10, 400, MUTED), 7)
        rule = _TOP + _BAND - 1
        paper.line(self.left, rule, self.left + self.width, rule, Stroke(ACCENT, 0.5))
        for place in self._places:
            top = rule + 2.5 + sum(self._rows[: place.row])
            draw_told(paper, self._cell(place), top, place.told)
        return self.height

    def draw_small(self, paper: Paper) -> float:
        """Draw two lines of it and give where they end."""
        khmer, english = in_both(self.title)
        most = self.width * 0.72
        right = Span(self.left + most, 13, self.width - most, "right")
        as_large_as_fits(paper, Span(self.left, 13, most - 4), self.short[0], _UPPER)
        as_large_as_fits(paper, Span(self.left, 17.4, most - 4), self.short[1], _LOWER)
        as_large_as_fits(paper, right, khmer, TextStyle(9.5, 600, ACCENT))
        lower = Span(right.x, 17.4, right.width, "right")
        as_large_as_fits(paper, lower, english, _LOWER)
        return self.small_height

    @cached_property
    def _places(self) -> list[_Place]:
        """Lay out what is told; what is long takes two cells, or the empty rest of its row."""
        places: list[_Place] = []
        row = column = 0
        one_cell = cell_of(self.left, self.width, self.columns, 0).width
        for one in self.told:
            wide = 1 if _has_room(one, one_cell) else 2
            if column + wide > self.columns:
                row, column = row + 1, 0
            places.append(_Place(one, row, column, wide))
            column += wide
        ends = {place.row: at for at, place in enumerate(places)}
        for at in ends.values():
            place = places[at]
            if place.wide > 1:
                places[at] = place._replace(wide=self.columns - place.column)
        return places

    @cached_property
    def _rows(self) -> list[float]:
        """How high each row of what is told is."""
        rows = [_CELL] * (self._places[-1].row + 1 if self._places else 0)
        for place in self._places:
            rows[place.row] = max(rows[place.row], _told_height(place.told, self._cell(place)))
        return rows

    def _cell(self, place: _Place) -> Span:
        first, last = (
            cell_of(self.left, self.width, self.columns, column)
            for column in (place.column, place.column + place.wide - 1)
        )
        return Span(first.x, 0, last.x + last.width - first.x)


def told_of(bootcamp: Bootcamp, programme: Programme | None, day: Told | None = None) -> list[Told]:
    """Give what donors ask for of a bootcamp; what is not known is left out."""
    code, donors = (programme.code, ", ".join(programme.donors)) if programme else ("", "")
    days = (in_khmer(bootcamp.starts_on, bootcamp.ends_on),
            in_english(bootcamp.starts_on, bootcamp.ends_on))  # fmt: skip
    project = names_of(programme.title_km, programme.title_en) if programme else ("", "")
    told = [
        Told(N_("Project"), project),
        Told(N_("Bootcamp"), names_of(bootcamp.title_km, bootcamp.title_en)),
        day or Told(N_("Date"), days),
        Told(N_("Project code and donors"), names_of(code, donors) if code else (donors, "")),
        Told(N_("Indicator code"), (bootcamp.indicator_code, "")),
        Told(N_("Venue"), _where(bootcamp)),
    ]
    return [one for one in told if one.texts[0]]


def title_of(bootcamp: Bootcamp) -> Pair:
    """Give the title of a bootcamp in both languages, in the other where one is missing."""
    return bootcamp.title_km or bootcamp.title_en, bootcamp.title_en or bootcamp.title_km


def joined(*pairs: Pair) -> Pair:
    """Give what stands beside each other on one line."""
    khmer, english = (" · ".join(filter(None, texts)) for texts in zip(*pairs, strict=True))
    return khmer, english


def cell_of(left: float, width: float, columns: int, column: int) -> Span:
    """Give one of some cells side by side; its baseline is not set yet."""
    each = (width - _GAP * (columns - 1)) / columns
    return Span(left + column * (each + _GAP), 0, each)


def draw_told(paper: Paper, cell: Span, top: float, one: Told, label: str = "") -> None:
    """Write a label and under it what is said, in a cell that begins at the top."""
    label = label or "  ".join(in_both(one.label))
    as_large_as_fits(paper, Span(cell.x, top + 2.8, cell.width), label, _LABEL)
    if not _has_room(one, cell.width):
        _draw_long(paper, cell, top + 4.2, one.texts)
        return
    upper = Span(cell.x, top + 7.2, cell.width)
    as_large_as_fits(paper, upper, one.texts[0], _UPPER, _LEAST_UPPER)
    as_large_as_fits(paper, Span(cell.x, top + 10.6, cell.width), one.texts[1], _LOWER)


def _where(bootcamp: Bootcamp) -> Pair:
    names = (province_in_khmer(bootcamp.province), province_in_english(bootcamp.province))
    khmer, english = (
        ", ".join(filter(None, pair))
        for pair in zip(_venue_in_both(bootcamp.venue), names, strict=True)
    )
    return khmer or english, english if english != khmer else ""


def _venue_in_both(venue: str) -> Pair:
    """Give a venue for either script; many write both of them, parted by a stroke."""
    first, _stroke, second = (part.strip() for part in venue.partition(" / "))
    if second and is_khmer(first) != is_khmer(second):
        return (first, second) if is_khmer(first) else (second, first)
    return venue, "" if is_khmer(venue) else venue


def _has_room(one: Told, width: float) -> bool:
    upper, lower = (replace(style, size=size) for style, size in
                    ((_UPPER, _READABLE), (_LOWER, _LONG_LOWER.size)))  # fmt: skip
    return measure(one.texts[0], upper) <= width and measure(one.texts[1], lower) <= width


def _told_height(one: Told, cell: Span) -> float:
    if _has_room(one, cell.width):
        return _CELL
    return 4.2 + sum(_long_heights(one.texts, cell.width)) + 1.6


def _long_heights(texts: Pair, width: float) -> list[float]:
    return [
        len(lines_of(text, style, width)) * leading_of(text) * style.size / POINTS if text else 0
        for text, style in zip(texts, (_LONG, _LONG_LOWER), strict=True)
    ]


def _draw_long(paper: Paper, cell: Span, top: float, texts: Pair) -> None:
    heights = _long_heights(texts, cell.width)
    for text, style, height in zip(texts, (_LONG, _LONG_LOWER), heights, strict=True):
        if text:
            paper.paragraph(Column(cell.x, top, cell.width), text, style, leading=leading_of(text))
        top += height
