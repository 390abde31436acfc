"""Signs for the tables: teams, or people by name, on sheets to be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.kind_views import ReportKind
from bootcamp_app.features.reports.made_on import today
from bootcamp_app.features.reports.views import Option

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress

_WHICH = Option(
    "which",
    N_("Signs for"),
    (("people", N_("People, by name")), ("teams", N_("Teams"))),
)


def _paper(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    draw = _of_people if _WHICH.of(choice) == "people" else _of_teams
    return draw(sources, choice, target, progress)


def _of_teams(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    # Printing is heavy to import, and not every sitting prints.
    from bootcamp_app.features.teams.paper import Printing, print_signs  # noqa: PLC0415

    bootcamp = sources.bootcamp(choice)
    roster = sources.teams.roster(bootcamp)
    if not roster.teams:
        raise Refusal("This bootcamp has no teams. Build them on the page of teams, then try "
                      "again.")  # fmt: skip
    made_at = today(sources.clock, bootcamp)
    return print_signs(Printing(bootcamp, roster, made_at), target, "folded", progress)


def _of_people(sources: Sources, choice: Choice, target: Path, progress: Progress) -> int:
    from bootcamp_app.features.reports.name_signs import (  # noqa: PLC0415 - as above
        NameSigns,
        print_name_signs,
    )

    if not choice.with_personal_data:
        raise Refusal("Signs with names hold names. Choose them with personal data, or signs for "
                      "teams.")  # fmt: skip
    bootcamp = sources.bootcamp(choice)
    people = [one for one in sources.people.list(bootcamp) if one.is_expected]
    if not people:
        raise Refusal("Nobody takes part in this bootcamp. Import a list or add people.")
    teams = sources.teams.names(bootcamp.id)
    meant = ((one, teams.team(one.team)) for one in people)
    shades = {one.participation_id: team.shade for one, team in meant if team}
    made_at = today(sources.clock, bootcamp)
    wanted = NameSigns(bootcamp, people, shades, made_at, sources.logos.pictures(bootcamp))
    return print_name_signs(wanted, target, progress)


ENTRY = ReportKind(
    "table-signs",
    N_("Table signs"),
    N_("A sheet of A4 each, to be folded and read from both sides: for teams, or for people."),
    place=100,
    paper=_paper,
    options=(_WHICH,),
    left_out=N_("Signs for teams name nobody; signs with names are not made."),
    icon="teams",
)
