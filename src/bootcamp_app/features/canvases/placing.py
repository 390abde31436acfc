"""Where on a board there is room: the zone of a place, the next free place, a grid of notes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import CONNECTOR, NOTE_SIDE, SCALES

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board, BoardContents, Item, Template, Zone

HEAD, MARGIN, GAP = 28.0, 4.0, 3.0
"""Millimetres: what title and question of a zone take, air at its edge, air between notes."""
_LEAST_HEAD = 12.0
_LEAST = 8.0
"""Smaller than this a note cannot be read."""
_STEP = 5.0
"""How far a note lies from the one below it, where a zone is full."""
_TITLE_SHARE = 0.4
"""What title and question take of a zone that is too low to have notes below them."""


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
    """Give what is left of a zone for notes: below its title, or beside it in a low, wide zone."""
    below = zone.height - HEAD - MARGIN
    if below < 0.75 * side and zone.width > 3 * side:
        x = zone.x + _TITLE_SHARE * zone.width
        width = (1 - _TITLE_SHARE) * zone.width - MARGIN
        return Frame(x, zone.top + MARGIN, width, max(zone.height - 2 * MARGIN, _LEAST))
    # A low zone gives up its question before a note hangs out of it.
    head = max(min(HEAD, zone.height - side - MARGIN), _LEAST_HEAD)
    width, height = zone.width - 2 * MARGIN, zone.height - head - MARGIN
    return Frame(zone.x + MARGIN, zone.top + head, max(width, _LEAST), max(height, _LEAST))


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
