"""Notes that go into another zone without a hand that drags them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.placing import free_places, note_side
from bootcamp_app.features.canvases.views import CONNECTOR, NOTE, BoardContents, Gesture

if TYPE_CHECKING:
    from collections.abc import Iterable


def into_zone(contents: BoardContents, ids: Iterable[str], zone_id: str) -> Gesture:
    """Lay items into the next free places of a zone, where they are not in it already."""
    wanted = set(ids)
    zone = contents.board.template.zone(zone_id)
    going = [
        one
        for one in contents.items
        if one.id in wanted and one.zone != zone_id and one.kind != CONNECTOR
    ]
    if zone is None or not going:
        return Gesture()
    staying = tuple(one for one in contents.items if one not in going)
    rest = BoardContents(contents.board, staying)
    places = free_places(rest, zone, note_side(contents.board), len(going))
    changed: dict[str, dict[str, Any]] = {}
    for one, frame in zip(going, places, strict=True):
        values: dict[str, Any] = {"zone": zone_id, "x": frame.x, "top": frame.top}
        if one.kind == NOTE:
            values |= {"width": frame.width, "height": frame.height}
        changed[one.id] = values
    return Gesture(changed=changed)


def zone_further(contents: BoardContents, ids: Iterable[str], by: int) -> Gesture:
    """Lay items into the zone that follows theirs, or the one before; at the ends they stay."""
    zones = [zone.id for zone in contents.board.template.zones]
    going: dict[str, list[str]] = {}
    wanted = set(ids)
    for one in contents.items:
        if one.id not in wanted:
            continue
        at = zones.index(one.zone) + by if one.zone in zones else (0 if by > 0 else len(zones) - 1)
        if 0 <= at < len(zones):
            going.setdefault(zones[at], []).append(one.id)
    changed: dict[str, Any] = {}
    for zone_id, of_zone in going.items():
        changed |= into_zone(contents, of_zone, zone_id).changed
    return Gesture(changed=changed)
