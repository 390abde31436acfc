"""A list of people on A4 upright: a heading, columns in both scripts, and which page it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.reports.paper_heading import PaperHeading, title_of, told_of
from bootcamp_app.features.reports.sign_in_foot import GAP, SIGNERS, draw_signers
from bootcamp_app.printing.list_paper import (
    INK,
    PAD,
    ROW,
    RULED,
    SMALL,
    TINY,
    Field,
    Pair,
    Places,
    as_large_as_fits,
    foot_pair,
    in_both,
    number_in_both,
    page_of,
    stacked,
    wrapped,
)
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import A4, Paper, Span, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Progress

LEFT, WIDTH = 10.0, 190.0
NUMBER, NAME = "number", "name"
_HEAD, _BOTTOM, _FOOT = 9.5, 278.0, 284.0
_ON_LAST = 3
_FOOT_STYLE = TextStyle(8, 400, INK)
_MADE_ON = N_("Made on")
_PERSONAL = N_("With personal data. Hand it only to those who may see it.")


@dataclass(frozen=True)
class PlainList:
    """What is written: a row each, with two texts a column; numbers come by themselves."""

    heading: PaperHeading
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, Pair]]
    made_at: datetime
    logos: tuple[bytes, ...] = ()
    is_signed: bool = False
    """Whether somebody signs below it for the whole list."""
    is_personal: bool = False
    """Whether it names people, so that its foot says to whom it may be handed."""


def heading_of(sources: Sources, bootcamp: Bootcamp, title: str) -> PaperHeading:
    """Give what stands above a list of a bootcamp, whose title is a message."""
    told = told_of(bootcamp, sources.programmes.of(bootcamp))
    return PaperHeading(LEFT, WIDTH, title, told, title_of(bootcamp), columns=2)


def print_list(wanted: PlainList, target: Path, progress: Progress) -> int:
    """Write the list and give its pages."""
    heading = wanted.heading
    pictures = pictures_for(wanted.logos, [heading.logos])
    pages = list(_pages(wanted))
    title = in_language(heading.title, "en")
    with Paper(target, title=title, size=A4, made_at=wanted.made_at) as paper:
        for number, lines in enumerate(pages, 1):
            progress(number - 1, len(pages))
            paper.page()
            top = heading.draw(paper, pictures) if number == 1 else heading.draw_small(paper)
            bottom = _rows(paper, Places(wanted.fields, LEFT), top, lines)
            if wanted.is_signed and number == len(pages):
                draw_signers(paper, LEFT, WIDTH, bottom + GAP)
            _made(paper, wanted)
            foot_pair(paper, LEFT + WIDTH, _FOOT, page_of(number, len(pages)), "right")
        progress(len(pages), len(pages))
    return len(pages)


def _made(paper: Paper, wanted: PlainList) -> None:
    """Say at the foot when it was made, by which an old list is known, and what is in it."""
    day = wanted.made_at.date()
    notes = in_both(_PERSONAL) if wanted.is_personal else ("", "")
    made = zip(in_both(_MADE_ON), (in_khmer(day), in_english(day)), notes, strict=True)
    for down, (label, on, note), style in zip((0, 4), made, (_FOOT_STYLE, TINY), strict=True):
        text = " · ".join(filter(None, (f"{label} {on}", note)))
        as_large_as_fits(paper, Span(LEFT, _FOOT + down, WIDTH - 34), text, style)


def _pages(wanted: PlainList) -> Iterator[list[tuple[int, Mapping[str, Pair]]]]:
    """Give the lines of each page; who signs below stands on a page with some of them."""
    tops = (wanted.heading.height, PaperHeading.small_height)
    room, later = (int((_BOTTOM - top - _HEAD) // ROW) for top in tops)
    kept = -int(-(GAP + SIGNERS) // ROW) if wanted.is_signed else 0
    left = list(enumerate(wanted.rows, 1))
    while len(left) > room - kept:
        taken = min(room, max(len(left) - (_ON_LAST if kept else 1), 1))
        yield left[:taken]
        left, room = left[taken:], later
    yield left


def _rows(
    paper: Paper, places: Places, top: float, lines: Sequence[tuple[int, Mapping[str, Pair]]]
) -> float:
    places.titles(paper, top, _HEAD)
    for place, (number, texts) in enumerate(lines):
        row = top + _HEAD + place * ROW
        for left, field in places:
            span = Span(left + PAD, row, field.width - 2 * PAD)
            if field.name == NUMBER:
                stacked(paper, replace(span, align="center"), number_in_both(number))
            else:
                _cell(paper, field.name, span, texts.get(field.name, ("", "")))
        paper.line(LEFT, row + ROW, LEFT + places.width, row + ROW, RULED)
    bottom = top + _HEAD + len(lines) * ROW
    places.rules(paper, top + _HEAD, bottom)
    return bottom


def _cell(paper: Paper, name: str, span: Span, texts: Pair) -> None:
    first, second = texts
    if name == NAME:
        stacked(paper, span, texts)
    elif not second or measure(first, SMALL) > span.width * 1.2:
        wrapped(paper, span, first)
    else:
        stacked(paper, span, texts, (SMALL, TINY))
