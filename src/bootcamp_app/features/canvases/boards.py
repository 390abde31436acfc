"""Boards: made from a template, changed a gesture at a time, each durable before it is answered."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.board_reading import (
    FIELDS,
    GONE,
    counts,
    items_of,
    leaving,
    meant,
    zone_items,
)
from bootcamp_app.features.canvases.board_writing import (
    carry_out,
    checked_board,
    new_number,
    picture_row,
)
from bootcamp_app.features.canvases.carrying import answers, carried, carried_id, thrown_away
from bootcamp_app.features.canvases.catalogue import document_in
from bootcamp_app.features.canvases.item_rules import checked
from bootcamp_app.features.canvases.tables import (
    BoardRow,
    ItemRow,
    PictureRow,
    RoundRow,
    SnapshotRow,
    VoteRow,
)
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import (
    Board,
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
    from bootcamp_app.features.canvases.board_reading import Count, Leaving
    from bootcamp_app.storage.database import Database


class Boards:
    """The boards of every bootcamp."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def find(self, bootcamp: Bootcamp, ref: str) -> Board:
        """Give the board meant by an id, the beginning of one, a number or a title of its own.

        Raises a Refusal where there is none, or several.
        """
        return meant(self.all(bootcamp), ref)

    def counts(self, bootcamp: Bootcamp) -> dict[str, Count]:
        """Give how many notes lie on each board of a bootcamp and when one was written last."""
        with self._database.read() as reader:
            return counts(reader, bootcamp.id)

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
                number=new_number(),
                document=document,
                made_at=self._clock.now(),
                **checked_board(vars(wanted)),
            )
            work.add(row)
            work.announce(BoardsChanged(bootcamp.id))
            return board_view(row)

    def change(self, board: Board, **values: str) -> None:
        """Change the team, title or paper of a board."""
        with self._database.write() as work:
            row = work.get(BoardRow, board.id)
            if row is None:
                raise Refusal(GONE)
            for name, value in checked_board(values).items():
                setattr(row, name, value)
            work.announce(BoardsChanged(row.bootcamp_id))

    def leaving(self, board: Board) -> Leaving:
        """Give how much goes with a board when it is removed."""
        with self._database.read() as reader:
            return leaving(reader, board.id)

    def remove(self, board: Board) -> str:
        """Have a board no more and give the act; undo brings it back with all that lay on it.

        Its votes and snapshots go with it; a solution stays, which then names no board.
        """
        with self._database.write() as work:
            row = work.get(BoardRow, board.id)
            if row is None:
                return ""
            for kind in (VoteRow, RoundRow, SnapshotRow, ItemRow):
                for part in work.scalars(select(kind).where(kind.board_id == board.id)):
                    work.delete(part)
            work.delete(row)
            work.announce(BoardsChanged(row.bootcamp_id))
            return work.act

    def contents(self, board_id: str) -> BoardContents:
        """Give a board with all that lies on it; raises a Refusal where it is no more."""
        with self._database.read() as reader:
            return contents_of(reader, board_id)

    def apply(self, board_id: str, gesture: Gesture) -> str:
        """Do a gesture and give its act, by which it is taken back.

        What it changes or removes and is not there any more stays as it is. Raises a Refusal, and
        does nothing of it, where a value is none that a board can hold.
        """
        good = checked(gesture)
        with self._database.write() as work:
            carry_out(work, board_id, good)
            return work.act

    def carry(self, board: Board) -> int:
        """Bring the answers of the team's earlier boards into the zones that ask for them.

        Gives how many notes came; what was brought before is not brought again.
        """
        with self._database.write() as work:
            query = select(BoardRow).where(BoardRow.bootcamp_id == board.bootcamp_id)
            others = [board_view(row) for row in work.scalars(query)]
            contents = contents_of(work, board.id)
            came = 0
            for answer in answers(contents.board, others):
                given = zone_items(work, answer.board_id, answer.source)
                keys = {carried_id(contents.board, answer.zone, one) for one in given}
                new = carried(contents, answer.zone, given, thrown_away(work, keys))
                contents = BoardContents(contents.board, contents.items + new)
                carry_out(work, board.id, Gesture(added=new))
                came += len(new)
            return came

    def keep_picture(self, kind: str, size: tuple[int, int], data: bytes) -> Picture:
        """Keep a picture for ever, where it is not kept as yet; the same one has the same id."""
        width, height = size
        with self._database.write() as work:
            key = picture_row(work, kind, size, data)
        return Picture(key, kind, width, height, data)

    def pictures(self, ids: Iterable[str]) -> dict[str, Picture]:
        """Give kept pictures by id; what is not here is left out."""
        with self._database.read() as reader:
            return pictures_of(reader, ids)


def contents_of(reading: Reading, board_id: str) -> BoardContents:
    """Give a board with all that lies on it; raises a Refusal where it is no more."""
    row = reading.get(BoardRow, board_id)
    if row is None:
        raise Refusal(GONE)
    return BoardContents(board_view(row), tuple(items_of(reading, board_id)))


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
    return Item(**{name: getattr(row, name) for name in FIELDS})
