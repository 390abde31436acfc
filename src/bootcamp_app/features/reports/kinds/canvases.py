"""The notes of all boards as one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.canvases_sheet import canvases_sheet
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.views import Report

if TYPE_CHECKING:
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    noted = sources.noted(sources.bootcamp(choice), choice.with_personal_data)
    sheet = canvases_sheet(noted)
    return Report("canvases", sheet.title, (sheet,))


ENTRY = ReportKind(
    "canvases",
    N_("Notes of the boards"),
    N_("One row for each note of every board, with its zone, side and votes."),
    place=70,
    tables=_tables,
    left_out=N_("Leaves out who wrote a note. Read the notes before you hand them on: what was "
                "written in one stays, names as well."),
    icon="canvas",
)  # fmt: skip
