"""The figures of some sessions in one read: cheap also where thousands take part."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from bootcamp_app.features.attendance.derived import presences
from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.attendance.views import Counts
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import GONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

_BATCH = 500
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


class _Group(NamedTuple):
    status: str
    role: str
    team: str | None
    people: int


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
    groups = _groups(reading, bootcamp_id)
    standing: dict[str, dict[str, Presence]] = defaultdict(dict)
    for (session_id, key), presence in presences(reading, [one.id for one in sessions]).items():
        standing[session_id][key] = presence
    known = _known(reading, bootcamp_id, sorted({key for of in standing.values() for key in of}))
    counted = {one.id: _counts(one, groups, known, standing.get(one.id, {})) for one in sessions}
    people = sum(group.people for group in groups)
    if looked_at is None:
        return Figures(people, counted)
    stands = standing.get(looked_at.id, {})
    here = [one for one in stands.values() if one.is_present]
    late = [one.minutes_late for one in here if one.minutes_late]
    zone = looked_at.starts_at.tzinfo
    return Figures(
        people=people,
        by_session=counted,
        arrivals=tuple(at.astimezone(zone) for at in sorted(one.at for one in here)),
        average_late=round(sum(late) / len(late)) if late else 0,
        missing=tuple(participants(reading, _missing(reading, bootcamp_id, looked_at, stands))),
    )


def _groups(reading: Reading, bootcamp_id: str) -> list[_Group]:
    """Give how many of a bootcamp are alike in all by which a session expects people."""
    alike = (ParticipationRow.status, ParticipationRow.role, ParticipationRow.team)
    query = (
        select(*alike, func.count())
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
        .group_by(*alike)
    )
    return [_Group(*row) for row in reading.execute(query).tuples()]


def _known(reading: Reading, bootcamp_id: str, ids: Sequence[str]) -> dict[str, _Someone]:
    """Give those of a bootcamp who stand to a session, with no more than figures need."""
    found: dict[str, _Someone] = {}
    query = (
        select(
            ParticipationRow.id, ParticipationRow.status, ParticipationRow.role,
            ParticipationRow.team, PersonRow.sex, ParticipationRow.sector,
            ParticipationRow.province, ParticipationRow.is_walk_in,
        )
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id)
    )  # fmt: skip
    for start in range(0, len(ids), _BATCH):
        part = query.where(ParticipationRow.id.in_(ids[start : start + _BATCH]))
        for row in reading.execute(part).tuples():
            found[row[0]] = _Someone(*row)
    return found


def _missing(
    reading: Reading, bootcamp_id: str, session: Session, stands: Mapping[str, Presence]
) -> list[str]:
    """Give the first of those who are missing, by name; the rest is not read at all."""
    query = (
        select(
            ParticipationRow.id, ParticipationRow.status, ParticipationRow.role,
            ParticipationRow.team,
        )
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.bootcamp_id == bootcamp_id, ParticipationRow.status.not_in(GONE))
        .order_by(PersonRow.name_km, PersonRow.name_en, ParticipationRow.id)
    )  # fmt: skip
    missing: list[str] = []
    with reading.execute(query).tuples() as rows:
        for key, status, role, team in rows:
            stand = stands.get(key)
            is_away = (
                is_counted(session, status, role, team or "")
                if stand is None
                else stand.state == "absent"
            )
            if is_away:
                missing.append(key)
            if len(missing) == SHOWN_MISSING:
                break
    return missing


def _counts(
    session: Session,
    groups: Sequence[_Group],
    known: Mapping[str, _Someone],
    stands: Mapping[str, Presence],
) -> Counts:
    standing = [known[key] for key in stands if key in known]
    here = [one for one in standing if stands[one.id].is_present]
    states = Counter(stands[one.id].state for one in standing)
    provinces = Counter(one.province for one in here)
    registered = sum(group.people for group in groups if _is_counted(session, group))
    registered += sum(not _is_counted(session, one) for one in standing)
    return Counts(
        registered=registered,
        present=len(here),
        late=states["late"],
        excused=states["excused"],
        absent=registered - len(here) - states["excused"],
        inside=sum(stands[one.id].is_inside for one in here),
        walk_ins=sum(one.is_walk_in for one in here),
        by={
            "sex": _named(Counter(one.sex for one in here)),
            "sector": _named(Counter(one.sector for one in here)),
            "province": _named({province_in_english(key): n for key, n in provinces.items()}),
        },
    )


def _is_counted(session: Session, one: _Group | _Someone) -> bool:
    return is_counted(session, one.status, one.role, one.team or "")


def _named(counted: Mapping[str, int]) -> dict[str, int]:
    tally: Counter[str] = Counter()
    for key, number in counted.items():
        tally[key or "not_stated"] += number
    return dict(sorted(tally.items()))
