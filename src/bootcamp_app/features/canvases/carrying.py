"""Answers carried from earlier canvases of a team: which ones, and as which notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.features.canvases.placing import free_places, note_side
from bootcamp_app.features.canvases.tables import ItemRow
from bootcamp_app.features.canvases.views import NOTE, TEXT, BoardContents, Item
from bootcamp_app.storage.facts import ALIVE
from bootcamp_app.storage.journal import JournalRow, is_undo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.canvases.views import Board, Zone


@dataclass(frozen=True)
class Answer:
    """The zone of a board that takes answers, and the zone of an earlier one that gives them."""

    zone: Zone
    board_id: str
    source: str


def answers(board: Board, others: Iterable[Board]) -> list[Answer]:
    """Give what the zones of a board ask from the team's other boards; the newest one answers."""
    older = sorted(
        (one for one in others if _is_before(one, board)), key=lambda one: (one.made_at, one.id)
    )
    newest = {one.template.id: one.id for one in older}
    found = []
    for zone in board.template.zones:
        template, _, source = zone.source.partition(".")
        if source and template in newest:
            found.append(Answer(zone, newest[template], source))
    return found


def carried(
    contents: BoardContents, zone: Zone, given: Sequence[Item], thrown: Collection[str] = ()
) -> tuple[Item, ...]:
    """Give the notes that answers become in a zone, without those that were thrown away.

    Those that lie there already are left out too. On every laptop an answer becomes the same note,
    so that two that carry it merge into one.
    """
    there = {*(one.id for one in contents.items), *thrown}
    new = [
        (key, one)
        for one in sorted(given, key=lambda one: (one.top, one.x, one.id))
        if one.kind in (NOTE, TEXT) and one.text.strip()
        if (key := carried_id(contents.board, zone, one)) not in there
    ]
    side = note_side(contents.board)
    above = max((one.place for one in contents.items), default=0.0)
    places = free_places(contents, zone, side, len(new))
    return tuple(
        replace(
            one,
            id=key,
            kind=NOTE,
            zone=zone.id,
            x=round(frame.x, 2),
            top=round(frame.top, 2),
            width=round(frame.width, 2),
            height=round(frame.height, 2),
            place=above + number,
            colour=one.colour or "white",
            group_id="",
            carried_from=one.id,
        )
        for number, ((key, one), frame) in enumerate(zip(new, places, strict=True), 1)
    )


def _is_before(other: Board, board: Board) -> bool:
    same = other.bootcamp_id == board.bootcamp_id and other.team == board.team
    return same and other.id != board.id and other.made_at <= board.made_at


def thrown_away(reading: Session, ids: Collection[str]) -> set[str]:
    """Give those items that somebody took away; an undone “bring answers” throws nothing away."""
    query = (
        select(JournalRow.row_id, JournalRow.act, JournalRow.changes)
        .where(JournalRow.table_name == ItemRow.__tablename__, JournalRow.row_id.in_(ids))
        .order_by(JournalRow.clock, JournalRow.device)
    )
    gone: dict[str, bool] = {}
    for row_id, act, changes in reading.execute(query).tuples():
        if ALIVE in changes:
            gone[row_id] = not changes[ALIVE][1] and not is_undo(act)
    return {row_id for row_id, is_gone in gone.items() if is_gone}


def carried_id(board: Board, zone: Zone, item: Item) -> str:
    """Give the id of the note that an answer becomes in a zone."""
    return str(uuid5(NAMESPACE_OID, f"carried {board.id} {zone.id} {item.id}"))
