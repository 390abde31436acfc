"""Who counts, and as what. No database: values in, answers out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.attendance.views import PRESENT, Presence
from bootcamp_app.features.bootcamps.places import province_code
from bootcamp_app.features.certificates.rules import Rule, rule_of, tally
from bootcamp_app.features.people.views import GONE, ORGANISATION_KINDS, SECTORS, SEXES, Participant
from bootcamp_app.features.reports.indicator_views import NOT_STATED, TookPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.reports.counting import Enrolled, Known
    from bootcamp_app.features.reports.indicator_views import Scope

AGES = ("under_18", "18_30", "31_45", "46_60", "over_60", NOT_STATED)
"""The bands of age; whom donors call youth are mostly those from 18 to 30."""
_BANDS = ((18, AGES[0]), (31, AGES[1]), (46, AGES[2]), (61, AGES[3]))
VALUES = {
    "sex": SEXES,
    "age": AGES,
    "sector": SECTORS,
    "organisation_kind": (*ORGANISATION_KINDS, NOT_STATED),
    "disability": ("yes", "no", NOT_STATED),
    "new": ("new", "returning", NOT_STATED),
    "completed": ("completed", "not_completed", NOT_STATED),
}
"""What people may be in each dimension that is not a place, in the order in which it is read."""
ELSEWHERE = "other"
"""A place that is written down and is no province of the official list."""
EXCUSED = "excused"
_NONE: frozenset[str] = frozenset()
_ANYBODY = Participant("", "", "", "", "", "", "", "", "", "", "", "", "", is_walk_in=False)
_MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1) // _MICROSECOND


class Stay(NamedTuple):
    """What being at some sessions comes to."""

    sessions: frozenset[str]
    days: int
    microseconds: int
    """Whole numbers, so that hours add up however they are grouped."""
    months: tuple[tuple[str, int, int], ...]
    """Month, days and microseconds."""


@dataclass(frozen=True)
class Counted:
    """Everybody who was there, the earliest bootcamp first, and how long each was."""

    parts: Sequence[TookPart]
    stays: Sequence[Stay]
    bootcamps: Sequence[Bootcamp]
    sessions: Sequence[Session]
    """Those within the scope, in the order of time."""

    @cached_property
    def programmes(self) -> dict[str, str]:
        """Give the programme of each bootcamp."""
        return {one.id: one.programme_id or NOT_STATED for one in self.bootcamps}

    @cached_property
    def venues(self) -> dict[str, str]:
        """Give the province in which each bootcamp took place."""
        return {one.id: place(one.province) for one in self.bootcamps}


def age_on(day: date, birth_date: date | None, birth_year: int | None) -> int | None:
    """Give the whole years somebody has lived on a day; None where nobody knows."""
    if birth_date is not None:
        return day.year - birth_date.year - ((day.month, day.day) < _anniversary(birth_date))
    return day.year - birth_year if birth_year else None


def age_band(years: int | None) -> str:
    """Give the band of an age, one of AGES."""
    if years is None or years < 0:
        return NOT_STATED
    return next((band for below, band in _BANDS if years < below), AGES[4])


def place(text: str) -> str:
    """Give the code of a province, `other` for a place elsewhere, `not_stated` for none."""
    if not text or text == NOT_STATED:
        return NOT_STATED
    return province_code(text) or ELSEWHERE


def who_counts(known: Known, scope: Scope) -> Counted:
    """Give everybody who was present or late at a session of the scope, once a bootcamp."""
    chosen = [one for home in known.bootcamps for one in known.sessions[home.id]]
    within = [one for one in chosen if _is_within(one, scope)]
    inside: dict[str, set[str]] = {home.id: set() for home in known.bootcamps}
    for one in within:
        inside[one.bootcamp_id].add(one.id)
    stays, describe = _Stays(within, inside), _Describing(known)
    found: list[tuple[TookPart, Stay]] = []
    for (person_id, bootcamp_id), group in _groups(known.enrolled, inside).items():
        came = [one for one in group if stays.of(bootcamp_id, describe.came(one.id))]
        if not came:
            continue
        first = came[0]
        there = describe.came(first.id)
        if len(came) > 1:
            there = there.union(*(describe.came(one.id) for one in came))
        stay = stays.of(bootcamp_id, there)
        assert stay is not None
        traits = describe.traits(first, came)
        hours = stay.microseconds / HOUR
        found.append(
            (TookPart(person_id, first.id, bootcamp_id, traits, stay.days, hours, stay.sessions),
             stay)
        )  # fmt: skip
    rank = {home.id: index for index, home in enumerate(known.bootcamps)}
    found.sort(key=lambda one: (rank[one[0].bootcamp_id], one[0].person_id))
    parts, lengths = [one for one, _stay in found], [stay for _one, stay in found]
    within.sort(key=lambda one: (one.starts_at, one.id))
    return Counted(parts, lengths, known.bootcamps, within)


class _Stays:
    """What being at some sessions comes to, worked out once for all who were at the same."""

    def __init__(self, sessions: Iterable[Session], inside: Mapping[str, set[str]]) -> None:
        self._inside = inside
        self._known: dict[tuple[str, frozenset[str]], Stay | None] = {}
        self._sessions = {
            one.id: (
                one.starts_at.date(),
                f"{one.starts_at:%Y-%m}",
                (one.ends_at - one.starts_at) // _MICROSECOND,
            )
            for one in sessions
        }

    def of(self, bootcamp_id: str, came: frozenset[str]) -> Stay | None:
        """Give what counts of the sessions of a bootcamp that somebody was at; None for none."""
        key = bootcamp_id, came
        if key not in self._known:
            counting = came & self._inside[bootcamp_id]
            self._known[key] = self._worked_out(counting) if counting else None
        return self._known[key]

    def _worked_out(self, sessions: frozenset[str]) -> Stay:
        days: set[tuple[date, str]] = set()
        months = defaultdict[str, int](int)
        for one in sessions:
            day, month, length = self._sessions[one]
            days.add((day, month))
            months[month] += length
        attended = Counter(month for _day, month in days)
        by_month = tuple(
            (month, attended[month], length) for month, length in sorted(months.items())
        )
        return Stay(sessions, len(days), sum(months.values()), by_month)


class _Describing:
    """What people are, in each dimension."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._homes = {home.id: home for home in (*known.bootcamps, *known.before)}
        self._venues = {key: place(home.province) for key, home in self._homes.items()}
        self._rules = {key: rule_of(home, known.sessions[key]) for key, home in self._homes.items()}
        self._places: dict[str, str] = {}
        self._enough: dict[tuple[str, str, str, frozenset[str], frozenset[str]], bool] = {}
        self._came = _who_came(known)
        self._first = self._first_days()

    def came(self, participation_id: str) -> frozenset[str]:
        """Give the ids of the sessions at which somebody was."""
        return self._came.get(participation_id, _NONE)

    def traits(self, one: Enrolled, also: Sequence[Enrolled]) -> dict[str, str]:
        """Give what somebody is; `also` are all their participations in that bootcamp."""
        starts_on = self._homes[one.bootcamp_id].starts_on
        is_new = self._first[one.person_id] >= starts_on
        is_done = any(map(self._has_completed, also))
        return {
            "sex": _one_of(SEXES, one.sex),
            "age": age_band(age_on(starts_on, one.birth_date, one.birth_year)),
            "sector": _one_of(SECTORS, one.sector),
            "organisation_kind": _one_of(ORGANISATION_KINDS, one.kind),
            "province": self._place(one.province),
            "venue_province": self._venues[one.bootcamp_id],
            "disability": _disability(one.disability),
            "new": "new" if is_new else "returning",
            "completed": "completed" if is_done else "not_completed",
        }

    def _first_days(self) -> dict[str, date]:
        """Give when the first bootcamp began that each person was at."""
        first: dict[str, date] = {}
        held = {key: {one.id for one in of_one} for key, of_one in self._known.sessions.items()}
        for one in self._known.enrolled:
            day = self._homes[one.bootcamp_id].starts_on
            known = first.get(one.person_id)
            if known is not None and known <= day:
                continue
            if not self.came(one.id).isdisjoint(held[one.bootcamp_id]):
                first[one.person_id] = day
        return first

    def _has_completed(self, one: Enrolled) -> bool:
        if one.id in self._known.holders:
            return True
        if one.status in GONE:
            return False
        exception = self._known.exceptions.get(one.id)
        return self._is_enough(one) if exception is None else exception == "given"

    def _is_enough(self, one: Enrolled) -> bool:
        rule, came, excused = self._rules[one.bootcamp_id], self.came(one.id), _NONE
        if rule.excused_counts:
            states = self._known.states.get(one.id, {})
            excused = frozenset(key for key, state in states.items() if state == EXCUSED)
        key = (one.bootcamp_id, one.role, one.team, came, excused)
        judged = self._enough.get(key)
        if judged is None:
            states = dict.fromkeys(came, "present") | dict.fromkeys(excused, EXCUSED)
            judged = self._enough[key] = meets(rule, one.role, one.team, states)
        return judged

    def _place(self, text: str) -> str:
        known = self._places.get(text)
        if known is None:
            known = self._places[text] = place(text)
        return known


def _who_came(known: Known) -> dict[str, frozenset[str]]:
    """Give the sessions that each was at; those of all who were at the same are one object.

    Sets remember what they are found by, which is the most of the work.
    """
    alike: dict[frozenset[str], frozenset[str]] = {}
    # Who stands the same to all sessions mostly has one and the same answer.
    known_already: dict[int, frozenset[str]] = {}
    found = {}
    for key, states in known.states.items():
        came = known_already.get(id(states))
        if came is None:
            there = frozenset([one for one, state in states.items() if state in PRESENT])
            came = known_already[id(states)] = alike.setdefault(there, there)
        found[key] = came
    return found


def meets(rule: Rule, role: str, team: str, states: Mapping[str, str]) -> bool:
    """Say whether standing so to sessions, by id, is enough for a certificate."""
    anybody = _anybody(role, team)
    held = {one.id: one for one in rule.sessions}
    stands = {
        key: Presence("", key, state, held[key].starts_at, "")
        for key, state in states.items()
        if key in held
    }
    return tally(anybody, rule, stands).is_enough


@lru_cache(64)
def _anybody(role: str, team: str) -> Participant:
    return replace(_ANYBODY, role=role, team=team)


def _groups(
    enrolled: Iterable[Enrolled], chosen: Mapping[str, object]
) -> dict[tuple[str, str], list[Enrolled]]:
    """Give the participations of each person in each of the bootcamps; nearly always one."""
    groups: dict[tuple[str, str], list[Enrolled]] = {}
    for one in enrolled:
        if one.bootcamp_id in chosen:
            groups.setdefault((one.person_id, one.bootcamp_id), []).append(one)
    return groups


def _is_within(session: Session, scope: Scope) -> bool:
    day = session.starts_at.date()
    return not (scope.first and day < scope.first) and not (scope.last and day > scope.last)


def _one_of(known: Sequence[str], value: str) -> str:
    return value if value in known else NOT_STATED


def _disability(text: str) -> str:
    # What somebody wrote of what kind it is says that there is one, and is told to nobody.
    return text if text in ("yes", "no") else "yes" if text else NOT_STATED


def _anniversary(born: date) -> tuple[int, int]:
    return born.month, born.day
