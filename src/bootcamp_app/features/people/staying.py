"""Whom and what an undo left, by name, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.people.person_views import Stays
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.undoing import Kept

    Named = type[PersonRow] | type[OrganisationRow]

_BATCH = 500


def staying(session: Session, kept: Sequence[Kept]) -> list[Stays]:
    """Give who stays, each once with all reasons; a record without a name has an empty one.

    An organisation that stays as a whole is left out: it hurts nobody.
    """
    told = [one for one in kept if one.field or one.table != OrganisationRow.__tablename__]
    people = _people_of(session, told)
    reasons: dict[tuple[str, str], dict[str, None]] = {}
    for one in told:
        key = (one.table, one.row_id)
        if one.table == ParticipationRow.__tablename__ and one.row_id in people:
            key = (PersonRow.__tablename__, people[one.row_id])
        reasons.setdefault(key, {}).update(dict.fromkeys(one.why))
    names: dict[tuple[str, str], Row[tuple[str, str, str]]] = {}
    kinds: tuple[Named, ...] = (PersonRow, OrganisationRow)
    for kind in kinds:
        names |= _names(
            session, kind, [key for table, key in reasons if table == kind.__tablename__]
        )
    return [
        Stays(names[key].name_km or "", names[key].name_en or "", tuple(why))
        if key in names
        else Stays("", "", tuple(why))
        for key, why in reasons.items()
    ]


def _people_of(session: Session, kept: Iterable[Kept]) -> dict[str, str]:
    ids = [one.row_id for one in kept if one.table == ParticipationRow.__tablename__]
    found: dict[str, str] = {}
    for start in range(0, len(ids), _BATCH):
        part = ParticipationRow.id.in_(ids[start : start + _BATCH])
        rows = session.execute(select(ParticipationRow.id, ParticipationRow.person_id).where(part))
        found |= dict(rows.tuples().all())
    return found


def _names(
    session: Session, kind: Named, ids: Sequence[str]
) -> dict[tuple[str, str], Row[tuple[str, str, str]]]:
    found = {}
    for start in range(0, len(ids), _BATCH):
        part = kind.id.in_(ids[start : start + _BATCH])
        for row in session.execute(select(kind.id, kind.name_km, kind.name_en).where(part)):
            found[kind.__tablename__, row.id] = row
    return found
