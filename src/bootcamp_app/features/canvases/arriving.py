"""What a file brings, laid on a board: ids of our own, zones, room where no place is said."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.item_rules import checked_item
from bootcamp_app.features.canvases.placing import GAP, free_places, note_side, zone_of
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    BoardContents,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bootcamp_app.features.canvases.file_views import TakenIn
    from bootcamp_app.features.canvases.views import Item, Template, Zone


@dataclass(frozen=True)
class Ours:
    """What is known here of what a file names."""

    pictures: Mapping[str, str] = field(default_factory=dict)
    """The ids of kept pictures by how the file calls them."""
    people: Collection[str] = ()
    """The participations of the bootcamp."""


def arrived(contents: BoardContents, taken: TakenIn, ours: Ours) -> tuple[Item, ...]:
    """Give the items of a file as they come to lie on a board, above what lies there.

    What a file says of places holds; on a board that is empty, so does what it says of zones.
    """
    is_new = not contents.items
    ids = {one.id: new_id() for one in taken.items}
    groups: dict[str, str] = defaultdict(new_id)
    above = max((one.place for one in contents.items), default=0.0)
    order = sorted(taken.items, key=lambda one: one.place)
    items = []
    used: set[str] = set()
    for number, one in enumerate(order, 1):
        ends = {one.source, one.target} - {""}
        if one.kind == CONNECTOR and not ends <= ids.keys():
            continue
        # A file that calls two things alike means the first one by that id.
        own = new_id() if one.id in used else ids[one.id]
        used.add(one.id)
        item = replace(
            one,
            id=own,
            source=ids.get(one.source, ""),
            target=ids.get(one.target, ""),
            group_id=groups[one.group_id] if one.group_id else "",
            picture=ours.pictures.get(one.picture, ""),
            author=one.author if one.author in ours.people else "",
            place=one.place if is_new else above + number,
        )
        items.append(item)
    return _zoned(contents, items, keeps_zones=is_new and taken.template is not None)


def _zoned(contents: BoardContents, items: list[Item], *, keeps_zones: bool) -> tuple[Item, ...]:
    template = contents.board.template
    placed: list[Item] = []
    waiting: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        if one.kind != CONNECTOR and not one.width:
            zone = meant_zone(template, one.zone)
            waiting[zone.id if zone else ""].append(one)
        elif keeps_zones and template.zone(one.zone):
            placed.append(one)
        else:
            placed.append(replace(one, zone=zone_of(template, one)))
    placed += _beside_the_page(contents, waiting[""])
    for zone in template.zones:
        there = BoardContents(contents.board, (*contents.items, *placed))
        new = waiting[zone.id]
        places = free_places(there, zone, note_side(contents.board), len(new))
        for one, frame in zip(new, places, strict=True):
            x, top, width, height = (
                round(side, 2) for side in (frame.x, frame.top, frame.width, frame.height)
            )
            put = replace(one, zone=zone.id, x=x, top=top, width=width, height=height)
            placed.append(put)
    return tuple(map(checked_item, sorted(placed, key=lambda one: one.place)))


def _beside_the_page(contents: BoardContents, items: list[Item]) -> list[Item]:
    """Give notes of no zone in columns beside the page, where nobody takes them for any."""
    side = round(note_side(contents.board), 2)
    step = side + GAP
    lines = max(int(PAGE_HEIGHT // step), 1)
    return [
        replace(
            one,
            zone="",
            x=round(PAGE_WIDTH + GAP + at // lines * step, 2),
            top=round(at % lines * step, 2),
            width=side,
            height=side,
        )
        for at, one in enumerate(items)
    ]


def meant_zone(template: Template, said: str) -> Zone | None:
    """Give the zone that a file means by an id, a number from 1, or a title in either language."""
    key = comparison_key(said)
    if not key:
        return None
    for number, zone in enumerate(template.zones, 1):
        titles = (zone.title.km, zone.title.en)
        if said == zone.id or key == str(number) or key in map(comparison_key, titles):
            return zone
    return None
