"""Reading two people so that they can be put side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.comparing import (
    KEEP,
    OTHER,
    Comparison,
    Named,
    Part,
    Side,
    compared,
)
from bootcamp_app.features.people.filling import PERSON_FIELDS
from bootcamp_app.features.people.likeness import likeness
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.traits import traits
from bootcamp_app.features.people.uniting import CHOOSABLE_PARTS
from bootcamp_app.storage.merging import facts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.uniting import LaterRooms
    from bootcamp_app.storage.base import Mergeable

FIELDS = (*PERSON_FIELDS, *CHOOSABLE_PARTS)
"""What may be chosen, in the order in which a page shows it."""
_COLUMNS = {"organisation": "organisation_id"}


def compare(session: Session, keep: PersonRow, other: PersonRow, rooms: LaterRooms) -> Comparison:
    """Put two people side by side; where both take part in the same bootcamp, that part, too."""
    mine, theirs = _parts(session, keep.id), _parts(session, other.id)
    shared = [key for key in mine if key in theirs]
    pairs: list[tuple[Mergeable, Mergeable]] = [(keep, other)]
    if shared:
        pairs.append((mine[shared[-1]], theirs[shared[-1]]))
    names = FIELDS if shared else PERSON_FIELDS
    mine_said, theirs_said = (
        {name: _value(session, pairs, side, name) for name in names} for side in (0, 1)
    )
    known = {one.id: one for one in traits(session, [keep.id, other.id])}
    return Comparison(
        keep=Side(named(keep), _told(session, mine, shared, rooms)),
        other=Side(named(other), _told(session, theirs, shared, rooms)),
        fields=compared(names, mine_said, theirs_said, _newer(session, pairs)),
        likeness=likeness(known[keep.id], known[other.id]),
        obstacle=_obstacle(session, [(mine[key].id, theirs[key].id) for key in shared], rooms),
    )


def named(person: PersonRow) -> Named:
    """Give a person as a list of pairs shows them."""
    return Named(person.id, person.name_km or "", person.name_en or "", person.phone or "")


def _parts(session: Session, person_id: str) -> dict[str, ParticipationRow]:
    """Give the participations of a person by their bootcamps, the oldest first."""
    of_person = ParticipationRow.person_id == person_id
    rows = session.scalars(select(ParticipationRow).where(of_person).order_by(ParticipationRow.id))
    return {row.bootcamp_id: row for row in rows}


def _value(
    session: Session, pairs: Sequence[tuple[Mergeable, Mergeable]], side: int, name: str
) -> Any:  # noqa: ANN401 - any column
    row = pairs[0][side] if name in PERSON_FIELDS else pairs[-1][side]
    value = getattr(row, _COLUMNS.get(name, name))
    if name != "organisation":
        return value
    organisation = session.get(OrganisationRow, value or "")
    return in_words(organisation.name_en, organisation.name_km) if organisation else ""


def _newer(session: Session, pairs: Sequence[tuple[Mergeable, Mergeable]]) -> dict[str, str]:
    """Say of each field whose value was written later."""
    newer: dict[str, str] = {}
    names = {column: name for name, column in _COLUMNS.items()}
    for keep, other in pairs:
        facts = facts_of(session.connection(), keep.__tablename__, [keep.id, other.id])
        for fact in facts:
            which = KEEP if fact.row_id == keep.id else OTHER
            newer |= {names.get(column, column): which for column in fact.changes}
    return newer


def _told(
    session: Session,
    parts: Mapping[str, ParticipationRow],
    shared: Collection[str],
    rooms: LaterRooms,
) -> tuple[Part, ...]:
    ids = [row.id for row in parts.values()]
    facts: list[dict[str, Sentence]] = [tell(session, ids) for tell in rooms.told]
    told = []
    for bootcamp_id, row in parts.items():
        bootcamp = session.get(BootcampRow, bootcamp_id)
        told.append(
            Part(
                participation_id=row.id,
                bootcamp_id=bootcamp_id,
                title_km=bootcamp.title_km if bootcamp else "",
                title_en=bootcamp.title_en if bootcamp else "",
                is_of_both=bootcamp_id in shared,
                facts=tuple(of_room[row.id] for of_room in facts if row.id in of_room),
            )
        )
    return tuple(told)


def _obstacle(
    session: Session, shared: Sequence[tuple[str, str]], rooms: LaterRooms
) -> Sentence | None:
    try:
        for mine, theirs in shared:
            rooms.to_stay(session, mine, theirs)
    except Refusal as refusal:
        return refusal.sentence
    return None
