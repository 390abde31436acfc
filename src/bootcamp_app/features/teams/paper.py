"""Teams on paper: a list a team for the wall, and signs for the tables; both scripts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.teams.views import NO_SHADE
from bootcamp_app.printing.list_paper import INK, MUTED, RULE, as_large_as_fits
from bootcamp_app.printing.paper import A4, A5, Box, Paper, Span, Stroke, TextStyle
from bootcamp_app.printing.tent import draw_sign_frame, draw_tent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team

    Progress = Callable[[int, int], None]

SIGNS = ("folded", "A5")
"""A4 to be folded into a tent that is read from both sides, or one side on A5."""
_LEFT, _WIDTH = 16.0, 178.0
_BAND, _TOP, _BOTTOM, _ROW = 10.0, 62.0, 278.0, 12.5
_MEMBERS = N_("Members: {n}")
_TEAM = N_("Team")
_LISTS, _SIGNS = N_("Team lists"), N_("Table signs")


@dataclass(frozen=True)
class Printing:
    """Which teams are wanted on paper, and when it is made; all of them where none is named."""

    bootcamp: Bootcamp
    roster: Roster
    made_at: datetime
    labels: Sequence[str] = ()

    @property
    def teams(self) -> list[Team]:
        """The teams that are wanted."""
        return [team for team in self.roster.teams if not self.labels or team.label in self.labels]


def print_lists(wanted: Printing, target: Path, progress: Progress) -> int:
    """Write the lists, each team on a page of its own, and give how many pages there are."""
    teams = wanted.teams
    title = in_language(_LISTS, "en")
    with Paper(target, title=title, size=A4, made_at=wanted.made_at) as paper:
        for done, team in enumerate(teams):
            progress(done, len(teams))
            people = wanted.roster.of(team)
            for first, part in _pages(people):
                paper.page()
                _head(paper, wanted.bootcamp, team, len(people))
                for at, mate in enumerate(part):
                    _row(paper, _TOP + at * _ROW, first + at + 1, mate)
        progress(len(teams), len(teams))
        return paper.pages


def print_signs(wanted: Printing, target: Path, how: str, progress: Progress) -> int:
    """Write the signs in one of the ways of `SIGNS`, and give how many pages there are."""
    teams = wanted.teams
    is_folded = how == "folded"
    size = A4.portrait if is_folded else A5.landscape
    title = in_language(_SIGNS, "en")
    with Paper(target, title=title, size=size, made_at=wanted.made_at) as paper:
        for done, team in enumerate(teams):
            progress(done, len(teams))
            paper.page()
            if not is_folded:
                _sign(paper, wanted.bootcamp, team, Box(0, 0, size.width, size.height))
                continue
            draw_tent(paper, partial(_sign, paper, wanted.bootcamp, team))
        progress(len(teams), len(teams))
        return paper.pages


def _pages(people: Sequence[Mate]) -> Iterator[tuple[int, Sequence[Mate]]]:
    rows = int((_BOTTOM - _TOP) // _ROW)
    for first in range(0, max(len(people), 1), rows):
        yield first, people[first : first + rows]


def _head(paper: Paper, bootcamp: Bootcamp, team: Team, people: int) -> None:
    paper.rect(Box(0, 0, A4.width, _BAND), fill=team.shade)
    khmer, english = _names(team)
    right = _LEFT + _WIDTH
    as_large_as_fits(paper, Span(_LEFT, 33, _WIDTH - 34), khmer, TextStyle(30, 700, INK), 14)
    if english:
        as_large_as_fits(paper, Span(_LEFT, 43, _WIDTH - 34), english, TextStyle(16, 500, MUTED), 9)
    counted = (
        in_language(_MEMBERS, "km").format(n=khmer_digits(str(people))),
        in_language(_MEMBERS, "en").format(n=people),
    )
    paper.text(right, 32, counted[0], TextStyle(12, 600, INK), align="right")
    paper.text(right, 38, counted[1], TextStyle(9, 400, MUTED), align="right")
    title = " · ".join(dict.fromkeys(filter(None, (bootcamp.title_km, bootcamp.title_en))))
    as_large_as_fits(paper, Span(_LEFT, 52, _WIDTH), title, TextStyle(10, 400, MUTED), 7)
    paper.line(_LEFT, _TOP - 5, right, _TOP - 5, Stroke(team.shade, 0.6))


def _row(paper: Paper, top: float, number: int, mate: Mate) -> None:
    paper.text(_LEFT, top + 5.2, khmer_digits(str(number)), TextStyle(12, 500, MUTED))
    name, home = _LEFT + 12, _LEFT + 102
    first, second = mate.name_km or mate.name_en, mate.name_en if mate.name_km else ""
    as_large_as_fits(paper, Span(name, top + 5.2, 86), first, TextStyle(13, 600, INK), 8)
    if second:
        as_large_as_fits(paper, Span(name, top + 9.8, 86), second, TextStyle(9, 400, MUTED), 6.5)
    homes = dict.fromkeys(filter(None, (mate.organisation_km, mate.organisation_en)))
    for at, text in enumerate(homes):
        style = TextStyle(9.5 if at == 0 else 8, 400, MUTED if at else INK)
        as_large_as_fits(paper, Span(home, top + 5.2 + at * 4.6, _WIDTH - 102), text, style, 6)
    paper.line(_LEFT, top + _ROW - 1.2, _LEFT + _WIDTH, top + _ROW - 1.2, Stroke(RULE, 0.2))


def _sign(paper: Paper, bootcamp: Bootcamp, team: Team, box: Box) -> None:
    draw_sign_frame(paper, box, team.shade, bootcamp.title_km or bootcamp.title_en)
    khmer, english = _names(team)
    middle, width = box.x + box.width / 2 + 4, box.width - 32
    left = middle - width / 2
    base = box.top + box.height * (0.52 if english else 0.6)
    above = " · ".join(in_language(_TEAM, language) for language in ("km", "en"))
    paper.text(middle, box.top + 20, above, TextStyle(14, 400, MUTED), align="center")
    as_large_as_fits(paper, Span(left, base, width, "center"), khmer, TextStyle(96, 700, INK), 24)
    if english:
        lower = Span(left, base + 34, width, "center")
        as_large_as_fits(paper, lower, english, TextStyle(48, 500, _ink_of(team)), 16)


def _names(team: Team) -> tuple[str, str]:
    """Give the name to be read first, and the one in the other script."""
    khmer = team.name_km or team.name_en or team.label
    return khmer, team.name_en if team.name_km else ""


def _ink_of(team: Team) -> str:
    return team.shade if team.shade != NO_SHADE else MUTED
