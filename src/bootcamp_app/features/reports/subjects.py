"""What can be exported as a list: attendance and people of one bootcamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.reports.columns import HOW, WHO, columns, stood_values, values
from bootcamp_app.features.reports.views import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.standing import Standing
    from bootcamp_app.features.reports.views import Cell
    from bootcamp_app.features.teams.views import TeamNames

_MORE = ("district", "email", "birth_year", "birth_date")
"""What only the file of people says besides."""
_NAMES = 3
"""The first columns, which say who it is."""


def people_sheet(
    people: Sequence[Participant], births: Mapping[str, date | None], teams: TeamNames
) -> Sheet:
    """Give one row a person; the dates of birth by the id of the person."""
    rows = (
        (*values(one), one.district, one.email, one.birth_year, births.get(one.person_id))
        for one in people
    )
    described = columns((*WHO, *_MORE), teams)
    return Sheet(_("People"), described, rows, len(people), "people", _NAMES)


def attendance_sheet(standing: Standing, teams: TeamNames) -> Sheet:
    """Give one row a person and session that has begun and counts them, as the figures do.

    Who stands to it somehow has a row in any case.
    """
    described = columns((*WHO, "session", "day", *HOW), teams)
    expected = sum(tally.total() for tally in standing.tallies)
    rows = _attended(standing)
    return Sheet(_("Attendance"), described, rows, expected, "attendance", _NAMES)


def _attended(standing: Standing) -> Iterator[tuple[Cell, ...]]:
    named = [(one.title, one.starts_at.date()) for one in standing.sessions]
    for one in standing.people:
        who = values(one)
        for session, found in zip(named, standing.row(one), strict=True):
            if found:
                yield (*who, *session, *stood_values(found))
