"""Attendance as one long list: one row a person and session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.facts import stood
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.standing import Standing
from bootcamp_app.features.reports.subjects import attendance_sheet
from bootcamp_app.features.reports.views import Report

if TYPE_CHECKING:
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    bootcamp = sources.bootcamp(choice)
    people = sources.people.list(bootcamp)
    sessions = sources.bootcamps.sessions(bootcamp)
    with sources.database.read() as reader:
        standing = Standing(people, sessions, stood(reader, sessions), sources.clock.now())
    sheet = attendance_sheet(standing, sources.teams.names(bootcamp.id))
    return Report("attendance", sheet.title, (sheet,))


ENTRY = ReportKind(
    "attendance",
    N_("Attendance"),
    N_("One row for each person and session that has begun: how they stand, when and why."),
    place=50,
    tables=_tables,
    left_out=N_("Leaves out names, positions, phones and reasons. Sex, sector and attendance "
                "stay."),
)  # fmt: skip
