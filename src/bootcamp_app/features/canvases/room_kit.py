"""What a room needs, printed from the agenda: for each session its canvases for every team."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.corner_codes import number_of_template
from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.kit_parts import MOST_COPIES, KitPart
from bootcamp_app.features.canvases.views import Board, BoardContents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.bootcamps.service import Bootcamps
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.canvases.catalogue import Catalogue
    from bootcamp_app.features.canvases.kit_parts import KitWish
    from bootcamp_app.features.canvases.sheets import Drawn
    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.features.teams.service import Teams
    from bootcamp_app.features.teams.views import Team

    Step = Callable[[int, int], object]

_MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)


class RoomKits:
    """Room kits of every bootcamp."""

    def __init__(self, bootcamps: Bootcamps, teams: Teams, templates: Catalogue) -> None:
        self._bootcamps = bootcamps
        self._teams = teams
        self._templates = templates

    def parts(self, bootcamp: Bootcamp, wish: KitWish) -> list[KitPart]:
        """Give what a kit holds, in the order of the agenda; raises a Refusal where it is empty."""
        teams = self._teams.all(bootcamp)
        found = [
            KitPart(one, tuple(templates), _names(one, teams, wish.copies))
            for one in self._bootcamps.sessions(bootcamp)
            if wish.session in ("", one.id)
            if wish.day in (None, one.starts_at.date())
            if (templates := self._templates.named(one.canvases))
        ]
        if not found:
            raise Refusal(
                "No session here names a canvas. Open a session in the agenda and choose the "
                "canvases that teams work on, then print again."
            )
        return found

    def print(self, bootcamp: Bootcamp, wish: KitWish, target: Path, step: Step) -> int:
        """Write a kit as one PDF and give its pages; what `step` raises leaves no file."""
        from bootcamp_app.features.canvases.drawing import draw_pages  # noqa: PLC0415 - heavy
        from bootcamp_app.features.canvases.kit_cover import draw_cover  # noqa: PLC0415 - heavy
        from bootcamp_app.printing.paper import A4, Paper  # noqa: PLC0415 - heavy

        if not 1 <= wish.copies <= MOST_COPIES:
            raise Refusal(
                "A kit holds 1 to {most} copies of each canvas. Correct the number.",
                most=MOST_COPIES,
            )
        parts = self.parts(bootcamp, wish)
        whole, done = sum(part.sheets for part in parts), 0
        with Paper(target, title=bootcamp.title, size=A4, made_at=_MADE_AT) as paper:
            for part in parts:
                draw_cover(paper, bootcamp, part, wish)
                for team in part.teams:
                    for template in part.templates:
                        step(done, whole)
                        drawn = _blank(template, team, wish.size)
                        draw_pages(paper, drawn, wish.size, wish.tile, _within(step, done, whole))
                        done += 1
            pages = paper.pages
            # Whoever stops the work at the last moment gets no file either.
            step(whole, whole)
        return pages


def _within(step: Step, done: int, whole: int) -> Step:
    """Give how a canvas of many sheets is stopped; the bar moves with whole canvases."""
    return lambda _part, _of: step(done, whole)


def _names(session: Session, teams: Sequence[Team], copies: int) -> tuple[str, ...]:
    """Give for whom a session's canvases are: its team, every team, or so many without a name."""
    kind, _, name = session.expects.partition(":")
    if kind == "team":
        return tuple(str(one) for one in teams if one.label == name) or (name,)
    return tuple(map(str, teams)) or ("",) * copies


def _blank(template: Template, team: str, size: str) -> Drawn:
    """Give a blank template to draw, with the name of a team on it."""
    from bootcamp_app.features.canvases.sheets import Drawn, of_board  # noqa: PLC0415 - heavy

    if not team:
        return Drawn(template)
    number = number_of_template(template.id)
    board = Board("", "", number, template, team, "", "", size, _MADE_AT)
    return of_board(Handed(BoardContents(board, ()), team=team))
