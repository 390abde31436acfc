"""The list to be signed, on A4: Khmer first and Latin below it, with numbers that stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.attendance.marking import spaced_code, with_free_rows
from bootcamp_app.features.attendance.signin_heading import LEFT, TITLE, WIDTH, Heading
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.printing.list_paper import (
    INK,
    LATIN,
    PAD,
    ROW,
    RULED,
    SMALL,
    TINY,
    Field,
    Places,
    foot_pair,
    in_both,
    names_of,
    number_in_both,
    page_of,
    stacked,
    wrapped,
)
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import A4, Paper, Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.attendance.marking import Sheet, SheetLine
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.printing.picture import Picture

    Progress = Callable[[int, int], None]

_HEAD, _FOOT = 9.0, 283.0
_FREE_ROWS = 4
"""Rows without a number, for who is on no list."""
_CODE = N_("List no. {code}")


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


_WHOLE = (
    Field("number", N_("No."), 11),
    Field("name", N_("Name"), 54),
    Field("sex", N_("Sex"), 12),
    Field("organisation", N_("Organisation and position"), 49),
    Field("phone", N_("Phone"), 25),
    Field("signature", N_("Signature"), 35),
)
_BARE = (
    Field("number", N_("No."), 11),
    Field("name", N_("Name"), 70),
    Field("organisation", N_("Organisation"), 60),
    Field("signature", N_("Signature"), 45),
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


def _pages(sheet: Sheet, heading: Heading, pictures: Sequence[Picture]) -> list[list[SheetLine]]:
    """Give the lines of each page, and at the end some that are free."""
    left = with_free_rows(sheet.lines, _FREE_ROWS)
    tops = (heading.height(pictures), heading.small_height)
    first, later = (int((_FOOT - 4 - top - _HEAD) // ROW) for top in tops)
    pages = [left[:first]]
    left = left[first:]
    return [*pages, *(left[at : at + later] for at in range(0, len(left), later))]


class _Drawing:
    """Draws the rows of a list on the page in hand."""

    def __init__(self, paper: Paper, fields: Sequence[Field]) -> None:
        self._paper = paper
        self._places = Places(fields, LEFT)
        self._has_position = any(field.name == "phone" for field in fields)

    def rows(self, top: float, lines: Sequence[SheetLine]) -> None:
        """Draw the titles and under them a row a line."""
        self._places.titles(self._paper, top, _HEAD)
        for place, line in enumerate(lines):
            self._row(top + _HEAD + place * ROW, line)
        self._places.rules(self._paper, top, top + _HEAD + len(lines) * ROW)

    def foot(self, code: str, number: int, of: int) -> None:
        """Write the code by which the numbers stay known, and which page this is."""
        shown = spaced_code(code)
        khmer, english = (text.format(code=shown) for text in in_both(_CODE))
        self._paper.text(LEFT, _FOOT + 4, khmer, TextStyle(9, 600, INK))
        self._paper.text(LEFT, _FOOT + 8, english, LATIN)
        foot_pair(self._paper, LEFT + WIDTH, _FOOT + 4, page_of(number, of), "right")

    def _row(self, top: float, line: SheetLine) -> None:
        self._paper.line(LEFT, top + ROW, LEFT + WIDTH, top + ROW, RULED)
        for left, field in self._places:
            span = Span(left + PAD, top, field.width - 2 * PAD)
            if field.name == "number":
                stacked(self._paper, replace(span, align="center"), number_in_both(line.number))
            elif line.participant is not None:
                self._cell(field.name, span, line.participant)

    def _cell(self, name: str, span: Span, one: Participant) -> None:
        if name == "name":
            stacked(self._paper, span, names_of(one.name_km, one.name_en))
        elif name == "organisation":
            named = one.organisation_km or one.organisation_en
            if self._has_position and one.position:
                stacked(self._paper, span, (named, one.position), (SMALL, TINY))
            else:
                wrapped(self._paper, span, named)
        elif name == "sex" and one.sex in ("female", "male"):
            middle = replace(span, align="center")
            stacked(self._paper, middle, in_both(WORDS[one.sex]), (SMALL, TINY))
        elif name == "phone":
            wrapped(self._paper, span, one.phone)
