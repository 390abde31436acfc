"""Who was merged into whom, and what other laptops wrote meanwhile about those who are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import MergeRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.uniting import Uniting
from bootcamp_app.storage.undoing import bring_back

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.uniting import LaterRooms
    from bootcamp_app.storage.work import Work

    Kind = type[PersonRow] | type[ParticipationRow]

# A participation that comes back may belong to a person who is gone.
_KINDS: dict[str, Kind] = {"participation": ParticipationRow, "person": PersonRow}


def ids_of_one(session: Session, person_id: str) -> list[str]:
    """Give a person's id and those of everybody who was merged into them.

    What was only ever added about them (consents) stays under the id of its time.
    """
    found, wave = [person_id], [person_id]
    while wave:
        gone = select(MergeRow.gone_id).where(MergeRow.kept_id.in_(wave))
        wave = [one for one in session.scalars(gone.distinct()) if one not in found]
        found += wave
    return found


def settle(work: Work, rooms: LaterRooms) -> None:
    """Lead to the kept one what came from other laptops about somebody who is gone.

    Where two laptops merged the same two in opposite ways, the older one is brought back.
    """
    for kind, table in _KINDS.items():
        rows = work.scalars(select(MergeRow).where(MergeRow.kind == kind).order_by(MergeRow.id))
        led = [(row.gone_id, row.kept_id) for row in rows]
        for gone_id in dict.fromkeys(gone for gone, _ in led):
            if work.get(table, gone_id) is not None:
                continue
            kept = _kept(work, table, gone_id, led)
            if kept is not None and kept.id != gone_id:
                _lead(work, rooms, gone_id, kept)


def _lead(work: Work, rooms: LaterRooms, gone_id: str, kept: PersonRow | ParticipationRow) -> None:
    if isinstance(kept, ParticipationRow):
        for hand_over in rooms.hand_over:
            hand_over(work, gone_id, kept.id)
        return
    late = select(ParticipationRow).where(ParticipationRow.person_id == gone_id)
    for row in work.scalars(late).all():
        try:
            Uniting(work, rooms, {}).take_in(kept, row)
        except Refusal:
            # Both hold a certificate: a person decides later which one is void.
            row.person_id = kept.id


def _kept(
    work: Work, table: Kind, gone_id: str, led: list[tuple[str, str]]
) -> PersonRow | ParticipationRow | None:
    """Give who is there at the end of the way from one who is gone; of several the oldest."""
    reached = _reached(gone_id, led)
    there = [row for key in reached if (row := _there(work, table, key)) is not None]
    if not there and any(kept == gone_id and gone in reached for gone, kept in led):
        bring_back(work, table, min(reached))
        there = [row for row in (_there(work, table, min(reached)),) if row is not None]
    return min(there, key=lambda row: row.id, default=None)


def _there(work: Work, table: Kind, key: str) -> PersonRow | ParticipationRow | None:
    return work.get(PersonRow, key) if table is PersonRow else work.get(ParticipationRow, key)


def _reached(start: str, led: list[tuple[str, str]]) -> list[str]:
    reached, wave = [start], [start]
    while wave:
        wave = [kept for gone, kept in led if gone in wave and kept not in reached]
        reached += dict.fromkeys(wave)
    return reached
