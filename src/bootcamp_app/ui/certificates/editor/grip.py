"""Moving and resizing with the mouse: from where the button went down to where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.features.certificates.editing import handles, may_move, moved, resized
from bootcamp_app.features.certificates.snapping import (
    Guide,
    guides_of,
    snapped,
    snapped_at,
    touched,
)
from bootcamp_app.ui.certificates.editor.frames import frame_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.certificates.snapping import Frame
    from bootcamp_app.printing.paper import Box

    Part = Mapping[str, Any]


class Pulled(NamedTuple):
    """A part as it is now, its frame, and the lines that it rests on."""

    part: Part
    frame: Frame
    guides: tuple[Guide, ...]


class Grip:
    """A hold on one part: on the whole of it, or on one edge or corner."""

    def __init__(
        self,
        part: Part,
        handle: str,
        bounds: Mapping[str, Box],
        parts: Sequence[Part],
        page: tuple[float, float],
    ) -> None:
        self._part = part
        self._handle = handle
        self._frame = frame_of(part, bounds[part["id"]])
        others = [
            frame_of(one, bounds[one["id"]])
            for one in parts
            if one["id"] != part["id"] and one["id"] in bounds and may_move(one)
        ]
        self._guides = guides_of(page, others)

    def pulled(self, dx: float, dy: float, reach: float) -> Pulled:
        """Give the part pulled so far (mm); it rests on lines within reach, with 0 on none."""
        if self._handle:
            return self._resized(dx, dy, reach)
        frame = self._frame.moved(dx, dy)
        rest = snapped(frame, self._guides, reach) if reach else None
        if rest is not None:
            dx, dy = dx + rest.dx, dy + rest.dy
        part = moved(self._part, dx, dy)
        guides = rest.guides if rest is not None else ()
        return Pulled(part, self._frame.moved(dx, dy), guides)

    def _resized(self, dx: float, dy: float, reach: float) -> Pulled:
        frame = self._frame
        right, bottom = frame.x + frame.width, frame.top + frame.height
        if reach and "left" in self._handle:
            dx = snapped_at(frame.x + dx, self._guides, reach, is_upright=True) - frame.x
        if reach and "right" in self._handle:
            dx = snapped_at(right + dx, self._guides, reach, is_upright=True) - right
        if reach and "top" in self._handle:
            dy = snapped_at(frame.top + dy, self._guides, reach, is_upright=False) - frame.top
        if reach and "bottom" in self._handle:
            dy = snapped_at(bottom + dy, self._guides, reach, is_upright=False) - bottom
        part = resized(self._part, self._handle, dx, dy)
        now = _frame_after(self._part, part, frame)
        return Pulled(part, now, touched(now, self._guides) if reach else ())


def may_pull(part: Part) -> bool:
    """Say whether a part can be moved at all."""
    return may_move(part)


def places_of(part: Part, frame: Frame) -> dict[str, tuple[float, float]]:
    """Give where the handles of a part lie, by edge or corner."""
    x, top = frame.x, frame.top
    middle, right = x + frame.width / 2, x + frame.width
    level, bottom = top + frame.height / 2, top + frame.height
    places = {
        "left": (x, level), "right": (right, level), "top": (middle, top),
        "bottom": (middle, bottom), "top left": (x, top), "top right": (right, top),
        "bottom left": (x, bottom), "bottom right": (right, bottom),
    }  # fmt: skip
    return {name: places[name] for name in handles(part)}


def _frame_after(before: Part, after: Part, frame: Frame) -> Frame:
    """Give the frame of a part whose edges were pulled; its text is shaped a moment later."""
    if "width" in before and "x" in before:
        right = after["x"] + after["width"]
        top = after.get("top", frame.top)
        height = after.get("height", frame.height)
        return frame._replace(x=after["x"], top=top, width=right - after["x"], height=height)
    if before["kind"] == "verify":
        return frame._replace(width=after["side"], height=after["side"])
    if before["kind"] == "diamond":
        by = after["side"] - before["side"]
        return frame._replace(
            x=frame.x - by / 2, top=frame.top - by / 2, width=frame.width + by,
            height=frame.height + by,
        )  # fmt: skip
    left, wide = sorted((after["x1"], after["x2"]))
    high, low = sorted((after["y1"], after["y2"]))
    return frame._replace(
        x=left, top=high, width=max(wide - left, frame.width if left == wide else 0),
        height=max(low - high, frame.height if high == low else 0),
    )  # fmt: skip
