"""Notes that are kept covered until they are shown: one by one, zone by zone, or all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.views import NOTE, PICTURE, TEXT, Gesture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.views import BoardContents, Item

_COVERED = (NOTE, TEXT, PICTURE)


def in_order(contents: BoardContents, zone_id: str | None = None) -> list[Item]:
    """Give what can be covered, of all zones or of one, as it is read: zone, top, then x."""
    order = {zone.id: at for at, zone in enumerate(contents.board.template.zones)}
    found = [
        one
        for one in contents.items
        if one.kind in _COVERED and (zone_id is None or one.zone == zone_id)
    ]
    return sorted(found, key=lambda one: (order.get(one.zone, len(order)), one.top, one.x, one.id))


def hidden(contents: BoardContents, zone_id: str | None = None) -> list[Item]:
    """Give what is covered now, of all zones or of one, in order."""
    return [one for one in in_order(contents, zone_id) if one.is_hidden]


def covering(contents: BoardContents, zone_id: str | None = None) -> Gesture:
    """Give the gesture that covers everything, of all zones or of one."""
    return _turned(
        (one for one in in_order(contents, zone_id) if not one.is_hidden), is_hidden=True
    )


def revealing_next(contents: BoardContents, zone_id: str | None = None) -> Gesture:
    """Give the gesture that shows the first of what is covered; an empty one where nothing is."""
    return _turned(hidden(contents, zone_id)[:1], is_hidden=False)


def revealing_all(contents: BoardContents, zone_id: str | None = None) -> Gesture:
    """Give the gesture that shows all that is covered, of all zones or of one."""
    return _turned(hidden(contents, zone_id), is_hidden=False)


def _turned(items: Iterable[Item], *, is_hidden: bool) -> Gesture:
    return Gesture(changed={one.id: {"is_hidden": is_hidden} for one in items})
