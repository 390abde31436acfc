"""The notes of a board as lines of a list: by zone, in both languages, with their votes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.views import NOTE, SIDES, TEXT
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Board, Item, Zone

COLOUR_WORDS = {
    "yellow": N_("yellow"),
    "blue": N_("blue"),
    "orange": N_("orange"),
    "green": N_("green"),
    "pink": N_("pink"),
    "white": N_("white"),
}
HEADERS = {
    "number": N_("Zone no."),
    "zone_km": N_("Zone in Khmer"),
    "zone_en": N_("Zone in English"),
    "text": N_("Text"),
    "side": N_("Side"),
    "author": N_("Author"),
    "colour": N_("Colour"),
    "votes": N_("Votes"),
    "votes_government": N_("Votes: government"),
    "votes_civil_society": N_("Votes: civil society"),
    "votes_resident": N_("Votes: residents"),
}
"""Title of each column by the field of `Line`; messages of the catalogue."""


_IN_WORDS = ("side", "colour")
_WORDS = {**SIDE_WORDS, **COLOUR_WORDS}


@dataclass(frozen=True)
class Line:
    """One note; the number of its zone is 0 outside of all."""

    number: int
    zone_km: str
    zone_en: str
    text: str
    side: str
    author: str
    colour: str
    votes: int
    votes_government: int
    votes_civil_society: int
    votes_resident: int


@dataclass(frozen=True)
class Noted:
    """A board with its notes as lines; the team as it is called in the language in use."""

    board: Board
    team: str
    lines: tuple[Line, ...]


def lines(handed: Handed) -> list[Line]:
    """Give the notes and texts of a board by zone, top and x, those outside of all zones last."""
    zones = handed.contents.board.template.zones
    numbers = {zone.id: number for number, zone in enumerate(zones, 1)}
    last = len(zones) + 1
    told = sorted(
        (one for one in handed.contents.items if one.kind in (NOTE, TEXT)),
        key=lambda one: (numbers.get(one.zone, last), one.top, one.x, one.id),
    )
    return [_line(handed, one, numbers.get(one.zone, 0)) for one in told]


def zone_lines(handed: Handed) -> list[tuple[int, Zone | None, list[Line]]]:
    """Give the lines of each zone with its number; those of none last, if there are any."""
    told = lines(handed)
    zones: list[tuple[int, Zone | None]] = [
        *enumerate(handed.contents.board.template.zones, 1),
        (0, None),
    ]
    found = [(at, zone, [one for one in told if one.number == at]) for at, zone in zones]
    return [one for one in found if one[0] or one[2]]


def fields_of(handed: Handed) -> tuple[str, ...]:
    """Give the fields that a list of this board has; an author only where names are told."""
    return tuple(one for one in HEADERS if one != "author" or handed.names)


def said(line: Line, field: str) -> str | int:
    """Give a field of a line as people read it, in the language in use."""
    value: str | int = getattr(line, field)
    message = _WORDS.get(value) if isinstance(value, str) and field in _IN_WORDS else None
    return _(message) if message else value


def _line(handed: Handed, item: Item, number: int) -> Line:
    zone = handed.contents.board.template.zones[number - 1] if number else None
    dots = handed.dots.get(item.id, {})
    return Line(
        number,
        zone.title.km if zone else "",
        zone.title.en if zone else "",
        # What is covered on the board is not told beside it, as it is not on paper.
        "" if item.is_hidden else item.text,
        item.side,
        handed.names.get(item.author, ""),
        item.colour,
        sum(dots.values()),
        *_by_side(dots),
    )


def _by_side(dots: Mapping[str, int]) -> Iterator[int]:
    return (dots.get(side, 0) for side in SIDES)
