"""Writing boards inside a transaction: a gesture that was checked, values of a board itself."""

from __future__ import annotations

from base64 import b64encode
from secrets import randbelow
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.board_reading import GONE
from bootcamp_app.features.canvases.foreign import FOREIGN
from bootcamp_app.features.canvases.item_rules import FIELDS, MOST_ITEMS, well_formed
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, PictureRow
from bootcamp_app.features.canvases.templates import document_of
from bootcamp_app.features.canvases.views import SCALES, BoardChanged, BoardsChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.file_views import TakenIn
    from bootcamp_app.features.canvases.views import Gesture, Item
    from bootcamp_app.storage.work import Work

_BATCH = 500
_LONGEST_TITLE = 300
_MAY_CHANGE = ("team", "title_km", "title_en", "paper")
_TWICE = N_("This was laid on the board already. Take the last step back, then do it again.")


def carry_out(work: Work, board_id: str, gesture: Gesture) -> None:
    """Write a checked gesture and announce it; raises a Refusal where the board is no more."""
    if work.scalar(select(BoardRow.id).where(BoardRow.id == board_id)) is None:
        raise Refusal(GONE)
    if gesture.added:
        _refuse_too_much(work, board_id, gesture)
        work.add_in_bulk(ItemRow, [row_of(board_id, one) for one in gesture.added])
    rows = {row.id: row for row in _rows(work, board_id, gesture.changed)}
    for item_id, row in rows.items():
        for name, value in gesture.changed[item_id].items():
            setattr(row, name, value)
    for row in _rows(work, board_id, gesture.removed):
        work.delete(row)
    touched = (*(one.id for one in gesture.added), *gesture.changed, *gesture.removed)
    work.announce(BoardChanged(board_id, touched))


def new_board(work: Work, bootcamp: Bootcamp, taken: TakenIn, moment: datetime) -> str:
    """Make the board that a file brings and give its id."""
    template = taken.template_id or FOREIGN
    document = taken.template if taken.template is not None else document_of(template)
    values = {name: getattr(taken, name) for name in ("title_km", "title_en", "paper")}
    row = BoardRow(
        bootcamp_id=bootcamp.id,
        number=new_number(),
        template=template,
        document=dict(document),
        made_at=moment,
        **checked_board(values),
    )
    work.add(row)
    work.flush()
    work.announce(BoardsChanged(bootcamp.id))
    return row.id


def new_number() -> str:
    """Give nine digits for the codes in the corners of a board's paper."""
    return f"1{randbelow(10**8):08d}"


def picture_row(work: Work, kind: str, size: tuple[int, int], data: bytes) -> str:
    """Keep a picture for ever, where it is not kept as yet, and give its id."""
    text = b64encode(data).decode("ascii")
    key = str(uuid5(NAMESPACE_OID, f"{kind} {text}"))
    width, height = size
    if work.get(PictureRow, key) is None:
        work.add(PictureRow(id=key, kind=kind, width=width, height=height, data=text))
    return key


def row_of(board_id: str, item: Item) -> dict[str, Any]:
    """Give the columns of an item that is laid on a board."""
    values = {name: getattr(item, name) for name in FIELDS}
    return {
        "id": item.id,
        "board_id": board_id,
        "kind": item.kind,
        **values,
        "style": dict(item.style),
    }


def checked_board(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the team, titles and paper of a board as it may have them; raises a Refusal."""
    good: dict[str, Any] = {}
    for name, value in values.items():
        if name == "paper" and value not in SCALES:
            raise Refusal(
                "There is no paper {paper}. Choose one of: {papers}.",
                paper=value,
                papers=", ".join(SCALES),
            )
        if name in _MAY_CHANGE and len(value) > _LONGEST_TITLE:
            raise Refusal("A title has {most} letters at most. Shorten it.", most=_LONGEST_TITLE)
        if name not in (*_MAY_CHANGE, "template"):
            raise ValueError(name)
        good[name] = well_formed(value)
    return good


def _refuse_too_much(work: Work, board_id: str, gesture: Gesture) -> None:
    ids = [one.id for one in gesture.added]
    there = select(func.count()).where(ItemRow.board_id == board_id)
    if (work.scalar(there) or 0) + len(ids) > MOST_ITEMS:
        raise Refusal(
            "A board holds {most} things at most. Make another board for the rest.",
            most=MOST_ITEMS,
        )
    known = any(
        work.scalar(select(ItemRow.id).where(ItemRow.id.in_(part)).limit(1)) for part in _parts(ids)
    )
    if known or len(set(ids)) < len(ids):
        raise Refusal(_TWICE)


def _rows(work: Work, board_id: str, ids: Iterable[str]) -> Iterator[ItemRow]:
    for part in _parts(list(ids)):
        query = select(ItemRow).where(ItemRow.board_id == board_id, ItemRow.id.in_(part))
        yield from work.scalars(query)


def _parts(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
