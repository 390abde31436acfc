"""The frame around a part: what is seen of it, or the room that the layout gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.features.certificates.snapping import Frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.certificates.views import Design
    from bootcamp_app.printing.paper import Box

    Part = Mapping[str, Any]

_LEAST, _FAINT = 0.6, 0.4
_NEAR = 1.2
"""Millimetres beside a thin part that still mean it."""


def frame_of(part: Part, box: Box) -> Frame:
    """Give the frame of a part that covers this box."""
    if "baseline" in part:
        return Frame(part["x"], box.top, part["width"], box.height, part["baseline"])
    if "height" in part:
        return Frame(part["x"], part["top"], part["width"], part["height"])
    if part["kind"] == "verify":
        return Frame(part["x"], part["top"], part["side"], part["side"])
    wide, high = max(box.width, _LEAST), max(box.height, _LEAST)
    return Frame(box.x - (wide - box.width) / 2, box.top - (high - box.height) / 2, wide, high)


def part_at(parts: Sequence[Part], bounds: Mapping[str, Box], x: float, y: float) -> str:
    """Give the id of the part that is meant at a place: the one in front, or empty."""
    for part in reversed(parts):
        box = bounds.get(part["id"])
        if box is None or part["kind"] == "ground":
            continue
        if part["kind"] == "border":
            continue
        if _covers(box, x, y, _NEAR):
            return str(part["id"])
    borders = [one for one in parts if one["kind"] == "border" and one["id"] in bounds]
    return next(
        (str(one["id"]) for one in reversed(borders) if _is_on_edge(bounds[one["id"]], x, y)), ""
    )


def is_empty(part: Part, design: Design) -> bool:
    """Say whether a part is a place that waits for a picture, of which the paper shows nothing.

    A faint one lies behind the words, as a watermark: its frame would cross them.
    """
    if part["kind"] == "image":
        return not part.get("file") and part.get("strength", 1) > _FAINT
    return part["kind"] == "logos" and not design.logos


def _covers(box: Box, x: float, y: float, near: float) -> bool:
    return (
        box.x - near <= x <= box.x + box.width + near
        and box.top - near <= y <= box.top + box.height + near
    )


def _is_on_edge(box: Box, x: float, y: float) -> bool:
    return _covers(box, x, y, _NEAR) and not (
        box.x + 2 * _NEAR < x < box.x + box.width - 2 * _NEAR
        and box.top + 2 * _NEAR < y < box.top + box.height - 2 * _NEAR
    )
