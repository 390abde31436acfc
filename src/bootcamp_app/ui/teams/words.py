"""How teams and their balance are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.teams.measuring import Share
    from bootcamp_app.features.teams.roster import Roster

SIDE_ROLES = {"government": "info", "civil_society": "accent", "resident": "warning"}
"""In which colour of the theme each side is shown."""
SIDE_ICONS = {"government": "building", "civil_society": "users", "resident": "user"}
"""The shape that says the same without colours."""
SHOWN = {"side": N_("By side"), "sex": N_("Sexes"), "province": N_("Provinces")}
"""What of a balance is shown, and over which words."""
_LEFT_OUT = ("", "not_stated")


def value_in_words(trait: str, value: str) -> str:
    """Give what somebody is, as it is told beside a number."""
    if trait == "side":
        return _(SIDE_WORDS[value])
    if trait == "province":
        return province_name(value) if value else _("not stated")
    message = WORDS.get(value, value)
    return _(message)


def people_in_words(number: int) -> str:
    """Give how many people there are."""
    return ngettext("{n} person", "{n} people", number).format(n=digits(number))


def uneven(trait: str, shares: Mapping[str, Share]) -> list[Sentence]:
    """Say of what a team has too many or too few; nothing where it is as it should be."""
    return [
        _too(value_in_words(trait, value), is_many=share.is_too_many)
        for value, share in shares.items()
        if share.is_off and value not in _LEFT_OUT
    ]


def _too(what: str, *, is_many: bool) -> Sentence:
    return (
        Sentence("Too many: {what}", what=what)
        if is_many
        else Sentence("Too few: {what}", what=what)
    )


def standing_in_words(roster: Roster) -> str:
    """Say how many teams there are, whether they are even, and who is in none."""
    teams = len(roster.teams)
    sizes = sorted({len(roster.of(team)) for team in roster.teams})
    said = [ngettext("{n} team", "{n} teams", teams).format(n=digits(teams))]
    if sizes:
        least, most = digits(sizes[0]), digits(sizes[-1])
        few = _("{n} people each").format(n=most)
        said.append(few if least == most else _("{least} to {most} people each").format(
            least=least, most=most))  # fmt: skip
    off = len(roster.uneven)
    said.append(
        ngettext("{n} team is uneven", "{n} teams are uneven", off).format(n=digits(off))
        if off
        else _("all are even")
    )
    if roster.without:
        rest = len(roster.without)
        said.append(
            ngettext("{n} person is in no team", "{n} people are in no team", rest).format(
                n=digits(rest)
            )
        )
    return " · ".join(said)
