"""Reading people: who is in a bootcamp, and whom words find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from bootcamp_app.core.khmer import comparison_key, is_blank, latin_digits
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.values import phone_key
from bootcamp_app.features.people.views import Participant
from bootcamp_app.storage.search import Hits, Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.filters import Filter

_BATCH = 500
_COUNTRY_CODE = "855"
_LONGEST_PHONE = 9
"""So many digits a phone number has at most behind the country code."""
_UNSAID = ("", "not_stated")
COLUMNS = (
    PersonRow.id,
    ParticipationRow.id,
    ParticipationRow.bootcamp_id,
    PersonRow.name_km,
    PersonRow.name_en,
    PersonRow.sex,
    OrganisationRow.name_km,
    OrganisationRow.name_en,
    ParticipationRow.position,
    ParticipationRow.sector,
    ParticipationRow.province,
    PersonRow.phone,
    ParticipationRow.status,
    ParticipationRow.is_walk_in,
    ParticipationRow.role,
    OrganisationRow.kind,
    ParticipationRow.district,
    PersonRow.birth_year,
    PersonRow.email,
    ParticipationRow.note,
    PersonRow.disability,
    ParticipationRow.team,
)
"""What `participant_from` is given, where the three tables are joined by somebody else."""


def participants(session: Session, ids: Sequence[str]) -> list[Participant]:
    """Give these participations as others see them, in the order of the ids."""
    by_id: dict[str, Participant] = {}
    for start in range(0, len(ids), _BATCH):
        part = ids[start : start + _BATCH]
        for row in session.execute(_joined().where(ParticipationRow.id.in_(part))):
            by_id[row[1]] = participant_from(row)
    return [by_id[key] for key in ids if key in by_id]


def participant_from(row: Sequence[Any]) -> Participant:
    """Give a participation as others see it, from the values of `COLUMNS`."""
    values = list(row)
    values[6] = values[6] or ""
    values[7] = values[7] or ""
    values[15] = values[15] or ""
    values[21] = values[21] or ""
    return Participant(*values)


def found(session: Session, bootcamp_id: str, search: str, limit: int | None) -> list[str]:
    """Give the participation ids that every word of the search finds, by name."""
    names = (PersonRow.name_km, PersonRow.name_en, ParticipationRow.id)
    query = searched(session, bootcamp_id, search).order_by(*names).limit(limit)
    return list(session.scalars(query))


def searched(
    session: Session, bootcamp_id: str, search: str, wanted: Filter | None = None
) -> Select[tuple[str]]:
    """Give the query for the participation ids that every word finds and the filter lets by."""
    ids = select(ParticipationRow.id).join(PersonRow, PersonRow.id == ParticipationRow.person_id)
    conditions = wanted.conditions() if wanted else []
    if not words_of(search):
        return ids.where(ParticipationRow.bootcamp_id == bootcamp_id, *conditions)
    found = hits(session, bootcamp_id, search).ids()
    return ids.where(ParticipationRow.id.in_(found), *conditions)


def hits(session: Session, bootcamp_id: str, search: str) -> Hits:
    """Give those of a bootcamp whom every word of the search finds."""
    words = [Sought(_key(word), comparison_key(word)) for word in words_of(search)]
    return Hits(session.connection(), ParticipationRow.__tablename__, bootcamp_id, words)


def words_of(search: str) -> list[str]:
    """Give the words that are looked for, each of which must be found."""
    return phones_joined([word for word in search.split() if not is_blank(word)])


def phones_joined(words: Sequence[str]) -> list[str]:
    """Give the words with a phone number in parts, such as +855 12 345 678, as one of them.

    Its country code stands in few lists. Without it each part is found as it is.
    """
    joined: list[str] = []
    for word in words:
        if joined and _has_country_code(joined[-1]) and _goes_on(joined[-1], word):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _has_country_code(word: str) -> bool:
    digits = _dialled(word)
    return digits.isdecimal() and digits.removeprefix("00").startswith(_COUNTRY_CODE)


def _goes_on(phone: str, word: str) -> bool:
    return _dialled(word).isdecimal() and len(phone_key(phone + word)) <= _LONGEST_PHONE


def count(session: Session, bootcamp_id: str) -> int:
    """Give how many people a bootcamp has, whatever their status."""
    query = select(func.count()).where(ParticipationRow.bootcamp_id == bootcamp_id)
    return session.scalar(query) or 0


def incomplete(session: Session, bootcamp_id: str) -> int:
    """Give how many people of a bootcamp lack what reports need: their sex or their province."""
    lacks = or_(PersonRow.sex.in_(_UNSAID), ParticipationRow.province.in_(_UNSAID))
    query = (
        select(func.count())
        .select_from(ParticipationRow)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id, lacks)
    )
    return session.scalar(query) or 0


def meant(session: Session, bootcamp_id: str, ref: str) -> list[str]:
    """Give the participation ids that an id, the beginning of one, or a name may mean."""
    named = or_(PersonRow.name_km == ref, PersonRow.name_en == ref)
    begins = or_(
        PersonRow.id.startswith(ref.lower(), autoescape=True),
        ParticipationRow.id.startswith(ref.lower(), autoescape=True),
    )
    query = (
        select(ParticipationRow.id)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id, or_(named, begins))
    )
    return list(session.scalars(query))


def _dialled(word: str) -> str:
    return re.sub(r"[-+().]", "", latin_digits(word))


def _key(word: str) -> str:
    digits = _dialled(word)
    return (phone_key(digits) if digits.isdecimal() else comparison_key(word)) or digits


def _joined() -> Select[Any]:
    return (
        select(*COLUMNS)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
    )
