"""What an item of a board may be: numbers within bounds, texts within limits, nothing unknown."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import KINDS, SIDES, Gesture, Item

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_LETTERS = 5_000
"""So much a note holds; a page of print has half of it."""
MOST_ITEMS = 10_000
"""So much lies on a board, and so much one gesture changes."""
FARTHEST = 10_000.0
"""Millimetres from the corner of the page beyond which nothing lies."""
_LONGEST_ID = 80
_MOST_STYLE = 4_000
_PLACES = 1e12
_COLOUR = re.compile(r"[a-z0-9_-]{0,30}|#[0-9A-Fa-f]{6,8}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WRONG = N_("A note on a board cannot have “{value}” as “{name}”. Take the last step back.")


def checked(gesture: Gesture) -> Gesture:
    """Give a gesture as it may be carried out; what is too far away is brought to the edge.

    Raises a Refusal for what is no number, no text or no field of an item, and for too much.
    """
    size = len(gesture.added) + len(gesture.changed) + len(gesture.removed)
    if size > MOST_ITEMS:
        raise Refusal(
            "One step can change {most} things at most. Do it in several steps.", most=MOST_ITEMS
        )
    added = tuple(checked_item(one) for one in gesture.added)
    changed = {key: checked_values(values) for key, values in gesture.changed.items()}
    return Gesture(added, changed, tuple(gesture.removed))


def checked_item(item: Item) -> Item:
    """Give an item as it may lie on a board; raises a Refusal as `checked`."""
    values = {name: getattr(item, name) for name in FIELDS}
    return Item(**checked_values({**values, "id": item.id, "kind": item.kind}, is_new=True))


def checked_values(values: Mapping[str, Any], *, is_new: bool = False) -> dict[str, Any]:
    """Give values of an item by field; raises a Refusal as `checked`."""
    rules = {**_RULES, "id": _id, "kind": _kind} if is_new else _RULES
    good: dict[str, Any] = {}
    for name, value in values.items():
        if name not in rules:
            raise Refusal(_WRONG, value=_shown(value), name=name)
        good[name] = rules[name](name, value)
    return good


def well_formed(text: str) -> str:
    """Give a text without halves of letters and without NUL, which no file can hold."""
    return _SURROGATES.sub("\ufffd", text).replace("\0", "")


def _number(name: str, value: object, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal(_WRONG, value=_shown(value), name=name)
    if isinstance(value, float) and not math.isfinite(value):
        raise Refusal(_WRONG, value=value, name=name)
    # Whole numbers of any length are compared before they become floats.
    return float(min(max(value, least), most))


def _place(name: str, value: object) -> float:
    return _number(name, value, -FARTHEST, FARTHEST)


def _length(name: str, value: object) -> float:
    return _number(name, value, 0.0, FARTHEST)


def _order(name: str, value: object) -> float:
    return _number(name, value, -_PLACES, _PLACES)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise Refusal(_WRONG, value=_shown(value), name=name)
    if len(value) > MOST_LETTERS:
        raise Refusal(
            "A note holds {most} letters at most; this text has {n}. Lay it on several notes.",
            most=MOST_LETTERS,
            n=len(value),
        )
    return well_formed(value)


def _word(name: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_ID or value != well_formed(value):
        raise Refusal(_WRONG, value=_shown(value), name=name)
    return value


def _id(name: str, value: object) -> str:
    if not value:
        raise Refusal(_WRONG, value="", name=name)
    return _word(name, value)


def _kind(name: str, value: object) -> str:
    return _one_of(name, value, KINDS)


def _side(name: str, value: object) -> str:
    return _one_of(name, value, ("", *SIDES))


def _one_of(name: str, value: object, known: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in known:
        raise Refusal(_WRONG, value=_shown(value), name=name)
    return value


def _colour(name: str, value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise Refusal(_WRONG, value=_shown(value), name=name)
    return value


def _yes_no(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise Refusal(_WRONG, value=_shown(value), name=name)
    return value


def _style(name: str, value: object) -> dict[str, Any]:
    try:
        if isinstance(value, Mapping):
            style = dict(value)
            if len(json.dumps(style, allow_nan=False).encode()) <= _MOST_STYLE:
                return style
    except (TypeError, ValueError, RecursionError):
        pass
    raise Refusal(_WRONG, value=_shown(value), name=name)


def _shown(value: object) -> str:
    return well_formed(str(value))[:40]


_RULES: dict[str, Callable[[str, object], Any]] = {
    "zone": _word,
    "x": _place,
    "top": _place,
    "width": _length,
    "height": _length,
    "place": _order,
    "text": _text,
    "colour": _colour,
    "side": _side,
    "author": _word,
    "group_id": _word,
    "source": _word,
    "target": _word,
    "picture": _word,
    "carried_from": _word,
    "is_hidden": _yes_no,
    "style": _style,
}
FIELDS = tuple(one.name for one in fields(Item) if one.name not in ("id", "kind"))
