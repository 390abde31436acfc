"""Changing a template of one's own: zones are moved, pulled, added, removed. Values in and out.

Everything rests on a grid of 5 mm that begins at the margins; nothing leaves them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.checking import (
    BOTTOM,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    LEFT,
    RIGHT,
    TOP,
    zones_overlap,
)
from bootcamp_app.features.canvases.views import Words, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bootcamp_app.features.canvases.views import Template

GRID = 5.0
_NEW_SIZES = ((100.0, 60.0), (60.0, 60.0), (60.0, 40.0), (30.0, 25.0))
_NEW_TITLE = Words("New zone", "តំបន់ថ្មី")


def with_zone(template: Template, zone: Zone) -> Template:
    """Give a template in which a zone is otherwise."""
    zones = tuple(zone if one.id == zone.id else one for one in template.zones)
    return replace(template, zones=zones)


def moved(zone: Zone, dx: float, dy: float) -> Zone:
    """Give a zone moved so far, onto the grid and inside the margins."""
    x = min(max(_on_grid(zone.x + dx, LEFT) if dx else zone.x, LEFT), RIGHT - zone.width)
    top = min(max(_on_grid(zone.top + dy, TOP) if dy else zone.top, TOP), BOTTOM - zone.height)
    return replace(zone, x=_tidy(x), top=_tidy(top))


def resized(zone: Zone, edges: str, dx: float, dy: float) -> Zone:
    """Give a zone of which these edges (`left`, `right`, `top`, `bottom`) were pulled so far."""
    left, top, right, bottom = zone.x, zone.top, zone.x + zone.width, zone.top + zone.height
    if "left" in edges and dx:
        left = min(max(_on_grid(left + dx, LEFT), LEFT), right - LEAST_WIDTH)
    if "right" in edges and dx:
        right = max(min(_on_grid(right + dx, LEFT), RIGHT), left + LEAST_WIDTH)
    if "top" in edges and dy:
        top = min(max(_on_grid(top + dy, TOP), TOP), bottom - LEAST_HEIGHT)
    if "bottom" in edges and dy:
        bottom = max(_bottom(bottom + dy), top + LEAST_HEIGHT)
    return replace(
        zone, x=_tidy(left), top=_tidy(top), width=_tidy(right - left), height=_tidy(bottom - top)
    )


def added(template: Template) -> tuple[Template, Zone]:
    """Give a template with one more zone where there is room, and that zone.

    Raises a Refusal where there is none.
    """
    for width, height in _NEW_SIZES:
        for x, top in _places(width, height):
            zone = Zone(
                _free_id(template), _NEW_TITLE, Words("", ""), "neutral", "notes", x, top, width,
                height,
            )  # fmt: skip
            if is_free(template, zone):
                return replace(template, zones=(*template.zones, zone)), zone
    raise Refusal("There is no room for another zone. Make one smaller, or remove one.")


def removed(template: Template, zone_id: str) -> Template:
    """Give a template without a zone; raises a Refusal where it is the last one."""
    zones = tuple(one for one in template.zones if one.id != zone_id)
    if not zones:
        raise Refusal("A canvas has at least one zone. Change this one instead.")
    return replace(template, zones=zones)


def is_free(template: Template, zone: Zone) -> bool:
    """Say whether a zone lies on no other one."""
    return not any(zones_overlap(one, zone) for one in template.zones if one.id != zone.id)


def _places(width: float, height: float) -> Iterator[tuple[float, float]]:
    for down in range(int((BOTTOM - TOP - height) // GRID) + 1):
        for across in range(int((RIGHT - LEFT - width) // GRID) + 1):
            yield LEFT + across * GRID, TOP + down * GRID


def _free_id(template: Template) -> str:
    taken = {one.id for one in template.zones}
    number = len(taken) + 1
    while f"zone-{number}" in taken:
        number += 1
    return f"zone-{number}"


def _on_grid(place: float, begins: float) -> float:
    return begins + round((place - begins) / GRID) * GRID


def _bottom(place: float) -> float:
    """Give a lower edge on the grid; the margin below is none of its lines, but holds as well."""
    return BOTTOM if place > BOTTOM - GRID / 2 else min(_on_grid(place, TOP), BOTTOM)


def _tidy(length: float) -> float:
    return round(length, 1)
