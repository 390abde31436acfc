"""What others may see of teams, and what is announced of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.views import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLOURS = ("blue", "green", "yellow", "orange", "pink", "red", "violet", "teal")
"""What a team may be coloured, in the order in which new teams get them."""
SHADES = {
    "blue": "#1F4E9E", "green": "#176B3A", "yellow": "#B58A00", "orange": "#D0631B",
    "pink": "#C4508F", "red": "#C23B3B", "violet": "#6A3FA0", "teal": "#0F6B66",
}  # fmt: skip
"""The colours as they are painted, on paper and on the screen."""
NO_SHADE = "#8A939C"
COLOUR_WORDS = {
    "blue": N_("blue"), "green": N_("green"), "yellow": N_("yellow"), "orange": N_("orange"),
    "pink": N_("pink"), "red": N_("red"), "violet": N_("violet"), "teal": N_("teal"),
}  # fmt: skip
SIDE_WORDS = {
    "government": N_("Government side"),
    "civil_society": N_("Civil society side"),
    "resident": N_("Residents"),
}
"""What the sides are called, in the order in which they are told."""
TOGETHER, APART, FIXED = "together", "apart", "fixed"


@dataclass(frozen=True)
class Team:
    """A team of a bootcamp, with the label under which its members are known.

    One that only the people in it name has no id, no colour and no other name than its label.
    """

    id: str
    label: str
    name_km: str
    name_en: str
    colour: str
    place: int

    def __str__(self) -> str:
        return in_words(self.name_en, self.name_km) or self.label

    @property
    def second(self) -> str:
        """The name in the other script; empty where there is none."""
        first = str(self)
        return next((one for one in (self.name_km, self.name_en) if one and one != first), "")

    @property
    def both(self) -> str:
        """The name in both scripts, the language in use first."""
        return f"{self} · {self.second}" if self.second else str(self)

    @property
    def shade(self) -> str:
        """The colour as it is painted."""
        return SHADES.get(self.colour, NO_SHADE)


@dataclass(frozen=True)
class Wish:
    """What building teams heeds: these together, these apart, or these in one team."""

    id: str
    kind: str
    people: tuple[str, ...]
    """Participation ids."""
    team: str = ""
    """The label of the team that a `fixed` one names."""


@dataclass(frozen=True)
class TeamsChanged:
    """Teams of a bootcamp were built, changed or left, or somebody came into another."""

    bootcamp_id: str


class TeamNames:
    """Which team a text means: its label, or its name in either script, however it is typed."""

    def __init__(self, teams: Iterable[Team] = ()) -> None:
        self.teams: Sequence[Team] = tuple(teams)
        self._by_key: dict[str, Team] = {}
        for team in self.teams:
            for name in (team.label, team.name_km, team.name_en):
                if key := comparison_key(name):
                    self._by_key.setdefault(key, team)

    def team(self, text: str) -> Team | None:
        """Give the team that a text means; none where nobody is in it and nobody made it."""
        return self._by_key.get(comparison_key(text)) if text else None

    def label(self, text: str) -> str:
        """Give the label of the team that a text means, or the text itself."""
        found = self.team(text)
        return found.label if found else text

    def name(self, text: str) -> str:
        """Give the name in the language in use."""
        found = self.team(text)
        return str(found) if found else text

    def both(self, text: str) -> str:
        """Give the name in both scripts."""
        found = self.team(text)
        return found.both if found else text
