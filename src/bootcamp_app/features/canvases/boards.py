"""Boards: made from a template, changed a gesture at a time, each durable before it is answered."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import fields
from secrets import randbelow
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.catalogue import document_in
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, PictureRow
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import (
    Board,
    BoardChanged,
    BoardContents,
    BoardsChanged,
    Gesture,
    Item,
    NewBoard,
    Picture,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database

_FIELDS = tuple(one.name for one in fields(Item))
_GONE = "This board is no more. Open another one in the list."


class Boards:
    """The boards of every bootcamp."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, bootcamp: Bootcamp) -> list[Board]:
        """Give the boards of a bootcamp, the oldest first."""
        query = select(BoardRow).where(BoardRow.bootcamp_id == bootcamp.id)
        with self._database.read() as reader:
            rows = reader.scalars(query.order_by(BoardRow.made_at, BoardRow.id))
            return [board_view(row) for row in rows]

    def make(self, bootcamp: Bootcamp, wanted: NewBoard) -> Board:
        """Make an empty board from a template as it is now."""
        with self._database.write() as work:
            document = document_in(work, wanted.template)
            row = BoardRow(
                bootcamp_id=bootcamp.id,
                number=f"1{randbelow(10**8):08d}",
                document=document,
                made_at=self._clock.now(),
                **vars(wanted),
            )
            work.add(row)
            work.announce(BoardsChanged(bootcamp.id))
            return board_view(row)

    def change(self, board: Board, **values: str) -> None:
        """Change the team, title or paper of a board."""
        with self._database.write() as work:
            row = work.get(BoardRow, board.id)
            if row is None:
                raise Refusal(_GONE)
            for name, value in values.items():
                setattr(row, name, value)
            work.announce(BoardsChanged(row.bootcamp_id))

    def remove(self, board: Board) -> None:
        """Have a board no more; undo brings it back with all that lay on it."""
        with self._database.write() as work:
            row = work.get(BoardRow, board.id)
            if row is None:
                return
            for item in work.scalars(select(ItemRow).where(ItemRow.board_id == board.id)):
                work.delete(item)
            work.delete(row)
            work.announce(BoardsChanged(row.bootcamp_id))

    def contents(self, board_id: str) -> BoardContents:
        """Give a board with all that lies on it; raises a Refusal where it is no more."""
        with self._database.read() as reader:
            return contents_of(reader, board_id)

    def apply(self, board_id: str, gesture: Gesture) -> str:
        """Do a gesture and give its act, by which it is taken back.

        What it changes or removes and is not there any more stays as it is.
        """
        with self._database.write() as work:
            if work.get(BoardRow, board_id) is None:
                raise Refusal(_GONE)
            for one in gesture.added:
                work.add(ItemRow(board_id=board_id, **_values(one)))
            for item_id, values in gesture.changed.items():
                row = work.get(ItemRow, item_id)
                for name, value in values.items() if row else ():
                    setattr(row, name, value)
            for item_id in gesture.removed:
                row = work.get(ItemRow, item_id)
                if row is not None:
                    work.delete(row)
            touched = (*(one.id for one in gesture.added), *gesture.changed, *gesture.removed)
            work.announce(BoardChanged(board_id, touched))
            return work.act

    def keep_picture(self, kind: str, size: tuple[int, int], data: bytes) -> Picture:
        """Keep a picture for ever, where it is not kept as yet; the same one has the same id."""
        key = str(uuid5(NAMESPACE_OID, f"{kind} {b64encode(data).decode('ascii')}"))
        width, height = size
        with self._database.write() as work:
            if work.get(PictureRow, key) is None:
                text = b64encode(data).decode("ascii")
                work.add(PictureRow(id=key, kind=kind, width=width, height=height, data=text))
        return Picture(key, kind, width, height, data)

    def pictures(self, ids: Iterable[str]) -> dict[str, Picture]:
        """Give kept pictures by id; what is not here is left out."""
        with self._database.read() as reader:
            return pictures_of(reader, ids)


def contents_of(reading: Reading, board_id: str) -> BoardContents:
    """Give a board with all that lies on it; raises a Refusal where it is no more."""
    row = reading.get(BoardRow, board_id)
    if row is None:
        raise Refusal(_GONE)
    query = select(ItemRow).where(ItemRow.board_id == board_id)
    items = reading.scalars(query.order_by(ItemRow.place, ItemRow.id))
    return BoardContents(board_view(row), tuple(item_view(one) for one in items))


def pictures_of(reading: Reading, ids: Iterable[str]) -> dict[str, Picture]:
    """Give kept pictures by id; what is not here is left out."""
    rows = reading.scalars(select(PictureRow).where(PictureRow.id.in_(set(ids) - {""})))
    return {
        row.id: Picture(row.id, row.kind, row.width, row.height, b64decode(row.data))
        for row in rows
    }


def board_view(row: BoardRow) -> Board:
    """Give a board as others see it."""
    return Board(
        id=row.id,
        bootcamp_id=row.bootcamp_id,
        number=row.number,
        template=template_from(row.template, row.document),
        team=row.team,
        title_km=row.title_km,
        title_en=row.title_en,
        paper=row.paper,
        made_at=row.made_at,
    )


def item_view(row: ItemRow) -> Item:
    """Give an item as others see it."""
    return Item(**{name: getattr(row, name) for name in _FIELDS})


def _values(item: Item) -> dict[str, Any]:
    return {**{name: getattr(item, name) for name in _FIELDS}, "style": dict(item.style)}
