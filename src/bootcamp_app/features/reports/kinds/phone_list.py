"""The phone list of a bootcamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.views import Option, Report

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress

_ORDER = Option("order", N_("Order"), (("name", N_("By name")), ("team", N_("By team"))))


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    # Printing is heavy to import, and not every sitting prints.
    from bootcamp_app.features.reports.phone_list import (  # noqa: PLC0415
        listed,
        print_phone_list,
    )

    people = listed(sources, choice, _ORDER.of(choice))
    return print_phone_list(sources, sources.bootcamp(choice), people, target, progress)


def _tables(sources: Sources, choice: Choice, progress: Progress) -> Report:  # noqa: ARG001
    from bootcamp_app.features.reports.phone_list import (  # noqa: PLC0415 - as above
        listed,
        phone_sheet,
    )

    people = listed(sources, choice, _ORDER.of(choice))
    sheet = phone_sheet(people, sources.teams.names(sources.bootcamp(choice).id))
    return Report("phone-list", sheet.title, (sheet,))


ENTRY = ReportKind(
    "phone-list",
    N_("Phone list"),
    N_("Whom to call: names, organisation, province, team and phone number of all who may come."),
    place=90,
    tables=_tables,
    paper=_paper,
    options=(_ORDER,),
    left_out=N_("Without personal data nothing is left of this list, so it is not made."),
    icon="phone",
    is_paper_first=True,
    always_names=("tables", "paper"),
)
