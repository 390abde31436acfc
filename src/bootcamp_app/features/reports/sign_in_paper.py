"""The sign-in sheets of days on paper: A4 across, both scripts, as donors want them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.attendance.marking import with_free_rows
from bootcamp_app.features.reports.paper_heading import (
    PaperHeading,
    Told,
    cell_of,
    draw_told,
    joined,
    title_of,
    told_of,
)
from bootcamp_app.features.reports.sign_in_foot import (
    GAP,
    Totals,
    counted,
    draw_signers,
    draw_totals,
)
from bootcamp_app.features.reports.sign_in_table import (
    HEAD,
    LEFT,
    ROW,
    WIDTH,
    SheetColumns,
    SignInTable,
)
from bootcamp_app.printing.list_paper import (
    INK,
    MUTED,
    Pair,
    as_large_as_fits,
    foot_pair,
    in_both,
    names_of,
    page_of,
)
from bootcamp_app.printing.logo_row import pictures_for
from bootcamp_app.printing.paper import A4, HAIRLINE, Paper, Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bootcamp_app.features.attendance.marking import SheetLine
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.reports.sign_in_days import DayList, Signed, SignIn
    from bootcamp_app.features.reports.views import Progress
    from bootcamp_app.printing.picture import Picture

_TO_SIGN, _STOOD = N_("Sign-in sheet"), N_("Attendance list")
_BOTTOM, _FOOT = 193.0, 199.5
_SESSIONS_HIGH = 18.0
_COLUMNS = 4
_ON_LAST = 3
"""So many rows stand at least above the signatures that close a list."""
_PART = N_("Sheet {n} of {of}")
_TRAINER = N_("Trainer")
_SESSION = N_("Session {n}")
_HOURS = N_("{n} h")
_LATER = N_(
    "To enter it later: Attendance, “Mark from paper…”, the list no. above a column and the "
    "numbers of the rows that are signed in it."
)


@dataclass(frozen=True)
class SignInWish:
    """How the sheets are wanted."""

    free_rows: int = 10
    has_contacts: bool = True
    """Age and phone."""
    has_position: bool = True
    logos: tuple[bytes, ...] = ()


class _Page(NamedTuple):
    day: DayList
    part: int
    lines: Sequence[SheetLine]
    is_first: bool
    is_last: bool


def print_sign_in(told: SignIn, wish: SignInWish, target: Path, progress: Progress) -> int:
    """Write the sheets of all days and give their pages; the same lists, the same bytes."""
    sheet = _Sheet(told, wish)
    pages = [list(sheet.pages(day)) for day in told.days]
    of = sum(map(len, pages))
    title = in_language(sheet.title, "en")
    with Paper(target, title=title, size=A4.landscape, made_at=told.made_at) as paper:
        for of_day in pages:
            for number, page in enumerate(of_day, 1):
                progress(paper.pages, of)
                paper.page()
                sheet.draw(paper, page)
                _foot(paper, page, (number, len(of_day)))
        progress(of, of)
    return of


class _Sheet:
    """Lays out the pages of days and draws each of them."""

    def __init__(self, told: SignIn, wish: SignInWish) -> None:
        self._told = told
        self._wish = wish
        self.title = _STOOD if told.is_filled else _TO_SIGN
        boxes = [self._heading(day, 0).logos for day in told.days[:1]]
        self._pictures: list[Picture] = pictures_for(wish.logos, boxes) if boxes else []

    def pages(self, day: DayList) -> Iterator[_Page]:
        """Give the pages of all sheets of a day."""
        closing = self._totals(day, 0).height
        tops = (self._heading(day, 0).height + _SESSIONS_HIGH, PaperHeading.small_height)
        for part in range(len(day.parts)):
            lines = with_free_rows(day.lines, self._wish.free_rows)
            pages = list(_shared_out(lines, tops, closing))
            for at, some in enumerate(pages):
                yield _Page(day, part, some, at == 0, at == len(pages) - 1)

    def draw(self, paper: Paper, page: _Page) -> None:
        """Draw a page but for its foot."""
        signed = page.day.parts[page.part]
        columns = SheetColumns(signed, self._wish.has_contacts, self._wish.has_position)
        heading = self._heading(page.day, page.part)
        if page.is_first:
            top = heading.draw(paper, self._pictures)
            top = _sessions(paper, signed, top)
        else:
            top = heading.draw_small(paper)
        bottom = SignInTable(paper, self._told, columns).draw(top, page.lines)
        if page.is_last:
            boxes = columns.boxes
            totals = self._totals(page.day, page.part)
            numbers = [one.number for one in columns.signed]
            draw_totals(paper, bottom + GAP, totals, boxes, numbers)
            draw_signers(paper, LEFT, boxes[0].x - 60 - LEFT, bottom + GAP)

    def _heading(self, day: DayList, part: int) -> PaperHeading:
        bootcamp, on = self._told.bootcamp, (in_khmer(day.day), in_english(day.day))
        told = told_of(bootcamp, self._told.programme, Told(N_("Date"), on))
        short = [title_of(bootcamp), on]
        if len(day.parts) > 1:
            which = _numbered(_PART, part + 1, len(day.parts))
            told.append(Told(N_("Sheet"), which))
            short.append(which)
        return PaperHeading(LEFT, WIDTH, self.title, told, joined(*short), _columns(len(told)))

    def _totals(self, day: DayList, part: int) -> Totals:
        people, signed = day.people, day.parts[part]
        if not self._told.is_filled:
            return Totals(counted(people))
        there = [
            [one for one in people if self._was_there(column.session, one.participation_id)]
            for column in signed
        ]
        return Totals(counted(people), [counted(one) for one in there])

    def _was_there(self, session: Session, participation_id: str) -> bool:
        presence = self._told.presences.get((session.id, participation_id))
        return presence is not None and presence.is_present


def _columns(told: int) -> int:
    return 3 if told in (3, 5, 6) else _COLUMNS


def _shared_out(
    lines: Sequence[SheetLine], tops: tuple[float, float], closing: float
) -> Iterator[Sequence[SheetLine]]:
    """Give the lines of each page, so that what closes the list stands below some of them."""
    first, later = (int((_BOTTOM - top - HEAD) // ROW) for top in tops)
    kept = int(-(-closing // ROW))
    left, room = list(lines), first
    while len(left) > room - kept:
        taken = min(room, max(len(left) - _ON_LAST, 1))
        yield left[:taken]
        left, room = left[taken:], later
    yield left


def _sessions(paper: Paper, signed: Sequence[Signed], top: float) -> float:
    """Write which session each column is, with its hours and who leads it."""
    paper.line(LEFT, top - 1, LEFT + WIDTH, top - 1, HAIRLINE)
    for place, one in enumerate(signed):
        cell = cell_of(LEFT, WIDTH, max(len(signed), 3), place)
        session = one.session
        label = Told(N_("Session"), names_of(session.title_km, session.title_en))
        draw_told(paper, cell, top + 0.4, label, _session_label(one))
        if session.facilitator:
            trainer = f"{'  '.join(in_both(_TRAINER))} · {session.facilitator}"
            line = Span(cell.x, top + 14.8, cell.width)
            as_large_as_fits(paper, line, trainer, TextStyle(7.5, 400, INK))
    return top + _SESSIONS_HIGH


def _session_label(one: Signed) -> str:
    session = one.session
    hours = f"{session.starts_at:%H:%M}–{session.ends_at:%H:%M}"
    khmer, english = _numbered(_SESSION, one.number)
    lasting = _numbered(_HOURS, f"{session.hours:g}")
    return f"{khmer}  {english} · {khmer_digits(hours)}  {hours} · {lasting[0]}  {lasting[1]}"


def _numbered(message: str, n: object, of: object = "") -> Pair:
    khmer, english = in_both(message)
    return (
        khmer.format(n=khmer_digits(str(n)), of=khmer_digits(str(of))),
        english.format(n=n, of=of),
    )


def _foot(paper: Paper, page: _Page, place: tuple[int, int]) -> None:
    if any(column.code for column in page.day.columns):
        khmer, english = in_both(_LATER)
        span = Span(LEFT, _FOOT, WIDTH - 40)
        as_large_as_fits(paper, span, khmer, TextStyle(7.5, 400, MUTED))
        lower = Span(LEFT, _FOOT + 4, WIDTH - 40)
        as_large_as_fits(paper, lower, english, TextStyle(7, 400, MUTED))
    foot_pair(paper, LEFT + WIDTH, _FOOT, page_of(*place), "right")
