"""The list to be signed, on A4: Khmer first and Latin below it, with numbers that stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.features.attendance.signin_heading import (
    INK,
    LEFT,
    MUTED,
    RULE,
    TITLE,
    WIDTH,
    Heading,
    as_large_as_fits,
)
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import A4, Box, Column, Paper, Span, Stroke, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bootcamp_app.features.attendance.marking import Sheet, SheetLine
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.printing.picture import Picture

    Progress = Callable[[int, int], None]

_ROW, _HEAD, _FOOT = 11.0, 9.0, 283.0
_FREE_ROWS = 4
"""Rows without a number, for who is on no list."""
_PAD = 1.6
_LINE = Stroke(RULE, 0.2)
_KHMER, _LATIN = TextStyle(11, 600, INK), TextStyle(8, 400, MUTED)
_SMALL, _TINY = TextStyle(8, 400, INK), TextStyle(7, 400, MUTED)
_LEAST, _LEAST_BESIDE = 5.0, 6.5
_CODE = N_("List no. {code}")
_PAGE = N_("Page {n} of {of}")


@dataclass(frozen=True)
class SheetWish:
    """How the list is wanted; logos are PNG or JPEG pictures."""

    has_personal_data: bool = True
    """Sex, position and phone beside the names."""
    logos: tuple[bytes, ...] = ()


class PrintedSheet(NamedTuple):
    """What was put on paper."""

    code: str
    rows: int
    pages: int


class _Field(NamedTuple):
    name: str
    title: str
    width: float


_WHOLE = (
    _Field("number", N_("No."), 11),
    _Field("name", N_("Name"), 54),
    _Field("sex", N_("Sex"), 12),
    _Field("organisation", N_("Organisation and position"), 49),
    _Field("phone", N_("Phone"), 25),
    _Field("signature", N_("Signature"), 35),
)
_BARE = (
    _Field("number", N_("No."), 11),
    _Field("name", N_("Name"), 70),
    _Field("organisation", N_("Organisation"), 60),
    _Field("signature", N_("Signature"), 45),
)


def print_sheet(
    place: tuple[Bootcamp, Session], sheet: Sheet, target: Path, wish: SheetWish, progress: Progress
) -> PrintedSheet:
    """Write the list and give its pages; the same list, the same bytes."""
    bootcamp, session = place
    pictures = tuple(pictures_for(wish.logos, [Heading.LOGOS]))
    made_at = sheet.made_at.astimezone(bootcamp.zone)
    heading = Heading(bootcamp, session, made_at)
    title = in_language(TITLE, "en")
    pages = _pages(sheet, heading, pictures)
    with Paper(target, title=title, size=A4, made_at=made_at) as paper:
        drawing = _Drawing(paper, _WHOLE if wish.has_personal_data else _BARE)
        for number, lines in enumerate(pages, 1):
            progress(number - 1, len(pages))
            paper.page()
            top = heading.draw(paper, pictures) if number == 1 else heading.draw_small(paper)
            drawing.rows(top, lines)
            drawing.foot(sheet.code, number, len(pages))
        progress(len(pages), len(pages))
    return PrintedSheet(sheet.code, len(sheet.lines), len(pages))


def _pages(
    sheet: Sheet, heading: Heading, pictures: Sequence[Picture]
) -> list[list[SheetLine | None]]:
    """Give the lines of each page, and at the end some that are free."""
    left: list[SheetLine | None] = [*sheet.lines, *[None] * _FREE_ROWS]
    tops = (heading.height(pictures), heading.small_height)
    first, later = (int((_FOOT - 4 - top - _HEAD) // _ROW) for top in tops)
    pages = [left[:first]]
    left = left[first:]
    return [*pages, *(left[at : at + later] for at in range(0, len(left), later))]


class _Drawing:
    """Draws the rows of a list on the page in hand."""

    def __init__(self, paper: Paper, fields: Sequence[_Field]) -> None:
        self._paper = paper
        self._fields = fields

    def rows(self, top: float, lines: Sequence[SheetLine | None]) -> None:
        """Draw the titles and under them a row a line."""
        self._titles(top)
        for place, line in enumerate(lines):
            self._row(top + _HEAD + place * _ROW, line)
        bottom = top + _HEAD + len(lines) * _ROW
        for left, _field in self._places():
            self._paper.line(left, top, left, bottom, _LINE)
        self._paper.line(LEFT + WIDTH, top, LEFT + WIDTH, bottom, _LINE)

    def foot(self, code: str, number: int, of: int) -> None:
        """Write the code by which the numbers stay known, and which page this is."""
        shown = spaced_code(code)
        named = [in_language(_CODE, language).format(code=shown) for language in ("km", "en")]
        page = in_language(_PAGE, "km").format(
            n=khmer_digits(str(number)), of=khmer_digits(str(of))
        )
        english = in_language(_PAGE, "en").format(n=number, of=of)
        self._paper.text(LEFT, _FOOT + 4, named[0], TextStyle(9, 600, INK))
        self._paper.text(LEFT, _FOOT + 8, named[1], _LATIN)
        right = LEFT + WIDTH
        self._paper.text(right, _FOOT + 4, page, TextStyle(9, 400, INK), align="right")
        self._paper.text(right, _FOOT + 8, english, _LATIN, align="right")

    def _places(self) -> Iterator[tuple[float, _Field]]:
        left = LEFT
        for field in self._fields:
            yield left, field
            left += field.width

    def _titles(self, top: float) -> None:
        self._paper.rect(Box(LEFT, top, WIDTH, _HEAD), fill="#EFECE6", stroke=_LINE)
        for left, field in self._places():
            span = Span(left + _PAD, top + 4.2, field.width - 2 * _PAD, "center")
            khmer, english = (in_language(field.title, language) for language in ("km", "en"))
            as_large_as_fits(self._paper, span, khmer, TextStyle(8.5, 600, INK))
            as_large_as_fits(self._paper, replace(span, baseline=top + 7.8), english, _TINY)

    def _row(self, top: float, line: SheetLine | None) -> None:
        self._paper.line(LEFT, top + _ROW, LEFT + WIDTH, top + _ROW, _LINE)
        if line is None:
            return
        for left, field in self._places():
            span = Span(left + _PAD, top, field.width - 2 * _PAD)
            if field.name == "number":
                middle = replace(span, align="center")
                self._two(middle, khmer_digits(str(line.number)), str(line.number))
            elif line.participant is not None:
                self._cell(field.name, span, line.participant)

    def _cell(self, name: str, span: Span, one: Participant) -> None:
        if name == "name":
            first, second = one.name_km or one.name_en, one.name_en if one.name_km else ""
            self._two(span, first, second)
        elif name == "organisation":
            self._organisation(span, one)
        elif name == "sex" and one.sex in ("female", "male"):
            khmer, english = (in_language(WORDS[one.sex], language) for language in ("km", "en"))
            self._two(replace(span, align="center"), khmer, english, (_SMALL, _TINY))
        elif name == "phone":
            self._line(replace(span, baseline=span.baseline + 6.6), one.phone, _SMALL)

    def _organisation(self, span: Span, one: Participant) -> None:
        named = one.organisation_km or one.organisation_en
        has_position = any(field.name == "phone" for field in self._fields) and one.position
        if has_position:
            self._two(span, named, one.position, (_SMALL, _TINY))
        elif measure(named, _SMALL) <= span.width:
            self._line(replace(span, baseline=span.baseline + 6.6), named, _SMALL)
        else:
            column = Column(span.x, span.baseline + 0.8, span.width)
            self._paper.paragraph(column, named, TextStyle(7.5, 400, INK), max_lines=2)

    def _two(
        self,
        span: Span,
        first: str,
        second: str,
        styles: tuple[TextStyle, TextStyle] = (_KHMER, _LATIN),
    ) -> None:
        """Write one text above another; alone it stands in the middle."""
        upper, lower = styles
        down = 5.0 if second else 6.8
        self._line(replace(span, baseline=span.baseline + down), first, upper)
        if second:
            self._line(replace(span, baseline=span.baseline + 9.2), second, lower)

    def _line(self, span: Span, text: str, style: TextStyle) -> None:
        floor = _LEAST_BESIDE if style in (_SMALL, _TINY) else _LEAST
        as_large_as_fits(self._paper, span, text, style, floor)
