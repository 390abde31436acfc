"""What a room kit is made from: what was wished, and what each session needs of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.canvases.views import Template

MOST_COPIES = 60
PENS_A_TEAM = 6


@dataclass(frozen=True)
class KitWish:
    """What of the agenda is printed, and how."""

    day: date | None = None
    session: str = ""
    """The id of one session; all where empty."""
    size: str = "A1"
    tile: str | None = None
    copies: int = 1
    """How many of each canvas, where there are no teams."""


@dataclass(frozen=True)
class KitPart:
    """One session with its canvases, and for whom each of them is printed."""

    session: Session
    templates: tuple[Template, ...]
    teams: tuple[str, ...]
    """What each team is called; an empty name leaves room to write one."""

    @property
    def sheets(self) -> int:
        """How many canvases there are in all."""
        return len(self.templates) * len(self.teams)

    @property
    def notes(self) -> int:
        """About how many sticky notes a team uses up."""
        from bootcamp_app.features.canvases.capacity import notes_needed  # noqa: PLC0415 - heavy

        return sum(notes_needed(one) for one in self.templates)

    @property
    def minutes(self) -> int:
        """How long its canvases take together."""
        return sum(one.minutes for one in self.templates)
