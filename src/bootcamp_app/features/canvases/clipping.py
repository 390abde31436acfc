"""Items on their way over the clipboard: as text that another board can read, and as lines."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.views import KINDS, Item

if TYPE_CHECKING:
    from collections.abc import Iterable

MIME = "application/x-bootcamp-desk-items+json"
MOST_LINES = 500
"""More lines than this are no notes of a wall."""
_KINDS_OF = {
    one.name: type(one.default) for one in fields(Item) if one.name not in ("id", "kind", "style")
}


def clipped(items: Iterable[Item]) -> bytes:
    """Give items as the clipboard carries them; authors stay behind, for they are of a bootcamp."""
    told = [{**asdict(one), "style": dict(one.style), "author": ""} for one in items]
    return json.dumps({"items": told}, ensure_ascii=False).encode()


def unclipped(data: bytes) -> list[Item]:
    """Give the items that the clipboard carries; what is no item of ours is left out."""
    try:
        told = json.loads(data)
    except ValueError:
        return []
    listed = told.get("items") if isinstance(told, dict) else None
    found = (_item(one) for one in listed) if isinstance(listed, list) else ()
    return [one for one in found if one is not None]


def lines_of(items: Iterable[Item]) -> str:
    """Give what items say, one a line, for any other program."""
    return "\n".join(" ".join(one.text.split()) for one in items if one.text.strip())


def _item(told: object) -> Item | None:
    if not isinstance(told, dict) or told.get("kind") not in KINDS:
        return None
    values: dict[str, Any] = {}
    for name, kind in _KINDS_OF.items():
        value = told.get(name)
        is_number = kind is float and isinstance(value, int | float) and not isinstance(value, bool)
        if isinstance(value, kind) or is_number:
            values[name] = float(value) if is_number and value is not None else value
    style = told.get("style")
    return Item(
        id=str(told.get("id")),
        kind=told["kind"],
        style=style if isinstance(style, dict) else {},
        **values,
    )
