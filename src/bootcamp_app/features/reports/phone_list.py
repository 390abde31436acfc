"""The phone list: whom to call, from which organisation, province and team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_in_english,
    province_in_khmer,
)
from bootcamp_app.features.reports.made_on import today
from bootcamp_app.features.reports.plain_list import (
    NAME,
    NUMBER,
    PlainList,
    heading_of,
    print_list,
)
from bootcamp_app.features.reports.sign_in_sheets import place_in_words
from bootcamp_app.features.reports.views import Column, Sheet
from bootcamp_app.printing.list_paper import Field, names_of

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress
    from bootcamp_app.features.teams.views import TeamNames
    from bootcamp_app.printing.list_paper import Pair

TITLE = N_("Phone list")
_FIELDS = (
    Field(NUMBER, N_("No."), 11),
    Field(NAME, N_("Name"), 52),
    Field("organisation", N_("Organisation"), 47),
    Field("province", N_("Province"), 26),
    Field("team", N_("Team"), 23),
    Field("phone", N_("Phone"), 31),
)


def listed(sources: Sources, choice: Choice, order: str) -> list[Participant]:
    """Give those who may come, by name or by team; a Refusal says that nothing would be left."""
    if not choice.with_personal_data:
        raise Refusal("Without names and phone numbers nothing is left of a phone list. Choose it "
                      "with personal data.")  # fmt: skip
    bootcamp = sources.bootcamp(choice)
    people = [one for one in sources.people.list(bootcamp) if one.is_expected]
    if order == "team":
        names = sources.teams.names(bootcamp.id)
        places = {team.label: place for place, team in enumerate(names.teams)}
        people.sort(key=lambda one: places.get(names.label(one.team), len(places)))
    return people


def phone_sheet(people: list[Participant], teams: TeamNames) -> Sheet:
    """Give one row a person."""
    columns = (
        Column("name_km", _("Name in Khmer"), is_personal=True),
        Column("name_en", _("Name in Latin letters"), is_personal=True),
        Column("organisation", _("Organisation")),
        Column("province", _("Province"), say=place_in_words),
        Column("team", _("Team")),
        Column("phone", _("Phone"), is_personal=True, kind="phone"),
    )
    rows = (
        (one.name_km, one.name_en, one.organisation, one.province, teams.name(one.team), one.phone)
        for one in people
    )
    return Sheet(_(TITLE), columns, rows, len(people), "phones")


def print_phone_list(
    sources: Sources,
    bootcamp: Bootcamp,
    people: list[Participant],
    target: Path,
    progress: Progress,
) -> int:
    """Write the list and give its pages."""
    teams = sources.teams.names(bootcamp.id)
    heading = heading_of(sources, bootcamp, TITLE)
    rows = [_row(one, teams) for one in people]
    made_at = today(sources.clock, bootcamp)
    wanted = PlainList(heading, _FIELDS, rows, made_at, sources.logos.pictures(bootcamp),
                       is_personal=True)  # fmt: skip
    return print_list(wanted, target, progress)


def _row(one: Participant, teams: TeamNames) -> dict[str, Pair]:
    place, team = province_code(one.province), teams.team(one.team)
    return {
        NAME: names_of(one.name_km, one.name_en),
        "organisation": names_of(one.organisation_km, one.organisation_en),
        "province": (province_in_khmer(place), province_in_english(place))
        if place
        else (one.province, ""),
        "team": names_of(team.name_km, team.name_en or team.label) if team else (one.team, ""),
        "phone": (one.phone, ""),
    }
