"""Snapshots: a board as it was at a moment that somebody wanted to keep."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from itertools import chain, count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.canvases.boards import board_view, contents_of
from bootcamp_app.features.canvases.dots import tally, totals
from bootcamp_app.features.canvases.tables import BoardRow, SnapshotRow
from bootcamp_app.features.canvases.views import BoardContents, Item, Snapshot, SnapshotsChanged
from bootcamp_app.features.canvases.voting import votes_shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.database import Database

_FIELDS = {one.name for one in fields(Item)}
_LONGEST = 120
_NUMBERED = 8
"""Letters that a number behind a title may take."""


class Snapshots:
    """The snapshots of every board; pictures are kept for ever and named by their id."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, board_id: str, title: str = "") -> Snapshot:
        """Keep a board as it is now, under a title, or under the day of the bootcamp."""
        with self._database.write() as work:
            contents = contents_of(work, board_id)
            now = self._clock.now()
            row = SnapshotRow(
                board_id=board_id,
                title=_free(work, board_id, title.strip() or _suggested(work, contents, now)),
                at=now,
                content={
                    "title_km": contents.board.title_km,
                    "title_en": contents.board.title_en,
                    "team": contents.board.team,
                    "items": [_kept(one) for one in contents.items],
                    "dots": totals(tally(votes_shown(work, board_id))),
                },
            )
            work.add(row)
            work.announce(SnapshotsChanged(board_id))
            return Snapshot(row.id, board_id, row.title, now, contents)

    def suggested_title(self, board_id: str) -> str:
        """Give what a snapshot of now would be called: “Day 2” while the bootcamp runs."""
        with self._database.read() as reader:
            named = _suggested(reader, contents_of(reader, board_id), self._clock.now())
            return _free(reader, board_id, named)

    def all(self, board_id: str) -> list[Snapshot]:
        """Give the snapshots of a board, the oldest first."""
        query = select(SnapshotRow).where(SnapshotRow.board_id == board_id)
        with self._database.read() as reader:
            board = reader.get(BoardRow, board_id)
            rows = reader.scalars(query.order_by(SnapshotRow.at, SnapshotRow.id))
            return [] if board is None else [_view(row, board) for row in rows]

    def dots(self, snapshot: Snapshot) -> dict[str, int]:
        """Give the dots of each item as they were then."""
        with self._database.read() as reader:
            row = reader.get(SnapshotRow, snapshot.id)
            return dict(row.content.get("dots", {})) if row else {}

    def rename(self, snapshot: Snapshot, title: str) -> str:
        """Give a snapshot another title; an empty one changes nothing. Gives the act."""
        with self._database.write() as work:
            row = work.get(SnapshotRow, snapshot.id)
            if row is None:
                raise Refusal("This snapshot is no more.")
            if wanted := title.strip()[:_LONGEST]:
                row.title = wanted
                work.announce(SnapshotsChanged(row.board_id))
            return work.act

    def remove(self, snapshot: Snapshot) -> str:
        """Have a snapshot no more; gives the act by which it comes back."""
        with self._database.write() as work:
            row = work.get(SnapshotRow, snapshot.id)
            if row is not None:
                work.delete(row)
                work.announce(SnapshotsChanged(row.board_id))
            return work.act


def title_at(today: date, starts_on: date, ends_on: date) -> str:
    """Give what a snapshot of a day is called: its number in the bootcamp, or its date."""
    if starts_on <= today <= ends_on:
        return str(Sentence("Day {n}", n=(today - starts_on).days + 1))
    return today.isoformat()


def _suggested(reading: Reading, contents: BoardContents, now: datetime) -> str:
    bootcamp = reading.get(BootcampRow, contents.board.bootcamp_id)
    if bootcamp is None:
        return now.date().isoformat()
    today = now.astimezone(ZoneInfo(bootcamp.timezone)).date()
    return title_at(today, bootcamp.starts_on, bootcamp.ends_on)


def _free(reading: Reading, board_id: str, title: str) -> str:
    """Give a title that no snapshot of the board has: the second of a day says so."""
    query = select(SnapshotRow.title).where(SnapshotRow.board_id == board_id)
    taken = set(reading.scalars(query))
    wanted = title[:_LONGEST]
    more = (f"{title[: _LONGEST - _NUMBERED]} ({n})" for n in count(2))
    return next(one for one in chain([wanted], more) if one not in taken)


def _kept(item: Item) -> dict[str, Any]:
    values = asdict(replace(item, style={}))
    return {**{name: value for name, value in values.items() if value}, "style": dict(item.style)}


def _view(row: SnapshotRow, board: BoardRow) -> Snapshot:
    held: Mapping[str, Any] = row.content
    then = replace(
        board_view(board),
        title_km=held.get("title_km", ""),
        title_en=held.get("title_en", ""),
        team=held.get("team", ""),
    )
    # What a newer version of the program kept besides is none of an item here.
    items = tuple(
        Item(**{name: value for name, value in one.items() if name in _FIELDS})
        for one in held.get("items", ())
    )
    return Snapshot(row.id, row.board_id, row.title, row.at, BoardContents(then, items))
