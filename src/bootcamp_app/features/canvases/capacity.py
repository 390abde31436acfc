"""How many sticky notes fit into a zone, below and beside what is printed in it. No database."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.canvases.views import NOTE_SIDE, SCALES
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.text.styles import TextStyle, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template, Zone

TAKES_NOTES = frozenset({"notes", "cluster", "score"})
"""Kinds of zones that notes are put into."""
MOST_LINES = 3
"""So many lines a prompt may have in each language."""
_EDGE = 1.0
_WORDS_BEGIN, _WORDS_END, _PROMPTS_BEGIN = 13.0, 3.5, 15.9
_TITLES = (TextStyle(12.5, 700), TextStyle(9, 600))
_PROMPTS = (TextStyle(8.5), TextStyle(7))


class Heading(NamedTuple):
    """How far from a zone's left and top its words reach, and on how many lines a prompt stands."""

    right: float
    bottom: float
    lines: int


def notes_in(zone: Zone, paper: str) -> int:
    """Give how many notes of 76 mm lie in a zone on a paper without covering its words.

    Notes may touch each other; none hangs over the line around the zone.
    """
    scale, heading = SCALES[paper], heading_of(zone)
    right = (zone.width - _EDGE) * scale
    columns = range(1, int((zone.width - 2 * _EDGE) * scale // NOTE_SIDE) + 1)
    beside = sum(right - column * NOTE_SIDE >= heading.right * scale for column in columns)
    whole = _rows((zone.height - 2 * _EDGE) * scale)
    below = _rows((zone.height - heading.bottom - _EDGE) * scale)
    return beside * whole + (len(columns) - beside) * below


def capacities(template: Template, paper: str) -> dict[str, int]:
    """Give by zone how many notes fit, of those zones that notes are put into."""
    return {one.id: notes_in(one, paper) for one in template.zones if one.kind in TAKES_NOTES}


def least_paper(template: Template) -> str:
    """Give the smallest paper on which each zone takes a note, or empty where none does."""
    smallest_first = sorted(SCALES, key=SCALES.__getitem__)
    return next((one for one in smallest_first if all(capacities(template, one).values())), "")


def notes_needed(template: Template) -> int:
    """Give about how many notes a team uses up: three for each zone, one in one of a sentence."""
    return sum(3 if one.kind in TAKES_NOTES else one.kind == "single" for one in template.zones)


def heading_of(zone: Zone) -> Heading:
    """Give how far a zone's title and prompts reach, in millimetres of A3 from its corner."""
    width = zone.width - _WORDS_BEGIN - _WORDS_END
    titles = zip((zone.title.km, zone.title.en), _TITLES, strict=True)
    widest = max(min(measure(text, style), width) for text, style in titles)
    bottom, most = _PROMPTS_BEGIN, 0
    for text, style in zip((zone.prompt.km, zone.prompt.en), _PROMPTS, strict=True):
        lines = lines_of(text, style, width) if text else []
        bottom += len(lines) * leading_of(text) * style.size / POINTS
        widest = max([widest, *(measure(line, style) for line in lines)])
        most = max(most, len(lines))
    return Heading(_WORDS_BEGIN + widest, bottom, most)


def _rows(height: float) -> int:
    return max(int(height // NOTE_SIDE), 0)
