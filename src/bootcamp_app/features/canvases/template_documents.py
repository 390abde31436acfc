"""The document of a template that comes from outside: checked, or made of foreign frames."""

from __future__ import annotations

import math
from typing import Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.item_rules import well_formed
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH, ZONE_COLOURS, ZONE_KINDS

MOST_ZONES = 80
_LONGEST = 1_000
_AIR = 0.5
_PHASE = "A"
"""Where a canvas stands that says no phase."""


def checked_document(found: object) -> dict[str, Any]:
    """Give a template's document that came from outside, nothing unknown in it.

    Raises a Refusal where it is none: a zone outside of the page, a number that is none.
    """
    try:
        return _checked(found)
    except (KeyError, TypeError, ValueError, OverflowError) as problem:
        raise Refusal(
            "The template in this file is not sound. Take it in as notes on a board of yours."
        ) from problem


def plain_document(title: str, zones: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the document of a template that a foreign file brings: its title and its zones."""
    nothing = {"km": "", "en": ""}
    return {
        "version": 1,
        "phase": _PHASE,
        "minutes": 0,
        "title": {"km": title, "en": title},
        "purpose": nothing,
        "credit": nothing,
        "zones": zones,
    }


def plain_zone(number: int, title: str, rect: tuple[float, float, float, float]) -> dict[str, Any]:
    """Give a zone of such a template."""
    return {
        "id": f"z{number}",
        "title": {"km": title, "en": title},
        "prompt": {"km": "", "en": ""},
        "kind": "notes",
        "colour": "neutral",
        "rect": [round(one, 2) for one in rect],
    }


def _checked(found: Any) -> dict[str, Any]:  # noqa: ANN401 - of a foreign file
    zones = [_checked_zone(one) for one in _list(found["zones"])]
    if len({one["id"] for one in zones}) < len(zones) or len(zones) > MOST_ZONES or not zones:
        raise ValueError("zones")
    return {
        "version": _whole(found["version"]),
        "phase": found["phase"] if found["phase"] in tuple(PHASES) else _PHASE,
        "place": _whole(found.get("place", 0)),
        "minutes": _whole(found["minutes"]),
        "title": _words(found["title"]),
        "purpose": _words(found["purpose"]),
        "credit": _words(found["credit"]),
        "zones": zones,
    }


def _checked_zone(found: Any) -> dict[str, Any]:  # noqa: ANN401 - of a foreign file
    x, top, width, height = (_number(one) for one in _list(found["rect"]))
    right, bottom = PAGE_WIDTH + _AIR, PAGE_HEIGHT + _AIR
    is_inside = x >= 0 and top >= 0 and x + width <= right and top + height <= bottom
    if not is_inside or width <= 0 or height <= 0 or not found["id"]:
        raise ValueError("rect")
    held = {
        "id": _text(found["id"])[:80],
        "title": _words(found["title"]),
        "prompt": _words(found["prompt"]),
        "kind": found["kind"] if found["kind"] in ZONE_KINDS else "notes",
        "colour": found["colour"] if found["colour"] in ZONE_COLOURS else "neutral",
        "rect": [x, top, width, height],
    }
    return {**held, "from": _text(found["from"])} if found.get("from") else held


def _words(found: Any) -> dict[str, str]:  # noqa: ANN401 - of a foreign file
    return {"en": _text(found["en"]), "km": _text(found["km"])}


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return well_formed(found)[:_LONGEST]


def _list(found: object) -> list[Any]:
    if not isinstance(found, list):
        raise TypeError(found)
    return found


def _whole(found: object) -> int:
    return int(_number(found))


def _number(found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise TypeError(found)
    return found
