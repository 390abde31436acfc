"""Orders that put items of a board into line: items in, one gesture out. Millimetres of A3."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.canvases.placing import grid, note_side, zone_at, zone_of
from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, NOTE, Gesture, Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bootcamp_app.features.canvases.views import BoardContents

EDGES = ("left", "centre", "right", "top", "middle", "bottom")
_BESIDE = 6.0
"""How far a copy lies from what it is a copy of."""


def align(contents: BoardContents, ids: Iterable[str], edge: str) -> Gesture:
    """Put items with one of `EDGES` on the same line as the outermost, or as all together."""
    items = _laid(contents, ids)
    if len(items) < 2:
        return Gesture()
    left, right = min(one.x for one in items), max(one.x + one.width for one in items)
    top, bottom = min(one.top for one in items), max(one.top + one.height for one in items)
    places: dict[str, Callable[[Item], tuple[float, float]]] = {
        "left": lambda one: (left, one.top),
        "centre": lambda one: ((left + right - one.width) / 2, one.top),
        "right": lambda one: (right - one.width, one.top),
        "top": lambda one: (one.x, top),
        "middle": lambda one: (one.x, (top + bottom - one.height) / 2),
        "bottom": lambda one: (one.x, bottom - one.height),
    }
    return moved(contents, {one.id: places[edge](one) for one in items})


def distribute(contents: BoardContents, ids: Iterable[str], *, is_down: bool = False) -> Gesture:
    """Leave the same gap between three items or more; the outermost stay where they are."""
    items = _laid(contents, ids)
    if len(items) < 3:
        return Gesture()
    start, size = ("top", "height") if is_down else ("x", "width")
    items.sort(key=lambda one: (getattr(one, start) + getattr(one, size) / 2, one.id))
    first, last = items[0], items[-1]
    room = getattr(last, start) - getattr(first, start) - getattr(first, size)
    gap = (room - sum(getattr(one, size) for one in items[1:-1])) / (len(items) - 1)
    at = getattr(first, start) + getattr(first, size) + gap
    places = {}
    for one in items[1:-1]:
        places[one.id] = (one.x, at) if is_down else (at, one.top)
        at += getattr(one, size) + gap
    return moved(contents, places)


def tidy(contents: BoardContents, zone_id: str) -> Gesture:
    """Lay the notes of a zone into a grid, in the order of reading, as large as there is room."""
    zone = contents.board.template.zone(zone_id)
    notes = [one for one in in_order(contents) if one.zone == zone_id and one.kind == NOTE]
    if zone is None or not notes:
        return Gesture()
    places = grid(zone, len(notes), note_side(contents.board))
    changed: dict[str, dict[str, Any]] = {}
    for one, frame in zip(notes, places, strict=True):
        changed |= _differing(one, asdict(frame))
    return Gesture(changed=changed)


def same_size(contents: BoardContents, ids: Sequence[str]) -> Gesture:
    """Make items as large as the one that was chosen first; their top left stays."""
    items = {one.id: one for one in _laid(contents, ids)}
    chosen = [items[one] for one in ids if one in items]
    if len(chosen) < 2:
        return Gesture()
    width, height = chosen[0].width, chosen[0].height
    changed: dict[str, dict[str, Any]] = {}
    for one in chosen[1:]:
        zone = zone_at(contents.board.template, one.x + width / 2, one.top + height / 2)
        changed |= _differing(one, {"width": width, "height": height, "zone": zone})
    return Gesture(changed=changed)


def grouped(contents: BoardContents, ids: Iterable[str]) -> Gesture:
    """Make items one group, which is chosen and moved as one."""
    items = _chosen(contents, ids)
    if len(items) < 2:
        return Gesture()
    group = new_id()
    return Gesture(changed={one.id: {"group_id": group} for one in items})


def ungrouped(contents: BoardContents, ids: Iterable[str]) -> Gesture:
    """Let every group go of which one of the items is a part."""
    groups = {one.group_id for one in _chosen(contents, ids)} - {""}
    return Gesture(
        changed={one.id: {"group_id": ""} for one in contents.items if one.group_id in groups}
    )


def in_front(contents: BoardContents, ids: Iterable[str], *, is_back: bool = False) -> Gesture:
    """Lay items above all others, or below them; among each other they stay as they lie."""
    items = _chosen(contents, ids)
    chosen = {one.id for one in items}
    rest = [one for one in contents.items if one.id not in chosen]
    others = [one.place for one in rest]
    lies_so = [*items, *rest] if is_back else [*rest, *items]
    if not items or not others or lies_so == list(contents.items):
        return Gesture()
    start = min(others) - len(items) if is_back else max(others) + 1
    changed: dict[str, dict[str, Any]] = {}
    for at, one in enumerate(items):
        changed |= _differing(one, {"place": start + at})
    return Gesture(changed=changed)


def removed(contents: BoardContents, ids: Iterable[str]) -> Gesture:
    """Take items away, with the connectors that would go from or to nothing."""
    gone = {one.id for one in _chosen(contents, ids)}
    loose = (one for one in contents.items if one.source in gone or one.target in gone)
    gone |= {one.id for one in loose if one.kind == CONNECTOR}
    return Gesture(removed=tuple(one.id for one in contents.items if one.id in gone))


def duplicated(contents: BoardContents, ids: Iterable[str]) -> Gesture:
    """Lay a copy of items beside them."""
    return laid(contents, _chosen(contents, ids), (_BESIDE, _BESIDE))


def laid(contents: BoardContents, items: Iterable[Item], by: tuple[float, float]) -> Gesture:
    """Add copies of items of any board, so far from where they lay; all have new ids."""
    items = list(items)
    ids = {one.id: new_id() for one in items}
    groups: dict[str, str] = {}
    above = max((one.place for one in contents.items), default=0.0) + 1
    added = []
    for at, one in enumerate(items):
        if one.kind == CONNECTOR and not (one.source in ids and one.target in ids):
            continue
        copy = replace(
            one,
            id=ids[one.id],
            x=one.x + by[0],
            top=one.top + by[1],
            place=above + at,
            group_id=groups.setdefault(one.group_id, new_id()) if one.group_id else "",
            source=ids.get(one.source, ""),
            target=ids.get(one.target, ""),
        )
        added.append(replace(copy, zone=zone_of(contents.board.template, copy)))
    return Gesture(added=tuple(added))


def moved(contents: BoardContents, places: Mapping[str, tuple[float, float]]) -> Gesture:
    """Put items elsewhere, by id; each knows the zone in which it lies then."""
    changed: dict[str, dict[str, Any]] = {}
    for one in contents.items:
        if one.id in places:
            x, top = places[one.id]
            there = replace(one, x=x, top=top)
            zone = zone_of(contents.board.template, there)
            changed |= _differing(one, {"x": x, "top": top, "zone": zone})
    return Gesture(changed=changed)


def given(contents: BoardContents, ids: Iterable[str], **values: Any) -> Gesture:  # noqa: ANN401 - any field
    """Give items other values, where they differ; only a note has a side, an author, a cover."""
    only_notes = {"side", "author", "is_hidden"} & set(values)
    changed: dict[str, dict[str, Any]] = {}
    for one in _chosen(contents, ids):
        if one.kind == NOTE or not only_notes:
            changed |= _differing(one, values)
    return Gesture(changed=changed)


def alike(contents: BoardContents, field: str, value: str) -> tuple[str, ...]:
    """Give the ids of the notes of one `zone`, `colour` or `side`."""
    return tuple(
        one.id for one in contents.items if one.kind == NOTE and getattr(one, field) == value
    )


def in_reading_order(contents: BoardContents) -> list[Item]:
    """Give the items as they are told: by zone, then from the top, then along; lines at the end."""
    zones = {zone.id: at for at, zone in enumerate(contents.board.template.zones)}
    items = {one.id: one for one in contents.items}

    def order(one: Item) -> tuple[int, bool, bool, int, float, str]:
        # A line is told where it starts, a frame before what lies in it.
        at = items.get(one.source, one) if one.kind == CONNECTOR else one
        # Notes that lie side by side are read along, though none lies exactly as high as the next.
        row = round(at.top / max(at.height / 2, 1))
        zone = zones.get(one.zone, len(zones))
        return zone, one.kind == CONNECTOR, one.kind != FRAME, row, at.x, one.id

    return sorted(contents.items, key=order)


def in_order(contents: BoardContents) -> list[Item]:
    """Give what carries words in the order of reading."""
    return [one for one in in_reading_order(contents) if one.kind != CONNECTOR]


def _chosen(contents: BoardContents, ids: Iterable[str]) -> list[Item]:
    wanted = set(ids)
    return [one for one in contents.items if one.id in wanted]


def _laid(contents: BoardContents, ids: Iterable[str]) -> list[Item]:
    """Give the chosen items that have a place of their own; a connector follows others."""
    return [one for one in _chosen(contents, ids) if one.kind != CONNECTOR]


def _differing(item: Item, wanted: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    values = {name: value for name, value in wanted.items() if getattr(item, name) != value}
    return {item.id: values} if values else {}
