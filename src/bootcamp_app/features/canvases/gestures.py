"""What a hand does to the items of a board, as gestures: items in, gesture out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.placing import zone_of
from bootcamp_app.features.canvases.views import CONNECTOR, BoardContents, Gesture

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bootcamp_app.features.canvases.views import Item, Template

    Place = tuple[float, float]

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


def above_all(items: Sequence[Item]) -> float:
    """Give a place above every item."""
    return max((one.place for one in items), default=0.0) + 1.0


def below_all(items: Sequence[Item]) -> float:
    """Give a place below every item."""
    return min((one.place for one in items), default=0.0) - 1.0


def whole_groups(contents: BoardContents, ids: Collection[str]) -> tuple[str, ...]:
    """Give these items with all that is grouped with them, the lowest first."""
    groups = {one.group_id for one in contents.items if one.id in ids} - {""}
    return tuple(one.id for one in contents.items if one.id in ids or one.group_id in groups)
