"""Changing a layout: documents in, documents out. A document is never changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Document = Mapping[str, Any]
    Part = Mapping[str, Any]

HANDLES = ("left", "right", "top", "bottom", "top left", "top right", "bottom left", "bottom right")
"""By which edges and corners parts are made larger or smaller."""
_LEAST = 2.0
_LEAST_TEXT = 5.0
_INK, _MUTED, _GOLD = "#1F2933", "#5B6672", "#B08D3E"
_BESIDE = 5.0
"""So far right and down a copy lies of what it was copied from."""
_BEHIND = ("ground", "border", "box")
"""What may lie behind everything else."""
_NEW: dict[str, dict[str, Any]] = {
    "text": {"width": 120, "text": "…", "size": 14, "floor": 9, "colour": _INK},
    "pair": {"width": 160, "km": "…", "en": "…", "size": 14, "size_en": 10, "gap": 6.5,
             "floor": 9, "floor_en": 7, "colour": _INK, "colour_en": _MUTED},
    "paragraph": {"width": 160, "height": 30, "text": "…", "size": 12, "floor": 8,
                  "colour": _INK},
    "image": {"width": 30, "height": 30, "file": ""},
    "logos": {"width": 120, "height": 18, "which": "all"},
    "signatory": {"width": 60, "height": 40, "number": 1},
    "rule": {"colour": _GOLD, "width": 0.35},
    "border": {"margin": 10, "colour": _GOLD, "width": 0.6, "style": "single"},
    "ground": {"colour": "#FFFDF8"},
    "diamond": {"side": 3, "colour": _GOLD},
    "box": {"width": 80, "height": 20, "fill": "#EFECE6", "radius": 2},
    "verify": {"side": 35},
}  # fmt: skip
ADDABLE = tuple(_NEW)


def part_of(document: Document, part_id: str) -> Part | None:
    """Give a part by its id."""
    return next((one for one in document["parts"] if one["id"] == part_id), None)


def changed(document: Document, part_id: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give a document in which one part has other values."""
    return _with(document, [
        {**one, **values} if one["id"] == part_id else one for one in document["parts"]
    ])  # fmt: skip


def without(document: Document, part_id: str) -> dict[str, Any]:
    """Give a document without one part."""
    return _with(document, [one for one in document["parts"] if one["id"] != part_id])


def added(document: Document, kind: str, page: tuple[float, float]) -> tuple[dict[str, Any], str]:
    """Give a document with one more part in the middle of the page, and that part's id."""
    part = {"id": _free_id(document, kind), "kind": kind, **_in_middle(kind, page)}
    parts = list(document["parts"])
    if kind == "ground":
        return _with(document, [part, *parts]), part["id"]
    if kind in _BEHIND:
        first = next((at for at, one in enumerate(parts) if one["kind"] not in _BEHIND), len(parts))
        return _with(document, [*parts[:first], part, *parts[first:]]), part["id"]
    return _with(document, [*parts, part]), part["id"]


def duplicated(document: Document, part_id: str) -> tuple[dict[str, Any], str]:
    """Give a document with a copy of a part a little beside it, and the copy's id."""
    parts = list(document["parts"])
    at = next(number for number, one in enumerate(parts) if one["id"] == part_id)
    copy = {**moved(parts[at], _BESIDE, _BESIDE), "id": _free_id(document, parts[at]["kind"])}
    return _with(document, [*parts[: at + 1], copy, *parts[at + 1 :]]), copy["id"]


def shifted(document: Document, part_id: str, steps: int) -> dict[str, Any]:
    """Give a document in which a part is drawn so many steps later: in front of others."""
    parts = list(document["parts"])
    at = next(number for number, one in enumerate(parts) if one["id"] == part_id)
    parts.insert(min(max(0, at + steps), len(parts) - 1), parts.pop(at))
    return _with(document, parts)


def moved(part: Part, dx: float, dy: float) -> dict[str, Any]:
    """Give a part so many millimetres further right and down."""
    wanted = dict(part)
    for name in ("x", "x1", "x2", "axis"):
        if wanted.get(name) is not None:
            wanted[name] = _tidy(wanted[name] + dx)
    for name in ("baseline", "top", "y", "y1", "y2"):
        if wanted.get(name) is not None:
            wanted[name] = _tidy(wanted[name] + dy)
    return wanted


def may_move(part: Part) -> bool:
    """Say whether a part has a place of its own; a border and a ground follow the page."""
    return part["kind"] not in ("ground", "border") and not part.get("locked")


def handles(part: Part) -> Sequence[str]:
    """Give by which edges and corners a part can be made larger."""
    if not may_move(part):
        return ()
    kind = part["kind"]
    if kind in ("text", "pair"):
        return ("left", "right")
    if kind in ("verify", "diamond"):
        return ("bottom right",)
    if kind == "rule":
        if part["y1"] == part["y2"]:
            return ("left", "right")
        return ("top", "bottom") if part["x1"] == part["x2"] else ("top left", "bottom right")
    return HANDLES


def resized(part: Part, handle: str, dx: float, dy: float) -> dict[str, Any]:
    """Give a part with one edge or corner so much further; the others stay where they are."""
    kind, wanted = part["kind"], dict(part)
    if kind == "rule":
        return _rule_resized(wanted, handle, dx, dy)
    if kind == "verify":
        return {**wanted, "side": _tidy(max(_LEAST_TEXT, part["side"] + max(dx, dy, key=abs)))}
    if kind == "diamond":
        return {**wanted, "side": _tidy(max(0.5, part["side"] + 2 * max(dx, dy, key=abs)))}
    least = _LEAST_TEXT if kind in ("text", "pair", "paragraph") else _LEAST
    if "left" in handle:
        by = min(dx, part["width"] - least)
        wanted |= {"x": _tidy(part["x"] + by), "width": _tidy(part["width"] - by)}
    if "right" in handle:
        wanted["width"] = _tidy(max(least, part["width"] + dx))
    if "top" in handle and "height" in part:
        by = min(dy, part["height"] - least)
        wanted |= {"top": _tidy(part["top"] + by), "height": _tidy(part["height"] - by)}
    if "bottom" in handle and "height" in part:
        wanted["height"] = _tidy(max(least, part["height"] + dy))
    return wanted


def _rule_resized(part: dict[str, Any], handle: str, dx: float, dy: float) -> dict[str, Any]:
    first, second = ("1", "2") if (part["x1"], part["y1"]) <= (part["x2"], part["y2"]) else "21"
    end = first if handle in ("left", "top", "top left") else second
    if part["y1"] == part["y2"]:
        dy = 0
    elif part["x1"] == part["x2"]:
        dx = 0
    part[f"x{end}"], part[f"y{end}"] = _tidy(part[f"x{end}"] + dx), _tidy(part[f"y{end}"] + dy)
    return part


def _in_middle(kind: str, page: tuple[float, float]) -> dict[str, Any]:
    values, (width, height) = dict(_NEW[kind]), page
    if kind == "rule":
        ends = {"x1": width / 2 - 40, "x2": width / 2 + 40}
        return {**ends, "y1": height / 2, "y2": height / 2, **values}
    if kind in ("border", "ground"):
        return values
    if kind == "diamond":
        return {"x": width / 2, "y": height / 2, **values}
    own_width = values.get("width", values.get("side", 0))
    place: dict[str, Any] = {"x": _tidy((width - own_width) / 2)}
    if kind in ("text", "pair"):
        return {**place, "baseline": _tidy(height / 2), **values}
    own_height = values.get("height", values.get("side", 0))
    return {**place, "top": _tidy((height - own_height) / 2), **values}


def _free_id(document: Document, kind: str) -> str:
    taken = {one["id"] for one in document["parts"]}
    return next(name for n in range(1, 1000) if (name := f"{kind}-{n}") not in taken)


def _with(document: Document, parts: list[Any]) -> dict[str, Any]:
    return {**document, "parts": parts}


def _tidy(value: float) -> float:
    return round(value, 2)
