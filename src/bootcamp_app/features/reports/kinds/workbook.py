"""The attendance of a bootcamp as a workbook: cover, people × sessions, totals, each session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.reports.earned import earned
from bootcamp_app.features.reports.facts import stood
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.matrix import matrix_sheet
from bootcamp_app.features.reports.session_sheets import session_sheets
from bootcamp_app.features.reports.session_totals import SessionTotals
from bootcamp_app.features.reports.standing import Standing
from bootcamp_app.features.reports.views import Fact, Report

if TYPE_CHECKING:
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:
    from bootcamp_app.features.reports import workbook_cover  # noqa: PLC0415 - heavy: Babel

    bootcamp = sources.bootcamp(choice)
    sessions = sources.sessions(choice)
    people = sources.people.list(bootcamp)
    with sources.database.read() as reader:
        standing = Standing(people, sessions, stood(reader, sessions), sources.clock.now())
    by_person = earned(sources.certificates, bootcamp, standing, progress)
    teams = sources.teams.names(bootcamp.id)
    personal = choice.with_personal_data
    matrix = matrix_sheet(standing, teams, by_person, with_personal_data=personal)
    totals = SessionTotals(standing)
    all_sessions = sources.bootcamps.sessions(bootcamp)
    rule = sources.certificates.rule_in_words(bootcamp)
    made = sources.clock.now().astimezone(bootcamp.zone)
    return Report(
        "attendance-workbook",
        _("Attendance: {bootcamp}").format(bootcamp=bootcamp.title),
        (matrix, totals.sheet(), *session_sheets(standing, teams)),
        facts=(
            *workbook_cover.about(bootcamp, sources.programmes.of(bootcamp), rule),
            *workbook_cover.unrecorded(sources.certificates.unrecorded_in_words(bootcamp)),
            *workbook_cover.figures(standing, all_sessions, by_person.values()),
            Fact("made_at", _("Made on"), made.replace(second=0, microsecond=0)),
        ),
        charts=totals.charts(),
        notes=workbook_cover.notes(),
        logos=sources.logos.pictures(bootcamp),
    )


ENTRY = ReportKind(
    "workbook",
    N_("Attendance workbook"),
    N_("A cover with the figures, people × sessions with hours and certificates, totals of each "
       "session, and a sheet for each session."),
    place=10,
    scope="sessions",
    tables=_tables,
    left_out=N_("Leaves out names, positions, phones and reasons. Sex, sector and attendance "
                "stay."),
)  # fmt: skip
