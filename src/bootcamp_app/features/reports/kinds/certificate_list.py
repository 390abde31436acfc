"""The list of certificates that were given out, to be signed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.views import Report

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    # Printing is heavy to import, and not every sitting prints.
    from bootcamp_app.features.reports.certificate_list import (  # noqa: PLC0415
        print_certificate_list,
    )

    bootcamp = sources.bootcamp(choice)
    with_names = choice.with_personal_data
    return print_certificate_list(sources, bootcamp, target, progress, with_names=with_names)


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    from bootcamp_app.features.reports.certificate_list import (  # noqa: PLC0415 - as above
        certificate_sheet,
    )

    issued = sources.certificates.issued(sources.bootcamp(choice))
    sheet = certificate_sheet(issued)
    return Report("certificate-list", sheet.title, (sheet,))


ENTRY = ReportKind(
    "certificate-list",
    N_("List of certificates"),
    N_("The certificates that hold, with serial number, names and a box to sign for receipt."),
    place=80,
    tables=_tables,
    paper=_paper,
    left_out=N_("Leaves out the names. Serial numbers, organisations and dates stay."),
    icon="certificate",
    is_paper_first=True,
)
