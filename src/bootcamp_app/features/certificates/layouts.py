"""Certificate layouts: JSON in `resources/certificates`, in millimetres from the top left.

`docs/certificate-layouts.md` tells the format; `parts/kinds.py` holds every kind of part with its
keys. What a layout was once issued with lies in `earlier` and is offered to nobody.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.certificates.pages import page_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.printing.units import PageSize

    Document = dict[str, Any]

DEFAULT_LAYOUT = "official"
_DIGITS = 2


@cache
def layouts() -> dict[str, Document]:
    """Give every layout that is offered, by its id."""
    return documents("certificates")


def layout(name: str) -> Document:
    """Give one layout, or refuse with the names of those that there are."""
    if name not in layouts():
        raise Refusal(
            "There is no layout “{name}”. Choose one of: {names}.",
            name=name,
            names=", ".join(layouts()),
        )
    return layouts()[name]


@cache
def issued_with(name: str, version: int) -> Document:
    """Give a layout as it was in one version, for certificates that were issued with it."""
    held = layouts().get(name)
    if held is not None and held["version"] == version:
        return held
    path = resource_folder("certificates") / "earlier" / f"{name}-{version}.json"
    if path.is_file():
        earlier: Document = json.loads(path.read_text("utf-8"))
        return earlier
    return layout(name)


def for_page(document: Mapping[str, Any], page: str) -> Document:
    """Give a layout for another sheet that lies the same way; sizes of text and code stay.

    A part moves and grows as its anchors say. Without one it keeps its share of the way across
    and down the page.
    """
    old, new = page_named(document["page"]), page_named(page)
    if (old.width > old.height) != (new.width > new.height):
        raise Refusal("This layout is made for paper that lies the other way. Choose another one.")
    parts = [_moved(part, old, new) for part in document["parts"]]
    return {**document, "page": page, "parts": parts}


def _moved(part: Mapping[str, Any], old: PageSize, new: PageSize) -> dict[str, Any]:
    across = _Axis(part.get("anchor_x", ""), old.width, new.width)
    down = _Axis(part.get("anchor_y", ""), old.height, new.height)
    moved = dict(part)
    if "x1" in part:
        moved["x1"], moved["x2"] = across.both(part["x1"], part["x2"])
        moved["y1"], moved["y2"] = down.both(part["y1"], part["y2"])
        return moved
    side = part.get("side", 0)
    is_around = part["kind"] == "diamond"
    if "x" in part:
        width = part.get("width", 0 if is_around else side)
        moved["x"], wide = across.span(part["x"], width)
        if "width" in part:
            moved["width"] = wide
    if "axis" in part:
        moved["axis"] = across.point(part["axis"])
    for key in ("top", "baseline", "y"):
        if key in part:
            height = part.get("height", side) if key == "top" else 0
            moved[key], high = down.span(part[key], height)
            if "height" in part:
                moved["height"] = high
    return moved


class _Axis:
    """One direction of the page, and how a part follows when the page changes its size."""

    def __init__(self, anchor: str, old: float, new: float) -> None:
        self._anchor, self._old, self._new = anchor, old, new

    def span(self, start: float, length: float) -> tuple[float, float]:
        """Give where something begins now, and how long it is."""
        if self._anchor == "both":
            return start, round(length + self._new - self._old, _DIGITS)
        return self._shifted(start, start + length / 2), length

    def both(self, one: float, other: float) -> tuple[float, float]:
        """Give where two ends are now."""
        if self._anchor == "both":
            first, last = min(one, other), max(one, other)
            _, length = self.span(first, last - first)
            ends = (first, first + length)
            return ends if one <= other else ends[::-1]
        middle = (one + other) / 2
        return self._shifted(one, middle), self._shifted(other, middle)

    def point(self, at: float) -> float:
        """Give where a point is now."""
        return self._shifted(at, at)

    def _shifted(self, value: float, middle: float) -> float:
        more = self._new - self._old
        shares = {
            "left": 0.0,
            "top": 0.0,
            "centre": 0.5,
            "middle": 0.5,
            "right": 1.0,
            "bottom": 1.0,
        }
        share = shares.get(self._anchor, middle / self._old)
        return round(value + share * more, _DIGITS)
