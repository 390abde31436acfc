"""The figures of some sessions in one read: cheap also where thousands take part."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from bootcamp_app.features.attendance.derived import presences
from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.attendance.views import Counts
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import GONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

SHOWN_MISSING = 200
"""So many of those who are missing are read with their names and phones."""


@dataclass(frozen=True)
class Figures:
    """How many came to each session, and more about the one that is looked at."""

    people: int
    """How many the bootcamp has, whatever their status."""
    by_session: Mapping[str, Counts]
    arrivals: tuple[datetime, ...] = ()
    """When each of those present came to the session that is looked at, in local time."""
    average_late: int = 0
    missing: tuple[Participant, ...] = ()
    """The first of those who have no standing at it or were set absent, by name."""


class _Someone(NamedTuple):
    id: str
    status: str
    role: str
    team: str | None
    sex: str
    sector: str
    province: str
    is_walk_in: bool


def figures(
    reading: Reading, bootcamp_id: str, sessions: Sequence[Session], looked_at: Session | None
) -> Figures:
    """Count these sessions; `looked_at` is one of them or none."""
    people = _people(reading, bootcamp_id)
    standing: dict[str, dict[str, Presence]] = defaultdict(dict)
    for (session_id, key), presence in presences(reading, [one.id for one in sessions]).items():
        standing[session_id][key] = presence
    counted: dict[str, Counts] = {}
    for one in sessions:
        stands = standing.get(one.id, {})
        counted[one.id] = _counts(_registered(people, one, stands), stands)
    if looked_at is None:
        return Figures(len(people), counted)
    stands = standing.get(looked_at.id, {})
    here = [one for one in stands.values() if one.is_present]
    late = [one.minutes_late for one in here if one.minutes_late]
    zone = looked_at.starts_at.tzinfo
    away = _missing(_registered(people, looked_at, stands), stands)
    return Figures(
        people=len(people),
        by_session=counted,
        arrivals=tuple(at.astimezone(zone) for at in sorted(one.at for one in here)),
        average_late=round(sum(late) / len(late)) if late else 0,
        missing=tuple(participants(reading, away[:SHOWN_MISSING])),
    )


def _people(reading: Reading, bootcamp_id: str) -> list[_Someone]:
    """Give everybody of a bootcamp by name, with no more than figures need."""
    query = (
        select(
            ParticipationRow.id, ParticipationRow.status, ParticipationRow.role,
            ParticipationRow.team, PersonRow.sex, ParticipationRow.sector,
            ParticipationRow.province, ParticipationRow.is_walk_in,
        )
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .order_by(PersonRow.name_km, PersonRow.name_en, ParticipationRow.id)
    )  # fmt: skip
    return [_Someone(*row) for row in reading.execute(query).tuples()]


def _registered(
    people: Iterable[_Someone], session: Session, stands: Mapping[str, Presence]
) -> list[_Someone]:
    return [
        one
        for one in people
        if one.id in stands or is_counted(session, one.status, one.role, one.team or "")
    ]


def _missing(registered: Iterable[_Someone], stands: Mapping[str, Presence]) -> list[str]:
    return [
        one.id
        for one in registered
        if one.status not in GONE and (one.id not in stands or stands[one.id].state == "absent")
    ]


def _counts(registered: Sequence[_Someone], stands: Mapping[str, Presence]) -> Counts:
    here = [one for one in registered if one.id in stands and stands[one.id].is_present]
    states = Counter(stands[one.id].state for one in registered if one.id in stands)
    provinces = Counter(one.province for one in here)
    return Counts(
        registered=len(registered),
        present=len(here),
        late=states["late"],
        excused=states["excused"],
        absent=len(registered) - len(here) - states["excused"],
        inside=sum(stands[one.id].is_inside for one in here),
        walk_ins=sum(one.is_walk_in for one in here),
        by={
            "sex": _named(Counter(one.sex for one in here)),
            "sector": _named(Counter(one.sector for one in here)),
            "province": _named({province_in_english(key): n for key, n in provinces.items()}),
        },
    )


def _named(counted: Mapping[str, int]) -> dict[str, int]:
    tally: Counter[str] = Counter()
    for key, number in counted.items():
        tally[key or "not_stated"] += number
    return dict(sorted(tally.items()))
