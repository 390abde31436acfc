"""Items of a board as elements of an Excalidraw drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.canvases.note_text import wrapped
from bootcamp_app.features.canvases.own_data import MARK, item_data
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    NOTE_COLOURS,
    PICTURE,
    TEXT,
    Item,
)
from bootcamp_app.printing.text.styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bootcamp_app.features.canvases.views import Picture, Zone

UNITS = 4.0
"""Units of a drawing in a millimetre: a power of two, so that places come back exactly."""
TEMPLATE = "bootcamp-template"
"""The group of what lies locked below."""
_INK, _MUTED, _NONE = "#1F2933", "#5B6672", "transparent"
_FONT, _AIR, _LABEL = 2, 5.0, 160.0
_LARGEST, _SMALLEST = 20.0, 8.0
_POINTS = 72 / 25.4 / UNITS
"""Points in a unit of a drawing."""

Element = dict[str, Any]
Bounds = tuple[float, float, float, float]


def zone_elements(zone: Zone, number: int, about: Mapping[str, Any]) -> Iterator[Element]:
    """Give the locked rectangle and title of a zone; the first one says what board it is of."""
    x, y = zone.x * UNITS, zone.top * UNITS
    width, height = zone.width * UNITS, zone.height * UNITS
    ground = _element(f"zone-{zone.id}", "rectangle", (x, y, width, height))
    own = {"zone": zone.id, "board": about} if number == 1 else {"zone": zone.id}
    yield {**ground, "strokeColor": _MUTED, "customData": {MARK: own}, **_locked()}
    title = f"{number}  {zone.title.km}\n{zone.title.en}"
    size = (x + 12, y + 10, width - 24, 2 * 18 * 1.6)
    yield {**_text(f"title-{zone.id}", title, size, 18.0), **_locked(), "strokeColor": _MUTED}


def item_elements(
    item: Item, arrows: Sequence[str], by_id: Mapping[str, Item], pictures: Mapping[str, Picture]
) -> Iterator[Element]:
    """Give the elements of an item: a note is a rectangle with a text bound to it.

    `arrows` are the connectors that begin or end here; `pictures` are those that the drawing holds.
    """
    x, y, width, height = _bounds(item)
    own = {
        "groupIds": [item.group_id] if item.group_id else [],
        "customData": {MARK: {**item_data(item), **_exact(item), "text": item.text}},
        "boundElements": [{"type": "arrow", "id": one} for one in arrows],
    }
    if item.kind == CONNECTOR:
        yield {**_arrow(item, by_id), **own, "boundElements": _label_of(item)}
    elif item.kind == PICTURE and item.picture in pictures:
        image = {"fileId": item.picture, "status": "saved", "scale": [1, 1]}
        yield {**_element(item.id, "image", (x, y, width, height)), **own, **image, "crop": None}
        return
    elif item.kind == TEXT and item.text:
        yield {**_text(item.id, item.text, (x, y, width, height)), **own}
        return
    elif item.kind == FRAME:
        yield {**_element(item.id, "frame", (x, y, width, height)), **own, "name": item.text}
        return
    else:
        ground = _element(item.id, "rectangle", (x, y, width, height))
        bound = [*own.pop("boundElements"), *_label_of(item)]
        colour = NOTE_COLOURS.get(item.colour, NOTE_COLOURS["yellow"])
        fill = colour if item.kind == NOTE else _NONE
        yield {**ground, **own, "boundElements": bound, "backgroundColor": fill}
    if item.text:
        text = _text(_label(item), item.text, _inside(item, by_id))
        yield {**text, "containerId": item.id, "groupIds": own["groupIds"]}


def _inside(item: Item, by_id: Mapping[str, Item]) -> Bounds:
    """Give where the text of an item stands: inside, or upon the middle of a connector."""
    x, y, width, height = _bounds(item)
    if item.kind != CONNECTOR:
        return x + _AIR, y + _AIR, max(width - 2 * _AIR, 1.0), max(height - 2 * _AIR, 1.0)
    start, end = _middle(by_id.get(item.source, item)), _middle(by_id.get(item.target, item))
    across, down = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return across - _LABEL / 2, down - _LARGEST, _LABEL, 2 * _LARGEST


def _exact(item: Item) -> dict[str, float]:
    return {name: getattr(item, name) for name in ("x", "top", "width", "height")}


def _label(item: Item) -> str:
    return f"{item.id}-text"


def _label_of(item: Item) -> list[Element]:
    return [{"type": "text", "id": _label(item)}] if item.text else []


def _arrow(item: Item, by_id: Mapping[str, Item]) -> Element:
    source, target = by_id.get(item.source), by_id.get(item.target)
    ends = item.style.get("ends", "arrow")
    start, end = _middle(source or item), _middle(target or item)
    across, down = end[0] - start[0], end[1] - start[1]
    bounds = (*start, abs(across), abs(down))
    return {
        **_element(item.id, "arrow", bounds),
        "points": [[0, 0], [across, down]],
        "lastCommittedPoint": None,
        "startBinding": _binding(source),
        "endBinding": _binding(target),
        "startArrowhead": "arrow" if ends == "both" else None,
        "endArrowhead": None if ends == "none" else "arrow",
        "strokeStyle": "dashed" if item.style.get("dash") else "solid",
        "elbowed": False,
    }


def _binding(item: Item | None) -> Element | None:
    return {"elementId": item.id, "focus": 0, "gap": 4} if item else None


def _middle(item: Item) -> tuple[float, float]:
    x, y, width, height = _bounds(item)
    return x + width / 2, y + height / 2


def _bounds(item: Item) -> Bounds:
    return item.x * UNITS, item.top * UNITS, item.width * UNITS, item.height * UNITS


def _text(key: str, text: str, bounds: Bounds, most: float = _LARGEST) -> Element:
    size, lines = _fitting(text, (max(bounds[2], 1.0), bounds[3]), most)
    return {
        **_element(key, "text", bounds),
        "text": "\n".join(lines),
        "originalText": text,
        "fontSize": size,
        "fontFamily": _FONT,
        "textAlign": "left",
        "verticalAlign": "top",
        "containerId": None,
        "lineHeight": _line(text),
        "autoResize": False,
    }


def _fitting(text: str, room: tuple[float, float], most: float) -> tuple[float, list[str]]:
    """Give the size in which a text fits a width and height, and its lines in it.

    Excalidraw breaks lines only when somebody writes, and knows no Khmer words.
    """
    size = most
    while True:
        lines = wrapped(text, TextStyle(size * _POINTS, 400), room[0] / UNITS)
        if size <= _SMALLEST or len(lines) * size * _line(text) <= room[1]:
            return size, lines
        size -= 1


def _line(text: str) -> float:
    """Give how far lines stand apart, of the size of the font: Khmer needs more."""
    return 1.6 if is_khmer(text) else 1.25


def _locked() -> Element:
    return {"locked": True, "groupIds": [TEMPLATE]}


def _element(key: str, kind: str, bounds: Bounds) -> Element:
    x, y, width, height = bounds
    # The same board is the same file: what Excalidraw draws by chance comes from the id.
    chance = crc32(key.encode()) & 0x7FFFFFFF
    return {
        "id": key,
        "type": kind,
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "angle": 0,
        "strokeColor": _INK,
        "backgroundColor": _NONE,
        "fillStyle": "solid",
        "strokeWidth": 1,
        "strokeStyle": "solid",
        "roughness": 0,
        "opacity": 100,
        "groupIds": [],
        "frameId": None,
        "index": None,
        "roundness": None,
        "seed": chance,
        "version": 1,
        "versionNonce": chance,
        "isDeleted": False,
        "boundElements": [],
        "updated": 1,
        "link": None,
        "locked": False,
    }
