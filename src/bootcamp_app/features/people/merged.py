"""Who was merged into whom, and what other laptops wrote meanwhile about those who are gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import (
    ConsentRow,
    MergeRow,
    ParticipationRow,
    PersonRow,
    PhotoRow,
)
from bootcamp_app.features.people.uniting import Uniting
from bootcamp_app.storage.base import Mergeable
from bootcamp_app.storage.merging import facts_of
from bootcamp_app.storage.undoing import bring_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.uniting import LaterRooms
    from bootcamp_app.storage.work import Work

Row = TypeVar("Row", bound=Mergeable)

_BATCH = 400


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


def ids_of_those_gone(session: Session) -> dict[str, list[str]]:
    """Give by participation the ids that lists gave to those that were merged into it.

    The rows are gone; their facts still say what they held.
    """
    ways = _ways(session, "participation")
    gone = _absent(session, ParticipationRow, ways)
    said: dict[str, str] = {}
    for batch in _batches(gone):
        for fact in facts_of(session.connection(), ParticipationRow.__tablename__, batch):
            if external_id := fact.changes.get("external_id", ("", ""))[1]:
                said[fact.row_id] = external_id
    found: dict[str, list[str]] = defaultdict(list)
    for gone_id, external_id in said.items():
        for kept_id in _reached(gone_id, ways)[1:]:
            found[kept_id].append(external_id)
    return found


def led_to(
    session: Session, table: type[Mergeable], kind: str, ids: Iterable[str]
) -> dict[str, str]:
    """Give for those of these ids that were merged into others which of them is there now."""
    ways = _ways(session, kind)
    led: dict[str, str] = {}
    for gone_id in _absent(session, table, dict.fromkeys(ids)):
        reached = _reached(gone_id, ways)
        there = set(reached) - set(_absent(session, table, reached))
        if there:
            led[gone_id] = min(there)
    return led


def united_parts(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Give for those of these participations that were merged into others which one stayed."""
    return led_to(session, ParticipationRow, "participation", ids)


def settle(work: Work, rooms: LaterRooms) -> None:
    """Lead to the kept one what came from other laptops about somebody who is gone.

    Where two laptops merged the same two in opposite ways, the older one is brought back. A photo
    that one laptop took while another wrote down a no is kept nowhere.
    """
    # A participation that comes back may belong to a person who is gone.
    for gone_id, part in gone_and_kept(work, ParticipationRow, "participation"):
        for hand_over in rooms.hand_over:
            hand_over(work, gone_id, part.id)
    for gone_id, person in gone_and_kept(work, PersonRow, "person"):
        _lead(work, rooms, gone_id, person)
    _forget_refused_photos(work, rooms)


def gone_and_kept(work: Work, table: type[Row], kind: str) -> Iterator[tuple[str, Row]]:
    """Give each id that was merged away, with the row that is there at the end of its way.

    Where each of several was merged into another, the oldest of them is brought back first.
    """
    ways = _ways(work, kind)
    gone = _absent(work, table, ways)
    still = set(gone)
    for gone_id in gone:
        if gone_id not in still:
            continue
        reached = _reached(gone_id, ways)
        there = [row for key in reached if (row := work.get(table, key)) is not None]
        if not there and any(gone_id in ways.get(key, ()) for key in reached):
            bring_back(work, table, min(reached))
            still.discard(min(reached))
            there = [row for row in (work.get(table, min(reached)),) if row is not None]
        kept = min(there, key=lambda row: row.id, default=None)
        if kept is not None and kept.id != gone_id:
            yield gone_id, kept


def _lead(work: Work, rooms: LaterRooms, gone_id: str, kept: PersonRow) -> None:
    late = select(ParticipationRow).where(ParticipationRow.person_id == gone_id)
    for row in work.scalars(late).all():
        try:
            Uniting(work, rooms, {}).take_in(kept, row)
        except Refusal:
            # Both hold a certificate: a person decides later which one is void.
            row.person_id = kept.id


def _forget_refused_photos(work: Work, rooms: LaterRooms) -> None:
    said_no = select(ConsentRow.person_id).where(
        ConsentRow.purpose == "photo", ConsentRow.is_given.is_(False)
    )
    refusers = set(work.scalars(said_no))
    if not refusers:
        return
    ways = _ways(work, "person")
    refusers |= {kept for one in refusers for kept in _reached(one, ways)}
    for photo_id, person_id in work.execute(select(PhotoRow.id, PhotoRow.person_id)).all():
        asked = _reached(person_id, ways)
        if refusers & set(asked) and any(rooms.refuses_photos(work, one) for one in asked):
            work.delete(work.get_one(PhotoRow, photo_id))


def _ways(session: Session, kind: str) -> dict[str, list[str]]:
    """Give from each one who was merged the ones into whom, the earliest merge first."""
    of_kind = select(MergeRow.gone_id, MergeRow.kept_id).where(MergeRow.kind == kind)
    ways: dict[str, list[str]] = defaultdict(list)
    for gone_id, kept_id in session.execute(of_kind.order_by(MergeRow.id)):
        ways[gone_id].append(kept_id)
    return ways


def _absent(session: Session, table: type[Mergeable], ids: Iterable[str]) -> list[str]:
    """Give those of these ids of which there is no row, in their order."""
    wanted = list(ids)
    there = {
        one
        for batch in _batches(wanted)
        for one in session.scalars(select(table.id).where(table.id.in_(batch)))
    }
    return [one for one in wanted if one not in there]


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _reached(start: str, ways: Mapping[str, Sequence[str]]) -> list[str]:
    reached, wave = {start: None}, [start]
    while wave:
        wave = [kept for gone in wave for kept in ways.get(gone, ()) if kept not in reached]
        reached |= dict.fromkeys(wave)
    return list(reached)
