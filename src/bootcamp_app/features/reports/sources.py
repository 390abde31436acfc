"""From what reports are made: the rooms before, and what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.marking import PaperLists
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.bootcamps.logos import Logos
    from bootcamp_app.features.bootcamps.programmes import Programmes
    from bootcamp_app.features.bootcamps.service import Bootcamps
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.canvases.note_lines import Noted
    from bootcamp_app.features.certificates.service import Certificates
    from bootcamp_app.features.people.service import People
    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.features.teams.service import Teams
    from bootcamp_app.storage.database import Database


@dataclass(frozen=True)
class Sources:
    """The services that reports ask."""

    database: Database
    clock: Clock
    bootcamps: Bootcamps
    people: People
    attendance: Attendance
    paper_lists: PaperLists
    certificates: Certificates
    teams: Teams
    logos: Logos
    programmes: Programmes
    noted: Callable[[Bootcamp, bool], Sequence[Noted]]

    def bootcamp(self, choice: Choice) -> Bootcamp:
        """Give the one bootcamp that was chosen, or the newest."""
        return self.bootcamps.find(choice.bootcamps[0] if choice.bootcamps else None)

    def sessions(self, choice: Choice) -> list[Session]:
        """Give the chosen sessions of that bootcamp, or all of them, in the order of time."""
        known = self.bootcamps.sessions(self.bootcamp(choice))
        if not known:
            raise Refusal("This bootcamp has no sessions. Add one in its agenda, then try again.")
        return [one for one in known if not choice.sessions or one.id in choice.sessions]
