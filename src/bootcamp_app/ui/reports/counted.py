"""Attendance in figures, read for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.bootcamps.places import province_code, province_name, provinces
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.ui.days import day_of_year, days_in_words

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session


@dataclass(frozen=True)
class Counted:
    """One session and its people."""

    session: Session
    counts: Counts
    has_opened: bool = True
    """Before its door opens, nobody is absent yet."""

    @property
    def day(self) -> str:
        """Its day as people write it."""
        return days_in_words(self.session.starts_at.date())

    @property
    def short_day(self) -> str:
        """Its day without the year."""
        return day_of_year(self.session.starts_at.date())


def read_counted(app: App, bootcamp: Bootcamp) -> list[Counted]:
    """Count every session of a bootcamp, in the order of time."""
    provinces()  # read from its file here, so that no name of a province waits for it later
    return [
        Counted(
            session,
            app.attendance.counts(bootcamp, session),
            has_opened=session.opens_at <= app.clock.now(),
        )
        for session in app.bootcamps.sessions(bootcamp)
    ]


def latest_attended(counted: list[Counted]) -> Counted | None:
    """Give the last session that somebody attended, or else the first one."""
    attended = [one for one in counted if one.counts.present]
    return attended[-1] if attended else next(iter(counted), None)


def in_group(group: str, value: str) -> str:
    """Give a value of `Counts.by` in the language in use."""
    if value in WORDS:
        return _(WORDS[value])
    return province_name(province_code(value) or value) if group == "province" else value
