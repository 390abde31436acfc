"""A whole board as one JSON document, and back: what our own picture files carry."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import _
from bootcamp_app.features.canvases.item_rules import MOST_ITEMS, checked_values
from bootcamp_app.features.canvases.own_data import MOST_PICTURES, about_board, board_data
from bootcamp_app.features.canvases.views import PICTURE, Item, Picture
from bootcamp_app.reading.kept_pictures import kept_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.file_views import Handed, TakenIn

NAME, VERSION = "bootcamp-desk-board", 1


def written(handed: Handed) -> str:
    """Give a board with all that lies on it; whose word a note is stays out with the names."""
    held = {
        **board_data(handed),
        "format": NAME,
        "version": VERSION,
        "team": handed.team,
        "items": [_item(one, has_author=bool(handed.names)) for one in handed.contents.items],
        "pictures": {
            one.id: b64encode(one.data).decode("ascii") for one in handed.pictures.values()
        },
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def taken_in(text: str, name: str) -> TakenIn:
    """Give the board that a document holds; the name is for the words of a refusal."""
    try:
        held = json.loads(text)
        if held["format"] != NAME:
            raise _damaged(name)
        is_known = int(held["version"]) <= VERSION
        if is_known and len(held["items"]) <= MOST_ITEMS:
            return _read(held, name)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
            Refusal) as error:  # fmt: skip
        raise _damaged(name) from error
    if is_known:
        raise Refusal(
            "{name} holds more than {most} things. Split it into several boards, then try again.",
            name=name,
            most=MOST_ITEMS,
        )
    raise Refusal(
        "{name} was written by a newer version of the program. Update this one, then try again.",
        name=name,
    )


def _item(item: Item, *, has_author: bool) -> dict[str, Any]:
    held = {**asdict(item), "style": dict(item.style)}
    return held if has_author else {**held, "author": ""}


def _read(held: Mapping[str, Any], name: str) -> TakenIn:
    about = about_board(held)
    if about.template is None or not isinstance(held["items"], list):
        raise TypeError("items")
    if len(held["pictures"]) > MOST_PICTURES:
        raise ValueError("pictures")
    pictures = _pictures(held["pictures"], name)
    items = [Item(**checked_values(one, is_new=True)) for one in held["items"]]
    kept = tuple(one for one in items if one.kind != PICTURE or one.picture in pictures)
    return replace(
        about,
        items=kept,
        pictures=pictures,
        left_out=(_("A picture is damaged and was left out."),) * (len(items) - len(kept)),
    )


def _pictures(held: Mapping[str, str], name: str) -> dict[str, Picture]:
    found = {}
    for key, text in held.items():
        try:
            read = kept_picture(b64decode(text, validate=True), name)
        except Refusal:
            continue
        found[key] = Picture(key, read.kind, *read.size, read.data)
    return found


def _damaged(name: str) -> Refusal:
    return Refusal(
        "The board in {name} is damaged. Export it again, and send the file as a file, not as a "
        "photo.",
        name=name,
    )
