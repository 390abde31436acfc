"""What others may see of teams, and what is announced of them."""

from __future__ import annotations

from dataclasses import dataclass

from bootcamp_app.features.bootcamps.views import in_words

COLOURS = ("blue", "green", "yellow", "orange", "pink", "red", "violet", "teal")
"""What a team may be coloured, in the order in which new teams get them."""


@dataclass(frozen=True)
class Team:
    """A team of a bootcamp, with the label under which its members are known."""

    id: str
    label: str
    name_km: str
    name_en: str
    colour: str
    place: int

    def __str__(self) -> str:
        return in_words(self.name_en, self.name_km) or self.label


@dataclass(frozen=True)
class TeamsChanged:
    """Teams of a bootcamp were built, changed or left, or somebody came into another."""

    bootcamp_id: str
