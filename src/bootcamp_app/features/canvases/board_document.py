"""A whole board as one JSON document, and back: what our own files carry. Trusts no file."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, fields
from math import isfinite
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.file_views import TakenIn
from bootcamp_app.features.canvases.ground import ZONE_COLOURS
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import KINDS, PICTURE, SCALES, Item, Picture
from bootcamp_app.printing.images import shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Template

NAME, VERSION = "bootcamp-desk-board", 1
MOST_ITEMS, MOST_SIGNS, MOST_PICTURES, MOST_ZONES = 20_000, 20_000, 500, 200
_TEXTS = {one.name for one in fields(Item) if one.type == "str"}
_NUMBERS = {one.name for one in fields(Item) if one.type == "float"}
_FAR = 100_000.0
_LOST_PICTURE = N_("A picture is damaged and was left out.")


def written(handed: Handed) -> str:
    """Give a board with all that lies on it; whose word a note is stays out with the names."""
    board = handed.contents.board
    held = {
        "format": NAME,
        "version": VERSION,
        "template": board.template.id,
        "document": document_of_template(board.template),
        "title_km": board.title_km,
        "title_en": board.title_en,
        "team": handed.team,
        "paper": board.paper,
        "items": [_item(one, has_author=bool(handed.names)) for one in handed.contents.items],
        "pictures": {
            one.id: {
                "kind": one.kind,
                "width": one.width,
                "height": one.height,
                "data": b64encode(one.data).decode("ascii"),
            }
            for one in handed.pictures.values()
        },
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def taken_in(text: str, name: str) -> TakenIn:
    """Give the board that a document holds; the name is for the words of a refusal."""
    try:
        held = json.loads(text)
        if held["format"] != NAME:
            raise _damaged(name)
        if int(held["version"]) > VERSION:
            raise Refusal(
                "{name} was written by a newer version of the program. Update this one, then try "
                "again.",
                name=name,
            )
        return _read(held)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise _damaged(name) from error


def document_of_template(template: Template) -> dict[str, Any]:
    """Give a template as the files in `resources/canvases` have it."""
    return {
        "version": template.version,
        "phase": template.phase,
        "minutes": template.minutes,
        "title": asdict(template.title),
        "purpose": asdict(template.purpose),
        "credit": asdict(template.credit),
        "zones": [
            {
                "id": zone.id,
                "title": asdict(zone.title),
                "prompt": asdict(zone.prompt),
                "kind": zone.kind,
                "colour": zone.colour,
                "rect": [zone.x, zone.top, zone.width, zone.height],
                **({"from": zone.source} if zone.source else {}),
            }
            for zone in template.zones
        ],
    }


def _item(item: Item, *, has_author: bool) -> dict[str, Any]:
    held = {**asdict(item), "style": dict(item.style)}
    return held if has_author else {**held, "author": ""}


def _read(held: Mapping[str, Any]) -> TakenIn:
    document, pictures = held["document"], _pictures(held["pictures"])
    items = tuple(_item_from(one) for one in _some(held["items"], MOST_ITEMS))
    kept = tuple(one for one in items if one.kind != PICTURE or one.picture in pictures)
    # What a file says of a template is tried out before anything is made from it.
    _must_be_drawable(template_from(_text(held["template"]), document))
    return TakenIn(
        items=kept,
        pictures=pictures,
        template=document,
        template_id=_text(held["template"]),
        title_km=_text(held["title_km"]),
        title_en=_text(held["title_en"]),
        paper=held["paper"] if held["paper"] in SCALES else "A1",
        left_out=(_LOST_PICTURE,) * (len(items) - len(kept)),
    )


def _must_be_drawable(template: Template) -> None:
    if len(template.zones) > MOST_ZONES:
        raise ValueError(len(template.zones))
    said = [template.title, template.purpose, template.credit]
    for zone in template.zones:
        said += [zone.title, zone.prompt]
        for text in (zone.id, zone.kind, zone.source):
            _text(text)
        for side in (zone.x, zone.top, zone.width, zone.height):
            _number(side)
        if zone.colour not in ZONE_COLOURS:
            raise ValueError(zone.colour)
    for one in said:
        _text(one.en)
        _text(one.km)
    _text(template.phase)
    _number(template.minutes)


def _item_from(held: Mapping[str, Any]) -> Item:
    values: dict[str, Any] = {name: _text(held[name]) for name in _TEXTS}
    values |= {name: _number(held[name]) for name in _NUMBERS}
    if values["kind"] not in KINDS or not values["id"]:
        raise ValueError(values["kind"])
    style = held["style"]
    if not isinstance(style, dict):
        raise TypeError(style)
    return Item(**values, is_hidden=bool(held["is_hidden"]), style=style)


def _pictures(held: Mapping[str, Mapping[str, Any]]) -> dict[str, Picture]:
    found = {}
    for key, one in list(held.items())[:MOST_PICTURES]:
        data = b64decode(one["data"], validate=True)
        try:
            shape_of(data, "")
        except Refusal:
            continue
        size = int(one["width"]), int(one["height"])
        if min(size) > 0 and one["kind"] in ("jpeg", "png"):
            found[_text(key)] = Picture(_text(key), one["kind"], *size, data)
    return found


def _some(held: Any, most: int) -> list[Any]:  # noqa: ANN401 - as a file has it
    if not isinstance(held, list) or len(held) > most:
        raise TypeError(most)
    return held


def _text(held: Any) -> str:  # noqa: ANN401 - as a file has it
    if not isinstance(held, str) or len(held) > MOST_SIGNS:
        raise TypeError(held)
    held.encode()  # half a character is none
    return held


def _number(held: Any) -> float:  # noqa: ANN401 - as a file has it
    value = float(held)
    if not isfinite(value) or abs(value) > _FAR:
        raise ValueError(held)
    return value


def _damaged(name: str) -> Refusal:
    return Refusal(
        "The board in {name} is damaged. Export it again, and send the file as a file, not as a "
        "photo.",
        name=name,
    )
