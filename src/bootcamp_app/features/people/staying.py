"""Whom and what an undo left, by name, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.people.person_views import Stays
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from bootcamp_app.storage.undoing import Kept

    Columns = tuple[InstrumentedAttribute[str], ...]

_CALLED = (
    (PersonRow.id, PersonRow.name_km, PersonRow.name_en),
    (OrganisationRow.id, OrganisationRow.name_km, OrganisationRow.name_en),
    (SessionRow.id, SessionRow.title_km, SessionRow.title_en),
    (BootcampRow.id, BootcampRow.title_km, BootcampRow.title_en),
)
"""The id of what may stay, and what it is called in Khmer and in English."""
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
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for columns in _CALLED:
        table = columns[0].class_.__tablename__
        names |= _names(session, columns, [key for kind, key in reasons if kind == table])
    return [Stays(*names.get(key, ("", "")), tuple(why)) for key, why in reasons.items()]


def _people_of(session: Session, kept: Iterable[Kept]) -> dict[str, str]:
    ids = [one.row_id for one in kept if one.table == ParticipationRow.__tablename__]
    found: dict[str, str] = {}
    for start in range(0, len(ids), _BATCH):
        part = ParticipationRow.id.in_(ids[start : start + _BATCH])
        rows = session.execute(select(ParticipationRow.id, ParticipationRow.person_id).where(part))
        found |= dict(rows.tuples().all())
    return found


def _names(
    session: Session, columns: Columns, ids: Sequence[str]
) -> dict[tuple[str, str], tuple[str, str]]:
    found = {}
    table = columns[0].class_.__tablename__
    for start in range(0, len(ids), _BATCH):
        part = columns[0].in_(ids[start : start + _BATCH])
        for row_id, khmer, english in session.execute(select(*columns).where(part)):
            found[table, row_id] = (khmer or "", english or "")
    return found
