"""Elements of an Excalidraw drawing as items of a board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.canvases.excalidraw_elements import TEMPLATE, UNITS
from bootcamp_app.features.canvases.foreign import Box, note_colour, shortened
from bootcamp_app.features.canvases.foreign_values import number, text_of
from bootcamp_app.features.canvases.own_data import MARK, PicturesIn, about_item
from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, NOTE, PICTURE, TEXT, Item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.canvases.views import Picture

_CARDS = ("rectangle", "ellipse", "diamond", "stickynote")
_LINES = ("arrow", "line")
_FRAMES = ("frame", "magicframe")
_SIDES = ("x", "top", "width", "height")

Element = dict[str, Any]


def board_in(elements: Sequence[Element]) -> object:
    """Give what the drawing says of the board that it was made from; None where nothing."""
    return next((own["board"] for one in elements if "board" in (own := _own(one))), None)


class Drawn:
    """What a drawing holds, as items, frames and pictures."""

    def __init__(self, name: str, files: Mapping[str, Any], *, is_ours: bool) -> None:
        self.items: list[Item] = []
        self.frames: list[Box] = []
        self.pictures: dict[str, Picture] = {}
        self.lost = 0
        self._files = files
        self._pictures = PicturesIn(name)
        self._is_ours = is_ours
        self._labels: dict[str, str] = {}

    def take(self, elements: Sequence[Element]) -> None:
        """Take all elements: texts first that stand in others, lines last that join them."""
        there = [one for one in elements if not one.get("isDeleted") and not _is_template(one)]
        holders = {text_of(one.get("id")) for one in there if one.get("type") != "text"} - {""}
        labels = [one for one in there if one.get("type") == "text"]
        bound = [one for one in labels if text_of(one.get("containerId")) in holders]
        self._labels = {one["containerId"]: _said(one) for one in bound}
        # By which one it is: to compare what all of them hold takes too long.
        are_bound = {id(one) for one in bound}
        rest = [one for one in there if id(one) not in are_bound]
        for element in rest:
            if element.get("type") not in _LINES:
                self._take(element)
        known = {one.id for one in self.items}
        for element in rest:
            if element.get("type") in _LINES:
                self._join(element, known)

    def _take(self, element: Element) -> None:
        key, kind, box = element.get("id"), element.get("type"), _box(element)
        own = _own(element) if self._is_ours else {}
        if box is None or not isinstance(key, str) or not key:
            self.lost += 1
        elif kind in _FRAMES and own.get("kind") != FRAME:
            self.frames.append(replace(box, title=text_of(element.get("name"))))
        elif (item := self._item(element, key, kind)) is None:
            self.lost += 1
        else:
            self.items.append(self._placed(replace(item, **about_item(own)), own, box))

    def _item(self, element: Element, key: str, kind: object) -> Item | None:
        group = element.get("groupIds")
        group_id = text_of(group[-1])[:80] if isinstance(group, list) and group else ""
        item = Item(key, NOTE, place=float(len(self.items)), group_id=group_id)
        if kind in _CARDS:
            colour = "" if self._is_ours and _own(element) else element.get("backgroundColor")
            said = shortened(self._labels.get(key, ""))
            return replace(item, text=said, colour=note_colour(colour) if colour else "")
        if kind == "text":
            return replace(item, kind=TEXT, text=shortened(_said(element)))
        if kind in _FRAMES:
            return replace(item, kind=FRAME, text=shortened(text_of(element.get("name"))))
        if kind == "image":
            file = self._files.get(text_of(element.get("fileId")))
            url = file.get("dataURL") if isinstance(file, dict) else None
            picture = self._pictures.picture(url)
            if picture is not None:
                self.pictures[key] = picture
                said = shortened(text_of(_own(element).get("text"))) if self._is_ours else ""
                return replace(item, kind=PICTURE, picture=key, text=said)
        return None

    def _placed(self, item: Item, own: Element, box: Box) -> Item:
        if item.kind == PICTURE:
            item = replace(item, picture=item.id)
        x, top, width, height = box.x, box.top, box.width, box.height
        if self._is_ours:
            x, top = _millimetres(own, "x", x), _millimetres(own, "top", top)
            width, height = _millimetres(own, "width", width), _millimetres(own, "height", height)
        return replace(item, x=x, top=top, width=width, height=height)

    def _join(self, element: Element, known: set[str]) -> None:
        own = _own(element) if self._is_ours else {}
        source, target = (_bound(element.get(f"{end}Binding")) for end in ("start", "end"))
        key = element.get("id")
        is_ours = own.get("kind") == CONNECTOR
        if not isinstance(key, str) or not key or not (is_ours or {source, target} <= known):
            self.lost += 1
            return
        heads = (bool(element.get("startArrowhead")), bool(element.get("endArrowhead")))
        ends = {(False, False): "none", (True, True): "both"}.get(heads, "arrow")
        if heads == (True, False) and not is_ours:
            source, target = target, source
        style = {"ends": ends, "dash": element.get("strokeStyle") == "dashed"}
        text = shortened(self._labels.get(key, ""))
        item = Item(key, CONNECTOR, source=source, target=target, text=text, style=style)
        if is_ours:
            exact = {side: _millimetres(own, side, 0.0) for side in _SIDES}
            ours = {"style": {}, **about_item(own)}
            item = replace(item, **{**ours, **exact, "source": source, "target": target})
        self.items.append(item)


def _millimetres(own: Element, name: str, units: float) -> float:
    """Give a side as it was where nobody moved it since."""
    was = number(own.get(name))
    is_same = was is not None and (abs(was * UNITS - units) < 1e-6 or own.get("kind") == CONNECTOR)
    return was if was is not None and is_same else units / UNITS


def _own(element: Element) -> Element:
    custom = element.get("customData")
    own = custom.get(MARK) if isinstance(custom, dict) else None
    return own if isinstance(own, dict) else {}


def _is_template(element: Element) -> bool:
    groups = element.get("groupIds")
    return isinstance(groups, list) and TEMPLATE in groups


def _said(element: Element) -> str:
    return text_of(element.get("originalText")) or text_of(element.get("text"))


def _bound(binding: object) -> str:
    return text_of(binding.get("elementId")) if isinstance(binding, dict) else ""


def _box(element: Element) -> Box | None:
    x, y, width, height = (number(element.get(name)) for name in ("x", "y", "width", "height"))
    if x is None or y is None or width is None or height is None:
        return None
    return Box(x, y, max(width, 0.0), max(height, 0.0))
