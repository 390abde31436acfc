"""The boards of a bootcamp with everything that is told of them, read at one moment."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.canvases.boards import board_view, item_view, pictures_of
from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.owner_shown import both
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, RoundRow, VoteRow
from bootcamp_app.features.canvases.views import BoardContents, Item
from bootcamp_app.features.people.listing import participants

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session as Reading

Dots = dict[str, dict[str, int]]


def handed_boards(reading: Reading, bootcamp_id: str, *, with_names: bool) -> dict[str, Handed]:
    """Give the boards of a bootcamp by id, the oldest first; authors only where wanted."""
    boards = select(BoardRow).where(BoardRow.bootcamp_id == bootcamp_id)
    rows = reading.scalars(boards.order_by(BoardRow.made_at, BoardRow.id)).all()
    ids = [row.id for row in rows]
    query = select(ItemRow).where(ItemRow.board_id.in_(ids))
    items: dict[str, list[Item]] = defaultdict(list)
    for one in reading.scalars(query.order_by(ItemRow.place, ItemRow.id)):
        items[one.board_id].append(item_view(one))
    every = [one for lie in items.values() for one in lie]
    pictures = pictures_of(reading, (one.picture for one in every))
    names = _names(reading, every) if with_names else {}
    dots = _dots(reading, ids)
    return {
        row.id: Handed(
            BoardContents(board_view(row), tuple(items[row.id])),
            {key: one for key, one in pictures.items() if key in _shown(items[row.id])},
            dots.get(row.id, {}),
            names,
        )
        for row in rows
    }


def _shown(items: list[Item]) -> set[str]:
    return {one.picture for one in items}


def _names(reading: Reading, items: list[Item]) -> Mapping[str, str]:
    authors = sorted({one.author for one in items} - {""})
    people = participants(reading, authors)
    return {one.participation_id: both(one.name_km, one.name_en) for one in people}


def _dots(reading: Reading, board_ids: list[str]) -> dict[str, Dots]:
    """Give the dots of each board's newest round by item and side; a secret one once it closed."""
    query = select(RoundRow).where(RoundRow.board_id.in_(board_ids)).order_by(RoundRow.opened_at)
    newest = {
        row.board_id: row.id
        for row in reading.scalars(query)
        if row.closed_at is not None or not row.is_secret
    }
    found: dict[str, Dots] = {}
    votes = select(VoteRow).where(VoteRow.round_id.in_(list(newest.values())))
    for vote in reading.scalars(votes):
        sides = found.setdefault(vote.board_id, {}).setdefault(vote.item_id, {})
        sides[vote.side] = sides.get(vote.side, 0) + vote.dots
    return found
