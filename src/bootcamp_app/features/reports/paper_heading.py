"""What stands above a list on paper: its title, the logos, and what donors ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_
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
from bootcamp_app.printing.paper import Box, Paper, Span, Stroke, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme
    from bootcamp_app.printing.picture import Picture

_TOP, _BAND, _CELL, _GAP = 9.0, 17.0, 12.6, 6.0
_LABEL, _LOWER = TextStyle(6.5, 400, MUTED), TextStyle(7.5, 400, MUTED)
_UPPER = TextStyle(9.5, 600, INK)
_LEAST_UPPER = 6.5


class Told(NamedTuple):
    """A label, which is a message, and what is said under it."""

    label: str
    texts: Pair


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
        rows = -(-len(self.told) // self.columns)
        return _TOP + _BAND + 2.5 + rows * _CELL

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
        for place, one in enumerate(self.told):
            row, column = divmod(place, self.columns)
            cell = cell_of(self.left, self.width, self.columns, column)
            draw_told(paper, cell, rule + 2.5 + row * _CELL, one)
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
    upper = Span(cell.x, top + 7.2, cell.width)
    as_large_as_fits(paper, upper, one.texts[0], _UPPER, _LEAST_UPPER)
    as_large_as_fits(paper, Span(cell.x, top + 10.6, cell.width), one.texts[1], _LOWER)


def _where(bootcamp: Bootcamp) -> Pair:
    names = (province_in_khmer(bootcamp.province), province_in_english(bootcamp.province))
    khmer, english = (", ".join(filter(None, (bootcamp.venue, name))) for name in names)
    return khmer, english if english != khmer else ""
