"""What a hand does to the items of a board, as gestures: items in, gesture out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.placing import zone_of
from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, BoardContents, Gesture

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from bootcamp_app.features.canvases.views import Item, Template

    Place = tuple[float, float]

_COPIED_ASIDE = 5.0
"""Millimetres by which a copy lies beside what it was made from."""
_OUTSIDE = 10_000
_DIGITS = 2


def done(contents: BoardContents, gesture: Gesture) -> BoardContents:
    """Give a board as it is after a gesture, the lowest item first."""
    gone = set(gesture.removed)
    kept = [
        replace(one, **values) if (values := gesture.changed.get(one.id)) else one
        for one in contents.items
        if one.id not in gone
    ]
    items = sorted([*kept, *gesture.added], key=lambda one: (one.place, one.id))
    return BoardContents(contents.board, tuple(items))


def possible(contents: BoardContents, gesture: Gesture) -> Gesture:
    """Give what of a gesture is about items that are there."""
    here = {one.id for one in contents.items}
    if gesture.changed.keys() <= here and here.issuperset(gesture.removed):
        return gesture
    changed = {key: values for key, values in gesture.changed.items() if key in here}
    return Gesture(gesture.added, changed, tuple(one for one in gesture.removed if one in here))


def put(template: Template, item: Item, **values: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """Give what becomes different where an item gets these values, its zone with them."""
    rounded: dict[str, Any] = {
        name: round(value, _DIGITS) if isinstance(value, float) else value
        for name, value in values.items()
    }
    after = replace(item, **rounded)
    if {"x", "top", "width", "height"} & set(rounded):
        rounded["zone"] = zone_of(template, after)
    return {name: value for name, value in rounded.items() if value != getattr(item, name)}


def placed(contents: BoardContents, places: Mapping[str, Place]) -> Gesture:
    """Move items to other places; what lies there already stays out of it."""
    template = contents.board.template
    changes = {
        one.id: change
        for one in contents.items
        if (at := places.get(one.id)) and (change := put(template, one, x=at[0], top=at[1]))
    }
    return Gesture(changed=changes)


def moved(contents: BoardContents, ids: Collection[str], dx: float, dy: float) -> Gesture:
    """Move items by so many millimetres; connectors follow by themselves."""
    return placed(
        contents,
        {
            one.id: (one.x + dx, one.top + dy)
            for one in contents.items
            if one.id in ids and one.kind != CONNECTOR
        },
    )


def removed(contents: BoardContents, ids: Collection[str]) -> Gesture:
    """Take items away, and the connectors that would hang at nothing."""
    gone = set(ids)
    return Gesture(
        removed=tuple(
            one.id for one in contents.items if one.id in gone or {one.source, one.target} & gone
        )
    )


def duplicated(contents: BoardContents, ids: Collection[str], new_id: Callable[[], str]) -> Gesture:
    """Lay copies beside items; what was grouped or connected among them is so among the copies."""
    template = contents.board.template
    chosen = [one for one in contents.items if one.id in ids]
    names = {one.id: new_id() for one in chosen}
    groups = {one.group_id: new_id() for one in chosen if one.group_id}
    top = above_all(contents.items)
    copies = []
    for number, one in enumerate(chosen):
        if one.kind == CONNECTOR and not {one.source, one.target} <= set(names):
            continue
        copy = replace(
            one,
            id=names[one.id],
            x=one.x + _COPIED_ASIDE,
            top=one.top + _COPIED_ASIDE,
            place=top + number,
            group_id=groups.get(one.group_id, ""),
            source=names.get(one.source, ""),
            target=names.get(one.target, ""),
        )
        copies.append(replace(copy, zone=zone_of(template, copy)))
    return Gesture(added=tuple(copies))


def raised(contents: BoardContents, ids: Collection[str], *, to_top: bool) -> Gesture:
    """Lay items above all others, or below them, in their own order."""
    chosen = [one for one in contents.items if one.id in ids]
    others = [one for one in contents.items if one.id not in ids]
    in_order = [*others, *chosen] if to_top else [*chosen, *others]
    if not chosen or in_order == list(contents.items):
        return Gesture()
    first = above_all(others) if to_top else below_all(others) - len(chosen) + 1
    return Gesture(changed={one.id: {"place": first + n} for n, one in enumerate(chosen)})


def above_all(items: Sequence[Item]) -> float:
    """Give a place above every item."""
    return max((one.place for one in items), default=0.0) + 1.0


def below_all(items: Sequence[Item]) -> float:
    """Give a place below every item."""
    return min((one.place for one in items), default=0.0) - 1.0


def in_reading_order(contents: BoardContents) -> list[Item]:
    """Give the items as they are told: by zone, then from the top, then from the left."""
    numbers = {zone.id: n for n, zone in enumerate(contents.board.template.zones)}
    middles = {one.id: (one.x + one.width / 2, one.top + one.height / 2) for one in contents.items}

    def order(one: Item) -> tuple[int, bool, bool, float, float, str]:
        if one.kind == CONNECTOR:
            x, top = middles.get(one.source, (0.0, 0.0))
        else:
            x, top = one.x, one.top
        zone = numbers.get(one.zone, _OUTSIDE)
        return zone, one.kind == CONNECTOR, one.kind != FRAME, top, x, one.id

    return sorted(contents.items, key=order)


def whole_groups(contents: BoardContents, ids: Collection[str]) -> tuple[str, ...]:
    """Give these items with all that is grouped with them, the lowest first."""
    groups = {one.group_id for one in contents.items if one.id in ids} - {""}
    return tuple(one.id for one in contents.items if one.id in ids or one.group_id in groups)
