"""What a facilitator types while reading from the wall: lines in, notes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key, is_blank, latin_digits
from bootcamp_app.features.canvases.placing import free_places, note_side
from bootcamp_app.features.canvases.views import (
    NOTE,
    NOTE_COLOURS,
    BoardContents,
    Gesture,
    Item,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.canvases.views import Template, Zone

SIDE_WORDS = {
    "government": ("g", "gov", "government", "រ", "រដ្ឋ", "ខាងរដ្ឋ"),
    "civil_society": ("c", "cso", "civil society", "ស", "សង្គមស៊ីវិល", "ខាងសង្គមស៊ីវិល"),
    "resident": ("r", "resident", "citizen", "ប", "ប្រជាពលរដ្ឋ"),
}
COLOUR_MARKS = {
    "y": "yellow",
    "b": "blue",
    "o": "orange",
    "n": "green",
    "p": "pink",
    "w": "white",
}
_SIDE_OF = {word: side for side, words in SIDE_WORDS.items() for word in words}
_MARKS = {word for word in _SIDE_OF if len(word) == 1} | set(COLOUR_MARKS)
_MARKED = re.compile(
    rf"(\d{{1,4}})([{''.join(_MARKS)}]{{0,2}})[.:)\-–]?(?:\s+(.*)|$)", re.IGNORECASE
)
_MOST_DIGITS = 4
_NUMBERED = re.compile(r"(\d{1,4})[.:)\-–]?\s*(.*)")
_NO_NUMBER = N_("Begin with the number of a zone, then write the note: 4 more bins at the market.")
_NO_ZONE = N_("There is no zone {number}. This board has the zones 1 to {last}.")
_NO_TEXT = N_("Write the note behind the number: 4 more bins at the market.")


@dataclass(frozen=True)
class Entry:
    """One note that is to be: its zone by id, what it says, whose word it is."""

    zone: str
    text: str
    side: str = ""
    colour: str = ""
    author: str = ""
    """What was written of its author, or empty."""


def read_entries(text: str, template: Template) -> list[Entry]:
    """Read lines as they are typed, or as they were copied from a spreadsheet.

    A line begins with the number of a zone; one without goes into the zone of the line above.
    Columns are zone, text, side, author. Raises a Refusal that names the first line that says
    no zone; then none is taken.
    """
    entries: list[Entry] = []
    for line in text.splitlines():
        if not is_blank(line):
            before = entries[-1].zone if entries else ""
            entries.append(_read_line(line, template, before))
    return entries


def entered(
    contents: BoardContents,
    entries: Sequence[Entry],
    names: Mapping[str, str],
    side: str = "",
    colour: str = "",
) -> Gesture:
    """Lay a note for each entry into the next free place of its zone.

    `names` gives a participation for the comparison key of what somebody is called; side and
    colour are for those that name none. Without a colour, a note has that of its zone.
    """
    length = note_side(contents.board)
    above = max((one.place for one in contents.items), default=0.0) + 1
    wanted = Counter(one.zone for one in entries)
    places = {
        zone.id: iter(free_places(contents, zone, length, wanted[zone.id]))
        for zone in contents.board.template.zones
        if wanted[zone.id]
    }
    added = []
    for at, one in enumerate(entries):
        frame = next(places[one.zone])
        zone = contents.board.template.zone(one.zone)
        added.append(
            Item(
                id=new_id(),
                kind=NOTE,
                zone=one.zone,
                x=frame.x,
                top=frame.top,
                width=frame.width,
                height=frame.height,
                place=above + at,
                text=one.text,
                colour=one.colour or colour or colour_of(zone),
                side=one.side or side,
                author=names.get(comparison_key(one.author), "") if one.author else "",
            )
        )
    return Gesture(added=tuple(added))


def colour_of(zone: Zone | None) -> str:
    """Give the colour that notes of a zone have where nobody chose another."""
    return zone.colour if zone is not None and zone.colour in NOTE_COLOURS else "yellow"


def in_zone_colour(contents: BoardContents, gesture: Gesture) -> Gesture:
    """Give a gesture that adds one note with that in the colour of its zone."""
    if len(gesture.added) != 1 or gesture.added[0].kind != NOTE or gesture.added[0].group_id:
        return gesture
    (one,) = gesture.added
    colour = colour_of(contents.board.template.zone(one.zone))
    return (
        gesture if colour == one.colour else replace(gesture, added=(replace(one, colour=colour),))
    )


def side_of_word(word: str) -> str:
    """Give the side that a word or a letter means, in either language, or nothing."""
    return _SIDE_OF.get(" ".join(word.split()).casefold(), "")


def _read_line(line: str, template: Template, before: str) -> Entry:
    if "\t" in line:
        return _read_cells([cell.strip() for cell in line.split("\t")], template, before)
    # Digits alone are changed, so that the text stays as it was typed.
    plain = _digits_first(line.strip())
    marked = _MARKED.fullmatch(plain) or _NUMBERED.fullmatch(plain)
    if marked is None:
        if not before:
            raise Refusal(_NO_NUMBER)
        return Entry(before, line.strip())
    marks = marked[2].casefold() if marked.re is _MARKED else ""
    text = (marked[3] if marked.re is _MARKED else marked[2]) or ""
    zone = _zone(marked[1], template)
    if is_blank(text):
        raise Refusal(_NO_TEXT)
    sides = [_SIDE_OF[mark] for mark in marks if mark in _SIDE_OF]
    colours = [COLOUR_MARKS[mark] for mark in marks if mark in COLOUR_MARKS]
    return Entry(zone, text.strip(), *(sides[:1] or [""]), *(colours[:1] or [""]))


def _read_cells(cells: list[str], template: Template, before: str) -> Entry:
    named = {
        comparison_key(words): zone.id
        for zone in template.zones
        for words in (zone.title.km, zone.title.en, zone.id)
    }
    first, rest = cells[0], cells[1:]
    number = latin_digits(first).strip(".:) ")
    if number.isdecimal():
        zone = _zone(number, template)
    elif comparison_key(first) in named:
        zone = named[comparison_key(first)]
    elif before and is_blank(first):
        zone = before
    else:
        raise Refusal(_NO_NUMBER)
    text, side, author = [*rest, "", "", ""][:3]
    if is_blank(text):
        raise Refusal(_NO_TEXT)
    return Entry(zone, text, side_of_word(side), "", author)


def _zone(number: str, template: Template) -> str:
    # A cell may hold thousands of digits, which are no number that Python reads.
    at = int(number) if len(number) <= _MOST_DIGITS else 0
    if not 1 <= at <= len(template.zones):
        said = number if len(number) <= _MOST_DIGITS else f"{number[:_MOST_DIGITS]}…"
        raise Refusal(_NO_ZONE, number=said, last=len(template.zones))
    return template.zones[at - 1].id


def _digits_first(line: str) -> str:
    end = next((at for at, char in enumerate(line) if not char.isdecimal()), len(line))
    return latin_digits(line[:end]) + line[end:]
