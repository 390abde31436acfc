"""The list of people: one row a person, with what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.facts import births
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.subjects import people_sheet
from bootcamp_app.features.reports.views import Report

if TYPE_CHECKING:
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    bootcamp = sources.bootcamp(choice)
    people = sources.people.list(bootcamp)
    teams = sources.teams.names(bootcamp.id)
    with sources.database.read() as reader:
        sheet = people_sheet(people, births(reader, bootcamp.id), teams)
    return Report("people", sheet.title, (sheet,))


ENTRY = ReportKind(
    "people",
    N_("People"),
    N_("One row for each person, with organisation, province, role, team and birth date."),
    place=60,
    tables=_tables,
    left_out=N_(
        "Leaves out names, positions, phones, e-mails, districts and birth dates. Sex, sector, "
        "province and status stay."
    ),
    icon="users",
)
