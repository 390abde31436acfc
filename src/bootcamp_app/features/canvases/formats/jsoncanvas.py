"""JSON Canvas 1.0: notes as cards, zones as groups, connectors as edges; Obsidian opens it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.file_views import Format, TakenIn
from bootcamp_app.features.canvases.foreign import Box, note_colour, on_our_page, shortened
from bootcamp_app.features.canvases.foreign_values import (
    left_out,
    listed,
    number,
    objects,
    text_of,
)
from bootcamp_app.features.canvases.own_data import (
    MARK,
    PicturesIn,
    about_board,
    about_item,
    board_data,
    data_url,
    item_data,
)
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    NOTE_COLOURS,
    PICTURE,
    Item,
)
from bootcamp_app.reading.documents import json_document

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Picture, Zone

_UNITS = 10
"""Units of the file in a millimetre: they are whole numbers."""
_ZONE = "zone:"
_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}
_PRESETS = {
    "1": "#FB464C",
    "2": "#E9973F",
    "3": "#E0DE71",
    "4": "#44CF6E",
    "5": "#53DFDD",
    "6": "#A882FF",
}
_SHOWN_PICTURE = re.compile(r"!\[[^\]]*\]\((data:image/[^)\s]+)\)")
_LONGEST_TITLE = 200
_PLACES = ("x", "top", "width", "height")


def _write(handed: Handed, path: Path) -> None:
    items = handed.contents.items
    cards = {one.id for one in items if one.kind != CONNECTOR}
    edges = [one for one in items if {one.source, one.target} <= cards and one.kind == CONNECTOR]
    said = cards | {one.id for one in edges}
    about = {**board_data(handed), "others": [_whole(one) for one in items if one.id not in said]}
    zones = handed.contents.board.template.zones
    document = {
        "nodes": [
            # In a node: of the file itself other programs leave out what they do not know.
            *(_group(zone, {} if at else {"board": about}) for at, zone in enumerate(zones)),
            *(_node(one, handed) for one in items if one.id in cards),
        ],
        "edges": [_edge(one) for one in edges],
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")


def _whole(item: Item) -> dict[str, Any]:
    return {"id": item.id, "text": item.text, **_exact(item), **item_data(item)}


def _group(zone: Zone, more: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{_ZONE}{zone.id}",
        "type": "group",
        "x": round(zone.x * _UNITS),
        "y": round(zone.top * _UNITS),
        "width": round(zone.width * _UNITS),
        "height": round(zone.height * _UNITS),
        "label": f"{zone.title.km} · {zone.title.en}",
        "color": _COLOURS.get(zone.colour, _COLOURS["neutral"]),
        MARK: {"zone": zone.id, **more},
    }


def _node(item: Item, handed: Handed) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": item.id,
        "type": "group" if item.kind == FRAME else "text",
        "x": round(item.x * _UNITS),
        "y": round(item.top * _UNITS),
        "width": max(round(item.width * _UNITS), 1),
        "height": max(round(item.height * _UNITS), 1),
    }
    picture = handed.pictures.get(item.picture)
    if item.kind == FRAME:
        node["label"] = item.text
    elif item.kind == PICTURE and picture:
        node["text"] = f"![]({data_url(picture)})"
    else:
        node["text"] = item.text
    if item.colour in NOTE_COLOURS:
        node["color"] = NOTE_COLOURS[item.colour]
    own = {**item_data(item), **_exact(item)}
    if item.kind == PICTURE:
        own["text"] = item.text
    return {**node, MARK: own}


def _edge(item: Item) -> dict[str, Any]:
    ends = item.style.get("ends", "arrow")
    edge = {
        "id": item.id,
        "fromNode": item.source,
        "toNode": item.target,
        "fromEnd": "arrow" if ends == "both" else "none",
        "toEnd": "none" if ends == "none" else "arrow",
    }
    if item.text:
        edge["label"] = item.text
    return {**edge, MARK: {**item_data(item), **_exact(item)}}


def _exact(item: Item) -> dict[str, float]:
    return {name: getattr(item, name) for name in _PLACES}


def _read(path: Path) -> TakenIn:
    document = json_document(path)
    if not ("nodes" in document or "edges" in document):
        raise Refusal(
            "{name} is no JSON Canvas. Choose a file that ends in .canvas.",
            name=path.name,
        )
    nodes = listed(document.get("nodes", []), path.name)
    edges = listed(document.get("edges", []), path.name)
    own = next((one["board"] for one in map(_own, objects(nodes)) if "board" in one), None)
    about = about_board(own)
    cards = _Cards(path.name, is_ours=about.template is not None)
    for node in objects(nodes):
        cards.take(node)
    known = {one.id for one in cards.items}
    connectors = [_connector(edge, known) for edge in objects(edges)]
    lost = cards.lost + connectors.count(None)
    items = [*cards.items, *filter(None, connectors)]
    taken = replace(about, pictures=cards.pictures, left_out=left_out(lost))
    if not cards.is_ours:
        titled = replace(taken, title_en=shortened(path.stem)[:_LONGEST_TITLE])
        return on_our_page(items, cards.frames, titled)
    others = own.get("others") if isinstance(own, dict) else []
    return replace(taken, items=(*items, *_others(others)))


class _Cards:
    """The nodes of a file, taken one by one."""

    def __init__(self, name: str, *, is_ours: bool) -> None:
        self.is_ours = is_ours
        self.items: list[Item] = []
        self.frames: list[Box] = []
        self.pictures: dict[str, Picture] = {}
        self.lost = 0
        self._pictures = PicturesIn(name)

    def take(self, node: dict[str, Any]) -> None:
        """Take a node, or count it as lost."""
        key, kind, box = node.get("id"), node.get("type"), _box(node)
        own = node.get(MARK) if self.is_ours else None
        said = about_item(own)
        if box is None or not isinstance(key, str) or not key:
            self.lost += 1
        elif kind == "group" and said.get("kind") != FRAME:
            if not (self.is_ours and key.startswith(_ZONE)):
                self.frames.append(box)
        elif kind in ("text", "link", "group"):
            item = self._item(node, key, box)
            if item is not None:
                placed = replace(item, **said, **_place(own, box, self.is_ours))
                # Pictures go by the nodes that show them; what is kept here has ids of its own.
                shown = key if placed.kind == PICTURE else ""
                self.items.append(replace(placed, picture=shown))
        else:
            self.lost += 1

    def _item(self, node: dict[str, Any], key: str, box: Box) -> Item | None:
        own = node.get(MARK) if self.is_ours else None
        text = text_of(node.get("text")) or text_of(node.get("url")) or box.title
        shown = _SHOWN_PICTURE.fullmatch(text.strip())
        picture = self._pictures.picture(shown.group(1)) if shown else None
        if shown and picture is None:
            self.lost += 1
            return None
        colour = "" if picture or isinstance(own, dict) else note_colour(_colour(node.get("color")))
        item = Item(key, NOTE, place=float(len(self.items)), text=shortened(text), colour=colour)
        if picture is None:
            return replace(item, width=box.width, height=box.height, x=box.x, top=box.top)
        self.pictures[key] = picture
        told = text_of(own.get("text")) if isinstance(own, dict) else ""
        return replace(item, kind=PICTURE, text=shortened(told), picture=key)


def _own(node: dict[str, Any]) -> dict[str, Any]:
    own = node.get(MARK)
    return own if isinstance(own, dict) else {}


def _box(node: dict[str, Any]) -> Box | None:
    x, y, width, height = (number(node.get(name)) for name in ("x", "y", "width", "height"))
    if x is None or y is None or width is None or height is None:
        return None
    return Box(x, y, max(width, 0.0), max(height, 0.0), text_of(node.get("label")))


def _place(own: object, box: Box, is_ours: bool) -> dict[str, Any]:
    """Give where an item lies, exactly as it was where nobody moved it since."""
    now = {"x": box.x, "top": box.top, "width": box.width, "height": box.height}
    if not is_ours:
        return now
    exact = {name: number(own.get(name)) for name in now} if isinstance(own, dict) else {}
    return {
        name: was
        if (was := exact.get(name)) is not None and abs(was * _UNITS - value) <= 1
        else value / _UNITS
        for name, value in now.items()
    }


def _connector(edge: dict[str, Any], known: set[str]) -> Item | None:
    key, source, target = (text_of(edge.get(name)) for name in ("id", "fromNode", "toNode"))
    if not (key and source in known and target in known):
        return None
    arrows = (edge.get("fromEnd", "none") == "arrow", edge.get("toEnd", "arrow") == "arrow")
    ends = {(False, False): "none", (True, True): "both"}.get(arrows, "arrow")
    said = about_item(edge.get(MARK))
    if arrows == (True, False):
        source, target = target, source
    style = {"ends": ends, **said.pop("style", {})} if not said else said.pop("style", {})
    text = shortened(text_of(edge.get("label")))
    ends_of = {"kind": CONNECTOR, "source": source, "target": target, "text": text}
    item = Item(key, CONNECTOR, style=style)
    return replace(item, **{**said, **ends_of}, **_exactly(edge.get(MARK)))


def _exactly(own: object) -> dict[str, Any]:
    found = {name: number(own.get(name)) for name in _PLACES} if isinstance(own, dict) else {}
    return {name: value for name, value in found.items() if value is not None}


def _others(found: object) -> list[Item]:
    items = []
    for own in objects(found if isinstance(found, list) else []):
        said = about_item(own)
        if isinstance(own.get("id"), str) and said.get("kind") == CONNECTOR:
            item = Item(own["id"], CONNECTOR, text=shortened(text_of(own.get("text"))))
            items.append(replace(item, **said, **_exactly(own)))
    return items


def _colour(found: object) -> object:
    return _PRESETS.get(found, found) if isinstance(found, str) else None


ENTRY = Format(".canvas", N_("JSON Canvas, for Obsidian"), _write, _read)
