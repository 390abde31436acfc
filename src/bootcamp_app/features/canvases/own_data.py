"""What our files of boards say beyond their formats, so that they come back as they were."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.file_views import TakenIn
from bootcamp_app.features.canvases.item_rules import checked_values, well_formed
from bootcamp_app.features.canvases.template_documents import checked_document
from bootcamp_app.features.canvases.templates import document_from
from bootcamp_app.features.canvases.views import SCALES, Item, Picture
from bootcamp_app.reading.kept_pictures import kept_picture

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.file_views import Handed

MARK = "bootcampDesk"
"""Under this key our data lies in files of other formats, which keep what they do not know."""
MOST_PICTURES = 500
"""So many different ones a file brings."""
_VERSION = 1
_EMPTY = Item("", "")
_SAID_BY_FORMAT = {"id", "text", "x", "top", "width", "height"}
_SAID = tuple(one.name for one in fields(Item) if one.name not in _SAID_BY_FORMAT)
_LONGEST = 300


def board_data(handed: Handed) -> dict[str, Any]:
    """Give what a file says about its board."""
    board = handed.contents.board
    return {
        "version": _VERSION,
        "template": board.template.id,
        "document": {**document_from(board.template), "place": board.template.place},
        "title_km": board.title_km,
        "title_en": board.title_en,
        "paper": board.paper,
    }


def about_board(found: object) -> TakenIn:
    """Give the board that a file says it is of; nothing where it says none or it is not sound."""
    if not isinstance(found, dict):
        return TakenIn(())
    try:
        document = checked_document(found.get("document"))
    except Refusal:
        return TakenIn(())
    return TakenIn(
        (),
        template=document,
        template_id=_text(found.get("template")),
        title_km=_text(found.get("title_km")),
        title_en=_text(found.get("title_en")),
        paper=found["paper"] if found.get("paper") in tuple(SCALES) else "A1",
    )


def item_data(item: Item) -> dict[str, Any]:
    """Give the fields of an item that formats do not say themselves, the empty ones left out."""
    values = {name: getattr(item, name) for name in _SAID}
    said = {name: value for name, value in values.items() if value != getattr(_EMPTY, name)}
    return {**said, "style": dict(item.style)} if item.style else said


def about_item(found: object) -> dict[str, Any]:
    """Give the fields of an item that a file says; what is not sound is left out."""
    if not isinstance(found, dict):
        return {}
    good: dict[str, Any] = {}
    for name, value in found.items():
        if name in _SAID:
            try:
                good |= checked_values({name: value}, is_new=True)
            except Refusal:
                continue
    return good


def data_url(picture: Picture) -> str:
    """Give a picture as an address that holds it."""
    return f"data:image/{picture.kind};base64,{b64encode(picture.data).decode('ascii')}"


class PicturesIn:
    """The pictures of a file, each read once however often it is shown."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._read: dict[str, Picture | None] = {}

    def picture(self, url: object) -> Picture | None:
        """Give the picture that an address holds, not kept as yet; None where it holds none.

        Raises a Refusal where it is damaged or too large, or where there are too many.
        """
        if not isinstance(url, str) or not url.startswith("data:image/"):
            return None
        if url not in self._read:
            if len(self._read) >= MOST_PICTURES:
                raise Refusal(
                    "{name} holds more than {most} pictures. Split it into several boards, then "
                    "try again.",
                    name=self._name,
                    most=MOST_PICTURES,
                )
            self._read[url] = _picture_in(url, self._name)
        return self._read[url]


def _picture_in(url: str, name: str) -> Picture | None:
    head, _, data = url.partition(",")
    if not head.endswith(";base64"):
        return None
    try:
        given = b64decode(data, validate=True)
    except Error as problem:
        raise Refusal(
            "A picture in {name} is damaged. Save the file again in the program it comes from.",
            name=name,
        ) from problem
    read = kept_picture(given, name)
    return Picture("", read.kind, *read.size, read.data)


def _text(found: object) -> str:
    return well_formed(found)[:_LONGEST] if isinstance(found, str) else ""
