"""Where on a board there is room: the zone of a place, the next free place, a grid of notes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import CONNECTOR, NOTE_SIDE, SCALES

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board, BoardContents, Item, Template, Zone

MARGIN, GAP = 4.0, 3.0
"""Millimetres: air at the edge of a zone, air between notes."""
_LEAST = 8.0
"""Smaller than this a note cannot be read."""
_STEP = 5.0
"""How far a note lies from the one below it, where a zone is full."""
_LOW, _WORDS_SHARE, _CODE = 0.75, 0.4, 25.0
"""Of a note's side, how much room there has to be below the words; what they take of the width of
a zone that is too low for that; and how far a code in its corner moves them on small paper."""


@dataclass(frozen=True)
class Frame:
    """A rectangle on a board."""

    x: float
    top: float
    width: float
    height: float

    def meets(self, other: Frame) -> bool:
        """Say whether they lie on one another."""
        is_across = self.x < other.x + other.width and other.x < self.x + self.width
        return (
            is_across
            and self.top < other.top + other.height
            and (other.top < self.top + self.height)
        )


def note_side(board: Board) -> float:
    """Give the side of a note on the board's paper, as it is bought."""
    return NOTE_SIDE / SCALES.get(board.paper, 1.0)


def zone_at(template: Template, x: float, top: float) -> str:
    """Give the id of the zone in which a place lies, or nothing."""
    for zone in template.zones:
        is_across = zone.x <= x <= zone.x + zone.width
        if is_across and zone.top <= top <= zone.top + zone.height:
            return zone.id
    return ""


def zone_of(template: Template, item: Item) -> str:
    """Give the id of the zone in which the middle of an item lies; connectors are in none."""
    if item.kind == CONNECTOR:
        return ""
    return zone_at(template, item.x + item.width / 2, item.top + item.height / 2)


def room_of(zone: Zone, side: float) -> Frame:
    """Give what is left of a zone for notes: below its words, or beside them in a low, wide zone.

    The words are where paper has them, in whichever language comes first.
    """
    from bootcamp_app.features.canvases.ground import reach_of  # noqa: PLC0415 - fonts are heavy

    right, bottom = reach_of(zone)
    width, height = zone.width - 2 * MARGIN, zone.height - bottom - MARGIN
    if height < _LOW * side:
        x = max(_WORDS_SHARE * zone.width, right + _CODE)
        beside, tall = zone.width - x - MARGIN, zone.height - 2 * MARGIN
        if beside > _LEAST and beside * tall > width * height:
            return Frame(zone.x + x, zone.top + MARGIN, beside, max(tall, _LEAST))
    # Where the words fill all of a zone, a note lies on the last of them.
    top = min(zone.top + bottom, zone.top + zone.height - MARGIN - _LEAST)
    return Frame(zone.x + MARGIN, top, max(width, _LEAST), max(height, _LEAST))


def free_places(contents: BoardContents, zone: Zone, side: float, count: int) -> list[Frame]:
    """Give the next places in a zone where notes of this side lie on nothing.

    Where it is full, they lie a little beside what was laid there first, so that each is seen.
    """
    slots = _slots(zone, side)
    taken = [
        Frame(one.x, one.top, one.width, one.height)
        for one in contents.items
        if one.kind != CONNECTOR
    ]
    free = [slot for slot in slots if not any(slot.meets(one) for one in taken)]
    places = free[:count]
    here = sum(one.zone == zone.id and one.kind != CONNECTOR for one in contents.items)
    for over in range(count - len(places)):
        layer, at = divmod(max(here + len(places) - over, len(slots)) + over, len(slots))
        slot, by = slots[at], _STEP * layer
        places.append(_inside(zone, Frame(slot.x + by, slot.top + by, slot.width, slot.height)))
    return places


def holds(zone: Zone, board: Board) -> int:
    """Give how many notes have room in a zone side by side, on the board's paper."""
    return len(_slots(zone, note_side(board)))


def grid(zone: Zone, count: int, side: float) -> list[Frame]:
    """Give the places of so many notes, of this side or as much smaller as it takes."""
    while side > _LEAST and len(_slots(zone, side)) < count:
        side *= 0.95
    slots = _slots(zone, side)
    return slots[:count] if len(slots) >= count else _crowded(zone, count, side)


def _slots(zone: Zone, side: float) -> list[Frame]:
    """Give the places of a full zone; a note has as much paper there where it is too low for it."""
    room = room_of(zone, side)
    height = min(side, room.height)
    width = min(side * side / height, room.width)
    across = max(floor((room.width + GAP) / (width + GAP)), 1)
    down = max(floor((room.height + GAP) / (height + GAP)), 1)
    return [
        Frame(room.x + at * (width + GAP), room.top + line * (height + GAP), width, height)
        for line in range(down)
        for at in range(across)
    ]


def _crowded(zone: Zone, count: int, side: float) -> list[Frame]:
    room = room_of(zone, side)
    across = max(floor(room.width / (side / 2)) - 1, 1)
    down = max(room.height - side, 0) / max(ceil(count / across) - 1, 1)
    return [
        Frame(room.x + at % across * side / 2, room.top + at // across * down, side, side)
        for at in range(count)
    ]


def _inside(zone: Zone, frame: Frame) -> Frame:
    """Keep the middle of a note in its zone, however many lie there."""
    x = min(frame.x, zone.x + zone.width - frame.width / 2 - 1)
    top = min(frame.top, zone.top + zone.height - frame.height / 2 - 1)
    return Frame(x, top, frame.width, frame.height)
