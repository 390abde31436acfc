"""The page that both owners sign: one A4 page a solution, Khmer first and English below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.canvases.owner_shown import both, owner_shown
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.rows_of_text import (
    INK,
    MUTED,
    RULE,
    draw_rows,
    gap,
    height_of,
    text_rows,
)
from bootcamp_app.features.canvases.solution_rows import (
    body_rows,
    in_both,
    title_rows,
)
from bootcamp_app.features.canvases.views import SIDE_COLOURS, Words
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.printing.logo_row import draw_logos, pictures_for
from bootcamp_app.printing.paper import A4, Box, Paper, Stroke, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.readiness import Owner
    from bootcamp_app.features.canvases.rows_of_text import Row
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.printing.picture import Picture

TITLE = N_("Agreement on a solution")
SIGNATURE, DATE = N_("Signature"), N_("Date")
BOARD = N_("Board")
LEFT, WIDTH, BOTTOM = 18.0, 174.0, 283.0
_LARGEST, _FLOOR, _STEP = 11.0, 5.5, 0.5
_SIGNING = 52.0
"""The height of what is signed, at the foot of the page."""
_LOGOS = Box(LEFT, 10, WIDTH, 14, "center")


class SignOff:
    """What stands on every page of one printing."""

    def __init__(
        self,
        bootcamp: Bootcamp,
        owners: Mapping[str, Owner],
        *,
        numbers: Mapping[str, str],
        teams: Mapping[str, Words],
        logos: Sequence[bytes] = (),
    ) -> None:
        self.bootcamp = bootcamp
        self.owners = owners
        self.numbers = numbers
        """The number of each board, by its id."""
        self.teams = teams
        """What each team is called in both languages, by its label."""
        self._logos = logos

    def print(
        self,
        solutions: Sequence[Solution],
        target: Path,
        made_at: datetime,
        step: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> int:
        """Write a page for each solution and give how many there are."""
        if not solutions:
            raise Refusal("There is no solution to sign. Write one first.")
        pictures = pictures_for(self._logos, [_LOGOS])
        with Paper(target, title=TITLE, size=A4.portrait, made_at=made_at) as paper:
            for number, one in enumerate(solutions):
                step(number, len(solutions))
                paper.page()
                self._page(paper, one, pictures)
            step(len(solutions), len(solutions))
            return paper.pages

    def _page(self, paper: Paper, solution: Solution, pictures: Sequence[Picture]) -> None:
        if pictures:
            paper.stamp("logos", lambda inner: draw_logos(inner, pictures, _LOGOS))
        top = 28.0 if pictures else 14.0
        paper.text(LEFT, top + 5, in_language(TITLE, "km"), TextStyle(13, 700, INK))
        paper.text(LEFT, top + 10.5, TITLE, TextStyle(9, 400, MUTED))
        right = LEFT + WIDTH
        for down, text in zip((5, 10.5), self._place(solution), strict=True):
            style = TextStyle(9 if down == 5 else 8, 600 if down == 5 else 400, MUTED)
            paper.text(right, top + down, text, style, align="right")
        paper.line(LEFT, top + 14, right, top + 14, Stroke(RULE, 0.3))
        begin, end = top + 17, BOTTOM - _SIGNING - 4
        draw_rows(paper, self._rows(solution, end - begin), LEFT, begin)
        self._signing(paper, solution)

    def _rows(self, solution: Solution, room: float) -> list[Row]:
        size = _LARGEST
        while size >= _FLOOR:
            head = title_rows(solution, WIDTH, size * 1.6)
            rows = [*head, *self._about(size), *body_rows(solution, WIDTH, size)]
            if height_of(rows) <= room:
                return rows
            size -= _STEP
        raise Refusal(
            "“{title}” is too long for one page. Shorten its texts or its commitments.",
            title=solution.title,
        )

    def _about(self, size: float) -> list[Row]:
        camp = self.bootcamp
        days = both(
            in_khmer(camp.starts_on, camp.ends_on), in_english(camp.starts_on, camp.ends_on)
        )
        text = both(camp.title_km, camp.title_en)
        style = TextStyle(size * 0.82, 400, MUTED)
        return [
            *text_rows(text, style, WIDTH),
            *text_rows(days, style, WIDTH),
            gap(size * 0.3),
        ]

    def _place(self, solution: Solution) -> tuple[str, str]:
        """Give team and board in Khmer, and in English."""
        number = self.numbers.get(solution.board_id, "")
        team = self.teams.get(solution.team, Words("", ""))
        board = {
            language: f"{in_language(BOARD, language)} {number}" if number else ""
            for language in ("km", "en")
        }
        return (
            " · ".join(filter(None, (team.km, board["km"]))),
            " · ".join(filter(None, (team.en, board["en"]))),
        )

    def _signing(self, paper: Paper, solution: Solution) -> None:
        width = (WIDTH - 8) / 2
        for at, side in enumerate(OWNER_SIDES):
            left, top = LEFT + at * (width + 8), BOTTOM - _SIGNING
            owner = owner_shown(solution, side, self.owners, with_names=True)
            paper.rect(Box(left, top, width, _SIGNING), stroke=Stroke(RULE, 0.3), radius=1.5)
            paper.rect(Box(left, top, width, 1.2), fill=SIDE_COLOURS[side])
            inner = width - 8
            rows = _fitting_owner(
                [
                    (in_both(SIDE_WORDS[side]), 9, 700, SIDE_COLOURS[side]),
                    (owner.name, 11, 700, INK),
                    (owner.office, 9, 400, MUTED),
                ],
                inner,
            )
            draw_rows(paper, rows, left + 4, top + 3)
            self._line(paper, SIGNATURE, left + 4, top + 40, inner * 0.58)
            self._line(paper, DATE, left + 4 + inner * 0.64, top + 40, inner * 0.36)

    def _line(self, paper: Paper, message: str, left: float, top: float, width: float) -> None:
        paper.line(left, top, left + width, top, Stroke(INK, 0.25))
        paper.text(left, top + 4.4, in_language(message, "km"), TextStyle(8, 600, INK))
        paper.text(left, top + 8.4, message, TextStyle(7, 400, MUTED))


def _fitting_owner(lines: Sequence[tuple[str, float, int, str]], width: float) -> list[Row]:
    """Give who signs, made smaller until there is room above the line."""
    for share in (1.0, 0.85, 0.7, 0.55, 0.45):
        rows = [
            row
            for text, size, weight, colour in lines
            if text
            for row in text_rows(text, TextStyle(size * share, weight, colour), width)
        ]
        if height_of(rows) <= _SIGNING - 24:
            return rows
    return rows
